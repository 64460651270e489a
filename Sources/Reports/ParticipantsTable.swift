import Cohorts

/// What is known of the people who were recorded: BIDS's `participants.tsv`, to be joined to scores
/// by the subject.
public struct ParticipantsTable: Sendable {
  private let columns: [String]
  /// The cells of a participant, by the label without `sub-`.
  private let rows: [[UInt8]: [String]]

  /// The table that it makes of `scores.tsv`.
  static let fileName = "scores_participants.tsv"

  /// - Returns: `nil` where there is no column `participant_id`, or several rows of one participant
  ///   differ.
  public init?(_ text: String) {
    guard let table = SmallTable(text), let id = table.index(of: "participant_id"),
      table.contradiction(in: id) == nil
    else { return nil }
    columns = table.columns.enumerated().filter { $0.offset != id }.map { column in
      // The names of scores are theirs.
      ScoreTable.columnNames.contains(column.element)
        ? "participant_" + column.element : column.element
    }
    rows = Dictionary(
      table.rows.compactMap { row in
        guard let name = row[id] else { return nil }
        let cells = row.enumerated().filter { $0.offset != id }
          .map { $0.element ?? TabSeparated.empty }
        return (Array(Self.label(name).utf8), cells)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The rows of scores, each followed by what is known of its subject; `n/a` where that is nothing.
  package func text(_ scores: [ScoreRow]) -> String {
    let nothing = columns.map { _ in TabSeparated.empty }
    let sorted = scores.sorted { $0.id.precedesBytewise($1.id) }
    let lines = sorted.map { row in
      let subject = RecordingEntities(id: row.id).subject ?? ""
      let known = rows[Array(subject.utf8)] ?? nothing
      return row.line.dropLast() + "\t" + TabSeparated.line(known)
    }
    return TabSeparated.line(ScoreTable.columnNames + columns) + lines.joined()
  }

  /// What to say where the table knows the subject of no recording, so that it adds nothing.
  package func warning(_ scores: [ScoreRow]) -> String? {
    guard !scores.isEmpty else { return nil }
    let subjects = scores.compactMap { RecordingEntities(id: $0.id).subject }
    guard !subjects.contains(where: { rows[Array($0.utf8)] != nil }) else { return nil }
    let found =
      subjects.first.map { "such as sub-\($0)" } ?? "as names like sub-01_ses-2.csv tell it"
    return "--participants: expected a participant_id that is a recording's subject, \(found),"
      + " found none; its columns are empty"
  }

  /// - Throws: any `ReportsError`.
  package func write(_ scores: [ScoreRow], to folder: ResultsFolder) throws(ReportsError) {
    try folder.folder.write(text(scores), to: Self.fileName)
  }

  private static func label(_ name: String) -> String {
    name.hasPrefix("sub-") ? String(name.dropFirst(4)) : name
  }
}
