/// How a table is written: what stands between cells and before decimals, and where its header is.
struct TableDialect: Sendable, Equatable {
  var delimiter: Delimiter
  /// The byte before the decimals.
  var point: UInt8
  /// The line of the header among the opening's; `nil` where the rows have none.
  var header: Int?
  /// The first line of the rows; `nil` where there is no row.
  var firstRow: Int?
  /// How many cells a row has.
  var columns: Int
  /// The columns' names, blank ones included; without a header, empty.
  var names: [String]
  /// The units of time and position that a line below the names holds, blank for other columns.
  var units: [String] = []

  /// Finds out how the opening's table is written.
  init(_ opening: Opening, map: ColumnMap?) {
    let lines = Array(
      opening.lines.indices.lazy.filter { !Self.isPassedOver(opening, $0) }.prefix(120))
    delimiter = map?.delimiter.map(Self.delimiter(named:)) ?? Self.delimiter(opening, lines)
    let rows = TableRows(opening, lines, delimiter)
    columns = Self.commonest(rows.cells.map(\.count)) ?? 1
    point = map?.decimal.map { $0 == "," ? Ascii.comma : Ascii.point } ?? rows.point
    names = []
    findHeader(rows)
  }

  /// Whether a line is blank or a comment.
  static func isPassedOver(_ opening: Opening, _ line: Int) -> Bool {
    let range = opening.lines[line]
    guard let first = range.first else { return true }
    let byte = opening.bytes[first]
    return byte == Ascii.hash || byte == UInt8(ascii: "%") || opening.isBlank(range)
  }

  /// The cells of a line as text.
  static func cells(_ opening: Opening, _ line: Int, _ delimiter: Delimiter) -> [String] {
    TableRows(opening, [line], delimiter).text(0)
  }

  private static func delimiter(named name: String) -> Delimiter {
    switch name {
    case "tab", "\t": .byte(Ascii.tab)
    case "space", " ": .spaces
    default: .byte(name.utf8.first ?? Ascii.comma)
    }
  }

  /// The delimiter that gives most lines one number of cells, above one, where these lines hold numbers;
  /// of equals, the one that is least likely to stand inside a cell.
  private static func delimiter(_ opening: Opening, _ lines: [Int]) -> Delimiter {
    let candidates: [Delimiter] = [
      .byte(Ascii.tab), .byte(Ascii.semicolon), .byte(Ascii.bar), .byte(Ascii.comma), .spaces,
    ]
    // A preamble of words may be longer than the rows below it.
    var scores = candidates.map { Self.score($0, opening, lines, numbersOnly: true) }
    if scores.allSatisfy({ $0 == 0 }) {
      scores = candidates.map { Self.score($0, opening, lines, numbersOnly: false) }
    }
    let best = scores.max() ?? 0
    guard best > 0, let index = scores.firstIndex(where: { $0 * 5 >= best * 4 }) else {
      return .byte(Ascii.comma)
    }
    return candidates[index]
  }

  /// How many lines have the commonest number of cells that a delimiter gives.
  private static func score(
    _ candidate: Delimiter, _ opening: Opening, _ lines: [Int], numbersOnly: Bool
  ) -> Int {
    guard isPresent(candidate, opening, lines) else { return 0 }
    let rows = TableRows(opening, lines, candidate)
    let counts = rows.cells.indices.filter { row in
      rows.cells[row].count > 1
        && (!numbersOnly || rows.hasNumber(row, point: Ascii.point)
          || rows.hasNumber(row, point: Ascii.comma))
    }.map { rows.cells[$0].count }
    let usual = commonest(counts)
    return counts.count { $0 == usual }
  }

  /// Whether a delimiter stands anywhere in the lines or between them; where not, no line has more
  /// than one cell.
  private static func isPresent(
    _ candidate: Delimiter, _ opening: Opening, _ lines: [Int]
  ) -> Bool {
    guard let first = lines.first, let last = lines.last else { return false }
    let bytes = opening.bytes[opening.lines[first].lowerBound..<opening.lines[last].upperBound]
    switch candidate {
    case .byte(let byte): return bytes.contains(byte)
    case .spaces: return bytes.contains(Ascii.space) || bytes.contains(Ascii.tab)
    }
  }

