/// The table with any column names: what each column is, is read off its name, or a column map.
struct GenericTable {
  /// What tables are called that no format knows.
  static let format = "table"

  let opening: Opening
  let options: ReadingOptions
  /// How the table is written.
  let dialect: TableDialect

  init(opening: Opening, options: ReadingOptions) {
    self.opening = opening
    self.options = options
    dialect = TableDialect(opening, map: options.columns)
  }

  /// How the rows are read.
  ///
  /// - Throws: ``RecordingError/Problem`` where there is no header, no position or no unit.
  func layout() throws(RecordingError.Problem) -> TableLayout {
    if let markup = opening.markup { throw .notSamples(found: markup) }
    if let found = EventTable.found(in: dialect.names) { throw .notSamples(found: found) }
    guard let firstRow = dialect.firstRow else { throw withoutRows(dialect) }
    var layout = TableLayout(
      format: Self.format, delimiter: dialect.delimiter, point: dialect.point,
      names: dialect.header == nil ? (1...dialect.columns).map { "\($0)" } : dialect.names,
      firstRow: opening.lines[firstRow].lowerBound, firstLine: firstRow + 1, columns: [])
    if let map = options.columns {
      layout.columns = try map.plans(names: layout.names, unit: options.assumedUnit)
      return layout
    }
    guard dialect.header != nil else { throw .noHeader(columns: dialect.columns) }
    if options.splitColumn == nil, let eye = columnOfEyes(from: firstRow) {
      throw .rowsOfOneEye(column: dialect.names[eye])
    }
    let constant = constantTimes(from: firstRow)
    var choice = ColumnChoice(
      names: dialect.names, units: dialect.units, unit: options.assumedUnit,
      constantTimes: constant)
    layout.columns = try choice.plans()
    layout.remarks = choice.remarks
    if layout.columns.contains(where: {
      $0.positionUnit == .arbitrary && $0.unitOrigin == .option
    }) {
      layout.remarks.append(
        "Nothing says what unit positions are in, nor which way they rise; they are read as they are."
      )
    }
    passOverUnreadableClock(of: &layout, from: firstRow)
    if !layout.columns.contains(where: { $0.role == .time }) {
      try refuseWithoutClock(choice, firstRow: firstRow)
    }
    return layout
  }

  /// The columns as far as they can be known where they do not suffice for a recording.
  ///
  /// - Parameter problem: what they lack; `nil` is the result where it is not a matter of columns.
  func guess(
    after problem: RecordingError.Problem
  ) -> (names: [String], plans: [ColumnPlan])? {
    switch problem {
    case .noHeader: return ((1...dialect.columns).map { "\($0)" }, [])
    case .noUnit, .noPositionColumn, .noClock, .constantClock:
      var choice = ColumnChoice(names: dialect.names, units: dialect.units, unit: .arbitrary)
      let plans = ((try? choice.plans()) ?? choice.withoutPositions()).map { plan in
        var plan = plan
        if plan.positionUnit == .arbitrary { plan.positionUnit = nil }
        return plan
      }
      return (dialect.names, plans)
    default: return nil
    }
  }

  private func withoutRows(_ dialect: TableDialect) -> RecordingError.Problem {
    guard let header = dialect.header else {
      return .notSamples(found: "text without a table of numbers")
    }
    let lines = opening.lines.indices.filter { !TableDialect.isPassedOver(opening, $0) }
    let isLast = lines.last == header || (!dialect.units.isEmpty && lines.dropLast().last == header)
    return isLast
      ? .headerOnly(columns: dialect.names.count)
      : .notSamples(found: "text without a table of numbers")
  }

  /// Columns that are called time but have one value in all of the opening's rows.
  private func constantTimes(from firstRow: Int) -> Set<Int> {
    let called = dialect.names.indices.filter { ColumnName(dialect.names[$0]).kind == .time }
    let lines = sampleLines(from: firstRow)
    guard !called.isEmpty, lines.count >= 3 else { return [] }
    func constant(_ columns: [Int], in lines: [Int]) -> [Int] {
      let rows = TableRows(opening, lines, dialect.delimiter)
      return columns.filter { column in
        let first = rows.cells[0][safe: column].map { opening.bytes[$0] }
        return rows.cells.allSatisfy { cells in
          cells[safe: column].map { opening.bytes[$0].elementsEqual(first ?? []) } ?? false
        }
      }
    }
    let looked = Array(lines.prefix(500))
    // Where the first and the last differ, the others need not be looked at.
    let same = constant(called, in: [looked[0], looked[looked.count - 1]])
    return same.isEmpty ? [] : Set(constant(same, in: looked))
  }

