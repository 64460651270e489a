#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The first lines of a text, from which its format is recognised.
struct Opening: Sendable {
  let bytes: [UInt8]
  /// The lines, without their ends; blank ones too.
  let lines: [Range<Int>]
  /// Whether nothing follows.
  let isWhole: Bool
  /// Which bytes a line begins with.
  private var isFirstByte = [Bool](repeating: false, count: 256)
  /// The lines among the first that may be headers.
  private(set) var headers: [HeaderLine] = []
  /// The name of the file without its folder.
  let fileName: String

  private static let lineLimit = 3000

  init(_ buffer: borrowing LineBuffer, path: String) throws(RecordingError.Problem) {
    bytes = Array(buffer.bytes[buffer.lines])
    fileName = path.split(separator: "/").last.map(String.init) ?? path
    // The lowest byte first, which takes no branch a byte.
    let head = bytes.prefix(1 << 16)
    if head.reduce(UInt8.max, { $0 < $1 ? $0 : $1 }) < 9,
      let zero = head.firstIndex(where: { $0 < 9 })
    {
      if let encoding = Self.wideEncoding(bytes) { throw .notUTF8(found: encoding) }
      throw .binary(offset: zero)
    }
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count, lines.count < Self.lineLimit {
      let end = bytes.firstIndex(of: Ascii.newline, from: start)
      var last = end
      while last > start, bytes[last - 1] == Ascii.carriageReturn { last -= 1 }
      lines.append(start..<last)
      start = end + 1
    }
    self.lines = lines
    isWhole = buffer.isAtEnd && start >= bytes.count
    if !lines.contains(where: { !isBlank($0) }) { throw .empty }
    headers = HeaderLine.candidates(in: self)
    for line in lines where !line.isEmpty { isFirstByte[Int(bytes[line.lowerBound])] = true }
  }

  /// The encoding of text whose characters take two or four bytes each: of plain letters and digits,
  /// all but one byte of each are 0.
  private static func wideEncoding(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(400)
    for (name, width) in [("UTF-16", 2), ("UTF-32", 4)] {
      let characters = head.count / width
      let places = (0..<width).map { place in
        (0..<characters).count { head[$0 * width + place] == 0 }
      }
      let plain = places.count { $0 * 10 >= characters * 9 }
      let full = places.count { $0 == 0 || $0 * 10 <= characters }
      if characters > 8, plain == width - 1, full == 1 { return name }
    }
    return nil
  }

  /// A line as text; bytes that are no UTF-8 become replacement characters.
  func text(_ line: Int) -> String {
    guard lines.indices.contains(line) else { return "" }
    return String(decoding: bytes[lines[line]].prefix(1 << 16), as: UTF8.self)
  }

  func isBlank(_ line: Range<Int>) -> Bool {
    bytes[line].allSatisfy { $0 == Ascii.space || $0 == Ascii.tab }
  }

  /// What the text is where it is no table at all: JSON, as glasses write it, or XML.
  var markup: String? {
    switch lines.first(where: { !isBlank($0) }).map({ bytes[$0.lowerBound] }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): "JSON text, which is not read"
    case UInt8(ascii: "<"): "XML text, which is not read"
    default: nil
    }
  }

  /// Where the line behind a line begins.
  func start(after line: Int) -> Int {
    guard lines.indices.contains(line) else { return bytes.count }
    if line + 1 < lines.count { return lines[line + 1].lowerBound }
    return min(bytes.firstIndex(of: Ascii.newline, from: lines[line].upperBound) + 1, bytes.count)
  }

  /// The first line that begins with a text.
  func line(beginningWith prefix: String) -> Int? {
    guard let first = prefix.utf8.first, isFirstByte[Int(first)] else { return nil }
    let wanted = Array(prefix.utf8)
    return lines.firstIndex { line in
      line.count >= wanted.count && bytes[line.lowerBound] == first
        && bytes[line].prefix(wanted.count).elementsEqual(wanted)
    }
  }

  /// Whether a line has some bytes in it.
  func contains(_ wanted: [UInt8], in line: Int) -> Bool {
    let range = lines[line]
    guard let first = wanted.first, range.count >= wanted.count else { return false }
    return (range.lowerBound...(range.upperBound - wanted.count)).contains { start in
      bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }

  /// Whether a line has a text in it.
  func contains(_ text: String, in line: Int) -> Bool { contains(Array(text.utf8), in: line) }

  /// What follows a label in the first line that has it, such as `display resolution:`; without space
  /// around it.
  func text(after label: String) -> String? {
    let wanted = Array(label.utf8)
    guard let line = lines.indices.first(where: { contains(wanted, in: $0) }) else { return nil }
    let text = text(line)
    guard let range = text.firstRange(of: label) else { return nil }
    return text[range.upperBound...].trimmed(of: " \t\r\"")
  }

  /// The numbers that follow a label in the first line that has it.
  func numbers(after label: String) -> [Double] {
    (text(after: label) ?? "").numbers
  }
}

extension [UInt8] {
  /// Where a byte is first from an index on; the end where it is nowhere.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    withUnsafeBytes { buffer in
      guard start < buffer.count, let base = buffer.baseAddress,
        let found = memchr(base + start, Int32(byte), buffer.count - start)
      else { return buffer.count }
      return base.distance(to: found)
    }
  }
}

extension String {
  /// All numbers in the text, in order: `33.8x27.1 cm` has two.
  var numbers: [Double] {
    split { !($0.isASCII && ($0.isNumber || $0 == "." || $0 == "-")) }.compactMap {
      Double($0.trimmed(of: "."))
    }
  }
}
