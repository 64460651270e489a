import Cohorts
import Oscillations

/// A column of `scores.tsv`: its name, what it means, and where its cells come from.
struct ScoreColumn: Sendable {
  let name: String
  let description: String
  var unit: String?
  /// The values that a column of words can have.
  var levels: [Level] = []
  /// `nil` is written as `n/a`.
  let cell: @Sendable (ScoreRow.Contents) -> String?

  struct Level: Sendable {
    let name: String
    let description: String
  }
}

/// A recording's row of `scores.tsv`.
public struct ScoreRow: Sendable {
  public let id: String
  /// The line with its end.
  let line: String

  public init(_ analysis: Analysis) {
    let contents = Contents(analysis)
    id = analysis.id
    line = TabSeparated.line(ScoreTable.columns.map { $0.cell(contents) ?? TabSeparated.empty })
  }

  /// What cells are made from.
  struct Contents: Sendable {
    let analysis: Analysis
    let entities: RecordingEntities

    init(_ analysis: Analysis) {
      self.analysis = analysis
      entities = RecordingEntities(id: analysis.id)
    }

    func finding(_ pattern: Pattern) -> Finding? {
      analysis.findings.first { $0.pattern == pattern }
    }

    /// A finding that the recording could have shown.
    func assessed(_ pattern: Pattern) -> Finding? {
      finding(pattern).flatMap { $0.status == .notAssessable ? nil : $0 }
    }

    /// A measure of saccadic oscillations.
    func measure(_ name: String) -> String? {
      assessed(.saccadicOscillations)?.measures.first { $0.name == name }
        .flatMap { Quantity($0.value, $0.dimension).text }
    }
  }
}

/// The contents of `scores.tsv`: a row a recording, sorted by id, the columns always the same.
public struct ScoreTable: Sendable {
  private let rows: [ScoreRow]

  public init(_ rows: [ScoreRow]) {
    self.rows = rows.sorted { $0.id.precedesBytewise($1.id) }
  }

  /// The header and the rows.
  public var text: String { lines.joined() }

  /// The same line by line, with their ends.
  var lines: [String] { [TabSeparated.line(Self.columnNames)] + rows.map(\.line) }

  /// The names of all columns, in order.
  public static var columnNames: [String] { columns.map(\.name) }

  /// The contents of `scores.json`: what each column means, its unit, and the values that it can
  /// have, as in a data dictionary of BIDS.
  public static var dictionary: String {
    let members = columns.map { column in
      var value: [JSONValue.Member] = [
        .init(key: "Description", value: .string(column.description))
      ]
      if let unit = column.unit { value.append(.init(key: "Units", value: .string(unit))) }
      if !column.levels.isEmpty {
        let levels = column.levels.map {
          JSONValue.Member(key: $0.name, value: .string($0.description))
        }
        value.append(.init(key: "Levels", value: .object(levels)))
      }
      return JSONValue.Member(key: column.name, value: .object(value))
    }
    return JSONWriter.page(.object(members)) + "\n"
  }

  static let columns: [ScoreColumn] =
    ScoreColumn.identity + ScoreColumn.signal + Pattern.allCases.flatMap(ScoreColumn.finding)
    + ScoreColumn.measures
}
