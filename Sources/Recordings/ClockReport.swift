/// What was found in a recording's clock.
public struct ClockReport: Sendable, Equatable {
  /// The typical deviation of a step from the median step, as a share of it (95th percentile).
  public var jitter: Double
  /// Rows that repeat the time of the row before.
  public var duplicates: Int
  /// Rows whose time lies before that of the row before, or more than a day behind it; each begins a
  /// new run or is left out.
  public var stepsBack: Int
  /// Steps of more than 1.5 sampling intervals.
  public var gaps: Int
  /// The longest such step, in seconds.
  public var longestGap: Double
  /// Whether jitter made it necessary to interpolate the samples onto a uniform grid.
  public var resampled: Bool
  /// Whether the rate was given by the user or a sidecar, for want of a time column.
  public var rateIsDeclared: Bool

  public init(
    jitter: Double = 0, duplicates: Int = 0, stepsBack: Int = 0, gaps: Int = 0,
    longestGap: Double = 0, resampled: Bool = false, rateIsDeclared: Bool = false
  ) {
    self.jitter = jitter
    self.duplicates = duplicates
    self.stepsBack = stepsBack
    self.gaps = gaps
    self.longestGap = longestGap
    self.resampled = resampled
    self.rateIsDeclared = rateIsDeclared
  }
}
