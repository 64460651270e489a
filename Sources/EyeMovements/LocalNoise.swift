import SignalProcessing

/// The noise of velocity as it changes along a recording, an axis, in degrees a second.
///
/// From the mean speed in short windows; of the windows around an instant the median, so that
/// saccades do not raise it, and no more than a few times that of the quietest windows within seconds.
/// Windows in trains of saccades tell nothing of the noise; where they leave none beside them, those
/// within seconds stand for it. Given on a coarse grid of time.
struct LocalNoise {
  let step: Int
  private(set) var levels: [Float] = []
  /// The level of the quietest windows around each node.
  private var quiet: [Float] = []

  /// From one node of the grid to the next, in seconds.
  private static let stepSeconds = 0.25
  /// The quantile of the windows within seconds that the quietest of them have.
  private static let quietQuantile = 0.05
  /// Fewer windows tell no level.
  private static let fewestWindows = 5

  /// - Parameters:
  ///   - windows: The centre of each window, in samples, and the mean speed in it.
  ///   - trains: The samples that are left out, in order.
  ///   - axes: How many axes the speed is of.
  init(
    windows all: [(center: Int, meanSpeed: Float)], without trains: [Range<Int>], axes: Int,
    sampleCount: Int, samplingRate: Double, parameters: MovementParameters
  ) {
    let expected = Float(WhiteNoise.meanMagnitude(axes: axes))
    step = max(1, Int((Self.stepSeconds * samplingRate).rounded()))
    let reach = Int(parameters.noiseReachSeconds * samplingRate)
    let far = Int(parameters.quietReachSeconds * samplingRate)
    let width = Int((parameters.noiseWindowSeconds * samplingRate).rounded())
    let windows = Self.windows(all, without: trains, width: width)
    let spreads = windows.map { $0.meanSpeed / expected }
    // Where hardly any window is near.
    lazy var overall = Self.quantile(of: spreads, parameters.noiseQuantile)
    var near = NoiseWindows(windows.map(\.center), spreads)
    var wide = near
    for node in stride(from: 0, through: sampleCount + step, by: step) {
      near.move(to: node - reach...node + reach)
      wide.move(to: node - far...node + far)
      let floor = wide.quantile(Self.quietQuantile)
      let isBare = near.count < Self.fewestWindows && !trains.isEmpty
      let share = parameters.noiseQuantile
      let level =
        (isBare ? wide.count : near.count) < Self.fewestWindows
        ? overall : isBare ? wide.quantile(share) : near.quantile(share)
      quiet.append(floor)
      levels.append(min(level, parameters.noiseRiseLimit * floor))
    }
  }

  /// The windows that none of the ranges reaches into.
  private static func windows(
    _ windows: [(center: Int, meanSpeed: Float)], without trains: [Range<Int>], width: Int
  ) -> [(center: Int, meanSpeed: Float)] {
    guard !trains.isEmpty else { return windows }
    var next = 0
    return windows.filter { window in
      let first = window.center - width / 2
      while next < trains.count, trains[next].upperBound <= first { next += 1 }
      return next == trains.count || trains[next].lowerBound >= first + width
    }
  }

  /// Whether the levels are those of another noise at all samples of a range.
  func equals(_ other: LocalNoise, in samples: Range<Int>) -> Bool {
    let nodes = (samples.lowerBound / step..<samples.upperBound / step + 2)
      .clamped(to: levels.indices)
    return levels[nodes] == other.levels[nodes] && quiet[nodes] == other.quiet[nodes]
  }

  /// The level of the quietest windows within seconds of a sample.
  func quiet(at sample: Int) -> Float {
    quiet.isEmpty ? 0 : quiet[min(sample / step, quiet.count - 1)]
  }

  /// The level at a sample, between the nodes of the grid.
  subscript(sample: Int) -> Float {
    let node = sample / step
    let share = Float(sample - node * step) / Float(step)
    guard node + 1 < levels.count else { return levels.last ?? 0 }
    return levels[node] * (1 - share) + levels[node + 1] * share
  }

  private static func quantile(of spreads: [Float], _ share: Double) -> Float {
    var spreads = spreads
    return NoiseWindows.quantile(of: spreads.count, share) { rank in
      spreads.withUnsafeMutableBufferPointer { $0.select(rank) }
    }
  }
}

/// The windows whose centres lie in a stretch of samples that moves on, their spreads kept in order.
private struct NoiseWindows {
  private let centers: [Int]
  private let spreads: [Float]
  private var sorted = SortedWindow(capacity: 128)
  private var range = 0..<0

  init(_ centers: [Int], _ spreads: [Float]) {
    self.centers = centers
    self.spreads = spreads
  }

  var count: Int { range.count }

  mutating func move(to samples: ClosedRange<Int>) {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < centers.count, centers[first] < samples.lowerBound { first += 1 }
    while last < centers.count, centers[last] <= samples.upperBound { last += 1 }
    let next = first..<max(first, last)
    for i in range.lowerBound..<min(next.lowerBound, range.upperBound) { sorted.remove(spreads[i]) }
    for i in max(range.upperBound, next.lowerBound)..<next.upperBound { sorted.insert(spreads[i]) }
    range = next
  }

  func quantile(_ share: Double) -> Float { Self.quantile(of: sorted.count, share) { sorted[$0] } }

  /// Without any window the noise is taken for this, in degrees a second: about that of a quiet video
  /// tracker, with which the lowest threshold of a peak holds.
  private static let unknown: Float = 3

  /// - Parameter ranked: The value of a rank.
  static func quantile(of count: Int, _ share: Double, ranked: (Int) -> Float) -> Float {
    guard count > 0 else { return unknown }
    let position = share * Double(count - 1)
    let below = Int(position)
    let above = min(below + 1, count - 1)
    let part = Float(position - Double(below))
    return ranked(below) * (1 - part) + ranked(above) * part
  }
}
