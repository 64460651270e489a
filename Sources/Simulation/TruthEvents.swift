#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension SimulatedRecording {
  /// `FILE_truth_events.tsv`: the columns of a recording's events, sorted by onset.
  public func truthEvents() -> [UInt8] {
    var rows: [(onset: Double, rank: Int, cells: [UInt8])] = []
    for saccade in truth.saccades { rows.append((saccade.onset, 1, cells(of: saccade))) }
    for phase in truth.slowPhases { rows.append((phase.onset, 2, cells(of: phase))) }
    for loss in truth.losses { rows.append((loss.onset, 0, cells(of: loss))) }
    rows.sort { ($0.onset, $0.rank) < ($1.onset, $1.rank) }
    return Array((Self.eventColumns.joined(separator: "\t") + "\n").utf8) + rows.flatMap(\.cells)
  }

  private static let eventColumns = [
    "onset", "duration", "trial_type", "eye", "amplitude", "peak_velocity", "direction", "start_x",
    "start_y", "end_x", "end_y", "peak_velocity_time", "episode", "slow_phase_velocity_x",
    "slow_phase_velocity_y", "slow_phase_velocity_t", "slow_phase_shape",
  ]

  private var eyeName: String {
    simulation.eyes == .cyclopean ? "unknown" : simulation.eyes.rawValue
  }

  private func cells(of saccade: TrueSaccade) -> [UInt8] {
    var row = EventRow(
      onset: saccade.onset, offset: saccade.offset,
      type: saccade.isQuickPhase ? "quick_phase" : "saccade", eye: eyeName)
    let end = saccade.start + saccade.displacement
    let angle = atan2(saccade.displacement.y, saccade.displacement.x) * 180 / .pi
    row.add(saccade.amplitude, 4)
    row.add(saccade.peakVelocity, 2)
    row.add(angle < 0 ? angle + 360 : angle, 2)
    for value in [saccade.start.x, saccade.start.y, end.x, end.y] { row.add(value, 4) }
    row.add(saccade.peakTime, 4)
    row.add(text: saccade.episode.map { String($0) } ?? "n/a")
    row.addMissing(4)
    return row.line
  }

  private func cells(of phase: TrueSlowPhase) -> [UInt8] {
    var row = EventRow(onset: phase.onset, offset: phase.offset, type: "slow_phase", eye: eyeName)
    row.addMissing(3)
    for value in [phase.start.x, phase.start.y, phase.end.x, phase.end.y] { row.add(value, 4) }
    row.addMissing(2)
    row.add(phase.velocity.x, 2)
    row.add(phase.velocity.y, 2)
    if simulation.hasTorsion { row.add(phase.velocity.z, 2) } else { row.addMissing(1) }
    row.add(text: phase.shape.rawValue)
    return row.line
  }

  private func cells(of loss: TrueLoss) -> [UInt8] {
    var row = EventRow(
      onset: loss.onset, offset: loss.offset, type: loss.isBlink ? "blink" : "missing",
      eye: eyeName)
    row.addMissing(13)
    return row.line
  }
}

private struct EventRow {
  private var bytes: [UInt8] = []

  init(onset: Double, offset: Double, type: String, eye: String) {
    bytes.append(onset, decimals: 4)
    add(offset - onset, 4)
    add(text: type)
    add(text: eye)
  }

  var line: [UInt8] { bytes + [UInt8(ascii: "\n")] }

  mutating func add(_ value: Double, _ decimals: Int) {
    bytes.append(UInt8(ascii: "\t"))
    bytes.append(value, decimals: decimals)
  }

  mutating func add(text: String) {
    bytes.append(UInt8(ascii: "\t"))
    bytes += Array(text.utf8)
  }

  mutating func addMissing(_ count: Int) {
    for _ in 0..<count { add(text: "n/a") }
  }
}
