/// A format whose columns stand under a header with names of its own.
///
/// It is recognised where a line of the opening has all names of its signature among its cells.
struct TableFormat: Sendable {
  let name: String
  let title: String
  /// Names that a header of this format has, and others have not.
  var signature: [NamePattern]
  /// What its columns mean. Of several for one role, the first that the header has is taken.
  var columns: [FormatColumn]
  var frame = Recording.Frame.unknown
  /// What zero and the direction of y mean, and what else the format fixes about the screen.
  var geometry = ScreenGeometry()
  /// A number that marks a lost position where it stands on both axes.
  var missingPair: Float?
  /// The first bytes of lines that are comments.
  var comments: [UInt8] = [Ascii.hash]
  /// The column that says of what kind a row is, and what it says in rows of samples.
  var kind: (column: String, sample: String)?
  /// Columns that are blank in rows that are no samples.
  var required: [String] = []
  /// Whether narrower rows are messages.
  var allowsMessages = false
  var remarks: [String] = []
  /// Reads what the preamble, or the first row, says beyond the columns.
  var complete: @Sendable (inout TableLayout, Opening, _ firstRow: [String]) -> Void = { _, _, _ in
  }

  /// How the rows are read, where the opening is of this format.
  func layout(of opening: Opening) -> TableLayout? {
    guard let header = opening.headers.first(where: isSigned) else { return nil }
    let (line, delimiter) = (header.line, header.delimiter)
    var names = header.names
    let first = (line + 1..<max(opening.lines.count, line + 1))
      .first { !TableDialect.isPassedOver(opening, $0) }
    let firstRow = first.map { TableDialect.cells(opening, $0, delimiter) } ?? []
    if names.last == "", firstRow.count == names.count - 1 || firstRow.last == "" {
      names.removeLast()
    }
    var layout = TableLayout(
      format: name, delimiter: delimiter, names: names, firstRow: opening.start(after: line),
      firstLine: line + 2, columns: plans(names))
    layout.point = point(opening, from: line + 1, delimiter)
    layout.frame = frame
    layout.geometry = geometry
    layout.missingPair = missingPair
    layout.remarks = remarks
    layout.rule = rule(names)
    complete(&layout, opening, firstRow)
    return layout
  }

  private func isSigned(_ header: HeaderLine) -> Bool {
    signature.allSatisfy { $0.matches(header) }
  }

  private func plans(_ names: [String]) -> [ColumnPlan] {
    var plans: [ColumnPlan] = []
    for column in columns {
      guard let cell = names.firstIndex(where: column.matches) else { continue }
      let role = column.plan.role
      guard role.isRepeatable || !plans.contains(where: { $0.role == role }) else { continue }
      var plan = column.plan
      plan.cell = cell
      plans.append(plan)
    }
    return Self.withoutCombination(plans)
  }

  /// Leaves out what belongs to both eyes together where the eyes themselves are there.
  private static func withoutCombination(_ plans: [ColumnPlan]) -> [ColumnPlan] {
    let eyes = Set(plans.filter(\.role.isPosition).map(\.role.eye))
    guard eyes.contains(.left) || eyes.contains(.right) else { return plans }
    return plans.filter { $0.role.eye != .cyclopean }
  }

  private func rule(_ names: [String]) -> RowRule {
    var rule = RowRule()
    rule.comments = comments
    rule.allowsMessages = allowsMessages
    if let kind, let cell = names.firstIndex(where: FormatColumn.time(kind.column, nil).matches) {
      rule.kind = .init(cell: cell, sample: kind.sample)
    }
    rule.required = required.compactMap { name in
      names.firstIndex(where: FormatColumn.time(name, nil).matches)
    }
    return rule
  }

  /// A decimal comma where cells show it, which a list delimited by commas cannot.
  private func point(_ opening: Opening, from line: Int, _ delimiter: Delimiter) -> UInt8 {
    let lines = (line..<max(opening.lines.count, line)).lazy.filter {
      !TableDialect.isPassedOver(opening, $0)
    }
    return TableRows(opening, Array(lines.prefix(40)), delimiter).point
  }
}
