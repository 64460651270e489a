import Oscillations
import Recordings

/// A recording's row of `scores.tsv`, read by the columns' names.
struct CohortRow: Sendable {
  let id: String
  private let cells: [Substring]

  private static let places = Dictionary(
    uniqueKeysWithValues: ScoreTable.columnNames.enumerated().map { ($0.element, $0.offset) })

  init(_ row: ScoreRow) {
    id = row.id
    cells = row.line.dropLast().split(separator: "\t", omittingEmptySubsequences: false)
  }

  /// A cell; `nil` where it is empty.
  subscript(_ column: String) -> String? {
    guard let place = Self.places[column], place < cells.count else { return nil }
    return cells[place] == TabSeparated.empty ? nil : String(cells[place])
  }

  func number(_ column: String) -> Double? { self[column].flatMap(Double.init) }

  /// What amplitudes and speeds are in.
  var unit: Recording.Unit { self["unit"].flatMap(Recording.Unit.init) ?? .degrees }

  var pattern: String { self["pattern"] ?? "" }

  /// Whether the burden of the finding that the row leads with may be more.
  var burdenIsLowerBound: Bool {
    let isOfBursts =
      Pattern(rawValue: pattern)?.isSaccadicOscillation ?? true
    let reasons = self["reasons"]?.split(separator: ",") ?? []
    return isOfBursts && reasons.contains { $0 == Finding.foundInPart }
  }

  /// The prefix of the columns of the finding that the row leads with: that of its pattern, else of
  /// saccadic oscillations.
  var lead: String {
    let pattern = Pattern(rawValue: pattern) ?? .saccadicOscillations
    return pattern.rawValue.replacing("-", with: "_")
  }
}
