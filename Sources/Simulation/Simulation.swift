import Recordings

/// A recording to be simulated: what the eyes do, and what the tracker makes of it.
///
/// The same values give the same recording, byte for byte. The seed decides everything that is
/// left open: the person's main sequence, the direction, the times. Ranges are those of the
/// literature; see <doc:SimulatedEyes>.
///
///     let simulation = Simulation(kind: .opsoclonus, seed: 7, duration: 20, severity: 0.8)
///     let simulated = try simulation.run()
///     simulated.truth.episodes.count
public struct Simulation: Sendable {
  public var kind: SimulationKind
  public var seed: UInt64
  /// In seconds, 1 to 36 000.
  public var duration: Double
  /// From 0, just what the kind's name says, to 1, the worst that is described.
  public var severity: Double
  /// Which model makes the bursts of back-to-back saccades.
  public var family = BurstFamily.saccadic
  public var tracker: TrackerModel
  public var eyes = EyesRecorded.both
  /// Whether torsion is recorded; always for torsional nystagmus.
  public var recordsTorsion = false
  /// Which model moves the saccades; `nil` draws it from the seed.
  public var saccadeModel: SaccadeModel?
  /// Median amplitude of saccades in bursts and intrusions, of pursuit or of pendular nystagmus peak
  /// to peak, in degrees; `nil` follows severity.
  public var amplitude: Double?
  /// Share of the recording that bursts take, 0 to 0.95; `nil` follows severity.
  public var burden: Double?
  /// Speed of slow phases, in degrees a second; `nil` follows severity.
  public var slowPhaseSpeed: Double?
  public var slowPhaseShape: SlowPhaseShape?
  /// Direction of the beat, or the axis of flutter and pendular nystagmus, in degrees
  /// counter-clockwise from the patient's right; `nil` draws it.
  public var direction: Double?
  /// Beats, cycles or square-wave jerks a second; `nil` draws it.
  public var frequency: Double?
  /// Blinks a minute; `nil` draws it.
  public var blinkRate: Double?

  public init(
    kind: SimulationKind, seed: UInt64, duration: Double = 20, severity: Double = 0.5,
    tracker: TrackerModel = TrackerModel()
  ) {
    self.kind = kind
    self.seed = seed
    self.duration = duration
    self.severity = severity
    self.tracker = tracker
  }

  /// The eyes that the tracker records.
  public enum EyesRecorded: String, Sendable, CaseIterable {
    case both, left, right
    /// One trace, the mean of both eyes.
    case cyclopean

    var eyes: [Eye] {
      switch self {
      case .both: [.left, .right]
      case .left: [.left]
      case .right: [.right]
      case .cyclopean: [.cyclopean]
      }
    }
  }

  /// Makes the recording and its truth.
  ///
  /// - Throws: ``SimulationError`` where a value lies outside what can be simulated.
  /// - Complexity: linear in the duration and in the tracker's rate; 4000 path samples a second.
  public func run() throws(SimulationError) -> SimulatedRecording {
    try validate()
    return SimulationRun(self).recording()
  }

  /// What the eyes would do, without the samples: a small part of the work of ``run()``.
  public func truth() throws(SimulationError) -> SimulationTruth {
    try validate()
    return SimulationRun(self).truth()
  }

  /// Whether a torsion channel is written.
  var hasTorsion: Bool { recordsTorsion || kind == .torsional }

  /// Checks every value.
  ///
  /// - Throws: ``SimulationError`` where one lies outside what can be simulated.
  public func validate() throws(SimulationError) {
    func check(_ name: String, _ value: Double?, _ range: ClosedRange<Double>)
      throws(SimulationError)
    {
      guard let value, !range.contains(value) else { return }
      throw .outOfRange(name: name, value: value, allowed: range)
    }
    try check("duration", duration, 1...36_000)
    try check("severity", severity, 0...1)
    try check("amplitude", amplitude, 0.05...80)
    try check("burden", burden, 0.01...0.95)
    try check("slow-phase speed", slowPhaseSpeed, 0.1...200)
    try check("direction", direction, -360...360)
    try check("frequency", frequency, 0.001...12)
    try check("blink rate", blinkRate, 0...60)
    try tracker.validate()
  }
}
