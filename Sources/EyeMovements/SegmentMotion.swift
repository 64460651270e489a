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

  /// Velocity as saccades are found in, at a sample of the segment.
  func detection(_ i: Int) -> SIMD2<Float> { smoothed(i, half: detectionHalf) - baseline[i] }

  /// Velocity as onset and offset are found in, smoothed less.
  func boundary(_ i: Int) -> SIMD2<Float> { smoothed(i, half: boundaryHalf) - baseline[i] }

  /// The mean over a window that shrinks evenly at the segment's ends.
  private func smoothed(_ i: Int, half: Int) -> SIMD2<Float> {
    let reach = min(half, i, samples.count - 1 - i)
    let center = samples.lowerBound + i
    let scale = 1 / Float(2 * reach + 1)
    guard !x.isEmpty, !y.isEmpty else {
      return SIMD2(
        sum(x, center - reach, center + reach) * scale,
        sum(y, center - reach, center + reach) * scale)
    }
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        var sum = SIMD2<Float>()
        var k = center - reach
        while k <= center + reach {
          sum += SIMD2(x[k], y[k])
          k += 1
        }
        return sum * scale
      }
    }
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
    var speed = [Float](repeating: 0, count: count)
    let inner = min(detectionHalf, count)..<max(min(detectionHalf, count), count - detectionHalf)
    for i in [0..<inner.lowerBound, inner.upperBound..<count].joined() {
      let fast = detection(i)
      speed[i] = (fast * fast).sum().squareRoot()
    }
    // Sums that run are seeded anew now and then, so that single precision doesn't drift.
    for first in stride(from: inner.lowerBound, to: inner.upperBound, by: 512) {
      fill(&speed, first..<min(first + 512, inner.upperBound))
    }
    return speed
  }

  private func fill(_ speed: inout [Float], _ range: Range<Int>) {
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
        speed.withUnsafeMutableBufferPointer { speed in
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
  }

  private func meanSpeeds(width: Int) -> [(center: Int, meanSpeed: Float)] {
    stride(from: 0, through: speed.count - width, by: width).map { first in
      var sum: Float = 0
      for i in first..<(first + width) { sum += speed[i] }
      return (samples.lowerBound + first + width / 2, sum / Float(width))
    }
  }
}
