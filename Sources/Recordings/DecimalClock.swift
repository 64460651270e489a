/// Turns the cells of a time column into the time since the first one, without losing a digit.
///
/// Stamps are subtracted as whole numbers of the last decimal before they become a `Double`, so that
/// nanoseconds since 1970 keep their nanoseconds, and a constant added to all stamps changes nothing.
struct DecimalClock: Sendable {
  /// The first stamp, in units of 10^-`decimals`.
  private var origin: Int128?
  /// The most decimals seen so far.
  private(set) var decimals = 0

  /// Whether the first stamp is 0 or 1, as that of a column which counts rows.
  var beginsAsCount: Bool { origin == 0 || origin == Self.power(decimals) }

  /// The first stamp, where it is small enough for differences in 64 bits.
  var quickOrigin: Int64? {
    guard let origin, origin > -(1 << 62), origin < 1 << 62 else { return nil }
    return Int64(origin)
  }

  /// The time since the first stamp, in the column's unit; `NaN` where the stamp is out of all bounds.
  mutating func elapsed(_ stamp: DecimalText) -> Double {
    guard let whole = wholeNumber(stamp) else { return .nan }
    guard let origin else {
      origin = whole
      return 0
    }
    let (difference, overflow) = whole.subtractingReportingOverflow(origin)
    guard !overflow else { return .nan }
    if let small = Int64(exactly: difference) {
      return Double(small) / DecimalText.tens[decimals]
    }
    return Double(difference) / DecimalText.tens[decimals]
  }

  /// The stamp in units of the last decimal, which may add decimals to the clock.
  private mutating func wholeNumber(_ stamp: DecimalText) -> Int128? {
    var stamp = stamp
    // No more of 19 digits than 19 can be cut off.
    if stamp.exponent < -18 - 19 { (stamp.significand, stamp.exponent) = (0, -18) }
    while stamp.exponent < -18 {
      stamp.significand /= 10
      stamp.exponent += 1
    }
    let needed = max(-stamp.exponent, 0)
    if needed > decimals {
      if let origin {
        let (finer, overflow) = origin.multipliedReportingOverflow(
          by: Self.power(needed - decimals))
        guard !overflow else { return nil }
        self.origin = finer
      }
      decimals = needed
    }
    let shift = stamp.exponent + decimals
    // 19 digits and 18 decimals: the most that 127 bits hold.
    guard shift <= 18 else { return stamp.significand == 0 ? 0 : nil }
    let whole = Int128(stamp.significand) * Self.power(shift)
    return stamp.isNegative ? -whole : whole
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
