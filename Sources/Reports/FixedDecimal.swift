/// A number written with a fixed number of decimals, the same on every machine and in every locale.
package struct FixedDecimal: Sendable {
  let value: Double
  let decimals: Int

  init(_ value: Double, decimals: Int) {
    precondition((0...9).contains(decimals), "decimals out of range")
    self.value = value
    self.decimals = decimals
  }

  /// The digits, halves rounded away from zero, zero without a sign; `nil` for what is not finite.
  /// Values that 64 bits cannot hold at this many decimals are written in the shortest form that
  /// reads back as the same number.
  package var text: String? {
    guard value.isFinite else { return nil }
    let scaled = (value * Self.powersOfTen[decimals]).rounded(.toNearestOrAwayFromZero)
    guard scaled.magnitude < 9e15 else { return "\(value)" }
    let digits = Int64(scaled)
    let (whole, fraction) = digits.magnitude.quotientAndRemainder(
      dividingBy: UInt64(Self.powersOfTen[decimals]))
    let sign = digits < 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let tail = String(fraction)
    let zeros = String(repeating: "0", count: decimals - tail.utf8.count)
    return "\(sign)\(whole).\(zeros)\(tail)"
  }

  private static let powersOfTen: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
}
