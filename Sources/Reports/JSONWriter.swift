/// JSON as bytes.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private let lineLength: Int?

  /// The document on one line, without its end.
  package static func line(_ value: JSONValue) -> String {
    var writer = JSONWriter(lineLength: nil)
    writer.write(value, indentation: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The document for people as well: what fits on a line stands on one, the rest is indented by
  /// two spaces. Without a line end after it.
  package static func page(_ value: JSONValue, indentation: Int = 0) -> String {
    String(decoding: pageBytes(value, indentation: indentation), as: UTF8.self)
  }

  /// The same as bytes.
  static func pageBytes(_ value: JSONValue, indentation: Int = 0) -> [UInt8] {
    var writer = JSONWriter(lineLength: 100)
    writer.write(value, indentation: indentation)
    return writer.bytes
  }

  private init(lineLength: Int?) {
    self.lineLength = lineLength
  }

  private mutating func write(_ value: JSONValue, indentation: Int) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      if fits(value, indentation: indentation) { return }
      writeLines("[", elements.count, "]", indentation) { writer, index, indentation in
        writer.write(elements[index], indentation: indentation)
      }
    case .object(let members) where !members.isEmpty:
      if fits(value, indentation: indentation) { return }
      let members = Self.sorted(members)
      writeLines("{", members.count, "}", indentation) { writer, index, indentation in
        writer.write(string: members[index].key)
        writer.bytes += ": ".utf8
        writer.write(members[index].value, indentation: indentation)
      }
    case .shared(_, let page, indentation) where lineLength != nil: bytes += page
    case .shared(let value, _, _): write(value, indentation: indentation)
    default:
      writeCompactly(value, limit: .max)
    }
  }

  /// Writes a container on the rest of the line, or nothing and says so where it does not fit.
  private mutating func fits(_ value: JSONValue, indentation: Int) -> Bool {
    guard let lineLength else {
      writeCompactly(value, limit: .max)
      return true
    }
    let start = bytes.count
    let lineStart = bytes.lastIndex(of: Self.lineEnd).map { $0 + 1 } ?? 0
    let limit = max(lineStart + lineLength - 1, start)
    if writeCompactly(value, limit: limit) { return true }
    bytes.removeLast(bytes.count - start)
    return false
  }

  private mutating func writeLines(
    _ open: String, _ count: Int, _ close: String, _ indentation: Int,
    element: (inout JSONWriter, Int, Int) -> Void
  ) {
    bytes += open.utf8
    for index in 0..<count {
      startLine(indentation + 2)
      element(&self, index, indentation + 2)
      if index < count - 1 { bytes.append(UInt8(ascii: ",")) }
    }
    startLine(indentation)
    bytes += close.utf8
  }

  private mutating func startLine(_ indentation: Int) {
    bytes.append(Self.lineEnd)
    for _ in 0..<indentation { bytes.append(UInt8(ascii: " ")) }
  }

  /// - Returns: whether the bytes stay below the limit; where not, what was written is a part.
  @discardableResult
  private mutating func writeCompactly(_ value: JSONValue, limit: Int) -> Bool {
    let separator = lineLength == nil ? "," : ", "
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let bool): bytes += (bool ? "true" : "false").utf8
    case .integer(let integer): bytes += String(integer).utf8
    case .shortest(let number): bytes += (number.isFinite ? "\(number)" : "null").utf8
    case .digits(let digits): bytes += digits.utf8
    case .quantity(let quantity): bytes += (quantity.text ?? "null").utf8
    case .string(let string): write(string: string)
    case .shared(let value, _, _): return writeCompactly(value, limit: limit)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes += separator.utf8 }
        guard writeCompactly(element, limit: limit) else { return false }
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in Self.sorted(members).enumerated() {
        if index > 0 { bytes += separator.utf8 }
        write(string: member.key)
        bytes += (lineLength == nil ? ":" : ": ").utf8
        guard writeCompactly(member.value, limit: limit) else { return false }
      }
      bytes.append(UInt8(ascii: "}"))
    }
    return bytes.count <= limit
  }

  private mutating func write(string: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    if !string.utf8.contains(where: Self.isEscaped) {
      bytes += string.utf8
      return
    }
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<0x20, 0x7f:
        bytes += "\\u00".utf8
        bytes.append(Self.hexadecimal[Int(byte >> 4)])
        bytes.append(Self.hexadecimal[Int(byte & 0xf)])
      default: bytes.append(byte)
      }
    }
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7f
  }

  private static func sorted(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
    members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  private static let lineEnd = UInt8(ascii: "\n")
  private static let hexadecimal = Array("0123456789abcdef".utf8)
}