  /// A column that names the left eye in some of the opening's rows and the right one in others; Pupil
  /// Core numbers them.
  private func columnOfEyes(from firstRow: Int) -> Int? {
    let called = dialect.names.indices.filter {
      ColumnName(dialect.names[$0]).kind == nil
        && ColumnWord.split(dialect.names[$0]).contains("eye")
    }
    guard !called.isEmpty else { return nil }
    let rows = TableRows(opening, Array(sampleLines(from: firstRow).prefix(500)), dialect.delimiter)
    let texts = rows.cells.indices.map(rows.text)
    return called.first { column in
      let values = Set(texts.compactMap { $0[safe: column] })
      let isNumbered = ColumnWord.split(dialect.names[column]) == ["eye", "id"]
      return Eye.pair.isSubset(of: values.compactMap(Self.eye))
        || (isNumbered && values == ["0", "1"])
    }
  }

  /// The eye that a cell names and nothing else.
  private static func eye(_ cell: String) -> Eye? {
    let words = ColumnWord.words(of: cell).filter { $0 != .gaze }
    guard words.count == 1, case .eye(let eye) = words[0] else { return nil }
    return eye
  }

  /// Leaves the time out where it is written in another way than as a number and the rate is given.
  private func passOverUnreadableClock(of layout: inout TableLayout, from firstRow: Int) {
    guard options.rate != nil,
      let index = layout.columns.firstIndex(where: { $0.role == .time })
    else { return }
    let cell = layout.columns[index].cell
    let rows = TableRows(opening, Array(sampleLines(from: firstRow).prefix(500)), dialect.delimiter)
    let isRead = rows.cells.contains { cells in
      cells[safe: cell].map { rows.isNumber($0, point: dialect.point) } ?? false
    }
    guard !isRead else { return }
    layout.columns.remove(at: index)
    layout.remarks.append(
      "The time column '\(layout.names[cell])' holds no number; the samples go by the given rate.")
  }

  /// The opening's lines that are rows.
  private func sampleLines(from firstRow: Int) -> [Int] {
    (firstRow..<opening.lines.count).filter { !TableDialect.isPassedOver(opening, $0) }
  }

  private func refuseWithoutClock(
    _ choice: ColumnChoice, firstRow: Int
  ) throws(RecordingError.Problem) {
    guard options.rate == nil else { return }
    if let constant = choice.names.indices.first(where: {
      choice.names[$0].kind == .time && choice.constantTimes.contains($0)
    }) {
      throw .constantClock(column: choice.names[constant].text, line: firstRow + 1)
    }
    throw .noClock(columns: dialect.names.filter { !$0.isEmpty })
  }
}

/// Tables of events, which hold no samples.
enum EventTable {
  /// What kind of table the names belong to, where it is one of events.
  static func found(in names: [String]) -> String? {
    let words = names.map { ColumnWord.split($0) }
    if names.contains(where: { $0.uppercased().hasPrefix("CURRENT_FIX") }) {
      return "a table of fixations"
    }
    if names.contains(where: { $0.uppercased().hasPrefix("CURRENT_SAC") }) {
      return "a table of saccades"
    }
    let lasts = words.contains { has($0, ["duration", "dur"]) }
    let begins = words.contains { has($0, ["onset", "start", "begin"]) }
    let ends = words.contains { has($0, ["offset", "end", "stop"]) }
    guard !hasTime(names), lasts || (begins && ends) else { return nil }
    if words.contains(where: { has($0, ["fixation", "fix", "fixations"]) }) {
      return "a table of fixations"
    }
    if words.contains(where: { has($0, ["saccade", "saccades", "sac"]) }) {
      return "a table of saccades"
    }
    return "a table of events"
  }

  private static func has(_ words: [String], _ wanted: Set<String>) -> Bool {
    words.contains(where: wanted.contains)
  }

  private static func hasTime(_ names: [String]) -> Bool {
    names.contains {
      let name = ColumnName($0)
      return name.kind == .time && name.qualifiers.isEmpty
    }
  }
}
