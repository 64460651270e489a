/// The folder that a comparison is written to: `compare.json`, `compare.tsv`, `compare.html`.
public struct CourseFolder: Sendable {
  private let folder: OutputFolder

  /// Creates the folder where it is not there.
  ///
  /// - Throws: `ReportsError.cannotCreate`.
  public init(path: String) throws(ReportsError) {
    folder = try OutputFolder(creating: path)
  }

  /// - Throws: any `ReportsError`.
  public func write(_ document: CourseDocument) throws(ReportsError) {
    try folder.write(document.page, to: "compare.json")
    try folder.write(document.table, to: "compare.tsv")
    try folder.write(CoursePage(document.courses).text, to: "compare.html")
  }
}
