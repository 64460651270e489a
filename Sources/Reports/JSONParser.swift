/// Reads JSON, as our own results hold it: the digits of numbers are kept as they stand, so that
/// what is written again is the same bytes.
///
/// - Complexity: one pass, O(*n*).
package struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// A document; `nil` where the text is not exactly one, or nests deeper than any of ours.
  package static func value(of text: String) -> JSONValue? {
    var parser = JSONParser(bytes: Array(text.utf8))
    guard let value = parser.value() else { return nil }
    parser.skipBlanks()
    guard parser.position == parser.bytes.count else { return nil }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func value() -> JSONValue? {
    skipBlanks()
    depth += 1
    defer { depth -= 1 }
    guard depth < 64 else { return nil }
    switch next {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return array()
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "n"): return taken("null", .null)
    case UInt8(ascii: "t"): return taken("true", .bool(true))
    case UInt8(ascii: "f"): return taken("false", .bool(false))
    default: return number()
    }
  }

  private mutating func object() -> JSONValue? {
    var members: [JSONValue.Member] = []
    position += 1
    guard !takeAfterBlanks("}") else { return .object([]) }
    repeat {
      skipBlanks()
      guard let key = string(), takeAfterBlanks(":"), let value = value() else { return nil }
      members.append(JSONValue.Member(key: key, value: value))
    } while takeAfterBlanks(",")
    return taken("}", .object(members))
  }

  private mutating func array() -> JSONValue? {
    var elements: [JSONValue] = []
    position += 1
    guard !takeAfterBlanks("]") else { return .array([]) }
    repeat {
      guard let value = value() else { return nil }
      elements.append(value)
    } while takeAfterBlanks(",")
    return taken("]", .array(elements))
  }

  private mutating func number() -> JSONValue? {
    let start = position
    while let byte = next, Self.numberBytes.contains(byte) { position += 1 }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Double(digits) != nil else { return nil }
    return .digits(digits)
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var content: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        content += UTF8.encode(scalar).map { Array($0) } ?? []
      default: content.append(byte)
      }
    }
    return nil
  }

  /// What stands behind a backslash.
  private mutating func escaped() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal() else { return nil }
      guard (0xd800..<0xdc00).contains(unit) else { return Unicode.Scalar(unit) }
      guard take("\\u"), let low = hexadecimal(), (0xdc00..<0xe000).contains(low) else {
        return nil
      }
      return Unicode.Scalar(0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00))
    default: return Unicode.Scalar(byte)
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    defer { position += 4 }
    return UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let isThere = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    if isThere { position += word.utf8CodeUnitCount }
    return isThere
  }

  /// The value that a word stands for or ends. (A conditional with `nil` would be `.null`.)
  private mutating func taken(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
    guard takeAfterBlanks(word) else { return nil }
    return value
  }

  private mutating func takeAfterBlanks(_ word: StaticString) -> Bool {
    skipBlanks()
    return take(word)
  }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x0a, 0x0d, 0x09].contains(byte) { position += 1 }
  }

  private static let numberBytes = Set("+-.0123456789eE".utf8)
}

extension JSONValue {
  /// A member of an object; null where there is none.
  package subscript(key: String) -> JSONValue {
    guard case .object(let members) = self else { return .null }
    return members.first { $0.key == key }?.value ?? .null
  }

  package var string: String? { if case .string(let string) = self { string } else { nil } }

  package var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }

  /// A number that was read; `nil` for anything else, null among it.
  package var number: Double? {
    if case .digits(let digits) = self { Double(digits) } else { nil }
  }

  package var integer: Int? { if case .digits(let digits) = self { Int(digits) } else { nil } }

  package var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  package var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The bounds of an array of two numbers.
  package var interval: ClosedRange<Double>? {
    let bounds = elements.compactMap(\.number)
    return bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]...bounds[1] : nil
  }
}
