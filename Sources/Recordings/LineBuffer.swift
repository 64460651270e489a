#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The text of an input in chunks of whole lines.
///
/// There are ``padding`` readable bytes before and behind the chunk, so that a parser may look around
/// without asking.
struct LineBuffer: ~Copyable {
  /// Bytes read in one go: enough to make calls rare, little enough to stay in a core's cache.
  static let chunkSize = 1 << 18
  /// The first chunk is larger, for formats that say late what their columns are.
  static let openingSize = 1 << 20
  /// Readable bytes before the first line and behind the last one.
  static let padding = 128
  /// The longest line that is read.
  static let lineLimit = 1 << 24

  private let text: TextInput
  private(set) var bytes: [UInt8]
  /// The whole lines at hand; each ends in a newline.
  private(set) var lines = padding..<padding
  /// The end of the bytes at hand.
  private var filled = padding
  /// Whether the text has nothing more.
  private(set) var isAtEnd = false
  /// Whether carriage returns alone end the lines; known after the first chunk.
  private var hasBareReturns: Bool?

  /// A buffer without lines; ``advance()`` makes the first ones the ones at hand.
  init(_ text: TextInput) {
    self.text = text
    let stated = text.input.statedSize.map { text.isCompressed ? $0 * 8 : $0 }
    let size = max(min((stated ?? Self.openingSize) + 2, Self.openingSize), 4096)
    bytes = [UInt8](repeating: 0, count: Self.padding + size + 1 + Self.padding)
  }

  /// The share of the input that was read so far, where its size is known.
  var share: Double? {
    guard let size = text.input.statedSize, size > 0 else { return nil }
    return Double(text.input.byteCount) / Double(size)
  }

  /// Gives the bytes at hand and the range of the whole lines among them.
  func withLines(
    _ body: (Span<UInt8>, Range<Int>) throws(RecordingError.Problem) -> Void
  ) throws(RecordingError.Problem) {
    try body(bytes.span, lines)
  }

  /// Makes the next chunk of whole lines the one at hand; false at the end.
  mutating func advance() throws(RecordingError.Problem) -> Bool {
    let rest = filled - lines.upperBound
    if isAtEnd, rest == 0 { return false }
    let start = Self.padding + rest
    if lines.upperBound > Self.padding, rest > 0 {
      let tail = lines.upperBound..<filled
      bytes.withUnsafeMutableBytes { buffer in
        let front = UnsafeMutableRawBufferPointer(rebasing: buffer[Self.padding...])
        front.copyMemory(from: .init(rebasing: UnsafeRawBufferPointer(buffer)[tail]))
      }
    }
    let wanted = hasBareReturns == nil ? Self.openingSize : Self.chunkSize
    try fill(from: start, to: min(room, start + wanted))
    try findLines(from: start)
    return !lines.isEmpty
  }

  /// Where the room for text ends, with a newline behind it.
  private var room: Int { bytes.count - Self.padding - 1 }

  /// Finds the end of the last whole line, reading on while there is none.
  private mutating func findLines(from start: Int) throws(RecordingError.Problem) {
    var start = start
    while true {
      endLines(from: start)
      if holds(Ascii.newline, from: start) {
        var end = filled
        while bytes[end - 1] != Ascii.newline { end -= 1 }
        lines = Self.padding..<end
        return
      }
      lines = Self.padding..<Self.padding
      if isAtEnd { return }
      guard filled < Self.lineLimit else { throw .lineTooLong(limit: Self.lineLimit) }
      if room <= filled { bytes += [UInt8](repeating: 0, count: bytes.count) }
      start = filled
      try fill(from: filled, to: room)
    }
  }

  /// Makes newlines of bare carriage returns, ends the last line, and clears what lies behind.
  private mutating func endLines(from start: Int) {
    let isBare = hasBareReturns ?? (holds(Ascii.carriageReturn) && !holds(Ascii.newline))
    hasBareReturns = isBare
    if isBare {
      for index in start..<filled where bytes[index] == Ascii.carriageReturn {
        bytes[index] = Ascii.newline
      }
    }
    if isAtEnd, filled > Self.padding, bytes[filled - 1] != Ascii.newline {
      bytes[filled] = Ascii.newline
      filled += 1
    }
    for index in filled..<(filled + Self.padding) { bytes[index] = 0 }
  }

  private func holds(_ byte: UInt8, from start: Int = padding) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard start < filled, let base = buffer.baseAddress else { return false }
      return memchr(base + start, Int32(byte), filled - start) != nil
    }
  }

  /// Reads until the bytes reach to `end`, or to the end of the text.
  private mutating func fill(from start: Int, to end: Int) throws(RecordingError.Problem) {
    filled = start
    while filled < end {
      let target = filled..<end
      let result = bytes.withUnsafeMutableBytes { [text] buffer in
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[target])
        return Result { () throws(RecordingError.Problem) in try text.read(into: room) }
      }
      let count = try result.get()
      if count == 0 {
        isAtEnd = true
        return
      }
      filled += count
    }
  }
}
