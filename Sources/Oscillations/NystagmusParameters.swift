#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What beats of nystagmus are, and how many of them speak for one.
///
/// - Source: Eggers et al. 2019, *J Vestib Res* 29:57–87 (a slow phase takes the eye off, a quick
///   phase brings it back); figures at each field.
public struct NystagmusParameters: Sendable, Equatable, Codable {
  /// The longest time from the end of a slow phase to its quick phase, in seconds.
  public var quickPhaseDelaySeconds = 0.060
  /// How far a quick phase may point away from straight back, in degrees.
  public var oppositionDegrees = 60.0
  /// A quick phase brings the eye back by this share of the slow phase's drift at least …
  public var minimumReturnShare = 0.25
  /// … and this at most: what is larger is a gaze shift.
  public var maximumReturnShare = 4.0
  /// How many times faster than the slow phase the quick phase is in the mean, at least: the half-cycles of a
  /// pendular nystagmus are alike.
  public var minimumQuickToSlow = 1.5

  /// How many beats in a row make a stretch.
  ///
  /// - Source: three consecutive beats are what clinical systems ask for, too.
  public var minimumBeats = 3
  /// How many stretches make a nystagmus.
  public var minimumStretches = 2
  /// How likely beats that go any way may keep to their rows as much as those that were found.
  public var maximumChance = 0.05
  /// An episode ends after this time without a beat, in seconds.
  public var episodeEndSeconds = 2.0

  /// The slowest slow phase, as a median, in degrees a second: healthy people have up to about 2.
  ///
  /// - Source: healthy video-oculography, n = 101, mean 1.1 °/s in the third that had any.
  public var minimumSpeedDegreesPerSecond = 2.0
  /// How many standard errors of its own slope it must measure.
  public var minimumSpeedToNoise = 3.0
  /// The share of beats that must point the common way.
  public var minimumDirectionConsistency = 0.8
  /// The share of the time between saccades in which the eye must drift the common way.
  ///
  /// In nystagmus it drifts nearly always; pursuit, vergence and glissades in viewing come and go.
  public var minimumDriftShare = 0.4
  /// The share of the saccades, bursts apart, that must be quick phases of the beats: in viewing and
  /// in pursuit most are gaze shifts.
  public var minimumQuickPhaseShare = 0.5
  /// Any share is enough where the eye drifts the common way for so much of the time …
  public var minimumHeldDriftShare = 0.8
  /// … as far as from its middle to the end of its range, which no one looks beyond …
  public var minimumHeldDriftDegrees = 50.0
  /// … and all saccades together take that back, but for this share.
  public var maximumHeldError = 0.4
  /// Where the beat turns round all the time, rows of three do not come about; then the drifts must
  /// keep to one axis …
  public var alternatingAxisConcentration = 0.9
  /// … and this share of them must end in a quick phase that takes the eye back.
  public var alternatingBeatShare = 0.7
  /// How much of the slow phases' drift the quick phases must take back over an episode.
  public var minimumTakenBackShare = 0.4
  /// How much of the direction must be torsional for the beat to be called purely torsional.
  public var torsionalShare = 0.9
  /// By how many seconds of beating another direction must lead for the beat to have turned round:
  /// what takes less are stray beats, no nystagmus that alternates.
  public var reversalLeadSeconds = 10.0

  public init() {}

  var maximumLogChance: Double { log(maximumChance) }
  /// The cosine of ``oppositionDegrees``.
  var oppositionCosine: Double { cos(oppositionDegrees * .pi / 180) }
}
