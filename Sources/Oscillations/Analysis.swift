public import EyeMovements
public import Recordings

/// Everything that is known about one recording: the result.
public struct Analysis: Sendable {
  public let id: String
  public let signal: SignalSummary
  public let assessability: Assessability
  /// One for each pattern, in the order of ``Pattern``.
  public let findings: [Finding]
  public let episodes: [Episode]
  public let nystagmus: NystagmusSummary?
  public let pendular: PendularSummary?
  public let movements: EyeMovements
  public let parameters: Parameters
  public let source: Source

  public init(
    id: String, signal: SignalSummary, assessability: Assessability, findings: [Finding],
    episodes: [Episode], nystagmus: NystagmusSummary?, pendular: PendularSummary?,
    movements: EyeMovements, parameters: Parameters, source: Source
  ) {
    self.id = id
    self.signal = signal
    self.assessability = assessability
    self.findings = findings
    self.episodes = episodes
    self.nystagmus = nystagmus
    self.pendular = pendular
    self.movements = movements
    self.parameters = parameters
    self.source = source
  }

  /// The patterns that the recording is consistent with, the most telling first.
  public var patterns: [Pattern] {
    Pattern.bySummaryRank.filter { pattern in
      findings.contains { $0.pattern == pattern && $0.status == .consistent }
    }
  }

  /// The recording in one word: a pattern's name, `indeterminate`, `not-assessable` or `none-seen`.
  public var summary: String {
    if let first = patterns.first(where: { $0 != .saccadicOscillations || planeIsUndecided }) {
      return first.rawValue
    }
    if findings.contains(where: { $0.status == .indeterminate }) { return "indeterminate" }
    return assessability.saccadicOscillations.level == .none ? "not-assessable" : "none-seen"
  }

  private var planeIsUndecided: Bool {
    !findings.contains {
      ($0.pattern == .opsoclonus || $0.pattern == .ocularFlutter) && $0.status == .consistent
    }
  }
}

/// The signal that a result rests on.
public struct SignalSummary: Sendable {
  public let samplingRate: Double
  public let effectiveRate: Double
  /// The −3 dB frequency of the velocity, in Hz.
  public let bandwidth: Double
  public let duration: Double
  public let validPercent: Double
  public let noiseStandardDeviation: Double
  public let rmsSampleToSample: Double
  /// The area of the ellipse that holds 68.2 % of the positions, in square degrees.
  public let bivariateContourEllipseArea: Double
  /// `both`, `left`, `right`, `cyclopean` or `unknown`.
  public let eyes: String
  /// `horizontal`, `vertical`, `torsional`: those recorded.
  public let axes: [String]
  public let unit: Recording.Unit
  public let quantity: Recording.Quantity
  public let frame: Recording.Frame
  public let clock: ClockReport

  public init(
    samplingRate: Double, effectiveRate: Double, bandwidth: Double, duration: Double,
    validPercent: Double, noiseStandardDeviation: Double, rmsSampleToSample: Double,
    bivariateContourEllipseArea: Double, eyes: String, axes: [String], unit: Recording.Unit,
    quantity: Recording.Quantity, frame: Recording.Frame, clock: ClockReport
  ) {
    self.samplingRate = samplingRate
    self.effectiveRate = effectiveRate
    self.bandwidth = bandwidth
    self.duration = duration
    self.validPercent = validPercent
    self.noiseStandardDeviation = noiseStandardDeviation
    self.rmsSampleToSample = rmsSampleToSample
    self.bivariateContourEllipseArea = bivariateContourEllipseArea
    self.eyes = eyes
    self.axes = axes
    self.unit = unit
    self.quantity = quantity
    self.frame = frame
    self.clock = clock
  }
}

/// Jerk nystagmus in numbers.
public struct NystagmusSummary: Sendable {
  /// The median slope over beats: horizontal, vertical, torsional, in degrees a second; `NaN` on an
  /// axis that was not recorded.
  public let slowPhaseVelocity: SIMD3<Double>
  /// The 95 % bootstrap interval of each axis's median.
  public let slowPhaseVelocityInterval: [ClosedRange<Double>?]
  public let slowPhaseSpeed: Double
  /// The direction of the quick phases, degrees counter-clockwise from the patient's right; `nil`
  /// when purely torsional.
  public let beatDirection: Double?
  public let beatFrequency: Double
  public let slowPhaseShape: SlowPhase.Shape
  public let beats: Int
  /// The share of beats whose slow phase points the common way.
  public let directionConsistency: Double
  /// Seconds from one reversal of the beat to the next, where it alternates.
  public let reversalPeriod: Double?

  public init(
    slowPhaseVelocity: SIMD3<Double>, slowPhaseVelocityInterval: [ClosedRange<Double>?],
    slowPhaseSpeed: Double, beatDirection: Double?, beatFrequency: Double,
    slowPhaseShape: SlowPhase.Shape, beats: Int, directionConsistency: Double,
    reversalPeriod: Double?
  ) {
    self.slowPhaseVelocity = slowPhaseVelocity
    self.slowPhaseVelocityInterval = slowPhaseVelocityInterval
    self.slowPhaseSpeed = slowPhaseSpeed
    self.beatDirection = beatDirection
    self.beatFrequency = beatFrequency
    self.slowPhaseShape = slowPhaseShape
    self.beats = beats
    self.directionConsistency = directionConsistency
    self.reversalPeriod = reversalPeriod
  }
}

/// Pendular nystagmus in numbers.
public struct PendularSummary: Sendable {
  public let frequency: Double
  /// Peak to peak along the axis, in degrees.
  public let amplitude: Double
  /// The long axis of the trajectory, 0 to 180 degrees counter-clockwise from horizontal.
  public let axis: Double
  /// Magnitude-squared coherence of the axes (or eyes) at the frequency, 0 to 1; `nil` with one.
  public let coherence: Double?
  /// The share of the velocity's power within 1 Hz of the frequency.
  public let spectralConcentration: Double
  /// The short axis of the trajectory over the long one: 0 a line, 1 a circle.
  public let ellipticity: Double

  public init(
    frequency: Double, amplitude: Double, axis: Double, coherence: Double?,
    spectralConcentration: Double, ellipticity: Double
  ) {
    self.frequency = frequency
    self.amplitude = amplitude
    self.axis = axis
    self.coherence = coherence
    self.spectralConcentration = spectralConcentration
    self.ellipticity = ellipticity
  }
}
