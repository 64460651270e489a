/// A table of a validation, as data: printed, written as text and as JSON by one loop each.
package struct ValidationTable: Sendable, Equatable {
  /// What its file is called, without a suffix.
  package let name: String
  package let title: String
  /// What is counted, and how; a sentence or two.
  package let note: String
  package let columns: [Column]
  package private(set) var rows: [[Cell]] = []
  /// Whether it is only written to files, being too long to print.
  package let isForFiles: Bool

  package struct Column: Sendable, Equatable {
    /// What it is called in files.
    package let key: String
    /// What it is called for people.
    package let title: String
    /// Whether its estimates have limits, which files hold in columns of their own.
    package let hasInterval: Bool

    package init(_ key: String, _ title: String, interval: Bool = false) {
      self.key = key
      self.title = title
      hasInterval = interval
    }
  }

  package enum Cell: Sendable, Equatable {
    case text(String)
    case count(Int)
    case estimate(Estimate, decimals: Int)
    case empty
  }

  package init(
    name: String, title: String, note: String, columns: [Column], isForFiles: Bool = false
  ) {
    self.name = name
    self.title = title
    self.note = note
    self.columns = columns
    self.isForFiles = isForFiles
  }

  package mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a cell for each column")
    rows.append(row)
  }
}
