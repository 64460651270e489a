package import Validation

/// A validation for people and programs: printed tables, and files.
///
///     OUT/validation.json        every table but the failures
///     OUT/<table>.tsv            each table, limits in columns of their own
package struct ValidationDocument {
  private let report: ValidationReport

  package init(_ report: ValidationReport) {
    self.report = report
  }

  /// The tables under each other, the targets last.
  ///
  /// - Parameter width: of the terminal, in cells; a table that needs more is wider.
  package func text(width: Int, colour: Bool) -> String {
    report.tables.filter { !$0.isForFiles }.map { table in
      let title = TextStyle.strong.applied(to: table.title, colour: colour)
      let note = table.note.isEmpty ? [] : table.note.wrapped(to: min(width, 100))
      let body = Self.textTable(table).text(width: .max, colour: colour)
      return title + "\n" + note.map { $0 + "\n" }.joined() + "\n" + body
    }.joined(separator: "\n\n")
  }

  /// Writes `validation.json` and the tables into a folder, which is made where it is not there.
  ///
  /// - Throws: any `ReportsError`.
  package func write(to path: String) throws(ReportsError) {
    let folder = try OutputFolder(creating: path)
    for table in report.tables {
      try folder.write(Self.tabSeparated(table), to: table.name + ".tsv")
    }
    try folder.write(JSONWriter.page(json) + "\n", to: "validation.json")
  }

  private var json: JSONValue {
    let tables = report.tables.filter { !$0.isForFiles }.map { table in
      JSONValue.Member(
        key: table.name,
        value: [
          "title": .string(table.title), "note": .string(table.note),
          "rows": .array(table.rows.map { Self.json($0, table.columns) }),
        ])
    }
    return [
      "schema": "opsoscope-validation/1", "simulatedRecordings": .integer(report.simulated),
      "targetsReached": .integer(report.targets.count { $0.isReached == true }),
      "targets": .integer(report.targets.count), "tables": .object(tables),
    ]
  }

  private static func json(
    _ row: [ValidationTable.Cell], _ columns: [ValidationTable.Column]
  ) -> JSONValue {
    var members: [JSONValue.Member] = []
    for (cell, column) in zip(row, columns) {
      members.append(JSONValue.Member(key: column.key, value: json(cell)))
      guard column.hasInterval, case .estimate(let estimate, let decimals) = cell else { continue }
      for (suffix, limit) in limits(estimate) {
        members.append(JSONValue.Member(key: column.key + suffix, value: number(limit, decimals)))
      }
    }
    return .object(members)
  }

  private static func json(_ cell: ValidationTable.Cell) -> JSONValue {
    switch cell {
    case .text(let text): .string(text)
    case .count(let count): .integer(count)
    case .estimate(let estimate, let decimals): number(estimate.value, decimals)
    case .empty: .null
    }
  }

  private static func number(_ value: Double?, _ decimals: Int) -> JSONValue {
    guard let value, let text = FixedDecimal(value, decimals: decimals).text else { return .null }
    return Double(text).map { .shortest($0) } ?? .null
  }

  private static func limits(_ estimate: Estimate) -> [(suffix: String, limit: Double?)] {
    [("_low", estimate.interval?.lowerBound), ("_high", estimate.interval?.upperBound)]
  }

  private static func textTable(_ table: ValidationTable) -> TextTable {
    var text = TextTable(
      columns: table.columns.enumerated().map { index, column in
        let isNumber = table.rows.contains { row in
          switch row[index] {
          case .count, .estimate: true
          case .text, .empty: false
          }
        }
        return TextTable.Column(title: column.title, alignment: isNumber ? .right : .left)
      })
    for row in table.rows {
      text.append(
        TextTable.Row(
          cells: zip(row, table.columns).map { cell, column in
            TextTable.Cell(text: Self.text(cell), style: cell == .text("NO") ? .caution : .plain)
          }))
    }
    return text
  }

  private static func text(_ cell: ValidationTable.Cell) -> String {
    switch cell {
    case .text(let text): return text
    case .count(let count): return String(count)
    case .empty: return ""
    case .estimate(let estimate, let decimals):
      guard let value = estimate.value, let text = FixedDecimal(value, decimals: decimals).text
      else { return "–" }
      let limits = limits(estimate).compactMap { limit in
        limit.limit.flatMap { FixedDecimal($0, decimals: decimals).text }
      }
      return limits.count == 2 ? "\(text) (\(limits[0])–\(limits[1]))" : text
    }
  }

  private static func tabSeparated(_ table: ValidationTable) -> String {
    let header = table.columns.flatMap { column in
      column.hasInterval ? [column.key, column.key + "_low", column.key + "_high"] : [column.key]
    }
    let rows = table.rows.map { row in
      TabSeparated.line(zip(row, table.columns).flatMap { cells($0, $1) })
    }
    return TabSeparated.line(header) + rows.joined()
  }

  private static func cells(
    _ cell: ValidationTable.Cell, _ column: ValidationTable.Column
  ) -> [String] {
    func digits(_ value: Double?, _ decimals: Int) -> String {
      value.flatMap { FixedDecimal($0, decimals: decimals).text } ?? TabSeparated.empty
    }
    let rest = column.hasInterval ? [TabSeparated.empty, TabSeparated.empty] : []
    switch cell {
    case .text(let text): return [text.isEmpty ? TabSeparated.empty : text] + rest
    case .count(let count): return [String(count)] + rest
    case .empty: return [TabSeparated.empty] + rest
    case .estimate(let estimate, let decimals):
      let limits = column.hasInterval ? limits(estimate).map { digits($0.limit, decimals) } : []
      return [digits(estimate.value, decimals)] + limits
    }
  }
}
