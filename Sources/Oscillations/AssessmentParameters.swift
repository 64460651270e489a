/// What a recording must offer before a score is given, and from where on it offers all.
///
/// The tiers by rate come from the share of reversals that survives exposure and sampling, and of
/// the peak velocity that is left: at 30 Hz a third of the reversals between 2° saccades vanish,
/// at 50 Hz none of 3°, from 100 Hz none of 1°, at 200 Hz 95 % of the peak velocity is left.
///
/// - Source: derived by simulation; Mack et al. 2017, *Behav Res Methods* 49:2146; Raju et al.
///   2023, *J Eye Mov Res* 14(3): microsaccades need 75 Hz of bandwidth.
public struct AssessmentParameters: Sendable, Equatable, Codable {
  /// The least assessable time, in seconds: with 10 s, a rate of 18 a minute can still be missed.
  public var minimumSeconds = 10.0

  /// Below this effective rate back-to-back saccades cannot be told apart, in Hz.
  public var saccadicMinimumRateHz = 50.0
  /// Below this effective rate only saccades of ``limitedRateAmplitudeDegrees`` are kept apart.
  public var saccadicModerateRateHz = 100.0
  /// From this effective rate the saccadic claims are assessable in full, in Hz.
  public var saccadicFullRateHz = 200.0
  /// From this effective rate flutter smaller than ``microflutterDegrees`` can be shown, in Hz.
  public var microflutterRateHz = 500.0

  /// The smallest oscillation that can be shown from 50 Hz on, in degrees.
  public var limitedRateAmplitudeDegrees = 2.0
  /// The smallest oscillation that can be shown from 100 Hz on, in degrees.
  public var moderateRateAmplitudeDegrees = 1.0
  /// The smallest oscillation that can be shown from 200 Hz on, in degrees: below it lie
  /// post-saccadic oscillations (0.2 to 0.8°) and microsaccades.
  public var microflutterDegrees = 0.5
  /// The smallest oscillation that can be shown from 500 Hz on, in degrees.
  ///
  /// - Source: Ashe et al. 1991, *Brain* 114:461: microsaccadic flutter of 0.1 to 0.5°.
  public var microflutterMinimumDegrees = 0.1

  /// How many standard deviations of the position's noise an oscillation must measure.
  public var minimumAmplitudeToNoise = 5.0
  /// How many standard deviations of the velocity's noise its saccades' peaks must measure.
  public var minimumPeakToNoise = 5.0
  /// How many times the size of the smallest saccade that can be shown those of a burst must have, in the
  /// median, for the whole burst to be found: saccades of a burst differ in size, and where the small ones
  /// are missed, it falls apart.
  public var burstToSmallestSaccade = 2.0
  /// Where more than this share of the runs of saccades is left out as noise, bursts may be among them.
  public var noiseRunShareLeftOut = 0.1
  /// Where noise hides oscillations of this size, in degrees, nothing can be said: usual
  /// amplitudes are 1 to 5°.
  public var largestHiddenDegrees = 1.65
  /// Where more than this share of the runs of saccades is what noise makes, nothing can be said.
  public var noiseRunShare = 0.5
  /// So many such runs, in all and in each minute, make the share worth taking: fewer are snippets, such
  /// as the lids make.
  public var noiseRunsAtLeast = 5

  /// Below this effective rate beats of nystagmus cannot be told, in Hz.
  public var nystagmusMinimumRateHz = 25.0
  /// From this effective rate jerk nystagmus is assessable in full, in Hz.
  public var nystagmusFullRateHz = 100.0
  /// How many samples a cycle a sinusoidal oscillation needs.
  public var samplesPerCycle = 5.0
  /// Alternation of the beat takes minutes: from this length on it can be told, in seconds.
  ///
  /// - Source: periodic alternating nystagmus reverses each 90 to 120 s.
  public var alternationSeconds = 240.0

  /// Where less than this share of a recording is valid, it is said.
  public var lowValidShare = 0.5

  /// A head that turns faster than this, in degrees a second, makes the eyes answer it: slow movements
  /// are then vestibulo-ocular, and catch-up saccades follow.
  public var headSpeedLimitDegreesPerSecond = 10.0
  /// Where the head moves in more than this share of the samples, neither family can be told.
  public var headMovingShare = 0.02

  public init() {}
}
