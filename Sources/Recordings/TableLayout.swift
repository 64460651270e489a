/// How the rows of one file are read: the hand-over from a format to the reader of rows.
struct TableLayout: Sendable {
  /// The name of the format, such as `table` or `eyelink-asc`.
  var format: String
  var delimiter: Delimiter
  /// The byte before the decimals.
  var point: UInt8 = Ascii.point
  /// The columns' names in the file's order.
  var names: [String]
  /// Where the first row begins in the opening, and the number of its line from 1.
  var firstRow: Int
  var firstLine: Int
  var rule = RowRule()
  /// The columns that are needed.
  var columns: [ColumnPlan]
  /// What the file says about the screen.
  var geometry = ScreenGeometry()
  /// Of the sidecars that name the columns; `nil` where the file does.
  var sidecarSha256: String?
  /// The sampling rate that the file or a sidecar declares, in Hz.
  var declaredRate: Double?
  /// When the first sample was taken, as a sidecar declares it, in seconds.
  var startTime: Double?
  var frame = Recording.Frame.unknown
  /// A number that marks a lost position where it stands on both axes.
  var missingPair: Float?
  /// Whether each line is one signal over time instead of one moment of all signals.
  var isTransposed = false
  var remarks: [String] = []

  /// The plans of the columns that become channels of numbers, in order.
  var channelPlans: [ColumnPlan] {
    columns.filter { plan in
      switch plan.role {
      case .time, .validity: false
      default: true
      }
    }
  }
}

/// Which lines are rows of samples.
struct RowRule: Sendable, Equatable {
  /// The first bytes of lines that are comments.
  var comments: [UInt8] = [Ascii.hash]
  /// Whether rows begin with a digit, and lines that don't are of another kind.
  var beginsWithDigit = false
  /// A cell that says of what kind a row is, and what it says in rows of samples.
  var kind: Kind?
  /// Cells that are blank in rows that are no samples.
  var required: [Int] = []
  /// Whether rows of another width are messages between the samples, and no damage.
  var allowsMessages = false
  /// The least number of cells that makes a row, where it need not be the header's.
  var leastCells: Int?
  /// Whether lines between the samples are EyeLink's.
  var isEyeLink = false

  /// Whether every line is a row, a comment or the header again.
  var isPlain: Bool {
    comments.count <= 1 && !beginsWithDigit && kind == nil && required.isEmpty && leastCells == nil
      && !isEyeLink
  }

  struct Kind: Sendable, Equatable {
    var cell: Int
    var sample: String
  }
}

/// What one column is read as.
struct ColumnPlan: Sendable, Equatable {
  /// The number of its cell in a row, from 0.
  var cell: Int
  /// Which number of a cell such as `(0.51, 0.48)`, from 0.
  var part: Int?
  var role: ColumnRole
  var positionUnit: PositionUnit?
  var timeUnit: TimeUnit?
  /// Where the unit is known from.
  var unitOrigin = UnitOrigin.name
  /// Whether the sign is turned.
  var isReversed = false
  /// Numbers that stand for a missing value.
  var missingNumbers: [Double] = []
  var validity: ValidityRule?

  enum UnitOrigin: String, Sendable { case name, option, format, sidecar, deduced }
}

/// Which values of a validity column mark good samples.
enum ValidityRule: Sendable, Equatable {
  case good([Double])
  case atLeast(Double)
  /// The same of a share from 0 to 1; above 1 it is something else, such as a percentage.
  case shareAtLeast(Double)
  /// A row is good where the cell is blank: it names a blink.
  case blank
  /// To be found out from the values; the column is called `valid` or `validity`.
  case deduced(isCalledValid: Bool)

  /// Whether a value marks good samples; `nil` where that has to be found out.
  func isGood(_ value: Double) -> Bool? {
    switch self {
    case .good(let values): values.contains(value)
    case .atLeast(let limit): value >= limit
    case .shareAtLeast(let limit): value > 1 ? nil : value >= limit
    case .blank: false
    case .deduced: nil
    }
  }
}
