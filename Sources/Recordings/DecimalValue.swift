#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension DecimalText {
  /// The nearest `Double` to the number in `bytes[range]`, ties to even, as `strtod` gives it; `nil`
  /// where the cell holds no number.
  static func value(_ bytes: Span<UInt8>, _ range: Range<Int>, point: UInt8) -> Double? {
    guard let decimal = DecimalText(bytes, range, point: point) else { return nil }
    return decimal.quickValue ?? reference(bytes, range, point: point)
  }

  /// The value where one rounding gives it: products and quotients of integers below 2^53 and powers
  /// of ten up to 10^22 (Clinger, *How to read floating point numbers accurately*, 1990).
  private var quickValue: Double? {
    guard !isTruncated, significand <= 1 << 53, exponent >= -22, exponent <= 22 else { return nil }
    let whole = Double(significand)
    let value = exponent < 0 ? whole / Self.tens[-exponent] : whole * Self.tens[exponent]
    return isNegative ? -value : value
  }

  /// What `strtod` says, for the rare cell with more digits than a quick way can take.
  private static func reference(_ bytes: Span<UInt8>, _ range: Range<Int>, point: UInt8) -> Double {
    var text: [CChar] = []
    text.reserveCapacity(range.count + 1)
    for index in range {
      text.append(CChar(bitPattern: bytes[index] == point ? Ascii.point : bytes[index]))
    }
    text.append(0)
    return strtod(text, nil)
  }

  static let tens: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
