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
    cells.map(quoted).joined(separator: "\t") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    guard
      cell.utf8.contains(where: { $0 == 0x09 || $0 == 0x0a || $0 == 0x0d || $0 == 0x22 })
    else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
