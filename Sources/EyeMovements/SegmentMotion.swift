import Recordings
import SignalProcessing

/// The movement in one valid stretch, less its slow part: what saccades are found in.
///
/// Only the speed is kept a sample; velocities are smoothed on demand, where something moves.
struct SegmentMotion {
  let samples: Range<Int>
  let samplingRate: Double
  /// What the filters leave of the peak velocity of a small saccade, relative to 500 Hz.
  let smallSaccadeGain: Float
  /// The −3 dB frequency of the velocity, in Hz.
  let velocityCutoff: Double
  /// The magnitude of the velocity, smoothed to find saccades, less the slow movement.
  private(set) var speed: SegmentSpeed
  /// The mean speed in consecutive windows, and the sample in the middle of each.
  private(set) var windows: [(center: Int, meanSpeed: Float)] = []

  private let x: [Float]
  private let y: [Float]
  private let baseline: SlowMovement
  private let detectionHalf: Int
  private let boundaryHalf: Int

  /// The movement in each of some segments, in order and apart.
  static func all(
    in segments: [Range<Int>], version: VersionSignal, parameters: MovementParameters,
    filters: DetectionFilters
  ) -> [SegmentMotion] {
    let width = max(5, Int((parameters.noiseWindowSeconds * version.samplingRate).rounded()))
    var motions: [SegmentMotion] = []
    motions.reserveCapacity(segments.count)
    // Segment by segment, which the processor's cache holds.
    let speeds = [Float](largePages: version.sampleCount) { speeds in
      var next = 0
      for segment in segments {
        speeds[next..<segment.lowerBound].initialize(repeating: 0)
        next = segment.upperBound
        var motion = SegmentMotion(
          segment, version: version, parameters: parameters, filters: filters)
        let own = UnsafeMutableBufferPointer(rebasing: speeds[segment])
        motion.fill(own)
        motion.windows = motion.meanSpeeds(UnsafeBufferPointer(own), width: width)
        motions.append(motion)
      }
      speeds[next...].initialize(repeating: 0)
    }
    for index in motions.indices {
      motions[index].speed = SegmentSpeed(speeds, in: segments[index])
    }
    return motions
  }

  private init(
    _ samples: Range<Int>, version: VersionSignal, parameters: MovementParameters,
    filters: DetectionFilters
  ) {
    self.samples = samples
    samplingRate = version.samplingRate
    x = version.horizontalVelocity
    y = version.verticalVelocity
    detectionHalf = filters.detectionHalf
    boundaryHalf = filters.boundaryHalf
    smallSaccadeGain = filters.smallSaccadeGain
    velocityCutoff = filters.velocityCutoff
    baseline = SlowMovement(x, y, in: samples, samplingRate: samplingRate, parameters: parameters)
    speed = SegmentSpeed([], in: samples)
  }

  /// The velocity of the slow movement at a sample of the segment.
  func slowVelocity(at i: Int) -> SIMD2<Float> { baseline[i] }

  /// Velocities at samples of the segment, to be asked for one after the other.
  var velocities: MotionVelocities {
    MotionVelocities(
      detection: SmoothedVelocity(self, half: detectionHalf),
      boundary: SmoothedVelocity(self, half: boundaryHalf))
  }

  /// The velocities on both axes at a block of samples, smoothed over so many on either side; past the
  /// segment's end they mean nothing.
  fileprivate func block(from first: Int, half: Int) -> (x: SIMD16<Float>, y: SIMD16<Float>) {
    let slow = baseline.block(from: first)
    return (
      means(of: x, from: first, half: half) - slow.x, means(of: y, from: first, half: half) - slow.y
    )
  }

