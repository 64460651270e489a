import Recordings
import SignalProcessing

/// The movement in one valid stretch, less its slow part: what saccades are found in.
///
/// Only the speed is kept a sample; velocities are smoothed on demand, where something moves.
struct SegmentMotion {
  let samples: Range<Int>
  let samplingRate: Double
  /// The magnitude of the velocity, smoothed to find saccades, less the slow movement.
  private(set) var speed: [Float] = []
  /// The mean speed in consecutive windows, and the sample in the middle of each.
  private(set) var windows: [(center: Int, meanSpeed: Float)] = []

  /// Whether samples are missing inside it that a line bridges.
  let hasBridgedSamples: Bool

  private let x: [Float]
  private let y: [Float]
  private let baseline: SlowMovement
  private let detectionHalf: Int
  private let boundaryHalf: Int

  init(
    _ samples: Range<Int>, version: VersionSignal, positions: GazePositions,
    parameters: MovementParameters, filters: DetectionFilters
  ) {
    self.samples = samples
    hasBridgedSamples = positions.hasMissing(in: samples)
    samplingRate = version.samplingRate
    x = version.horizontalVelocity
    y = version.verticalVelocity
    detectionHalf = filters.detectionHalf
    boundaryHalf = filters.boundaryHalf
    smallSaccadeGain = filters.smallSaccadeGain
    baseline = SlowMovement(x, y, in: samples, samplingRate: samplingRate, parameters: parameters)
    speed = speeds()
    windows = meanSpeeds(
      width: max(5, Int((parameters.noiseWindowSeconds * samplingRate).rounded())))
  }

  /// What the filters leave of the peak velocity of a small saccade, relative to 500 Hz.
  let smallSaccadeGain: Float

  /// Velocities at samples of the segment, as saccades are found in.
  var detection: SmoothedVelocity { SmoothedVelocity(self, half: detectionHalf) }

  /// Velocities as onset and offset are found in, smoothed less.
  var boundary: SmoothedVelocity { SmoothedVelocity(self, half: boundaryHalf) }

  /// Puts the velocities at some samples, smoothed over so many on either side, where `target` points.
  fileprivate func velocities(
    in range: Range<Int>, half: Int, into target: UnsafeMutablePointer<SIMD2<Float>>
  ) {
    smooth(range, half: half, into: target)
    baseline.subtract(in: range, from: target)
  }

  /// The means over windows that shrink evenly at the segment's ends.
  private func smooth(
    _ range: Range<Int>, half: Int, into target: UnsafeMutablePointer<SIMD2<Float>>
  ) {
    let offset = samples.lowerBound
    let inner = range.clamped(to: half..<max(half, samples.count - half))
    let (hasX, hasY) = (!x.isEmpty, !y.isEmpty)
    // The axis that was not recorded is read from the other, and left out.
    (x.isEmpty ? y : x).withUnsafeBufferPointer { x in
      (self.y.isEmpty ? self.x : self.y).withUnsafeBufferPointer { y in
        func mean(_ i: Int, reach: Int) -> SIMD2<Float> {
          var sum = SIMD2<Float>()
          for k in (offset + i - reach)...(offset + i + reach) {
            sum += SIMD2(hasX ? x[k] : 0, hasY ? y[k] : 0)
          }
          return sum * (1 / Float(2 * reach + 1))
        }
        var i = range.lowerBound
        while i < range.upperBound {
          if inner.contains(i), i + 16 <= inner.upperBound, let x = x.baseAddress,
            let y = y.baseAddress
          {
            let first = offset + i - half
            let width = 2 * half + 1
            let (xs, ys) = (Self.sums(x + first, width), Self.sums(y + first, width))
            for lane in 0..<16 {
              target[i - range.lowerBound + lane] =
                SIMD2(hasX ? xs[lane] : 0, hasY ? ys[lane] : 0) * (1 / Float(width))
            }
            i += 16
          } else {
            target[i - range.lowerBound] = mean(i, reach: min(half, i, samples.count - 1 - i))
            i += 1
          }
        }
      }
    }
  }

