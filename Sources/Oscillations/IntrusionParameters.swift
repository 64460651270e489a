/// What saccadic intrusions and oscillations with an interval are.
public struct IntrusionParameters: Sendable, Equatable, Codable {
  /// The smallest saccade of a square-wave jerk, in degrees. Rates in health run from 2 to 27 a
  /// minute with this definition and with age.
  ///
  /// - Source: Abadi and Gowen 2004, *Vision Res* 44:2675; Salman et al. 2008.
  public var squareWaveMinimumDegrees = 0.5
  /// How much smaller than the larger one the smaller saccade of a pair may be, as a share.
  public var squareWaveAmplitudeDifference = 0.5
  /// The shortest time from the one's end to the other's onset, in seconds.
  public var squareWaveMinimumIntervalSeconds = 0.080
  /// The longest, in seconds.
  public var squareWaveMaximumIntervalSeconds = 0.500
  /// How far the second may point away from straight back, in degrees.
  public var squareWaveOppositionDegrees = 30.0
  /// The rate above which square-wave jerks are a finding, a minute.
  public var squareWavesPerMinute = 20.0
  /// The shortest time over which that rate is taken, in seconds.
  public var squareWaveRateSeconds = 22.0
  /// The share of saccades of this size that must belong to a square-wave jerk: viewing makes
  /// opposite pairs by chance.
  public var squareWaveSaccadeShare = 0.5
  /// From this amplitude a square-wave jerk is called macro, in degrees.
  public var macroSquareWaveDegrees = 5.0

  /// The shortest interval of macrosaccadic oscillations, in seconds.
  public var macrosaccadicMinimumIntervalSeconds = 0.100
  /// The longest, in seconds.
  public var macrosaccadicMaximumIntervalSeconds = 0.400
  /// How many half-cycles make a run.
  public var macrosaccadicHalfCycles = 4
  /// How far a saccade may point away from straight back, in degrees.
  public var macrosaccadicOppositionDegrees = 45.0
  /// How far from the middle of its swings a run may start, as a share of their size: it straddles
  /// the target; a square wave lies to one side (0.5).
  public var macrosaccadicCentreOffset = 0.3
  /// How much the ends of its swings on the one side must vary, as a share of how much those on the
  /// other do: square waves return to one place.
  public var macrosaccadicSpreadShare = 0.35
  /// How much larger than its first and its last swing the largest must be: it rises and falls.
  public var macrosaccadicGrowth = 1.3
  /// The smallest largest swing of a run, in degrees.
  public var macrosaccadicMinimumDegrees = 1.0
  /// How many half-cycles, in all runs that rise and fall, make a finding.
  public var macrosaccadicEvidence = 7.0

  public init() {}
}
