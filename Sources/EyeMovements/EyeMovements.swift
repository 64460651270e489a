public import Recordings

/// What the eyes did in a recording: saccades, slow phases, and what was lost.
public struct EyeMovements: Sendable {
  /// In order of onset; none overlaps another.
  public let saccades: [Saccade]
  /// In order of onset; between saccades, longer than the noise floor allows to doubt.
  public let slowPhases: [SlowPhase]
  /// Blinks, missing stretches and artefacts, in order of onset.
  public let losses: [SignalLoss]
  /// Stretches of valid version signal, in order; blinks' padding, gaps, and runs too short to use
  /// left out. Times in seconds.
  public let validStretches: [Range<Double>]
  /// How noisy the trace is where the eye is quiet.
  public let noise: NoiseLevel
  /// How much of what the eye does the signal can hold.
  public let bandwidth: EffectiveBandwidth
  /// The version signal that the events were found on.
  public let version: VersionSignal
  /// Whether it stands for both eyes. Where they do not go together, there are no events.
  public let agreement: EyeAgreement

  public init(
    saccades: [Saccade], slowPhases: [SlowPhase], losses: [SignalLoss],
    validStretches: [Range<Double>], noise: NoiseLevel, bandwidth: EffectiveBandwidth,
    version: VersionSignal, agreement: EyeAgreement = .together
  ) {
    self.saccades = saccades
    self.slowPhases = slowPhases
    self.losses = losses
    self.validStretches = validStretches
    self.noise = noise
    self.bandwidth = bandwidth
    self.version = version
    self.agreement = agreement
  }
}

/// The noise of a trace, an axis, from its quietest stretches.
public struct NoiseLevel: Sendable, Equatable {
  /// Standard deviation of position about its local trend, in degrees.
  public var standardDeviation: Double
  /// Root mean square of the steps from sample to sample (RMS-S2S), in degrees.
  public var rmsSampleToSample: Double
  /// Standard deviation of velocity, in degrees a second.
  public var velocityStandardDeviation: Double
  /// … of the velocity as it is smoothed to find saccades in.
  public var smoothedVelocityStandardDeviation: Double
  /// Whether it comes from quiet stretches; else from the residual above 100 Hz.
  public var isFromQuietStretches: Bool
  /// Whether any sample was there to measure it on; else all are 0.
  public var isMeasured = true

  public init(
    standardDeviation: Double, rmsSampleToSample: Double, velocityStandardDeviation: Double,
    smoothedVelocityStandardDeviation: Double, isFromQuietStretches: Bool
  ) {
    self.standardDeviation = standardDeviation
    self.rmsSampleToSample = rmsSampleToSample
    self.velocityStandardDeviation = velocityStandardDeviation
    self.smoothedVelocityStandardDeviation = smoothedVelocityStandardDeviation
    self.isFromQuietStretches = isFromQuietStretches
  }
}

/// What the signal holds once up-sampling and low-pass filters are seen through.
public struct EffectiveBandwidth: Sendable, Equatable {
  /// The rate at which the signal carries news, in Hz: at most the sampling rate.
  public var effectiveRate: Double
  /// The −3 dB frequency of the velocity, in Hz, our differentiation and the tracker's own
  /// filter together.
  public var velocityCutoff: Double
  /// Whether the export repeats or interpolates samples.
  public var isUpsampled: Bool
  /// Whether a low-pass filter stronger than ours was at work.
  public var isFiltered: Bool

  public init(
    effectiveRate: Double, velocityCutoff: Double, isUpsampled: Bool, isFiltered: Bool
  ) {
    self.effectiveRate = effectiveRate
    self.velocityCutoff = velocityCutoff
    self.isUpsampled = isUpsampled
    self.isFiltered = isFiltered
  }
}

/// The mean of both eyes, or the one that is valid: what events are found on.
///
/// One value a sample of the recording, `NaN` where missing; an axis that was not recorded is
/// empty.
public struct VersionSignal: Sendable {
  public var samplingRate: Double
  /// The recording's runs; nothing is computed across two of them.
  public var runs: [Recording.Run]
  /// Velocity in degrees a second, differentiated at ``EffectiveBandwidth/velocityCutoff``.
  public var horizontalVelocity: [Float]
  public var verticalVelocity: [Float]
  public var torsionalVelocity: [Float]

  /// How many of the horizontal and the vertical axis were recorded.
  var planarAxes: Int {
    (horizontalVelocity.isEmpty ? 0 : 1) + (verticalVelocity.isEmpty ? 0 : 1)
  }

  /// Samples in all runs together.
  public var sampleCount: Int { runs.last?.samples.upperBound ?? 0 }

  public init(
    samplingRate: Double, runs: [Recording.Run], horizontalVelocity: [Float],
    verticalVelocity: [Float], torsionalVelocity: [Float]
  ) {
    self.samplingRate = samplingRate
    self.runs = runs
    self.horizontalVelocity = horizontalVelocity
    self.verticalVelocity = verticalVelocity
    self.torsionalVelocity = torsionalVelocity
  }
}
