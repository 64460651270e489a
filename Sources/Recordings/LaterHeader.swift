/// A line of column words among the rows, that says something else than the header: tables of other
/// columns or units were joined.
struct LaterHeader: Sendable, Equatable {
  var line: Int
  /// What the header says, and what this line says instead.
  var expected: [String]
  var found: [String]

  /// - Parameters:
  ///   - cells: those of a line that holds no number.
  ///   - lastHeader: the cells of the line above the first row: names, or the units below them.
  /// - Returns: `nil` where the line is none of column words, or says what the header says.
  init?(_ cells: [String], line: Int, layout: TableLayout, lastHeader: [String]) {
    let header: [String]
    if Self.areNames(cells, layout) {
      header = layout.names
    } else if cells.count(where: ColumnWord.isUnit) > 1, ColumnWord.areUnits(cells) {
      header = lastHeader
    } else {
      return nil
    }
    self.line = line
    (expected, found) = (Self.withoutEnd(header), Self.withoutEnd(cells))
    guard expected.map({ $0.lowercased() }) != found.map({ $0.lowercased() }) else { return nil }
  }

  /// Whether a position is named, and a time where the header has one.
  private static func areNames(_ cells: [String], _ layout: TableLayout) -> Bool {
    func holds(_ isWanted: (ColumnRole) -> Bool) -> Bool {
      let own = layout.columns.filter { isWanted($0.role) }.map { layout.names[safe: $0.cell] }
      return cells.contains { own.contains($0) || ColumnName($0).role.map(isWanted) == true }
    }
    return holds(\.isAngle)
      && (holds { $0 == .time } || !layout.columns.contains { $0.role == .time })
  }

  /// The cells without blank ones at the end.
  private static func withoutEnd(_ cells: [String]) -> [String] {
    Array(cells.prefix((cells.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }
}

extension RecordingError.Problem {
  /// The refusal of a table whose columns change; it names those that do.
  init(_ later: LaterHeader) {
    let (expected, found) = (later.expected, later.found)
    let changed = expected.indices.filter { expected[$0] != found[safe: $0] }
    let isAsWide = expected.count == found.count
    self = .mixedLayouts(
      line: later.line, first: Self.list(isAsWide ? changed.map { expected[$0] } : expected),
      second: Self.list(isAsWide ? changed.map { found[$0] } : found))
  }
}
