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
    return Self.text(whole: whole, fraction: fraction, decimals: decimals, isNegative: digits < 0)
  }

  private static func text(
    whole: UInt64, fraction: UInt64, decimals: Int, isNegative: Bool
  ) -> String {
    // A sign, 16 digits, a point and 9 decimals at most, from the last one on.
    let room = 32
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      var place = room
      func put(_ byte: UInt8) {
        place -= 1
        buffer[place] = byte
      }
      var rest = fraction
      for _ in 0..<decimals {
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
      }
      if decimals > 0 { put(UInt8(ascii: ".")) }
      rest = whole
      repeat {
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
      } while rest > 0
      if isNegative { put(UInt8(ascii: "-")) }
      return String(decoding: buffer[place...], as: UTF8.self)
    }
  }

  private static let powersOfTen: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
}
