/// How saccades, slow phases and losses are found.
///
/// Times are seconds, frequencies Hz, angles degrees: each means the same at any sampling rate.
public struct MovementParameters: Sendable, Equatable, Codable {
  /// The lowest −3 dB frequency of the velocity, in Hz, where the rate allows.
  ///
  /// Bahill 1981 differentiates at 60 to 100 Hz; below 40 Hz back-to-back saccades fade.
  public var velocityCutoffHz = 60.0
  /// The moving average that finds saccades in the velocity.
  public var detectionSmoothingSeconds = 0.010
  /// The moving average in which their onset and offset are found.
  public var boundarySmoothingSeconds = 0.006
  /// Gaps that are bridged by a line; velocity is not computed across longer ones.
  public var bridgedGapSeconds = 0.006
  /// The window of the running median that holds the slow movement under the saccades.
  public var baselineSeconds = 0.4
  /// Slow movement faster than this is trusted less, and not at all at twice the speed.
  public var baselineSpeedLimit: Float = 35

  /// The peak of a saccade stands out of the noise by this many standard deviations …
  public var peakToNoise: Float = 9
  /// … yet is never asked to be below or above these speeds, in degrees a second.
  public var lowestPeakThreshold: Float = 28
  public var highestPeakThreshold: Float = 60
  /// Half the span over which the noise is local.
  public var noiseReachSeconds = 0.5
  /// The windows in which the noise is measured, and the quantile of them that is taken.
  public var noiseWindowSeconds = 0.06
  public var noiseQuantile = 0.6
  /// Two peaks of speed are one saccade where the speed between them stays above this share.
  public var splitShare: Float = 0.5
  /// Onset: the level is `onsetFloor + onsetShare × peak`, at least 3 × noise, at most `onsetCeiling`.
  public var onsetFloor: Float = 15
  public var onsetShare: Float = 0.13
  public var onsetCeiling: Float = 50
  /// Offset: the velocity along the saccade's direction falls to this share of the peak.
  public var offsetShare: Float = 0.05
  /// … or to a local minimum below this speed.
  public var offsetDipSpeed: Float = 20
  /// The shortest saccade.
  public var shortestSaccadeSeconds = 0.006
  /// The smallest saccade.
  public var smallestAmplitudeDegrees: Float = 0.3

  /// Left out after a saccade (its oscillation) and before the next (its unseen start).
  public var slowPhaseLeadSeconds = 0.015
  public var slowPhaseLagSeconds = 0.008
  /// The shortest stretch that a slope is taken from.
  public var shortestSlowPhaseSeconds = 0.05
  /// The slowest drift that is told, in degrees a second; fixation drifts at .1 to .5.
  public var slowestSlowPhase: Float = 1

  /// A loss of this length is a blink (100 to 400 ms, less what the tracker bridges).
  public var shortestBlinkSeconds = 0.05
  public var longestBlinkSeconds = 0.5

  /// Left out of the valid time on the sides of a loss, where lids move.
  public var lossPaddingSeconds = 0.08
  /// The shortest valid stretch that counts.
  public var shortestValidSeconds = 0.1

  public init() {}
}
