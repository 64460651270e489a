public import Oscillations

/// What a run prints for its recordings, in one of the formats that there are.
///
/// What can be printed at once is: documents as they come; tables at the end, sorted.
public struct Listing: Sendable {
  public let format: Format
  private let isSingleFile: Bool
  private let width: Int
  private let colour: Bool
  private var entries: [Entry] = []
  private var documents = 0

  public enum Format: String, Sendable, CaseIterable {
    /// For people, on a terminal.
    case table
    /// For spreadsheets and statistics: the columns of `scores.tsv`.
    case tsv
    /// Everything: an object where the one argument is a file that holds one recording, else an
    /// array of them.
    case json
    /// Everything, a recording a line.
    case ndjson
  }

  /// What a format keeps of a recording; small, whatever the recording's length, except for the
  /// documents, which are printed at once.
  public enum Entry: Sendable {
    case row(ScoreRow)
    case summary(ScoreSummary)
    case document(RecordingDocument)
    case element(String)
    case line(String)
  }

  /// - Parameters:
  ///   - isSingleFile: whether the one argument is a file.
  ///   - width: of the terminal, in cells.
  public init(format: Format, isSingleFile: Bool, width: Int, colour: Bool) {
    self.format = format
    self.isSingleFile = isSingleFile
    self.width = width
    self.colour = colour
  }

  /// What the format shows of an analysis. Safe to call from several tasks at a time.
  public func entry(for analysis: Analysis, document: RecordingDocument) -> Entry {
    switch format {
    case .table: .summary(ScoreSummary(analysis))
    case .tsv: .row(ScoreRow(analysis))
    case .json where isSingleFile: .document(document)
    case .json: .element(document.element)
    case .ndjson: .line(document.line)
    }
  }

  /// Takes the recordings of one input, and returns what can be printed of them now.
  public mutating func add(_ new: [Entry]) -> String {
    guard !isSingleFile || format != .json else { return single(new) }
    return new.map { entry in
      switch entry {
      case .row, .summary:
        entries.append(entry)
        return ""
      case .document(let document): return document.page
      case .element(let element):
        documents += 1
        return (documents == 1 ? "[\n  " : ",\n  ") + element
      case .line(let line): return line
      }
    }.joined()
  }

  /// What is left to print after the last input.
  public func end() -> String {
    switch format {
    case .table:
      let rows = entries.compactMap { if case .summary(let row) = $0 { row } else { nil } }
      return rows.isEmpty ? "" : ScoreSummaryTable(rows).text(width: width, colour: colour)
    case .tsv:
      let rows = entries.compactMap { if case .row(let row) = $0 { row } else { nil } }
      return rows.isEmpty && isSingleFile ? "" : ScoreTable(rows).text
    case .json where isSingleFile: return ""
    case .json: return documents == 0 ? "[]\n" : "\n]\n"
    case .ndjson: return ""
    }
  }

  /// One file's recordings: an object where it holds one, else an array.
  private func single(_ new: [Entry]) -> String {
    let documents = new.compactMap { entry -> RecordingDocument? in
      if case .document(let document) = entry { document } else { nil }
    }
    guard documents.count > 1 else { return documents.first?.page ?? "" }
    return "[\n  " + documents.map(\.element).joined(separator: ",\n  ") + "\n]\n"
  }
}
