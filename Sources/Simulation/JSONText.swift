/// A JSON value, written with sorted keys and numbers of fixed decimals.
indirect enum JSONText {
  case string(String)
  case bool(Bool)
  case integer(Int)
  case unsigned(UInt64)
  /// With at most so many decimals; trailing zeros are left out, what is not finite is `null`.
  case number(Double, decimals: Int)
  case array([JSONText])
  case object([String: JSONText])
  case null

  /// Seconds and degrees: 6 decimals, enough for truth.
  static func number(_ value: Double) -> JSONText { .number(value, decimals: 6) }

  static func optional(_ value: Double?) -> JSONText { value.map { .number($0) } ?? .null }

  static func vector(_ value: SIMD3<Double>) -> JSONText {
    .array([.number(value.x), .number(value.y), .number(value.z)])
  }

  static func pair(_ value: SIMD2<Double>) -> JSONText {
    .array([.number(value.x), .number(value.y)])
  }

  /// The text, ending in a newline; objects in arrays take a line each.
  var bytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output, depth: 0, isInline: false)
    output.append(UInt8(ascii: "\n"))
    return output
  }

  private func write(to output: inout [UInt8], depth: Int, isInline: Bool) {
    switch self {
    case .null: output += Array("null".utf8)
    case .bool(let value): output += Array((value ? "true" : "false").utf8)
    case .integer(let value): output += Array(String(value).utf8)
    case .unsigned(let value): output += Array(String(value).utf8)
    case .string(let value): Self.write(value, to: &output)
    case .number(let value, let decimals): Self.write(value, decimals, to: &output)
    case .array(let items): write(items, to: &output, depth: depth, isInline: isInline)
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      output.append(UInt8(ascii: "{"))
      for (index, member) in sorted.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        Self.separate(&output, depth: depth + 1, isInline: isInline, isFirst: index == 0)
        Self.write(member.key, to: &output)
        output += Array(": ".utf8)
        member.value.write(to: &output, depth: depth + 1, isInline: isInline)
      }
      if !isInline { Self.separate(&output, depth: depth, isInline: false, isFirst: true) }
      output.append(UInt8(ascii: "}"))
    }
  }

  private func write(
    _ items: [JSONText], to output: inout [UInt8], depth: Int, isInline: Bool
  ) {
    let hasObjects = items.contains { if case .object = $0 { true } else { false } }
    let isFlat = isInline || !hasObjects
    output.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      Self.separate(&output, depth: depth + 1, isInline: isFlat, isFirst: index == 0)
      item.write(to: &output, depth: depth + 1, isInline: true)
    }
    if !isFlat && !items.isEmpty {
      Self.separate(&output, depth: depth, isInline: false, isFirst: true)
    }
    output.append(UInt8(ascii: "]"))
  }

  private static func separate(
    _ output: inout [UInt8], depth: Int, isInline: Bool, isFirst: Bool
  ) {
    if isInline {
      if !isFirst { output.append(UInt8(ascii: " ")) }
    } else {
      output.append(UInt8(ascii: "\n"))
      output += Array(repeating: UInt8(ascii: " "), count: 2 * depth)
    }
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        output += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func write(_ value: Double, _ decimals: Int, to output: inout [UInt8]) {
    guard value.isFinite, abs(value) < 1e12 else {
      output += Array("null".utf8)
      return
    }
    output.append(value, decimals: decimals)
    guard decimals > 0 else { return }
    while output.last == UInt8(ascii: "0") { output.removeLast() }
    if output.last == UInt8(ascii: ".") { output.removeLast() }
  }
}
