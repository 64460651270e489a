/// A decimal number as a cell writes it: `±significand × 10^exponent`.
struct DecimalText: Sendable, Equatable {
  var isNegative = false
  /// The first 19 significant digits.
  var significand: UInt64 = 0
  var exponent = 0
  /// Whether digits beyond the 19th were dropped that are not zero.
  var isTruncated = false

  /// A number of up to 19 digits.
  init(isNegative: Bool, significand: UInt64, exponent: Int) {
    self.isNegative = isNegative
    self.significand = significand
    self.exponent = exponent
  }

  /// The number in `bytes[range]`, which holds nothing else; `nil` where it is none.
  ///
  /// - Parameter point: the byte before the decimals, `.` or `,`.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>, point: UInt8) {
    var index = range.lowerBound
    guard index < range.upperBound else { return nil }
    if bytes[index] == Ascii.minus || bytes[index] == Ascii.plus {
      isNegative = bytes[index] == Ascii.minus
      index += 1
    }
    guard readDigits(bytes, &index, range.upperBound, point: point) else { return nil }
    if index < range.upperBound {
      guard bytes[index] | 0x20 == Ascii.e else { return nil }
      index += 1
      guard let power = Self.readPower(bytes, &index, range.upperBound) else { return nil }
      exponent += power
    }
    guard index == range.upperBound else { return nil }
  }

  private mutating func readDigits(
    _ bytes: Span<UInt8>, _ index: inout Int, _ end: Int, point: UInt8
  ) -> Bool {
    var kept = 0
    var hasDigits = false
    var isPastPoint = false
    while index < end {
      let digit = bytes[index] &- Ascii.zero
      if digit < 10 {
        hasDigits = true
        if kept < 19 {
          significand = significand &* 10 &+ UInt64(digit)
          if significand != 0 { kept += 1 }
          if isPastPoint { exponent -= 1 }
        } else {
          if digit != 0 { isTruncated = true }
          if !isPastPoint { exponent += 1 }
        }
      } else if bytes[index] == point, !isPastPoint {
        isPastPoint = true
      } else {
        break
      }
      index += 1
    }
    return hasDigits
  }

  /// The power of ten behind an `e`, held within ±99999.
  private static func readPower(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Int? {
    guard index < end else { return nil }
    let isNegative = bytes[index] == Ascii.minus
    if isNegative || bytes[index] == Ascii.plus { index += 1 }
    var power = 0
    let first = index
    while index < end, bytes[index] &- Ascii.zero < 10 {
      if power < 10_000 { power = power * 10 + Int(bytes[index] &- Ascii.zero) }
      index += 1
    }
    return index == first ? nil : isNegative ? -power : power
  }
}

/// The bytes that tables are written with.
enum Ascii {
  static let tab: UInt8 = 9
  static let newline: UInt8 = 10
  static let carriageReturn: UInt8 = 13
  static let space: UInt8 = 32
  static let quote: UInt8 = 34
  static let hash: UInt8 = 35
  static let openParenthesis: UInt8 = 40
  static let closeParenthesis: UInt8 = 41
  static let plus: UInt8 = 43
  static let comma: UInt8 = 44
  static let minus: UInt8 = 45
  static let point: UInt8 = 46
  static let zero: UInt8 = 48
  static let semicolon: UInt8 = 59
  static let e: UInt8 = 101
  static let bar: UInt8 = 124
}
