import EyeMovements
public import Oscillations
import Recordings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The events of a recording as a table: the contents of `<id>_events.tsv`.
public struct EventTable: Sendable {
  /// In order of onset; of events with one onset, by type, then by end.
  let rows: [Row]

  public static let columns = [
    "onset", "duration", "trial_type", "eye", "amplitude", "peak_velocity", "direction", "start_x",
    "start_y", "end_x", "end_y", "peak_velocity_time", "episode", "slow_phase_velocity_x",
    "slow_phase_velocity_y", "slow_phase_velocity_t", "slow_phase_shape",
  ]

  public init(_ analysis: Analysis) {
    let movements = analysis.movements
    var episodes: [Int: Int] = [:]
    for episode in analysis.episodes {
      for saccade in episode.saccades { episodes[saccade] = episode.number }
    }
    // Slow phases and losses are those of the version signal.
    let eyes = EyesUsed(rawValue: analysis.signal.eyes) ?? .unknown
    let axes = analysis.signal.axes
    var rows = movements.saccades.enumerated().map {
      Row($0.element, axes: axes, episode: episodes[$0.offset])
    }
    rows += movements.slowPhases.map { Row($0, axes: axes, eyes: eyes) }
    rows += movements.losses.map { Row($0, eyes: eyes) }
    // Velocities tell how far the eye goes, not from where.
    if analysis.signal.quantity == .velocity {
      for row in rows.indices { (rows[row].start, rows[row].end) = (nil, nil) }
    }
    self.rows = rows.sorted(by: Row.precedes)
  }

  /// The first line, with its end.
  static let header = TabSeparated.line(columns)

  /// The header and a line an event.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The same as bytes.
  var bytes: [UInt8] {
    rows.reduce(into: Array(Self.header.utf8)) { bytes, row in
      TabSeparated.append(row.cells, to: &bytes)
    }
  }

  /// The same without the header, each line beginning with the recording's id: for several
  /// recordings in one table.
  public func lines(id: String) -> String {
    rows.map { TabSeparated.line([id] + $0.cells) }.joined()
  }

  /// One event; what does not apply to it is `nil`.
  struct Row: Sendable {
    let onset: Double
    let duration: Double
    let type: String
    let eyes: EyesUsed
    var amplitude: Float?
    var peakVelocity: Float?
    var direction: Double?
    var start: SIMD2<Float>?
    var end: SIMD2<Float>?
    var peakTime: Double?
    var episode: Int?
    var slowPhaseVelocity: SIMD3<Float>?
    var shape: SlowPhase.Shape?

    static func precedes(_ one: Row, _ other: Row) -> Bool {
      (one.onset, one.type, one.duration) < (other.onset, other.type, other.duration)
    }
  }
}

extension EventTable.Row {
  init(_ saccade: Saccade, axes: [String], episode: Int?) {
    onset = saccade.onset
    duration = saccade.duration
    type = saccade.isQuickPhase ? "quick_phase" : "saccade"
    eyes = saccade.eyes
    amplitude = saccade.amplitude
    peakVelocity = saccade.peakVelocity
    direction = Self.direction(saccade.displacement, axes: axes)
    start = saccade.start
    end = saccade.start + saccade.displacement
    peakTime = saccade.peakTime
    self.episode = episode
  }

  init(_ slowPhase: SlowPhase, axes: [String], eyes: EyesUsed) {
    onset = slowPhase.onset
    duration = slowPhase.duration
    type = "slow_phase"
    self.eyes = eyes
    let path = slowPhase.end - slowPhase.start
    let recorded = path.replacing(with: 0, where: path .!= path)
    amplitude = (recorded * recorded).sum().squareRoot()
    let velocity = SIMD2(slowPhase.velocity.x, slowPhase.velocity.y)
    direction = Self.direction(
      velocity.replacing(with: 0, where: velocity .!= velocity), axes: axes)
    start = slowPhase.start
    end = slowPhase.end
    slowPhaseVelocity = slowPhase.velocity
    shape = slowPhase.shape
  }

  init(_ loss: SignalLoss, eyes: EyesUsed) {
    onset = loss.onset
    duration = loss.offset - loss.onset
    type = loss.kind.rawValue
    self.eyes = eyes
  }

  /// Degrees counter-clockwise from the patient's right; `nil` without a displacement in a plane
  /// that was recorded.
  private static func direction(_ vector: SIMD2<Float>, axes: [String]) -> Double? {
    guard axes.contains("horizontal") || axes.contains("vertical"), vector != .zero else {
      return nil
    }
    let degrees = atan2(Double(vector.y), Double(vector.x)) * 180 / .pi
    // What would be written as 360 is 0.
    let turned = degrees < 0 ? degrees + 360 : degrees
    return turned >= 359.99995 ? 0 : turned
  }

  var cells: [String] {
    let velocity = slowPhaseVelocity
    return [
      cell(onset, .seconds), cell(duration, .seconds), type, eyes.rawValue,
      cell(amplitude, .degrees), cell(peakVelocity, .degreesPerSecond), cell(direction, .degrees),
      cell(start?.x, .degrees), cell(start?.y, .degrees), cell(end?.x, .degrees),
      cell(end?.y, .degrees), cell(peakTime, .seconds),
      episode.map(String.init) ?? TabSeparated.empty,
      cell(velocity?.x, .degreesPerSecond), cell(velocity?.y, .degreesPerSecond),
      cell(velocity?.z, .degreesPerSecond), shape?.rawValue ?? TabSeparated.empty,
    ]
  }

  private func cell(_ value: Float?, _ dimension: Measure.Dimension) -> String {
    cell(value.map(Double.init), dimension)
  }

  private func cell(_ value: Double?, _ dimension: Measure.Dimension) -> String {
    Quantity(value, dimension).text ?? TabSeparated.empty
  }
}
