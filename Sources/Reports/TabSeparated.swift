/// Tab-separated text as the tools of data analysis read it: a header, `n/a` for what is empty,
/// lines that end in a line feed, UTF-8.
package struct TabSeparated {
  /// What stands for an empty cell.
  static let empty = "n/a"

  /// A line with its end.
  ///
  /// A cell with a tab, a line end or a quotation mark (only names of files and columns can have
  /// one) stands in quotation marks, its own doubled, which pandas, R, DuckDB and polars read back.
  static func line(_ cells: [String]) -> String {
    var bytes: [UInt8] = []
    append(cells, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts a line with its end behind what is there.
  static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\t")) }
      let start = bytes.count
      bytes += cell.utf8
      guard bytes[start...].contains(where: isSpecial) else { continue }
      bytes.replaceSubrange(start..., with: "\"\(cell.replacing("\"", with: "\"\""))\"".utf8)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0a || byte == 0x0d || byte == 0x22
  }
}
