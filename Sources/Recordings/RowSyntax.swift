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
  /// Whether a row may begin with a letter.
  private let lettersBegin: Bool
  /// Whether a line may be a row whatever digit it begins with.
  let digitsBegin: Bool

  /// - Parameters:
  ///   - comment: the first byte of lines that are comments.
  ///   - header: the first byte of the header, which may come again.
  ///   - lettersBegin: false where a letter may begin the header of other columns.
  init(delimiter: UInt8, point: UInt8, comment: UInt8?, header: UInt8?, lettersBegin: Bool) {
    self.delimiter = delimiter
    self.point = point
    delimiters = SIMD16(repeating: delimiter)
    self.comment = comment ?? Ascii.newline
    self.header = header ?? Ascii.newline
    self.lettersBegin = lettersBegin
    digitsBegin = ![comment, header].contains { $0.map { $0 &- Ascii.zero < 10 } ?? false }
  }

  /// Whether a line may be a row, by its first byte: it is no comment, no header and not blank.
  @inline(__always)
  func canBegin(_ byte: UInt8) -> Bool {
    byte != comment && byte != header && (byte > Ascii.carriageReturn || byte == Ascii.tab)
      && (lettersBegin || byte | 0x20 &- UInt8(ascii: "a") >= 26)
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
    ByteMask.bits(lanes(start), lanes(start + 16), lanes(start + 32), lanes(start + 48))
  }

  /// All ones in the bytes that are delimiters or newlines.
  @inline(__always)
  private func lanes(_ start: UnsafeRawPointer) -> SIMD2<UInt64> {
    let bytes = start.loadUnaligned(as: SIMD16<UInt8>.self)
    return unsafeBitCast(bytes .== delimiters, to: SIMD2<UInt64>.self)
      | unsafeBitCast(bytes .== newlines, to: SIMD2<UInt64>.self)
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
