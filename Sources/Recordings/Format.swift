/// A file format: how it is recognised, and what its columns mean.
///
/// Formats are recognised from the content alone. The list ``Format/all`` is asked in order, and the
/// table with any column names comes last. Most formats are one declaration, a ``TableFormat``; the
/// article <doc:AddingAFormat> shows one.
struct Format: Sendable {
  /// Its name in reports, such as `eyelink-asc`.
  let name: String
  /// Its name for people.
  let title: String
  /// How the rows are read, or `nil` where the opening is not of this format.
  let layout: @Sendable (Opening) throws(RecordingError.Problem) -> TableLayout?

  init(
    _ name: String, _ title: String,
    layout: @escaping @Sendable (Opening) throws(RecordingError.Problem) -> TableLayout?
  ) {
    self.name = name
    self.title = title
    self.layout = layout
  }

  /// A format whose columns stand under a header.
  init(_ table: TableFormat) {
    self.init(table.name, table.title) { (opening) throws(RecordingError.Problem) in
      table.layout(of: opening)
    }
  }
}
