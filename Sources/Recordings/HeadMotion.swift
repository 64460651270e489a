/// The head's rotation about one axis, on a recording's grid.
struct HeadMotion {
  /// Degrees, or degrees a second; `NaN` where missing.
  let values: [Float]
  let isSpeed: Bool

  /// Angles are differentiated over this many seconds: long enough for a headset that repeats each pose
  /// until the next frame, short beside a turn of the head.
  private static let reach = 0.1

  /// The speed of the rotation about all recorded axes together, in degrees a second.
  static func speed(
    of axes: [HeadMotion], runs: [Recording.Run], samplingRate: Double
  ) -> [Float]? {
    guard let first = axes.first else { return nil }
    var squares = [Float](repeating: 0, count: first.values.count)
    for axis in axes {
      let speeds =
        axis.isSpeed ? axis.values : axis.differentiated(runs: runs, samplingRate: samplingRate)
      for (index, speed) in speeds.enumerated() { squares[index] += speed * speed }
    }
    return squares.map { $0.squareRoot() }
  }

  private func differentiated(runs: [Recording.Run], samplingRate: Double) -> [Float] {
    var speeds = [Float](repeating: .nan, count: values.count)
    let half = max(1, Int((Self.reach / 2 * samplingRate).rounded()))
    for run in runs {
      for index in run.samples {
        let before = max(run.samples.lowerBound, index - half)
        let after = min(run.samples.upperBound - 1, index + half)
        guard after > before else { continue }
        // The short way round, where angles start again at 360.
        let turn = (values[after] - values[before]).remainder(dividingBy: 360)
        speeds[index] = turn * Float(samplingRate) / Float(after - before)
      }
    }
    return speeds
  }
}
