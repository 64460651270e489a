/// How saccades, slow phases and losses are found.
///
/// Times are seconds, frequencies Hz, angles degrees: each means the same at any sampling rate.
///
/// ## What was tuned, and on what
///
/// Limits with a source follow it. The thresholds of peak speed, the split of bursts, the levels of onset and
/// offset, the window of the slow movement, the rules for oscillations after a saccade and the
/// evidence asked of lone small saccades were set by hand, one at a time, on 29 recordings that one
/// expert each labelled (Andersson et al. 2017, *Behav Res Methods* 49:616–637; 200 and 500 Hz) for
/// kappa and F1, with a floor under F1 in simulated bursts of minimum-jerk and skewed
/// saccades laid end to end. Other labelled recordings, burst neurons and the validation cohort
/// were only looked at.
public struct MovementParameters: Sendable, Equatable, Codable {
  /// The lowest −3 dB frequency of the velocity, in Hz, where the rate allows.
  ///
  /// Bahill 1981 differentiates at 60 to 100 Hz; below 40 Hz back-to-back saccades fade.
  public var velocityCutoffHz = 60.0
  /// The moving average that finds saccades in the velocity.
  public var detectionSmoothingSeconds = 0.010
  /// The moving average in which their onset and offset are found.
  public var boundarySmoothingSeconds = 0.006
  /// Gaps that are bridged by a line, where they do not come with movement; velocity is not computed
  /// across longer ones. Lids take longer to close and open.
  public var bridgedGapSeconds = 0.013
  /// The window of the running median that holds the slow movement under the saccades.
  public var baselineSeconds = 0.35
  /// Slow movement faster than this is trusted less, and not at all at twice the speed.
  public var baselineSpeedLimit: Float = 35

  /// The peak of a saccade stands out of the noise by this many standard deviations …
  public var peakToNoise: Float = 9
  /// … yet is never asked to be below or above these speeds, in degrees a second.
  public var lowestPeakThreshold: Float = 28
  public var highestPeakThreshold: Float = 70
  /// The highest speed asked of one that no saccade stands beside.
  public var highestLonePeakThreshold: Float = 80
  /// Half the span over which the noise is local.
  public var noiseReachSeconds = 0.5
  /// The windows in which the noise is measured, and the quantile of them that is taken.
  public var noiseWindowSeconds = 0.06
  public var noiseQuantile = 0.5
  /// How far the noise may rise above that of the quietest twentieth of the windows within
  /// `quietReachSeconds`.
  public var quietReachSeconds = 3.0
  public var noiseRiseLimit: Float = 5
  /// Two peaks of speed are one saccade where the speed between them stays above this share, or the dip
  /// is shallower than this many standard deviations of the noise.
  public var splitShare: Float = 0.5
  public var splitToNoise: Float = 4
  /// In a train, and in a peak that lasts longer than a saccade's does, half of that is enough where the
  /// direction turns by more than the angle of this cosine.
  public var turnCosine: Float = 0.7
  /// Onset: the level is `onsetFloor + onsetShare × peak`, at least 3 × noise, at most `onsetCeiling`.
  public var onsetFloor: Float = 15
  public var onsetShare: Float = 0.12
  public var onsetCeiling: Float = 50
  /// Offset: the velocity along the saccade's direction falls to this share of the peak.
  public var offsetShare: Float = 0.05
  /// … or to a local minimum below this speed.
  public var offsetDipSpeed: Float = 30
  /// The shortest saccade; a duration is known to half a sample.
  public var shortestSaccadeSeconds = 0.011
  /// The smallest saccade.
  public var smallestAmplitudeDegrees: Float = 0.3

