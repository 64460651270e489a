import SignalProcessing

/// The noise of velocity as it changes along a recording, an axis, in degrees a second.
///
/// From the mean speed in short windows; of the windows around an instant the median, so that
/// saccades do not raise it, and no more than a few times that of the recording's quietest windows,
/// so that a burst does not either. Given on a coarse grid of time.
struct LocalNoise {
  let step: Int
  private(set) var levels: [Float] = []
  /// The level of the quietest windows.
  let quiet: Float

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
    let overall = Self.quantile(windows.map { $0.meanSpeed / expected }, parameters.noiseQuantile)
    quiet = Self.quantile(windows.map { $0.meanSpeed / expected }, 0.05)
    var first = 0
    var last = 0
    let ceiling = parameters.noiseRiseLimit * quiet
    for node in stride(from: 0, through: sampleCount + step, by: step) {
      while first < windows.count, windows[first].center < node - reach { first += 1 }
      while last < windows.count, windows[last].center <= node + reach { last += 1 }
      let level =
        last - first < 5
        ? overall
        : Self.quantile(
          windows[first..<last].map { $0.meanSpeed / expected }, parameters.noiseQuantile)
      levels.append(min(level, ceiling))
    }
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
