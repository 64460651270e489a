/// A cell as ``RowKernel`` finds it.
struct KernelCell: BitwiseCopyable {
  /// The byte behind it.
  var end: UnsafeRawPointer
  /// Bytes behind its point, or -1 where it has none.
  var fraction: Int

  /// A decimal of up to eight digits with a point, as the nearest `Double`; `NaN` for all other cells.
  ///
  /// - Parameters:
  ///   - start: the cell's first byte.
  ///   - tens: powers of ten.
  @inline(__always)
  func value(_ start: UnsafeRawPointer, _ tens: UnsafePointer<Double>) -> Double {
    let isNegative = start.load(as: UInt8.self) == Ascii.minus
    let digits = UInt(bitPattern: start.distance(to: end) &- (isNegative ? 2 : 1))
    guard digits &- 1 < 8, UInt(bitPattern: fraction) < 8 else {
      return longValue(start, tens)
    }
    let word = lastEight & (~0 &<< UInt64(truncatingIfNeeded: 64 &- digits &<< 3))
    guard Self.areDigits(word) else { return .nan }
    let value = Double(Int64(bitPattern: Self.number(word))) / tens[fraction]
    let sign: UInt64 = isNegative ? 1 &<< 63 : 0
    return Double(bitPattern: value.bitPattern ^ sign)
  }

  /// The same for up to 16 digits below 2^53, with or without a point.
  @inline(never)
  private func longValue(_ start: UnsafeRawPointer, _ tens: UnsafePointer<Double>) -> Double {
    guard let whole = digits(start), whole <= 1 << 53 else { return .nan }
    let value = Double(whole) / tens[max(fraction, 0)]
    return start.load(as: UInt8.self) == Ascii.minus ? -value : value
  }

  /// The digits of a decimal of up to 19, seven at most behind its point, as a whole number without
  /// the sign; `nil` for all other cells.
  @inline(__always)
  func digits(_ start: UnsafeRawPointer) -> UInt64? {
    let isNegative = start.load(as: UInt8.self) == Ascii.minus
    let hasPoint = fraction >= 0
    let digits = start.distance(to: end) &- (isNegative ? 1 : 0) &- (hasPoint ? 1 : 0)
    guard digits > 0, digits <= 19, fraction < 8 else { return nil }
    let low = hasPoint ? lastEight : Self.digitValues(end - 8)
    if digits <= 8 {
      let word = low & (~0 &<< UInt64(truncatingIfNeeded: 64 &- digits &<< 3))
      return Self.areDigits(word) ? Self.number(word) : nil
    }
    let before = end - (hasPoint ? 9 : 8)
    let middle = Self.digitValues(before - 8)
    guard Self.areDigits(low) else { return nil }
    if digits <= 16 {
      let word = middle & (~0 &<< UInt64(truncatingIfNeeded: 128 &- digits &<< 3))
      guard Self.areDigits(word) else { return nil }
      return Self.number(word) &* 100_000_000 &+ Self.number(low)
    }
    let word =
      Self.digitValues(before - 16) & (~0 &<< UInt64(truncatingIfNeeded: 192 &- digits &<< 3))
    guard Self.areDigits(middle), Self.areDigits(word) else { return nil }
    return Self.number(word) &* 10_000_000_000_000_000 &+ Self.number(middle) &* 100_000_000
      &+ Self.number(low)
  }

  /// The values of the eight digits before the end, the last one in the highest byte; the point among
  /// them is left out.
  @inline(__always)
  private var lastEight: UInt64 {
    let behind = UInt64(littleEndian: (end - 8).loadUnaligned(as: UInt64.self))
    let before = UInt64(littleEndian: (end - 9).loadUnaligned(as: UInt64.self))
    let isBefore = UInt64.max &>> UInt64(truncatingIfNeeded: fraction &<< 3)
    return behind ^ ((behind ^ before) & isBefore) ^ 0x3030_3030_3030_3030
  }

  @inline(__always)
  private static func digitValues(_ start: UnsafeRawPointer) -> UInt64 {
    UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) ^ 0x3030_3030_3030_3030
  }

  /// Whether all eight bytes are below ten.
  @inline(__always)
  private static func areDigits(_ word: UInt64) -> Bool {
    ((word &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080 == 0
  }

  /// Eight digit values, the first in the lowest byte, as a number: pairs, then fours, then eight.
  @inline(__always)
  private static func number(_ word: UInt64) -> UInt64 {
    let pairs = word &* 10 &+ word &>> 8
    let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = (pairs &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (low &+ high) &>> 32
  }
}
