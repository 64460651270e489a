/// A line that may be the header of a table: it begins with a word.
struct HeaderLine: Sendable {
  let line: Int
  let delimiter: Delimiter
  let names: [String]
  /// The names as formats compare them.
  let normalisedNames: [String]
  let nameSet: Set<String>

  /// More columns than the header of any format has.
  private static let widest = 2000

  /// The first lines that may be headers.
  static func candidates(in opening: Opening) -> [HeaderLine] {
    let lines = opening.lines.indices.lazy.prefix(600).filter { line in
      opening.bytes[opening.lines[line]].first.map(canBegin) ?? false
    }
    return lines.prefix(100).compactMap { line in
      guard opening.lines[line].count < 1 << 16 else { return nil }
      let delimiter = delimiter(of: opening.bytes[opening.lines[line]])
      let names = TableDialect.cells(opening, line, delimiter)
      guard (2...widest).contains(names.count) else { return nil }
      let normalised = names.map(FormatColumn.normalised)
      return HeaderLine(
        line: line, delimiter: delimiter, names: names, normalisedNames: normalised,
        nameSet: Set(normalised))
    }
  }

  private static func canBegin(_ byte: UInt8) -> Bool {
    byte | 0x20 &- UInt8(ascii: "a") < 26 || byte == Ascii.quote || byte == Ascii.space
      || byte == Ascii.tab || byte == Ascii.comma || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Names may hold spaces, and commas where a tab or semicolon is the delimiter.
  private static func delimiter(of line: ArraySlice<UInt8>) -> Delimiter {
    for byte in [Ascii.tab, Ascii.semicolon, Ascii.comma] where line.contains(byte) {
      return .byte(byte)
    }
    return .spaces
  }
}
