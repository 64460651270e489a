/// The share of the assessable time that episodes take, in percent; `nil` without such time.
func burdenPercent(_ seconds: Double, of assessable: Double) -> Double? {
  assessable > 0 ? min(100, 100 * seconds / assessable) : nil
}

/// What `not-seen` leaves open: the rate that could still have been missed, and the size.
func notSeenMeasures(seconds: Double, smallest: Double) -> [Measure] {
  let minutes = seconds / 60
  // −ln(0.05): with this many expected, one in twenty recordings shows none.
  let upper = minutes > 0 ? 2.995_732_273_553_991 / minutes : nil
  return [
    Measure("upperRatePerMinute", upper, .perMinute),
    Measure("smallestDetectableDegrees", smallest, .degrees),
  ]
}

extension Finding {
  /// The finding where positions were not recorded, on which its pattern depends.
  func withoutPositions() -> Finding {
    Finding(
      pattern: pattern, status: .notAssessable, score: nil, scoreInterval: nil, burdenPercent: nil,
      episodes: 0, eyes: eyes, measures: [],
      notes: [
        Remark("velocity-only", "The file holds velocities; this pattern is one of positions.")
      ])
  }
}
