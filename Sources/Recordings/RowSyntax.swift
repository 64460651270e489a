/// Finds delimiters and line ends 64 bytes at a time.
///
/// The functions look at up to ``LineBuffer/padding`` bytes around what they are given.
struct RowSyntax: Sendable {
  let delimiter: UInt8
  let point: UInt8
  private let delimiters: SIMD16<UInt8>
  private let newlines = SIMD16<UInt8>(repeating: Ascii.newline)
  private let comment: UInt8
  private let header: UInt8

  /// - Parameters:
  ///   - comment: the first byte of lines that are comments.
  ///   - header: the first byte of the header, which may come again.
  init(delimiter: UInt8, point: UInt8, comment: UInt8?, header: UInt8?) {
    self.delimiter = delimiter
    self.point = point
    delimiters = SIMD16(repeating: delimiter)
    self.comment = comment ?? Ascii.newline
    self.header = header ?? Ascii.newline
  }

  /// Whether a line may be a row, by its first byte: it is no comment, no header and not blank.
  @inline(__always)
  func canBegin(_ byte: UInt8) -> Bool {
    byte != comment && byte != header && (byte > Ascii.carriageReturn || byte == Ascii.tab)
  }

  /// How many newlines are among 64 bytes, in sixteen parts.
  @inline(__always)
  func newlines(_ start: UnsafeRawPointer) -> SIMD16<UInt8> {
    var count = SIMD16<UInt8>()
    for offset in stride(from: 0, to: 64, by: 16) {
      let bytes = (start + offset).loadUnaligned(as: SIMD16<UInt8>.self)
      count &-= unsafeBitCast(bytes .== newlines, to: SIMD16<UInt8>.self)
    }
    return count
  }

  /// Where delimiters and newlines are among 64 bytes, a bit a byte.
  @inline(__always)
  func structure(_ start: UnsafeRawPointer) -> UInt64 {
    // Bit k of byte j says it of byte 8 k + j, until the bits are transposed.
    let first = SIMD2<UInt64>(0x0101_0101_0101_0101, 0x0202_0202_0202_0202)
    let second = SIMD2<UInt64>(0x0404_0404_0404_0404, 0x0808_0808_0808_0808)
    let third = SIMD2<UInt64>(0x1010_1010_1010_1010, 0x2020_2020_2020_2020)
    let fourth = SIMD2<UInt64>(0x4040_4040_4040_4040, 0x8080_8080_8080_8080)
    let pairs =
      lanes(start) & first | lanes(start + 16) & second | lanes(start + 32) & third
      | lanes(start + 48) & fourth
    return Self.transposed(pairs.x | pairs.y)
  }

  /// All ones in the bytes that are delimiters or newlines.
  @inline(__always)
  private func lanes(_ start: UnsafeRawPointer) -> SIMD2<UInt64> {
    let bytes = start.loadUnaligned(as: SIMD16<UInt8>.self)
    return unsafeBitCast(bytes .== delimiters, to: SIMD2<UInt64>.self)
      | unsafeBitCast(bytes .== newlines, to: SIMD2<UInt64>.self)
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

/// Newlines counted in sixteen parts at a time.
struct NewlineCount {
  private var parts = SIMD16<UInt8>()
  private var blocks = 0
  private var sum = 0

  /// Adds up to four in each part.
  @inline(__always)
  mutating func add(_ newlines: SIMD16<UInt8>) {
    parts &+= newlines
    blocks &+= 1
    // Each part counts to 255 at most.
    if blocks == 63 { close() }
  }

  private mutating func close() {
    let pairs = unsafeBitCast(parts, to: SIMD8<UInt16>.self)
    sum &+= Int(((pairs & 0xFF) &+ (pairs &>> 8)).wrappedSum())
    parts = SIMD16()
    blocks = 0
  }

  /// How many were added.
  mutating func total() -> Int {
    close()
    return sum
  }
}
