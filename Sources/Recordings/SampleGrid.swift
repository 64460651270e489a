/// How rows come to lie on a uniform grid of time.
struct SampleGrid: Sendable, Equatable {
  /// Samples a second.
  var samplingRate: Double
  var runs: [Recording.Run]
  /// Which rows become which samples; samples in none are missing.
  var stretches: [Stretch]
  /// Samples in all runs together.
  var count: Int
  /// Whether samples are interpolated between rows instead of taken from them.
  var isResampled = false
  /// The length of a sample in the time column's unit.
  var step = 1.0

  /// Samples a second beyond which a clock is misread.
  static let plausibleRates = 0.5...200_000

  /// Rows that become samples one by one.
  struct Stretch: Sendable, Equatable {
    var rows: Range<Int>
    /// The sample that the first row becomes.
    var sample: Int
  }

  /// Rows in even steps, without a clock.
  static func even(rows: Int, samplingRate: Double) -> SampleGrid {
    SampleGrid(
      samplingRate: samplingRate, runs: [.init(onset: 0, samples: 0..<rows)],
      stretches: [.init(rows: 0..<rows, sample: 0)], count: rows)
  }

  /// Whether every row is the sample of its own number.
  func isIdentity(rows: Int) -> Bool {
    !isResampled && count == rows && stretches == [.init(rows: 0..<rows, sample: 0)]
  }

  /// A channel's values on the grid.
  ///
  /// - Parameter position: each row's place on the grid, in samples from the start of its run; needed
  ///   where the grid is resampled.
  func place(_ rows: [Float], position: (Int) -> Double) -> [Float] {
    if isIdentity(rows: rows.count) { return rows }
    var samples = [Float](repeating: .nan, count: count)
    for stretch in stretches {
      if isResampled {
        interpolate(rows, stretch, position, into: &samples)
      } else {
        samples.replaceSubrange(
          stretch.sample..<(stretch.sample + stretch.rows.count), with: rows[stretch.rows])
      }
    }
    return samples
  }

  /// Fills the samples of one run by straight lines between neighbouring rows, where these are at most
  /// 1.5 steps apart.
  private func interpolate(
    _ rows: [Float], _ stretch: Stretch, _ position: (Int) -> Double, into samples: inout [Float]
  ) {
    // A row this near to a sample is that sample, whatever its neighbours are.
    let nearest = 1e-6
    let start = position(stretch.rows.lowerBound)
    for row in stretch.rows {
      let here = position(row) - start
      let sample = stretch.sample + Int(here.rounded())
      if abs(here - here.rounded()) < nearest, sample < count { samples[sample] = rows[row] }
      guard row + 1 < stretch.rows.upperBound else { break }
      let there = position(row + 1) - start
      let next = stretch.sample + Int((here + nearest).rounded(.down)) + 1
      let last = min(stretch.sample + Int(there.rounded(.down)), count - 1)
      guard there - here <= 1.5, next <= last else { continue }
      for sample in next...last {
        let share = Float((Double(sample - stretch.sample) - here) / (there - here))
        samples[sample] = rows[row] + (rows[row + 1] - rows[row]) * share
      }
    }
  }
}
