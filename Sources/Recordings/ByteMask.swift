#if canImport(_Builtin_intrinsics.intel.sse2)
  import _Builtin_intrinsics.intel.sse2
#endif

/// Bytes that are all ones or all zeros, sixteen in a pair of words, as a bit each.
enum ByteMask {
  /// A bit for each of 64 bytes, the first in the lowest.
  @inline(__always)
  static func bits(
    _ first: SIMD2<UInt64>, _ second: SIMD2<UInt64>, _ third: SIMD2<UInt64>,
    _ fourth: SIMD2<UInt64>
  ) -> UInt64 {
    #if canImport(_Builtin_intrinsics.intel.sse2)
      bits(first) | bits(second) &<< 16 | bits(third) &<< 32 | bits(fourth) &<< 48
    #else
      plainBits(first, second, third, fourth)
    #endif
  }

  #if canImport(_Builtin_intrinsics.intel.sse2)
    /// The processor's own instruction, which every x86-64 has.
    @inline(__always)
    private static func bits(_ bytes: SIMD2<UInt64>) -> UInt64 {
      UInt64(UInt32(bitPattern: _mm_movemask_epi8(unsafeBitCast(bytes, to: SIMD2<Int64>.self))))
    }
  #endif

  /// The same for any processor.
  @inline(__always)
  static func plainBits(
    _ first: SIMD2<UInt64>, _ second: SIMD2<UInt64>, _ third: SIMD2<UInt64>,
    _ fourth: SIMD2<UInt64>
  ) -> UInt64 {
    // Bit k of byte j says it of byte 8 k + j, until the bits are transposed.
    let pairs =
      first & SIMD2(0x0101_0101_0101_0101, 0x0202_0202_0202_0202)
      | second & SIMD2(0x0404_0404_0404_0404, 0x0808_0808_0808_0808)
      | third & SIMD2(0x1010_1010_1010_1010, 0x2020_2020_2020_2020)
      | fourth & SIMD2(0x4040_4040_4040_4040, 0x8080_8080_8080_8080)
    return transposed(pairs.x | pairs.y)
  }

  /// A square of 8 by 8 bits, mirrored at its diagonal.
  @inline(__always)
  private static func transposed(_ square: UInt64) -> UInt64 {
    var bits = square
    var swap = (bits ^ bits &>> 7) & 0x00AA_00AA_00AA_00AA
    bits ^= swap ^ swap &<< 7
    swap = (bits ^ bits &>> 14) & 0x0000_CCCC_0000_CCCC
    bits ^= swap ^ swap &<< 14
    swap = (bits ^ bits &>> 28) & 0x0000_0000_F0F0_F0F0
    return bits ^ swap ^ swap &<< 28
  }
}
