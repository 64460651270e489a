/// What back-to-back saccades are, and how many of them speak for an oscillation.
///
/// What has no source at its field was set by hand on simulated recordings of bursts laid end to
/// end and of healthy eyes, with seeds that the validation cohort does not use; never on burst
/// neurons.
///
/// - Source: the definition by interval of Eggers et al. 2019, *J Vestib Res* 29:57–87; figures at
///   each field.
public struct OscillationParameters: Sendable, Equatable, Codable {
  /// The longest gap between back-to-back saccades, in seconds.
  ///
  /// 20 ms would lose most of a flutter at 10 Hz; between 40 and 60 ms the episodes stay the same;
  /// square waves and the fixations of reading begin at 70 ms.
  public var backToBackGapSeconds = 0.040

  /// The smallest episode: healthy eyes make pairs (double pulses, dynamic overshoots).
  public var minimumSaccades = 3

  /// A change of direction from one saccade to the next that counts as a turn, in degrees.
  public var turnDegrees = 90.0

  /// A run whose net displacement is more than this share of its path is a gaze shift in steps.
  public var staircaseShare = 0.8

  /// A saccade smaller than this share of its run's largest is a correction or an overshoot, and
  /// speaks for nothing.
  ///
  /// - Source: dynamic overshoots measure 0.15° on average, Kapoula et al. 1986, *Exp Brain Res*
  ///   61:386; primary saccades undershoot by a tenth.
  public var comparableShare = 0.2

  /// The median peak velocity of an episode's saccades over that of the main sequence, at least.
  public var minimumMainSequenceRatio = 0.4
  /// The median longest step from sample to sample of an episode's saccades over that of the main sequence, at
  /// least: it is blurred by no filter, and what is slower is a pendular nystagmus.
  public var minimumStepRatio = 0.5
  /// The median peak velocity over that of the main sequence, at most: noise gives 3 to 5.
  public var maximumMainSequenceRatio = 2.0

  /// Noise that a filter has smoothed is slower than that, and still faster than saccades of its size:
  /// where noise may be all there is, a median ratio above this and a rhythm below
  /// ``filteredNoiseConcentration`` leave the episodes undecided.
  ///
  /// Low-pass filters of 30 to 80 Hz and moving averages give ratios of 1.2 to 1.6 and
  /// concentrations of .06 to .15; saccades in bursts .65 to 1.2, the fastest of them in a rhythm.
  public var filteredNoiseMainSequenceRatio = 1.2
  /// The share of the power of an episode's velocity within 1 Hz of its peak; noise has no rhythm.
  public var filteredNoiseConcentration = 0.15

  /// What share of an episode's saccades may be jumps of the tracker: further, between two samples,
  /// than the fastest saccade of their size could go, or all in one step.
  public var largestJumpShare = 0.25
  /// From which share of its way on, gone in one step of the signal, a movement is a jump.
  public var jumpStepShare = 0.9
  /// Which share of the ways of white noise, from turn to turn, is gone in one step.
  ///
  /// - Source: Wallis & Moore 1941, *J Am Stat Assoc* 36:401: of the phases of *n* values, 2 *n* / 3,
  ///   5 *n* / 12 are of one step.
  public var noiseInOneStepShare = 0.625
  /// Where saccades are too short for two steps, a run with more such jumps than
  /// ``largestJumpShare`` is an episode only if noise shows so few with this chance at most.
  public var largestChanceOfNoise = 0.05

  /// How many saccades of episodes tell whether they keep time like a machine.
  public var steadySaccades = 8
  /// How closely: the length of the mean of their phases, 0 to 1.
  public var steadyCoherence = 0.8
  /// How strong the swing must be between the episodes, as a share of what it is in them.
  public var steadyShareBetween = 0.5

  /// The main sequence of reference: the peak velocity that it tends to, in degrees a second.
  ///
  /// Between search coils (500 to 600) and video (420 to 460), so that either stays well inside
  /// the ratio's limits; small saccades come to 79 °/s a degree.
  public var mainSequenceMaximumDegreesPerSecond = 550.0
  /// The main sequence of reference: its constant of amplitude, in degrees.
  public var mainSequenceConstantDegrees = 7.0

  /// How much faster than saccades of their size can follow each other (one a duration of
  /// 21 ms + 2.2 ms a degree) the saccades of an episode may come.
  public var rateCeilingFactor = 2.0

  /// How many saccades tell the plane: with 20, directions without preference give 0.20.
  public var poolSaccades = 20
  /// Up to this axis concentration there is more than one plane.
  public var planeConcentrationMany = 0.4
  /// From this axis concentration on there is one plane.
  public var planeConcentrationOne = 0.8
  /// How many standard errors the concentration of pools must lie from the whole recording's for
  /// them to bear another label.
  public var poolStandardErrors = 3.0

  /// The stretch of time in which episodes must repeat, in seconds.
  ///
  /// What is dense in one stretch stays so however long the recording goes on.
  public var repetitionSeconds = 30.0
  /// How many saccades beyond the second of each episode, all together, make an oscillation.
  public var evidenceSaccades = 2.75
  /// What an episode of just ``minimumSaccades`` adds to that, in saccades: three such do not make
  /// an oscillation.
  public var shortestEpisodeEvidence = 0.75
  /// From how many saccades on an episode among beats of jerk nystagmus counts: quick phases come
  /// in pairs, and split ones in threes.
  public var minimumSaccadesAmongBeats = 5
  /// How many episodes must share them …
  public var minimumEpisodes = 2
  /// … unless a single one has this many saccades: a burst that lasts.
  public var sustainedSaccades = 8

  /// A burst that starts within this time of a gaze shift or a blink was triggered, in seconds.
  public var triggerSeconds = 0.5

  /// A flutter longer than this at a stretch, in seconds, is unlike what people can do at will.
  ///
  /// - Source: Wong 2007, *Curr Opin Neurol* 20:25: voluntary flutter lasts up to 30 s.
  public var voluntaryLimitSeconds = 30.0

  public init() {}
}
