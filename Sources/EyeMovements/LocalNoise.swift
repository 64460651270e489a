import SignalProcessing

/// The noise of velocity as it changes along a recording, an axis, in degrees a second.
///
/// From the mean speed in short windows; of the windows around an instant the median, so that
/// saccades do not raise it, and no more than a few times that of the quietest windows within seconds,
/// so that a burst does not either. Given on a coarse grid of time.
struct LocalNoise {
  let step: Int
  private(set) var levels: [Float] = []
  /// The level of the quietest windows around each node.
  private var quiet: [Float] = []

  /// - Parameters:
  ///   - windows: The centre of each window, in samples, and the mean speed in it.
  ///   - axes: How many axes the speed is of.
  init(
    windows: [(center: Int, meanSpeed: Float)], axes: Int, sampleCount: Int, samplingRate: Double,
    parameters: MovementParameters
  ) {
    // The mean speed of white noise of 1: half-normal on one axis, Rayleigh on two.
    let expected: Float = axes == 1 ? 0.7979 : 1.2533
    step = max(1, Int((0.25 * samplingRate).rounded()))
    let reach = Int(parameters.noiseReachSeconds * samplingRate)
    let far = Int(parameters.quietReachSeconds * samplingRate)
    let spreads = windows.map { $0.meanSpeed / expected }
    let overall = Self.quantile(spreads, parameters.noiseQuantile)
    var near = 0..<0
    var wide = 0..<0
    func advance(_ range: inout Range<Int>, _ node: Int, _ reach: Int) {
      var (first, last) = (range.lowerBound, range.upperBound)
      while first < windows.count, windows[first].center < node - reach { first += 1 }
      while last < windows.count, windows[last].center <= node + reach { last += 1 }
      range = first..<max(first, last)
    }
    for node in stride(from: 0, through: sampleCount + step, by: step) {
      advance(&near, node, reach)
      advance(&wide, node, far)
      let floor = Self.quantile(Array(spreads[wide]), 0.05)
      let level =
        near.count < 5
        ? overall : Self.quantile(Array(spreads[near]), parameters.noiseQuantile)
      quiet.append(floor)
      levels.append(min(level, parameters.noiseRiseLimit * floor))
    }
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

  private static func quantile(_ values: [Float], _ share: Double) -> Float {
    guard !values.isEmpty else { return 3 }
    let sorted = values.sorted()
    let position = share * Double(sorted.count - 1)
    let below = Int(position)
    let above = min(below + 1, sorted.count - 1)
    let part = Float(position - Double(below))
    return sorted[below] * (1 - part) + sorted[above] * part
  }
}
