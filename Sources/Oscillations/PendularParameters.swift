/// What a sinusoidal oscillation is.
///
/// - Source: Gresty et al. 1982, *J Neurol Neurosurg Psychiatry* 45:431 (2.5 to 6 Hz, coherent
///   across planes); Shaikh et al. 2011 and Tilikete et al. 2011 (oculopalatal: 1 to 3 Hz,
///   irregular); the rest by simulation.
public struct PendularParameters: Sendable, Equatable, Codable {
  /// The lowest frequency, in Hz: below it lie pursuit and slow head movement.
  public var minimumFrequencyHz = 0.8
  /// The highest frequency, in Hz.
  public var maximumFrequencyHz = 12.0
  /// How many cycles there must be.
  public var minimumCycles = 5.0
  /// The stretch of time that a spectrum is taken of, in seconds.
  public var windowSeconds = 4.0
  /// Half the width of the spectral peak, in Hz …
  public var peakHalfWidthHz = 1.0
  /// … and at most this share of its frequency: oculopalatal oscillations vary by a fifth.
  public var peakHalfWidthShare = 0.4
  /// The share of the velocity's power, from 0.5 to 15 Hz, that must lie in the peak.
  public var minimumConcentration = 0.65
  /// How regular the swings must be: half the difference of the velocity's autocorrelation after one
  /// cycle and after half of one. Oculopalatal oscillations have 0.7 and more; what steps, pursuit
  /// and the slow phases of jerk nystagmus leave, 0.4 and less.
  public var minimumRegularity = 0.55
  /// The same above ``irregularMaximumFrequencyHz``: what is fast is regular, or else it is what
  /// unseen saccades leave.
  public var minimumFastRegularity = 0.8
  /// The fastest oscillation that may be irregular, in Hz: oculopalatal ones run at 1 to 3 Hz.
  public var irregularMaximumFrequencyHz = 6.5
  /// The peak velocity over that of a saccade of the same size must stay below this.
  public var maximumMainSequenceRatio = 0.5
  /// The smallest peak-to-peak amplitude, in degrees.
  public var minimumAmplitudeDegrees = 0.1
  /// The same of an oscillation that parts the eyes, and its least share of the larger one of theirs: a
  /// trembling head moves both traces alike, but for what their calibrations differ.
  ///
  /// - Source: Gottlob et al. 1990, *Ophthalmology* 97:1166 (spasmus nutans: asymmetric, 3 to 11 Hz).
  public var disconjugateMinimumDegrees = 0.3
  public var disconjugateLeastShare = 0.4
  /// Heads tremble at 4 to 8 Hz: below this amplitude, in degrees, an oscillation there that waxes
  /// and wanes may be the head's …
  public var headTremorDegrees = 1.0
  /// … and below this one, one that does not.
  public var regularHeadTremorDegrees = 0.6
  /// The regularity that tells the one from the other.
  public var headTremorRegularity = 0.85
  /// The lowest frequency of a head's tremor, in Hz, as a window of a few seconds shows it.
  public var headTremorMinimumFrequencyHz = 3.5
  /// The highest frequency of a head's tremor, in Hz, likewise.
  public var headTremorMaximumFrequencyHz = 10.0
  /// Where beats of a jerk nystagmus follow each other, an oscillation slower than this multiple of
  /// their rate is what their slow phases leave.
  public var slowestRateOverBeats = 3.25
  /// Where saccades and losses take more than this share of a window, it shows nothing.
  public var maximumExcisedShare = 0.5
  /// An episode ends after this time without oscillation, in seconds.
  public var episodeEndSeconds = 2.0

  public init() {}

  /// How regular an oscillation of a frequency must be.
  func minimumRegularity(at frequency: Double) -> Double {
    frequency > irregularMaximumFrequencyHz ? minimumFastRegularity : minimumRegularity
  }

  /// Half the width of a spectral peak at a frequency, in Hz.
  func halfWidth(at frequency: Double) -> Double {
    min(peakHalfWidthHz, peakHalfWidthShare * frequency)
  }
}
