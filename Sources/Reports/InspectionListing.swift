/// What `inspect` prints for its recordings.
public struct InspectionListing: Sendable {
  private let format: Format
  private let isSingleFile: Bool
  private let width: Int
  private let colour: Bool
  private var count = 0

  public enum Format: String, Sendable, CaseIterable {
    /// A block of lines a recording, for people.
    case table
    /// An object where the one argument is a file that holds one recording, else an array.
    case json
  }

  public init(format: Format, isSingleFile: Bool, width: Int, colour: Bool) {
    self.format = format
    self.isSingleFile = isSingleFile
    self.width = width
    self.colour = colour
  }

  /// Takes the recordings of one input, and returns what is printed of them.
  public mutating func add(_ inspections: [Inspection]) -> String {
    if format == .json, isSingleFile, inspections.count == 1 {
      return JSONWriter.page(inspections[0].document) + "\n"
    }
    return inspections.map { inspection in
      count += 1
      switch format {
      case .table:
        return (count > 1 ? "\n" : "") + inspection.text(width: width, colour: colour)
      case .json:
        return (count > 1 ? ",\n  " : "[\n  ")
          + JSONWriter.page(inspection.document, indentation: 2)
      }
    }.joined()
  }

  /// What is printed after the last input.
  public func end() -> String {
    guard format == .json else { return "" }
    if count > 0 { return "\n]\n" }
    return isSingleFile ? "" : "[]\n"
  }
}

/// What `events` prints for its recordings: one table.
public struct EventListing: Sendable {
  private let isSingleFile: Bool
  private var hasHeader = false

  public init(isSingleFile: Bool) {
    self.isSingleFile = isSingleFile
  }

  /// Takes the recordings of one input, and returns what is printed of them: with several
  /// recordings, the first column is the recording's id.
  public mutating func add(_ recordings: [(id: String, table: EventTable)]) -> String {
    if isSingleFile, recordings.count == 1 { return recordings[0].table.text }
    let header =
      hasHeader || recordings.isEmpty ? "" : TabSeparated.line(["id"] + EventTable.columns)
    hasHeader = hasHeader || !recordings.isEmpty
    return header + recordings.map { $0.table.lines(id: $0.id) }.joined()
  }
}
