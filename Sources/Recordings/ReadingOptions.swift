/// What a file does not say about itself, and what of it to read.
public struct ReadingOptions: Sendable, Equatable, Codable {
  /// What each column is, where its name does not say it; `nil` goes by the names alone.
  public var columns: ColumnMap?
  /// The unit of positions whose columns do not name it.
  public var unit: PositionUnit?
  /// The sampling rate in Hz, where there is no usable time column.
  public var rate: Double?
  /// The screen that pixels lie on.
  public var screen: Screen?
  /// From the eye to the screen, in millimetres.
  public var distance: Double?
  /// The first moment to read, in seconds since the recording's first sample.
  public var from: Double?
  /// The moment to stop before, in seconds since the recording's first sample.
  public var to: Double?
  /// The column each of whose values is a recording of its own.
  public var splitColumn: String?
  /// Whether positions that can't be turned into degrees are read in the file's own unit.
  public var allowsUncalibrated: Bool

  public init(
    columns: ColumnMap? = nil, unit: PositionUnit? = nil, rate: Double? = nil,
    screen: Screen? = nil, distance: Double? = nil, from: Double? = nil, to: Double? = nil,
    splitColumn: String? = nil, allowsUncalibrated: Bool = false
  ) {
    self.columns = columns
    self.unit = unit
    self.rate = rate
    self.screen = screen
    self.distance = distance
    self.from = from
    self.to = to
    self.splitColumn = splitColumn
    self.allowsUncalibrated = allowsUncalibrated
  }
}

extension ReadingOptions {
  /// The unit of positions for which nothing says one: any, where that is allowed.
  var assumedUnit: PositionUnit? { unit ?? (allowsUncalibrated ? .arbitrary : nil) }
}
