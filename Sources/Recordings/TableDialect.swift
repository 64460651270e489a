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

  /// Finds out how the opening's table is written.
  init(_ opening: Opening, map: ColumnMap?) {
    let lines = opening.lines.indices.filter { !Self.isPassedOver(opening, $0) }.prefix(200)
    let given = map?.delimiter.map(Self.delimiter(named:))
    delimiter = given ?? Self.delimiter(of: opening, lines: Array(lines))
    let rows = lines.map { [delimiter] in ($0, Self.cells(opening, $0, delimiter)) }
    columns = Self.commonest(rows.map(\.1.count)) ?? 1
    point = Ascii.point
    names = []
    point =
      map?.decimal.map { $0 == "," ? Ascii.comma : Ascii.point } ?? Self.point(rows, delimiter)
    findHeader(rows)
  }

  /// Whether a line is blank or a comment.
  static func isPassedOver(_ opening: Opening, _ line: Int) -> Bool {
    let range = opening.lines[line]
    guard !opening.isBlank(range), let first = opening.bytes[range].first else { return true }
    return first == Ascii.hash || first == UInt8(ascii: "%")
  }

  /// The cells of a line as text.
  static func cells(_ opening: Opening, _ line: Int, _ delimiter: Delimiter) -> [String] {
    var ranges: [Range<Int>] = []
    delimiter.split(opening.bytes.span, opening.lines[line], into: &ranges)
    return ranges.prefix(100_000).map { range in
      String(decoding: opening.bytes[range].prefix(400), as: UTF8.self).trimmed(of: " \t\"\r")
    }
  }

  private static func delimiter(named name: String) -> Delimiter {
    switch name {
    case "tab", "\t": .byte(Ascii.tab)
    case "space", " ": .spaces
    default: .byte(name.utf8.first ?? Ascii.comma)
    }
  }

  /// The delimiter that gives most lines one number of cells, above one; of equals, the one that is
  /// least likely to stand inside a cell.
  private static func delimiter(of opening: Opening, lines: [Int]) -> Delimiter {
    let candidates: [Delimiter] = [
      .byte(Ascii.tab), .byte(Ascii.semicolon), .byte(Ascii.bar), .byte(Ascii.comma), .spaces,
    ]
    let scores = candidates.map { candidate in
      let counts = lines.map { cells(opening, $0, candidate).count }.filter { $0 > 1 }
      let usual = commonest(counts)
      return counts.count { $0 == usual }
    }
    let best = scores.max() ?? 0
    guard best > 0, let index = scores.firstIndex(where: { $0 * 5 >= best * 4 }) else {
      return .byte(Ascii.comma)
    }
    return candidates[index]
  }

  /// The commonest number; of equals, the larger.
  private static func commonest(_ counts: [Int]) -> Int? {
    var tally: [Int: Int] = [:]
    for count in counts { tally[count, default: 0] += 1 }
    return tally.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// Decimal commas are taken where cells show them and no cell shows a decimal point.
  static func point(_ rows: [(Int, [String])], _ delimiter: Delimiter) -> UInt8 {
    guard delimiter != .byte(Ascii.comma) else { return Ascii.point }
    var commas = 0
    var points = 0
    for cell in rows.lazy.flatMap(\.1) {
      if isNumber(cell, point: Ascii.point) {
        points += cell.utf8.contains(Ascii.point) ? 1 : 0
      } else if isNumber(cell, point: Ascii.comma) {
        commas += 1
      }
    }
    return commas > points ? Ascii.comma : Ascii.point
  }

  private static func isNumber(_ cell: String, point: UInt8) -> Bool {
    let bytes = Array(cell.utf8)
    return DecimalText(bytes.span, 0..<bytes.count, point: point) != nil
  }

  /// The header is the last line of words before the first row that has about as many cells.
  private mutating func findHeader(_ rows: [(Int, [String])]) {
    let width = (columns - 1)...(columns + 1)
    let point = point
    let isRow = { (cells: [String]) in cells.contains { Self.isNumber($0, point: point) } }
    // Most rows may be narrower than the header, where lost samples end in nothing.
    let isHeader = { (cells: [String]) in
      !isRow(cells) && cells.contains { !Self.isMissing($0) } && cells.count >= width.lowerBound
        && cells.count > 1
    }
    let first = rows.firstIndex { width.contains($0.1.count) && isRow($0.1) }
    guard let headed = rows[..<(first ?? rows.count)].lastIndex(where: { isHeader($0.1) }) else {
      firstRow = first.map { rows[$0].0 }
      return
    }
    header = rows[headed].0
    names = rows[headed].1
    let below = rows[(headed + 1)...].first
    firstRow = below?.0
    columns = names.count
    if let below { fitNames(to: below.1) }
  }

  /// Allows for what writers of tables do with the ends of lines.
  private mutating func fitNames(to row: [String]) {
    let cells = row.last == "" && row.count == names.count + 1 ? row.count - 1 : row.count
    // R writes row names without a name for their column.
    if cells == names.count + 1 { names.insert("", at: 0) }
    // Rows of a table whose header ends in a delimiter need not do so.
    if names.last == "", cells == names.count - 1 { names.removeLast() }
    columns = names.count
  }

  private static func isMissing(_ cell: String) -> Bool {
    let bytes = Array(cell.utf8)
    return Cell.isMissing(bytes.span, 0..<bytes.count)
  }
}