  /// The means over windows that shrink evenly at the segment's ends; 0 where the axis was not recorded.
  private func means(of values: [Float], from first: Int, half: Int) -> SIMD16<Float> {
    var means = SIMD16<Float>()
    guard !values.isEmpty else { return means }
    guard first >= half, first + means.scalarCount + half <= samples.count else {
      for i in first..<min(first + means.scalarCount, samples.count) {
        let reach = min(half, i, samples.count - 1 - i)
        let center = samples.lowerBound + i
        means[i - first] =
          sum(values, center - reach, center + reach) * (1 / Float(2 * reach + 1))
      }
      return means
    }
    let width = 2 * half + 1
    // Sixteen windows, each a sample on from the one before: the additions of one wait for each other.
    values.withUnsafeBytes { bytes in
      let start = samples.lowerBound + first - half
      for k in start..<start + width {
        means += bytes.loadUnaligned(
          fromByteOffset: k * MemoryLayout<Float>.stride, as: SIMD16<Float>.self)
      }
    }
    return means * (1 / Float(width))
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

  private func fill(_ speed: UnsafeMutableBufferPointer<Float>) {
    let count = samples.count
    let inner = min(detectionHalf, count)..<max(min(detectionHalf, count), count - detectionHalf)
    var detection = velocities.detection
    for i in [0..<inner.lowerBound, inner.upperBound..<count].joined() {
      let fast = detection[i]
      speed[i] = (fast * fast).sum().squareRoot()
    }
    // Sums that run are seeded anew now and then, so that single precision doesn't drift.
    let length = 512
    for first in stride(from: inner.lowerBound, to: inner.upperBound, by: length) {
      fillInner(speed, first..<min(first + length, inner.upperBound))
    }
  }

  /// Puts the speeds at some samples whose windows lie in the segment.
  private func fillInner(_ speed: UnsafeMutableBufferPointer<Float>, _ range: Range<Int>) {
    let width = 2 * detectionHalf + 1
    let first = samples.lowerBound + range.lowerBound - detectionHalf
    let scale = 1 / Float(width)
    // The axis that was not recorded moves with the other, times nothing.
    let share = SIMD2<Float>(x.isEmpty ? 0 : 1, y.isEmpty ? 0 : 1)
    var sum = SIMD2(
      self.sum(x, first, first + width - 1), self.sum(y, first, first + width - 1))
    (x.isEmpty ? y : x).withUnsafeBufferPointer { x in
      (self.y.isEmpty ? self.x : self.y).withUnsafeBufferPointer { y in
        let offset = samples.lowerBound - detectionHalf
        baseline.forEachNode(in: range) { part, start, slope in
          var slow = start
          var i = part.lowerBound
          while i + 4 <= part.upperBound, offset + i + width + 4 <= x.count {
            let steps = Self.steps(x, y, from: offset + i, width, share)
            let sums = (sum, sum + steps.0, sum + steps.0 + steps.1)
            let last = sums.2 + steps.2
            let slows = (slow, slow + slope, slow + slope + slope)
            let lastSlow = slows.2 + slope
            let first = SIMD4(lowHalf: sums.0, highHalf: sums.1) * scale
            let second = SIMD4(lowHalf: sums.2, highHalf: last) * scale
            let slowFirst = SIMD4(lowHalf: slows.0, highHalf: slows.1)
            let slowSecond = SIMD4(lowHalf: slows.2, highHalf: lastSlow)
            let fast = SIMD8(lowHalf: first - slowFirst, highHalf: second - slowSecond)
            let squares = fast * fast
            UnsafeMutableRawPointer(speed.baseAddress! + i).storeBytes(
              of: (squares.evenHalf + squares.oddHalf).squareRoot(), as: SIMD4<Float>.self)
            sum = last + steps.3
            slow = lastSlow + slope
            i += 4
          }
          while i < part.upperBound {
            let fast = sum * scale - slow
            speed[i] = (fast * fast).sum().squareRoot()
            slow += slope
            let leaving = offset + i
            let entering = leaving + width
            if entering < x.count {
              sum += share * (SIMD2(x[entering], y[entering]) - SIMD2(x[leaving], y[leaving]))
            }
            i += 1
          }
        }
      }
    }
  }

  /// What the sums over windows change by, from one sample to the next, four times.
  @inline(__always)
  private static func steps(
    _ x: UnsafeBufferPointer<Float>, _ y: UnsafeBufferPointer<Float>, from leaving: Int,
    _ width: Int, _ share: SIMD2<Float>
  ) -> (SIMD2<Float>, SIMD2<Float>, SIMD2<Float>, SIMD2<Float>) {
    let four = { (values: UnsafeBufferPointer<Float>, first: Int) in
      UnsafeRawPointer(values.baseAddress! + first).loadUnaligned(as: SIMD4<Float>.self)
    }
    var pairs = SIMD8<Float>()
    pairs.evenHalf = share.x * (four(x, leaving + width) - four(x, leaving))
    pairs.oddHalf = share.y * (four(y, leaving + width) - four(y, leaving))
    return (
      pairs.lowHalf.lowHalf, pairs.lowHalf.highHalf, pairs.highHalf.lowHalf,
      pairs.highHalf.highHalf
    )
  }

  private func meanSpeeds(
    _ speed: UnsafeBufferPointer<Float>, width: Int
  ) -> [(center: Int, meanSpeed: Float)] {
    stride(from: 0, through: speed.count - width, by: width).map { first in
      var sum: Float = 0
      for i in first..<(first + width) { sum += speed[i] }
      return (samples.lowerBound + first + width / 2, sum / Float(width))
    }
  }
}

/// The speeds at the samples of a segment, which stand in one array for all segments: an array each
/// would be fresh memory each, which takes longer than the speeds.
struct SegmentSpeed {
  private let all: [Float]
  private let samples: Range<Int>

