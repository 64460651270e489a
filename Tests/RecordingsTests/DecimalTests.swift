import Testing

@testable import Recordings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers are what `strtod` gives, bit for bit, in every shape, on both ways through a table.
@Suite struct DecimalTests {
  enum Shape: CaseIterable, Sendable {
    case cells, digits, shortest, exponents, halfway, integers, stamps
  }

  @Test(arguments: Shape.allCases)
  func numbersAreExact(shape: Shape) {
    var random = Congruential(seed: UInt64(Shape.allCases.firstIndex(of: shape) ?? 0) + 11)
    for _ in 0..<7500 {
      let text = Self.number(shape, &random)
      let bytes = Array(text.utf8)
      let value = DecimalText.value(bytes.span, 0..<bytes.count, point: Ascii.point)
      let expected = strtod(text, nil)
      guard value?.bitPattern != expected.bitPattern else { continue }
      Issue.record("\(text): \(String(describing: value)) instead of \(expected)")
    }
  }

  /// The same numbers as cells of a table: the quick way and the plain way agree with `strtod`.
  @Test(arguments: Shape.allCases)
  func cellsAreExact(shape: Shape) throws {
    var random = Congruential(seed: UInt64(Shape.allCases.firstIndex(of: shape) ?? 0) + 91)
    let numbers = (0..<3000).map { _ in Self.number(shape, &random) }
    let text = rows("time_ms,x_deg,y_deg", count: numbers.count, step: 2) { "\(numbers[$0]),1" }
    let horizontal = try #require(try read(text).traces[0].horizontal)
    for (index, number) in numbers.enumerated() {
      let expected = Float(strtod(number, nil))
      let isSame =
        expected.isFinite
        ? horizontal[index].bitPattern == expected.bitPattern
        : horizontal[index].isNaN
      if !isSame { Issue.record("\(number): \(horizontal[index]) instead of \(expected)") }
    }
  }

  private static func number(_ shape: Shape, _ random: inout Congruential) -> String {
    func whole(_ limit: Int, _ random: inout Congruential) -> Int {
      Int(random.next() * Double(limit))
    }
    func digits(_ count: Int, _ random: inout Congruential) -> String {
      String((0..<count).map { _ in Character("\(whole(10, &random))") })
    }
    let sign = ["", "-", "", "+"][whole(4, &random)]
    switch shape {
    case .cells:
      return sign + digits(whole(5, &random) + 1, &random) + "."
        + digits(whole(7, &random), &random)
    case .digits:
      let count = whole(28, &random) + 1
      let point = whole(count + 1, &random)
      return sign + digits(point, &random) + "." + digits(count - point, &random)
        + (point == count ? "0" : "")
    case .shortest:
      let bits = UInt64(random.next() * 0x1p53) << 11 ^ UInt64(random.next() * 0x1p53)
      let value = Double(bitPattern: bits)
      return value.isFinite ? "\(value)" : "1.5"
    case .exponents:
      return sign + digits(whole(17, &random) + 1, &random) + "e"
        + ["", "-", "+"][whole(3, &random)] + "\(whole(40, &random))"
    case .halfway:
      // Exactly between two neighbours, or beside.
      let value = UInt64(0x1p53) + UInt64(whole(1 << 20, &random)) * 2 + 1
      return "\(value)" + ["", ".0", ".5", "e0", "0e-1", ".000000000000000001"][whole(6, &random)]
    case .integers: return sign + digits(whole(22, &random) + 1, &random)
    case .stamps: return digits(whole(19, &random) + 1, &random) + "." + digits(6, &random)
    }
  }

  /// The largest and the smallest numbers, ties between neighbours, and zeros.
  @Test(arguments: [
    "0", "-0", "0.0", "-0.000", "9007199254740993", "9007199254740992.5", "1e22", "1e23",
    "8.98846567431158e307", "1.7976931348623157e308", "4.9e-324", "2.4703282292062327e-324",
    "2.2250738585072011e-308", "123456789012345678", "18446744073709551615", "18446744073709551616",
    "0.000000000000000000000000001", "9999999999999999999", "1.", ".5", "1e-27", "7e27",
    "9007199254740993e-5", "3.0517578125e-05", "8388608.5", "16777217",
  ])
  func particularNumbersAreExact(text: String) {
    let bytes = Array(text.utf8)
    let value = DecimalText.value(bytes.span, 0..<bytes.count, point: Ascii.point)
    #expect(value?.bitPattern == strtod(text, nil).bitPattern)
  }

  @Test(arguments: ["", ".", "-", "+", "e5", "1e", "1e+", "1.2.3", "--1", "1-", "0x1", "1 2", "１"])
  func otherTextIsNoNumber(text: String) {
    let bytes = Array(text.utf8)
    #expect(DecimalText.value(bytes.span, 0..<bytes.count, point: Ascii.point) == nil)
  }
}
