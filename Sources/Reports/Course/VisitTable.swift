public import Cohorts

/// Which visit is whose, where the files' names do not say it: a table with the columns `id`,
/// `subject` and `session`.
public struct VisitTable: Sendable {
  private let rows: [[UInt8]: (subject: String?, session: String?)]

  /// - Returns: `nil` where the text lacks the columns, or several rows of one id differ.
  public init?(_ text: String) {
    guard let table = SmallTable(text), let id = table.index(of: "id"),
      let subject = table.index(of: "subject"), let session = table.index(of: "session"),
      table.contradiction(in: id) == nil
    else { return nil }
    rows = Dictionary(
      table.rows.compactMap { row in
        row[id].map { (Array($0.utf8), (subject: row[subject], session: row[session])) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The visits that the table names, as it names them, and the ids of the others.
  public func named(_ visits: [Visit]) -> (visits: [Visit], strangers: [String]) {
    var named: [Visit] = []
    var strangers: [String] = []
    for visit in visits {
      if let row = rows[Array(visit.id.utf8)] {
        named.append(visit.named(subject: row.subject, session: row.session))
      } else {
        strangers.append(visit.id)
      }
    }
    return (named, strangers)
  }
}
