public import EyeMovements

/// Everything that can be set about an analysis, with its default and where that comes from.
///
/// Times are seconds, frequencies Hz, angles degrees, so that each means the same at any sampling
/// rate. Every result carries the parameters that it was made with.
public struct Parameters: Sendable, Equatable, Codable {
  /// How saccades, slow phases and losses are found.
  public var movements = MovementParameters()

  /// What a recording must offer before a score is given.
  public var assessment = AssessmentParameters()

  /// What back-to-back saccades are, and how many of them speak for an oscillation.
  public var oscillations = OscillationParameters()

  /// What beats of nystagmus are.
  public var nystagmus = NystagmusParameters()

  /// What a sinusoidal oscillation is.
  public var pendular = PendularParameters()

  /// What saccadic intrusions with an interval are.
  public var intrusions = IntrusionParameters()

  /// How often events are drawn anew for the interval of a score.
  ///
  /// Enough for a limit that is printed with two decimals.
  public var bootstrapResamples = 200

  /// The seed of those draws: the same recording gives the same interval.
  public var bootstrapSeed: UInt64 = 20_190_329

  public init() {}
}
