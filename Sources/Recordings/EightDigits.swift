#if canImport(_Builtin_intrinsics.intel.sse2)
  import _Builtin_intrinsics.intel.sse2
#endif

/// Words of eight digit values each, the first in the lowest byte, as whole numbers.
///
/// Other bytes than digit values give numbers that mean nothing.
enum EightDigits {
  /// The numbers of four words: pairs of digits, then fours, then eights.
  @inline(__always)
  static func numbers(_ first: SIMD2<UInt64>, _ second: SIMD2<UInt64>) -> SIMD4<Int32> {
    #if canImport(_Builtin_intrinsics.intel.sse2)
      let tenThousands = SIMD8<Int16>(10_000, 1, 10_000, 1, 10_000, 1, 10_000, 1)
      let sums = _mm_madd_epi16(
        _mm_packs_epi32(fours(first), fours(second)),
        unsafeBitCast(tenThousands, to: SIMD2<Int64>.self))
      return unsafeBitCast(sums, to: SIMD4<Int32>.self)
    #else
      plainNumbers(first, second)
    #endif
  }

  #if canImport(_Builtin_intrinsics.intel.sse2)
    /// The numbers of four digits each, by instructions that every x86-64 has.
    @inline(__always)
    private static func fours(_ digits: SIMD2<UInt64>) -> SIMD2<Int64> {
      let hundreds = SIMD8<Int16>(100, 1, 100, 1, 100, 1, 100, 1)
      return _mm_madd_epi16(
        unsafeBitCast(pairs(digits), to: SIMD2<Int64>.self),
        unsafeBitCast(hundreds, to: SIMD2<Int64>.self))
    }
  #endif

  /// Ten times the lower byte of each half word and the upper one.
  @inline(__always)
  private static func pairs(_ digits: SIMD2<UInt64>) -> SIMD8<UInt16> {
    let tenAbove = SIMD8<UInt16>(repeating: 10 << 8 | 1)
    let byte = SIMD8<UInt16>(repeating: 8)
    return (unsafeBitCast(digits, to: SIMD8<UInt16>.self) &* tenAbove) &>> byte
  }

  /// The same for any processor.
  @inline(__always)
  static func plainNumbers(_ first: SIMD2<UInt64>, _ second: SIMD2<UInt64>) -> SIMD4<Int32> {
    let numbers = SIMD4(lowHalf: plainNumbers(first), highHalf: plainNumbers(second))
    return SIMD4<Int32>(truncatingIfNeeded: numbers)
  }

  @inline(__always)
  private static func plainNumbers(_ digits: SIMD2<UInt64>) -> SIMD2<UInt64> {
    let hundreds = SIMD8<UInt16>(100, 1, 100, 1, 100, 1, 100, 1)
    let lowHalves = SIMD4<UInt32>(repeating: 0xFFFF)
    let half = SIMD4<UInt32>(repeating: 16)
    let lowWords = SIMD2<UInt64>(repeating: 0xFFFF_FFFF)
    let word = SIMD2<UInt64>(repeating: 32)
    let tenThousands = SIMD2<UInt64>(repeating: 10_000)
    let scaled = unsafeBitCast(pairs(digits) &* hundreds, to: SIMD4<UInt32>.self)
    let fours = unsafeBitCast(
      (scaled & lowHalves) &+ scaled &>> half, to: SIMD2<UInt64>.self)
    return (fours & lowWords) &* tenThousands &+ fours &>> word
  }
}
