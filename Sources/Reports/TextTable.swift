/// A table for a terminal: columns aligned, and a remark under a row where it does not fit beside
/// it.
struct TextTable {
  let columns: [Column]
  private(set) var rows: [Row] = []

  struct Column {
    let title: String
    var alignment = Alignment.left
    /// Whether it is shortened where the table is too wide.
    var isFlexible = false
  }

  enum Alignment { case left, right }

  struct Row {
    var cells: [Cell]
    var remark = ""
  }

  struct Cell {
    var text: String
    var style = TextStyle.plain
  }

  init(columns: [Column]) {
    self.columns = columns
  }

  mutating func append(_ row: Row) {
    precondition(row.cells.count == columns.count, "a cell for each column")
    rows.append(row)
  }

  /// - Parameter width: of the terminal, in cells.
  func text(width: Int, colour: Bool) -> String {
    let widths = columnWidths(within: width)
    let used = widths.reduce(0, +) + Self.gap.count * (widths.count - 1)
    // Beside the row where there is room to read it, else under it.
    let beside = width - used - Self.gap.count >= Self.leastRemark
    let hasRemarks = rows.contains { !$0.remark.isEmpty }
    var titles = columns.map { Cell(text: $0.title, style: .faint) }
    var lines: [String] = []
    if beside && hasRemarks {
      titles.append(Cell(text: "REMARK", style: .faint))
    }
    lines.append(line(titles, widths, colour))
    for row in rows {
      let remark = row.remark.wrapped(
        to: beside ? width - used - Self.gap.count : width - Self.indentation.count)
      let first = beside ? remark.prefix(1).map { Cell(text: $0, style: .faint) } : []
      lines.append(line(row.cells + first, widths, colour))
      let indentation =
        beside ? String(repeating: " ", count: used + Self.gap.count) : Self.indentation
      lines += remark.dropFirst(first.count).map {
        indentation + TextStyle.faint.applied(to: $0, colour: colour)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A line without spaces at its end.
  private func line(_ cells: [Cell], _ widths: [Int], _ colour: Bool) -> String {
    var parts: [String] = []
    for (index, cell) in cells.enumerated() {
      let text = index < widths.count ? cell.text.shortened(to: widths[index]) : cell.text
      let styled = cell.style.applied(to: text, colour: colour)
      guard index < widths.count else {
        parts.append(styled)
        break
      }
      let padding = String(repeating: " ", count: max(0, widths[index] - text.displayWidth))
      let isLast = index == cells.count - 1
      switch columns[index].alignment {
      case .left: parts.append(isLast ? styled : styled + padding)
      case .right: parts.append(padding + styled)
      }
    }
    return parts.joined(separator: Self.gap)
  }

  private func columnWidths(within width: Int) -> [Int] {
    var widths = columns.indices.map { index in
      rows.map { $0.cells[index].text.displayWidth }.reduce(columns[index].title.count, max)
    }
    let excess = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - width
    if excess > 0, let flexible = columns.firstIndex(where: \.isFlexible) {
      widths[flexible] = max(widths[flexible] - excess, min(widths[flexible], Self.leastFlexible))
    }
    return widths
  }

  private static let gap = "  "
  private static let indentation = "    "
  private static let leastRemark = 30
  private static let leastFlexible = 12
}

/// How text looks on a terminal that has colour; elsewhere it is plain.
enum TextStyle: String {
  case plain = ""
  case strong = "1"
  case faint = "2"
  case caution = "33"

  func applied(to text: String, colour: Bool) -> String {
    guard colour, self != .plain, !text.isEmpty else { return text }
    return "\u{1b}[\(rawValue)m\(text)\u{1b}[0m"
  }
}
