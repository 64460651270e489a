/// A clock whose stamps are shared by the rows of so long a time that a loss among them goes unseen.
struct CoarseClock {
  /// Seconds from one stamp to the next.
  let step: Double
  /// How many rows share a stamp, but for the first and the last one.
  let fewest: Int
  let most: Int
  /// Whether many stamps have fewer rows than others by more than rounding explains: rows were lost, or
  /// came late, and nothing says which.
  let isUneven: Bool

  /// In seconds. Longer losses end a run where the clock shows them.
  private static let finest = 0.020
  /// The share of a stamp's rows, and of all stamps.
  private static let unevenShare = 0.1

  /// - Returns: `nil` where the clock is fine enough.
  init?(_ time: ClockColumn, _ steps: ClockSteps, perSecond: Double) {
    step = steps.resolution / perSecond
    guard steps.repeatsAreSamples, step > Self.finest else { return nil }
    var counts: [Int] = []
    var last = Double.nan
    for stamp in time.stamps {
      if stamp != last { counts.append(0) }
      counts[counts.count - 1] += 1
      last = stamp
    }
    let whole = counts.dropFirst().dropLast().sorted()
    guard let fewest = whole.first, let most = whole.last else { return nil }
    (self.fewest, self.most) = (fewest, most)
    let least = Double(whole[whole.count * 9 / 10]) * (1 - Self.unevenShare) - 2
    isUneven =
      Double(whole.count { Double($0) < least }) > Self.unevenShare * Double(whole.count)
  }
}
