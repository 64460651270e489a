import SignalProcessing

/// The movement in one valid stretch, less its slow part: what saccades are found in.
struct SegmentMotion {
  let samples: Range<Int>
  let samplingRate: Double
  /// Velocity smoothed to find saccades, less the slow movement.
  let detection: [SIMD2<Float>]
  /// Velocity smoothed less, to place their onset and offset.
  let boundary: [SIMD2<Float>]
  /// The magnitude of `detection`.
  let speed: [Float]
  private(set) var noiseWindows: [(center: Int, spread: Float)] = []

  init(_ samples: Range<Int>, version: VersionSignal, parameters: MovementParameters) {
    self.samples = samples
    samplingRate = version.samplingRate
    func axis(_ velocity: [Float], _ seconds: Double) -> [Float] {
      guard !velocity.isEmpty else { return [Float](repeating: 0, count: samples.count) }
      let half = max(1, Int((seconds * version.samplingRate / 2).rounded(.down)))
      return movingAverage(velocity[samples], halfWidth: half)
    }
    let seconds = parameters.detectionSmoothingSeconds
    let x = axis(version.horizontalVelocity, seconds)
    let y = axis(version.verticalVelocity, seconds)
    noiseWindows = Self.noise(x, y, samples, version.samplingRate, parameters)
    let slowX = Self.baseline(x, version.samplingRate, parameters)
    let slowY = Self.baseline(y, version.samplingRate, parameters)
    let finer = parameters.boundarySmoothingSeconds
    let bx = axis(version.horizontalVelocity, finer)
    let by = axis(version.verticalVelocity, finer)
    var detection: [SIMD2<Float>] = []
    var boundary: [SIMD2<Float>] = []
    var speed: [Float] = []
    detection.reserveCapacity(x.count)
    boundary.reserveCapacity(x.count)
    speed.reserveCapacity(x.count)
    let limit = parameters.baselineSpeedLimit
    for i in x.indices {
      var slow = SIMD2(slowX[i], slowY[i])
      let size = (slow * slow).sum().squareRoot()
      if size > limit { slow *= max(0, 2 * limit / size - 1) }
      let fast = SIMD2(x[i], y[i]) - slow
      detection.append(fast)
      boundary.append(SIMD2(bx[i], by[i]) - slow)
      speed.append((fast * fast).sum().squareRoot())
    }
    self.detection = detection
    self.boundary = boundary
    self.speed = speed
  }

  /// The running median of one axis, from the means of bins of 10 ms.
  private static func baseline(
    _ velocity: [Float], _ rate: Double, _ parameters: MovementParameters
  ) -> [Float] {
    let bin = max(1, Int((0.01 * rate).rounded()))
    var means: [Float] = []
    for first in stride(from: 0, to: velocity.count, by: bin) {
      let part = velocity[first..<min(first + bin, velocity.count)]
      means.append(part.reduce(0, +) / Float(part.count))
    }
    let half = Int(parameters.baselineSeconds * rate / 2) / bin
    let medians = runningMedian(means, halfWidth: half)
    return velocity.indices.map { i in
      let place = (Float(i) + 0.5) / Float(bin) - 0.5
      let node = min(max(0, Int(place)), medians.count - 1)
      let next = min(node + 1, medians.count - 1)
      let share = min(max(0, place - Float(node)), 1)
      return medians[node] * (1 - share) + medians[next] * share
    }
  }

  private static func noise(
    _ x: [Float], _ y: [Float], _ samples: Range<Int>, _ rate: Double,
    _ parameters: MovementParameters
  ) -> [(center: Int, spread: Float)] {
    let width = max(5, Int((parameters.noiseWindowSeconds * rate).rounded()))
    return stride(from: 0, through: x.count - width, by: width).map { first in
      let window = first..<(first + width)
      let sx = spread(x[window])
      let sy = spread(y[window])
      return (samples.lowerBound + first + width / 2, ((sx * sx + sy * sy) / 2).squareRoot())
    }
  }

  private static func spread(_ values: ArraySlice<Float>) -> Float {
    let middle = values.sorted()[values.count / 2]
    return 1.4826 * values.map { abs($0 - middle) }.sorted()[values.count / 2]
  }

  func candidate(
    peak: Int, left: Int, right: Int, noise: Float, parameters: MovementParameters
  ) -> SaccadeCandidate {
    let half = 0.5 * speed[peak]
    var first = peak
    while first > left, speed[first - 1] > half { first -= 1 }
    var last = peak
    while last < right, speed[last + 1] > half { last += 1 }
    var sum = SIMD2<Float>()
    for i in first...last { sum += detection[i] }
    let u = sum / max((sum * sum).sum().squareRoot(), 1e-9)
    func along(_ i: Int) -> Float { (boundary[i] * u).sum() }
    var top = speed[peak]
    for i in first...last { top = max(top, along(i)) }

    let p = parameters
    let onsetLevel = min(
      p.onsetCeiling, max(3 * noise, p.onsetFloor + p.onsetShare * top), 0.7 * top)
    var onset = peak
    while onset > left, along(onset - 1) > onsetLevel { onset -= 1 }
    let offsetLevel = p.offsetShare * top
    var end = peak
    var dip: Int?
    while end < right, along(end + 1) > offsetLevel {
      end += 1
      if dip == nil, along(end) < p.offsetDipSpeed, end + 1 < boundary.count,
        along(end + 1) >= along(end)
      {
        dip = end + 1
      }
    }
    return SaccadeCandidate(
      onset: onset, offset: dip ?? (end + 1), end: end + 1, peak: peak, peakSpeed: top,
      direction: u, amplitude: 0)
  }
}