  init(_ all: [Float], in samples: Range<Int>) {
    self.all = all
    self.samples = samples
  }

  /// The samples of the segment, from 0.
  var indices: Range<Int> { 0..<samples.count }

  subscript(i: Int) -> Float { all[samples.lowerBound + i] }

  func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
    all.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[samples])) }
  }
}

/// The velocity of a segment, smoothed as saccades are found in, and less, as their onsets and offsets
/// are.
struct MotionVelocities {
  var detection: SmoothedVelocity
  var boundary: SmoothedVelocity
}

/// The smoothed velocity of a segment, worked out a block of samples at a time as it is asked for; the
/// blocks about the last one are kept.
struct SmoothedVelocity {
  private let motion: SegmentMotion
  private let half: Int
  /// Which block of the segment stands in each place; no room is taken before the first is asked for.
  private var blocks: [Int] = []
  private var x: [Float] = []
  private var y: [Float] = []

  private static let length = 16
  private static let places = 16

  init(_ motion: SegmentMotion, half: Int) {
    self.motion = motion
    self.half = half
  }

  /// The velocity at a sample of the segment.
  subscript(i: Int) -> SIMD2<Float> {
    mutating get {
      let block = i / Self.length
      if blocks.isEmpty || blocks[block % Self.places] != block { fill(block) }
      let place = i % (Self.places * Self.length)
      return SIMD2(x[place], y[place])
    }
  }

  @inline(never)
  private mutating func fill(_ block: Int) {
    precondition(block * Self.length < motion.samples.count, "a block outside the segment")
    if blocks.isEmpty {
      blocks = [Int](repeating: -1, count: Self.places)
      x = [Float](repeating: 0, count: Self.places * Self.length)
      y = x
    }
    let values = motion.block(from: block * Self.length, half: half)
    let place = block % Self.places
    blocks[place] = block
    let bytes = place * Self.length * MemoryLayout<Float>.stride
    x.withUnsafeMutableBytes { $0.storeBytes(of: values.x, toByteOffset: bytes, as: SIMD16.self) }
    y.withUnsafeMutableBytes { $0.storeBytes(of: values.y, toByteOffset: bytes, as: SIMD16.self) }
  }
}