  /// No saccade is taken this close to a loss: lids move there.
  public var saccadeClearanceSeconds = 0.08
  /// A candidate whose peak is at most this many times its threshold must prove that it displaces the
  /// eye, and that it is no part of a longer movement.
  public var weakPeakRatio: Float = 2.25
  /// The lowest speed at which a lobe is looked at, in degrees a second.
  public var lobeFloor: Float = 10
  /// A faint lobe, below the threshold, still stands out of the quietest noise by this factor; only
  /// in a train of at least `fewestInTrain` that turn, and from this rate up, is it a saccade; or, at any
  /// rate, among at least `fewestInTrain` and no fewer clear ones.
  public var faintPeakToNoise: Float = 7.5
  public var faintTrainRateHz = 400.0
  public var fewestInTrain = 4
  public var smallestFaintDegrees: Float = 0.08
  /// Saccades of a train follow one another within this time.
  public var trainGapSeconds = 0.040
  /// What is this near to a train may be part of its burst.
  public var trainSurroundSeconds = 0.1
  /// … and neighbours differ in size by less than this factor.
  public var trainSizeRatio: Float = 2.5
  /// The fastest saccade, in degrees a second; what is faster is the flank of a blink or a glitch.
  public var fastestSaccade: Float = 1000
  /// The smallest saccade that shows in torsion alone.
  public var smallestTorsionDegrees: Float = 0.5
  /// The share of its size by which a weak candidate must have moved the eye for good.
  public var netShare: Float = 0.4
  /// Its peak over its threshold and its step over the scatter of the positions around it speak for a lone
  /// candidate together: `peak ÷ threshold × (step ÷ scatter ÷ stepToScatter)^stepWeight` is 1 or more.
  public var stepToScatter: Float = 7.5
  public var stepWeight: Float = 0.25
  /// The slowest and the longest saccade, relative to the main sequence.
  public var lowestPeakRatio: Float = 0.45
  /// … the slowest within a train of saccades that turn back.
  public var lowestTrainPeakRatio: Float = 0.25
  public var longestDurationRatio = 1.3
  public var longestDurationSlackSeconds = 0.020
  /// Gap and size relative to its saccade up to which an opposite lobe is its oscillation.
  public var oscillationGapSeconds = 0.018
  public var oscillationShare: Float = 0.8
  /// … and up to which a lobe in the same direction is.
  public var reboundGapSeconds = 0.020
  public var reboundShare: Float = 0.3
  public var oscillationDegrees: Float = 3
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

  /// The smallest half-blink of a train, in degrees of the trace …
  public var smallestHalfBlinkDegrees: Float = 0.5
  /// … and in standard deviations of the noise.
  public var halfBlinkToNoise: Float = 6
  /// How long the trace is down by more than a fifth of the dip.
  public var shortestHalfBlinkSeconds = 0.03
  public var longestHalfBlinkSeconds = 0.17
  /// How far it goes sideways, of its depth.
  public var halfBlinkSideways: Float = 0.3
  /// The longest time from one to the next: trembling lids beat 4 to 9 times a second.
  public var halfBlinkIntervalSeconds = 0.35
  /// How many make a train.
  public var fewestHalfBlinks = 3
  /// The upper ends differ from one to the next by at most this share of the depth.
  public var halfBlinkTopScatter: Float = 0.15
  /// The rest at the upper end lasts this many times as long as the turn at the lower one.
  public var halfBlinkRestRatio = 1.2
  /// The upper ends differ by at most this share of what the lower ones do.
  public var halfBlinkScatterRatio: Float = 0.5
  /// The way up takes this many times as long as the way down.
  public var halfBlinkOpeningRatio = 1.15
  /// … and at least this many times as long, whatever else speaks for a train.
  public var leastHalfBlinkOpeningRatio = 0.75
  /// How many of a train tell the drift that they ride on.
  public var fewestHalfBlinksOnDrift = 5
  /// Left out before and after a train.
  public var halfBlinkPaddingSeconds = 0.04

  /// Left out of the valid time on the sides of a loss, where lids move.
  public var lossPaddingSeconds = 0.08
  /// The shortest valid stretch that counts.
  public var shortestValidSeconds = 0.1

  public init() {}
}