  /// The commonest number; of equals, the larger.
  private static func commonest(_ counts: [Int]) -> Int? {
    var tally: [Int: Int] = [:]
    for count in counts { tally[count, default: 0] += 1 }
    return tally.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// The header is the last line of words before the first row that has about as many cells, or more:
  /// most rows may be narrower, where lost samples end in nothing. Where that line holds units, it is
  /// the one before.
  private mutating func findHeader(_ rows: TableRows) {
    let count = rows.cells.count
    let first = (0..<count).first {
      abs(rows.cells[$0].count - columns) <= 1 && rows.hasNumber($0, point: point)
    }
    let above = 0..<(first ?? count)
    func isWords(_ row: Int) -> Bool {
      rows.cells[row].count > 1 && !rows.hasNumber(row, point: point) && rows.hasWord(row)
    }
    let fitting = above.last { isWords($0) && rows.cells[$0].count >= columns - 1 }
    // A header of quite another width than its rows is one all the same, for its rows to be refused.
    guard let found = fitting ?? above.last.flatMap({ isWords($0) && first != nil ? $0 : nil })
    else {
      firstRow = first.map { rows.lines[$0] }
      return
    }
    let unitCells = rows.text(found)
    if found > 0, isWords(found - 1), ColumnWord.areUnits(unitCells),
      abs(rows.cells[found - 1].count - unitCells.count) <= 1
    {
      header = rows.lines[found - 1]
      names = rows.text(found - 1)
      units = unitCells.map { ColumnWord.isUnit($0) ? $0 : "" }
    } else {
      header = rows.lines[found]
      names = unitCells
    }
    columns = names.count
    guard found + 1 < count, first != nil || !rows.hasWord(found + 1) else { return }
    firstRow = rows.lines[found + 1]
    fitNames(to: rows, found + 1)
  }

  /// Allows for what writers of tables do with the ends of lines.
  private mutating func fitNames(to rows: TableRows, _ row: Int) {
    let count = rows.cells[row].count
    let cells = rows.endsBlank(row) && count == names.count + 1 ? count - 1 : count
    // R writes row names without a name for their column.
    if cells == names.count + 1 {
      names.insert("", at: 0)
      if !units.isEmpty, units.count < cells { units.insert("", at: 0) }
    }
    // A delimiter at the end of the header names no column, whether rows end in one too or not.
    if names.last == "", cells == names.count - 1 || rows.endsBlank(row) { names.removeLast() }
    columns = names.count
  }
}

/// Some lines of an opening, split into cells.
struct TableRows {
  let opening: Opening
  let lines: [Int]
  let cells: [[Range<Int>]]

  init(_ opening: Opening, _ lines: [Int], _ delimiter: Delimiter) {
    self.opening = opening
    self.lines = lines
    var ranges: [Range<Int>] = []
    cells = lines.map { line in
      delimiter.split(opening.bytes.span, opening.lines[line], into: &ranges)
      return ranges
    }
  }

  /// The cells of a row as text.
  func text(_ row: Int) -> [String] {
    cells[row].map { range in
      let cell = Cell.trimmed(opening.bytes.span, range)
      return String(decoding: opening.bytes[cell].prefix(400), as: UTF8.self)
    }
  }

  /// Whether a row has a cell that is a number.
  func hasNumber(_ row: Int, point: UInt8) -> Bool {
    cells[row].contains { isNumber($0, point: point) }
  }

  /// Whether a row has a cell that is neither a number nor missing.
  func hasWord(_ row: Int) -> Bool {
    let bytes = opening.bytes.span
    for range in cells[row] {
      let cell = Cell.trimmed(bytes, range)
      if !Cell.isMissing(bytes, cell), DecimalText(bytes, cell, point: Ascii.point) == nil {
        return true
      }
    }
    return false
  }

  func endsBlank(_ row: Int) -> Bool {
    cells[row].last.map { Cell.trimmed(opening.bytes.span, $0).isEmpty } ?? true
  }

  /// Decimal commas are taken where more cells show them than show a decimal point.
  var point: UInt8 {
    var commas = 0
    var points = 0
    for range in cells.joined() {
      if isNumber(range, point: Ascii.point) {
        points += opening.bytes[range].contains(Ascii.point) ? 1 : 0
      } else if isNumber(range, point: Ascii.comma) {
        commas += 1
      }
    }
    return commas > points ? Ascii.comma : Ascii.point
  }

  func isNumber(_ range: Range<Int>, point: UInt8) -> Bool {
    let bytes = opening.bytes.span
    return DecimalText(bytes, Cell.trimmed(bytes, range), point: point) != nil
  }
}
