import SignalProcessing

/// The noise of velocity as it changes along a recording, an axis, in degrees a second.
///
/// Taken from short windows, each robust against what moves in it; of the windows around an
/// instant, a quantile, so that saccades do not raise it. Given on a coarse grid of time.
struct LocalNoise {
  let step: Int
  private(set) var levels: [Float] = []

  /// - Parameters:
  ///   - windows: The centre of each window, in samples, and the spread in it.
  init(
    windows: [(center: Int, spread: Float)], sampleCount: Int, samplingRate: Double,
    parameters: MovementParameters
  ) {
    step = max(1, Int((0.25 * samplingRate).rounded()))
    let reach = Int(parameters.noiseReachSeconds * samplingRate)
    let overall = Self.quantile(windows.map(\.spread), parameters.noiseQuantile)
    var first = 0
    var last = 0
    for node in stride(from: 0, through: sampleCount + step, by: step) {
      while first < windows.count, windows[first].center < node - reach { first += 1 }
      while last < windows.count, windows[last].center <= node + reach { last += 1 }
      levels.append(
        last - first < 5
          ? overall
          : Self.quantile(windows[first..<last].map(\.spread), parameters.noiseQuantile))
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
