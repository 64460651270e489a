public import Cohorts

/// Which visit is whose, where the files' names do not say it: a table with the columns `id`,
/// `subject` and `session`.
public struct VisitTable: Sendable {
  private let rows: [[UInt8]: (subject: String?, session: String?)]

  /// - Returns: `nil` where the text lacks the columns.
  public init?(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first, let id = header.firstIndex(of: "id"),
      let subject = header.firstIndex(of: "subject"),
      let session = header.firstIndex(of: "session")
    else { return nil }
    func known(_ cell: String) -> String? { ["", "n/a"].contains(cell) ? nil : cell }
    rows = Dictionary(
      lines.dropFirst().filter { $0.count > max(id, subject, session) }.map {
        (Array($0[id].utf8), (subject: known($0[subject]), session: known($0[session])))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The visits that the table names, as it names them.
  public func named(_ visits: [Visit]) -> [Visit] {
    visits.compactMap { visit in
      rows[Array(visit.id.utf8)].map { visit.named(subject: $0.subject, session: $0.session) }
    }
  }
}
