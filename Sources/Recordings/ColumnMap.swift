/// What the columns of a file are, where their names do not say it.
///
/// As JSON:
///
///     { "columns": [ { "column": "TS", "role": "time", "unit": "ms" },
///                    { "column": "3", "role": "left horizontal", "unit": "px" },
///                    { "column": "q", "role": "validity", "good": [0, 1] },
///                    { "column": "note", "role": "ignore" } ] }
///
/// and for short `TS=time:ms,3=left.x:px,q=validity:0`. A column is given by its name, or by its
/// number from 1. Columns that are not named are not read, as those with the role `ignore`.
public struct ColumnMap: Sendable, Equatable, Codable {
  /// The columns to read; all others are ignored.
  public var columns: [Entry]
  /// The character between cells, where it should not be found out: `,`, `;`, `tab` or `space`.
  public var delimiter: String?
  /// The character before the decimals, `.` or `,`, where it should not be found out.
  public var decimal: String?

  public init(columns: [Entry], delimiter: String? = nil, decimal: String? = nil) {
    self.columns = columns
    self.delimiter = delimiter
    self.decimal = decimal
  }

  /// One column.
  public struct Entry: Sendable, Equatable, Codable {
    /// Its name, or its number from 1.
    public var column: String
    /// Its part, as ``ColumnRole`` describes it, or `ignore`.
    public var role: String
    /// The unit of time or of position; a pupil needs none.
    public var unit: String?
    /// Whether the column's sign is turned: positions that rise to the left, or down.
    public var isReversed: Bool?
    /// For a validity column: the values that mark good samples.
    public var good: [Double]?
    /// For a validity column: the least value that marks good samples.
    public var atLeast: Double?
    /// For a validity column: whether rows are good where it is blank, as where it names a blink.
    public var isGoodWhereBlank: Bool?
    /// Numbers that stand for a missing value.
    public var missing: [Double]?
    /// Which number of a cell such as `(0.51, 0.48)`, from 1.
    public var part: Int?

    public init(
      column: String, role: String, unit: String? = nil, isReversed: Bool? = nil,
      good: [Double]? = nil, atLeast: Double? = nil, isGoodWhereBlank: Bool? = nil,
      missing: [Double]? = nil, part: Int? = nil
    ) {
      self.column = column
      self.role = role
      self.unit = unit
      self.isReversed = isReversed
      self.good = good
      self.atLeast = atLeast
      self.isGoodWhereBlank = isGoodWhereBlank
      self.missing = missing
      self.part = part
    }

    /// The role of columns that are not read.
    static let ignored = "ignore"

    enum CodingKeys: String, CodingKey {
      case column, role, unit, good, missing, part
      case isReversed = "reversed"
      case isGoodWhereBlank = "good_where_blank"
      case atLeast = "at_least"
    }
  }
}

extension ColumnMap {
  /// The map that a line such as `TS=time:ms,LX=left.x:px` describes.
  ///
  /// - Throws: ``RecordingError/Problem/badColumnMap(reason:)`` where it can't be understood.
  public init(parsing line: String) throws(RecordingError.Problem) {
    var entries: [Entry] = []
    for part in line.split(separator: ",") {
      // A name may hold such a sign, and so does the least good value: `:>=0.6`.
      let limit = part.firstRange(of: ":>=")?.lowerBound ?? part.endIndex
      guard let equals = part[..<limit].lastIndex(of: "="), equals != part.startIndex else {
        throw .badColumnMap(reason: "expected COLUMN=ROLE or COLUMN=ROLE:UNIT, found '\(part)'")
      }
      let meaning = part[part.index(after: equals)...].split(separator: ":", maxSplits: 1)
      guard let word = meaning.first, let role = ColumnRole(String(word)) else {
        throw .badColumnMap(
          reason: "'\(meaning.first ?? "")' is no role; use time, x, y, left.x, right.torsion, "
            + "left.pupil, validity or head.x")
      }
      var entry = Entry(column: String(part[..<equals]), role: "\(role)")
      if meaning.count == 2 { try entry.setUnit(String(meaning[1]), for: role) }
      entries.append(entry)
    }
    guard !entries.isEmpty else { throw .badColumnMap(reason: "it names no column") }
    self.init(columns: entries)
  }
}

extension ColumnMap.Entry {
  /// Takes what stands behind the colon: a unit, or for a validity column the good value.
  fileprivate mutating func setUnit(
    _ text: String, for role: ColumnRole
  ) throws(RecordingError.Problem) {
    guard case .validity = role else {
      unit = text
      return
    }
    if text.hasPrefix(">="), let limit = Double(text.dropFirst(2)) {
      atLeast = limit
    } else if let value = Double(text.hasSuffix("-is-good") ? String(text.dropLast(8)) : text) {
      good = [value]
    } else {
      throw .badColumnMap(reason: "expected a good value such as 0 or >=0.6, found '\(text)'")
    }
  }
}
