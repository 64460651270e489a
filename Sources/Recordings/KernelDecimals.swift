/// Reads cells as the nearest `Float` to the nearest `Double`, which `strtod` and a rounding give.
///
/// - Source: eight digits at a time as in Lemire, *Number parsing at a gigabyte per second*, 2021; the
///   rounding is argued at ``scaled(_:_:)``.
struct KernelDecimals {
  private let point: UInt8
  private let points: UInt64
  private let powers: UnsafePointer<PowerOfTen>

  /// 10^k and the `Double` nearest to 10^-k.
  struct PowerOfTen: Sendable {
    let power: Double
    let inverse: Double

    /// From 10^0 to 10^22.
    static let all = DecimalText.tens.map { PowerOfTen(power: $0, inverse: 1 / $0) }
  }

  init(point: UInt8, _ powers: UnsafePointer<PowerOfTen>) {
    self.point = point
    points = UInt64(point) &* Self.ones
    self.powers = powers
  }

  /// The number that a cell holds; `NaN` where it takes the plain way to tell, and where the cell is
  /// blank.
  @inline(__always)
  func value(_ cell: KernelCell) -> Float {
    let isNegative = cell.start.load(as: UInt8.self) == Ascii.minus
    let first = cell.start + (isNegative ? 1 : 0)
    let length = first.distance(to: cell.end)
    guard UInt(bitPattern: length &- 1) < 9 else { return longValue(cell) }
    // The digits before the point, and those behind it moved over it, make one word.
    let bytes = UInt64(littleEndian: first.loadUnaligned(as: UInt64.self))
    let next = UInt64(littleEndian: (first + 1).loadUnaligned(as: UInt64.self))
    let difference = bytes ^ points
    let pointBit = (difference &- Self.ones) & ~difference & Self.topBits
    let whole = pointBit.trailingZeroBitCount &>> 3
    var digits = length
    var word = bytes
    var fraction = 0
    if whole < length, whole < 8 {
      word = next ^ ((bytes ^ next) & (pointBit ^ (pointBit &- 1)) &>> 8)
      digits &-= 1
      fraction = digits &- whole
    }
    guard UInt(bitPattern: digits &- 1) < 8 else { return longValue(cell) }
    word = (word ^ KernelCell.zeros) &<< UInt64(truncatingIfNeeded: (8 &- digits) &<< 3)
    guard KernelCell.areDigits(word) else { return .nan }
    let value = scaled(KernelCell.number(word), fraction)
    let sign: UInt32 = isNegative ? 1 &<< 31 : 0
    return Float(bitPattern: value.bitPattern ^ sign)
  }

  /// `whole / 10^fraction` for up to eight digits, seven of them decimals.
  ///
  /// The product with the inverse is off by less than 2^-52 of itself. A number that is no midpoint of
  /// two `Float`s is at least 2^-49 of itself away from one (two integers differ by one or more: one
  /// over 10^7 times 2^25), so that its rounding is safe; near a midpoint the quotient decides, which
  /// is exact where it matters.
  @inline(__always)
  private func scaled(_ whole: UInt64, _ fraction: Int) -> Float {
    // Exact below 2^52; a conversion would wait for the cell before, whose register it takes.
    let number = Double(bitPattern: whole | 0x4330_0000_0000_0000) - 0x1p52
    let product = number * powers[fraction].inverse
    let beyond = product.bitPattern & 0x1FFF_FFFF
    if beyond &- 0x0FFF_FFFC < 8 { return Float(number / powers[fraction].power) }
    return Float(product)
  }

  /// The same for up to 19 digits.
  @inline(never)
  private func longValue(_ cell: KernelCell) -> Float {
    guard cell.end > cell.start, let (significand, fraction) = cell.decimal(point: point) else {
      return .nan
    }
    let isNegative = cell.start.load(as: UInt8.self) == Ascii.minus
    let text = DecimalText(isNegative: isNegative, significand: significand, exponent: -fraction)
    return text.exactValue.map { Float($0) } ?? .nan
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let topBits: UInt64 = 0x8080_8080_8080_8080
}
