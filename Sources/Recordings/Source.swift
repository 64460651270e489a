/// Where a recording came from: the input's bytes, and what its columns were taken for.
public struct Source: Sendable, Equatable {
  /// The name of the format that was recognised, such as `table` or `eyelink-asc`.
  public var format: String
  /// The SHA-256 of the input's bytes as they stand in the file, in lower-case hexadecimal.
  public var sha256: String
  /// The SHA-256 of the names and bytes of the sidecars that say what the input's columns are; `nil`
  /// where the input says it.
  public var sidecarSha256: String?
  /// When the first sample was taken, as a sidecar declares it, in seconds; `nil` where none does.
  public var startTime: Double?
  /// The size of the input in bytes.
  public var bytes: Int
  /// Rows of samples that were read.
  public var rows: Int
  /// Cells that are neither a number nor a word for missing; they count as missing.
  public var malformedCells: Int
  /// Rows whose number of cells differs from the header's: what stands in which column is not known, and
  /// their positions count as missing.
  public var irregularRows: Int
  /// The rows without a position of any eye.
  public var missingRows: Int
  /// The rows without a position, of each eye.
  public var missing: [Missing]
  /// What each column was taken for, in the file's order.
  public var columns: [ColumnUse]
  /// What the reader decided that the file does not say, or could not know, each a sentence.
  public var remarks: [String]

  public init(
    format: String, sha256: String = "", bytes: Int = 0, rows: Int = 0, malformedCells: Int = 0,
    irregularRows: Int = 0, missingRows: Int = 0,
    missing: [Missing] = [], columns: [ColumnUse] = [], remarks: [String] = []
  ) {
    self.format = format
    self.sha256 = sha256
    self.bytes = bytes
    self.rows = rows
    self.malformedCells = malformedCells
    self.irregularRows = irregularRows
    self.missingRows = missingRows
    self.missing = missing
    self.columns = columns
    self.remarks = remarks
  }

  /// How many of the rows of an eye hold no position: blank, marked as lost, or called invalid.
  public struct Missing: Sendable, Equatable {
    public var eye: Eye
    public var rows: Int

    public init(eye: Eye, rows: Int) {
      self.eye = eye
      self.rows = rows
    }
  }

  /// A column of the file, and its part in the recording.
  public struct ColumnUse: Sendable, Equatable {
    /// Its name in the file.
    public var name: String
    /// Its part: `time`, `left horizontal`, `right pupil`, `validity` …, or `nil` where it was not
    /// needed.
    public var role: String?
    /// The unit that its numbers were read in, and where that is known from, such as
    /// `deg (name)` or `px (option)`.
    public var unit: String?

    public init(name: String, role: String? = nil, unit: String? = nil) {
      self.name = name
      self.role = role
      self.unit = unit
    }
  }
}