  /// The sums of sixteen windows, each a sample on from the one before: the additions of one wait
  /// for each other.
  @inline(__always)
  private static func sums(_ start: UnsafePointer<Float>, _ width: Int) -> SIMD16<Float> {
    var sums = SIMD16<Float>()
    for k in 0..<width {
      sums += UnsafeRawPointer(start + k).loadUnaligned(as: SIMD16<Float>.self)
    }
    return sums
  }

  private func sum(_ values: [Float], _ first: Int, _ last: Int) -> Float {
    guard !values.isEmpty else { return 0 }
    var sum: Float = 0
    var i = first
    while i <= last {
      sum += values[i]
      i += 1
    }
    return sum
  }

  private func speeds() -> [Float] {
    let count = samples.count
    let inner = min(detectionHalf, count)..<max(min(detectionHalf, count), count - detectionHalf)
    var detection = detection
    return Array(largePages: count) { speed in
      for i in [0..<inner.lowerBound, inner.upperBound..<count].joined() {
        let fast = detection[i]
        speed[i] = (fast * fast).sum().squareRoot()
      }
      // Sums that run are seeded anew now and then, so that single precision doesn't drift.
      for first in stride(from: inner.lowerBound, to: inner.upperBound, by: 512) {
        fill(speed, first..<min(first + 512, inner.upperBound))
      }
    }
  }

  private func fill(_ speed: UnsafeMutableBufferPointer<Float>, _ range: Range<Int>) {
    let offset = samples.lowerBound
    let width = 2 * detectionHalf + 1
    let first = offset + range.lowerBound - detectionHalf
    let scale = 1 / Float(width)
    // The axis that was not recorded moves with the other, times nothing.
    let hasX: Float = x.isEmpty ? 0 : 1
    let hasY: Float = y.isEmpty ? 0 : 1
    var sum = SIMD2(
      self.sum(x, first, first + width - 1), self.sum(y, first, first + width - 1))
    (x.isEmpty ? y : x).withUnsafeBufferPointer { x in
      (self.y.isEmpty ? self.x : self.y).withUnsafeBufferPointer { y in
        baseline.forEachNode(in: range) { part, start, slope in
          var slow = start
          for i in part {
            let fast = sum * scale - slow
            speed[i] = (fast * fast).sum().squareRoot()
            slow += slope
            let leaving = offset + i - detectionHalf
            let entering = leaving + width
            guard entering < x.count else { continue }
            sum.x += hasX * (x[entering] - x[leaving])
            sum.y += hasY * (y[entering] - y[leaving])
          }
        }
      }
    }
  }

  private func meanSpeeds(width: Int) -> [(center: Int, meanSpeed: Float)] {
    stride(from: 0, through: speed.count - width, by: width).map { first in
      var sum: Float = 0
      for i in first..<(first + width) { sum += speed[i] }
      return (samples.lowerBound + first + width / 2, sum / Float(width))
    }
  }
}

/// The smoothed velocity of a segment, worked out a block of samples at a time as it is asked for.
struct SmoothedVelocity {
  private let motion: SegmentMotion
  private let half: Int
  private var block = 0..<0
  private var velocities = [SIMD2<Float>](repeating: SIMD2(), count: Self.length)

  private static let length = 16

  init(_ motion: SegmentMotion, half: Int) {
    self.motion = motion
    self.half = half
  }

  /// The velocity at a sample of the segment.
  subscript(i: Int) -> SIMD2<Float> {
    mutating get {
      if !block.contains(i) { fill(at: i) }
      return velocities[i - block.lowerBound]
    }
  }

  @inline(never)
  private mutating func fill(at i: Int) {
    let first = i - i % Self.length
    block = first..<min(first + Self.length, motion.samples.count)
    precondition(block.contains(i), "a sample outside the segment")
    velocities.withUnsafeMutableBufferPointer {
      motion.velocities(in: block, half: half, into: $0.baseAddress!)
    }
  }
}
