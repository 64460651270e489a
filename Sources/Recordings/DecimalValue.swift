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
    return decimal.exactValue ?? reference(bytes, range, point: point)
  }

  /// The value where one rounding gives it: up to 19 digits and powers of ten up to 27 either way.
  ///
  /// Integers below 2^53 and powers of ten up to 10^22 are `Double`s, so that one product or quotient
  /// rounds once (Clinger, *How to read floating point numbers accurately*, 1990). Beyond that,
  /// 10^k = 5^k 2^k with 5^k below 2^63: product and quotient of 64-bit integers are taken in full,
  /// and what is dropped is kept as a sticky bit for the one rounding.
  var exactValue: Double? {
    guard !isTruncated else { return nil }
    let magnitude: Double
    if significand <= 1 << 53, exponent >= -22, exponent <= 22 {
      let whole = Double(significand)
      magnitude = exponent < 0 ? whole / Self.tens[-exponent] : whole * Self.tens[exponent]
    } else if significand == 0 {
      magnitude = 0
    } else if exponent >= -27, exponent <= 27 {
      magnitude = exponent < 0 ? quotient(-exponent) : product(exponent)
    } else {
      return nil
    }
    return isNegative ? -magnitude : magnitude
  }

  /// `significand / 10^power`, rounded once.
  private func quotient(_ power: Int) -> Double {
    let divisor = Self.fives[power]
    let shift = significand.leadingZeroBitCount
    let divisorShift = divisor.leadingZeroBitCount
    let dividend = significand << UInt64(shift)
    // The dividend times 2^63 over the divisor, both with their top bit set: at least 62 bits.
    let (quotient, rest) = (divisor << UInt64(divisorShift))
      .dividingFullWidth((dividend >> 1, dividend << 63))
    let rounded = Double(rest == 0 ? quotient : quotient | 1)
    return rounded
      * Double(sign: .plus, exponent: divisorShift - shift - 63 - power, significand: 1)
  }

  /// `significand × 10^power`, rounded once.
  private func product(_ power: Int) -> Double {
    let (high, low) = significand.multipliedFullWidth(by: Self.fives[power])
    let scale = Double(sign: .plus, exponent: power, significand: 1)
    if high == 0 { return Double(low) * scale }
    let shift = UInt64(high.leadingZeroBitCount)
    let top = high << shift | (shift == 0 ? 0 : low >> (64 - shift))
    let isExact = low << shift == 0
    return Double(isExact ? top : top | 1) * scale
      * Double(sign: .plus, exponent: 64 - Int(shift), significand: 1)
  }

  static let tens: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static let fives: [UInt64] = (0...27).map { power in
    (0..<power).reduce(1) { value, _ in value * 5 }
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
}
