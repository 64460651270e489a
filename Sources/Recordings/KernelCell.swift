/// A decimal between two bytes of a text, read eight digits at a time.
///
/// The functions look at up to 32 bytes before the cell and 16 behind it.
struct KernelCell: BitwiseCopyable {
  /// The first byte.
  let start: UnsafeRawPointer
  /// The byte behind the last one.
  let end: UnsafeRawPointer

  /// The cell as a whole number of units of its last decimal, without its sign; `nil` where it holds
  /// anything but a sign, up to 19 digits, and a point.
  @inline(never)
  func decimal(point: UInt8) -> (significand: UInt64, fraction: Int)? {
    let first = start + (start.load(as: UInt8.self) == Ascii.minus ? 1 : 0)
    let length = first.distance(to: end)
    guard length > 0, length <= 20 else { return nil }
    var fraction = -1
    for index in 0..<length where first.load(fromByteOffset: index, as: UInt8.self) == point {
      guard fraction < 0 else { return nil }
      fraction = length &- index &- 1
    }
    return digits(fraction: fraction).map { ($0, max(fraction, 0)) }
  }

  /// The digits as a whole number, without the sign; `nil` where there is anything else, or more than
  /// 19 of them.
  ///
  /// - Parameter fraction: how many stand behind the point; -1 where there is none.
  @inline(__always)
  func digits(fraction: Int) -> UInt64? {
    let isNegative = start.load(as: UInt8.self) == Ascii.minus
    let first = start + (isNegative ? 1 : 0)
    guard fraction >= 0 else { return Self.digits(first, end) }
    let behind = end - fraction
    if fraction <= 8 {
      // The last eight in one word, the point left out.
      let late = UInt64(littleEndian: (end - 8).loadUnaligned(as: UInt64.self))
      let early = UInt64(littleEndian: (end - 9).loadUnaligned(as: UInt64.self))
      let isBefore = fraction == 8 ? 0 : UInt64.max &>> UInt64(truncatingIfNeeded: fraction &<< 3)
      let word = late ^ ((late ^ early) & isBefore) ^ Self.zeros
      let count = first.distance(to: end) &- 1
      guard count > 8 else { return Self.digits(word, count: count) }
      guard Self.areDigits(word), count <= 19, let high = Self.digits(first, end - 9) else {
        return nil
      }
      return high &* 100_000_000 &+ Self.number(word)
    }
    let before = first.distance(to: behind) &- 1
    guard fraction + before <= 19, let low = Self.digits(behind, end) else { return nil }
    if before == 0 { return low }
    guard let high = Self.digits(first, behind - 1) else { return nil }
    return high &* UInt64(DecimalText.tens[fraction]) &+ low
  }

  /// One to nineteen digits and nothing else.
  @inline(__always)
  private static func digits(_ start: UnsafeRawPointer, _ end: UnsafeRawPointer) -> UInt64? {
    var count = start.distance(to: end)
    var behind = end
    var number: UInt64 = 0
    var scale: UInt64 = 1
    guard count > 0, count <= 19 else { return nil }
    while count > 8 {
      let word = eight(behind - 8)
      guard areDigits(word) else { return nil }
      number &+= Self.number(word) &* scale
      scale &*= 100_000_000
      behind -= 8
      count &-= 8
    }
    guard let high = digits(eight(behind - 8), count: count) else { return nil }
    return number &+ high &* scale
  }

  /// The last digits of a word of eight, one to eight of them.
  @inline(__always)
  private static func digits(_ word: UInt64, count: Int) -> UInt64? {
    guard count > 0 else { return nil }
    let kept = word & (~0 &<< UInt64(truncatingIfNeeded: (8 &- count) &<< 3))
    return areDigits(kept) ? number(kept) : nil
  }

  /// Eight characters, the first in the lowest byte.
  @inline(__always)
  static func word(_ start: UnsafeRawPointer) -> UInt64 {
    UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
  }

  /// Eight characters as digit values, the last one in the highest byte.
  @inline(__always)
  private static func eight(_ start: UnsafeRawPointer) -> UInt64 {
    word(start) ^ zeros
  }

  static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// Whether all eight bytes are below ten.
  @inline(__always)
  static func areDigits(_ word: UInt64) -> Bool {
    ((word &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080 == 0
  }

  /// Eight digit values, the first in the lowest byte, as a number: pairs, then fours, then eight.
  @inline(__always)
  static func number(_ word: UInt64) -> UInt64 {
    let pairs = word &* 10 &+ word &>> 8
    let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = (pairs &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (low &+ high) &>> 32
  }
}
