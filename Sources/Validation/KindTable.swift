internal import Simulation

/// What becomes of each kind of recording.
enum KindTable {
  static func table(_ outcomes: [RecordingOutcome]) -> ValidationTable {
    var table = ValidationTable(
      name: "kinds", title: "Each kind of recording",
      note: "Answerable recordings. Episodes: intersection over union with true bursts in time, "
        + "median. F1: single saccades in bursts, at least 1 degree and 10 times the noise, 250 Hz "
        + "and up. Burden error in percentage points, others in percent of the true value, medians.",
      columns: [
        .init("kind", "kind"), .init("family", "bursts by"), .init("recordings", "n"),
        .init("right_percent", "right summary %", interval: true),
        .init("set_percent", "right set %", interval: true), .init("mistaken_for", "mistaken for"),
        .init("episodes_iou", "episodes", interval: true), .init("f1", "F1", interval: true),
        .init("burden_error", "burden", interval: true),
        .init("frequency_error_percent", "Hz", interval: true),
        .init("slow_phase_error_percent", "slow phase", interval: true),
      ])
    for group in groups(outcomes.filter(\.truth.isAnswerable)) { table.append(row(group)) }
    return table
  }

  /// Recordings of one kind and family, in the order of kinds.
  static func groups(_ outcomes: [RecordingOutcome]) -> [[RecordingOutcome]] {
    SimulationKind.allCases.flatMap { kind in
      BurstFamily.allCases.map { family in
        outcomes.filter {
          $0.member.simulation.kind == kind && $0.member.simulation.family == family
        }
      }
    }.filter { !$0.isEmpty }
  }

  private static func row(_ rows: [RecordingOutcome]) -> [ValidationTable.Cell] {
    let simulation = rows[0].member.simulation
    let hasBursts = simulation.kind.hasBursts
    let errors = rows.map(\.errors)
    return [
      .text(simulation.kind.rawValue),
      .text(hasBursts ? (rows[0].isBurstNeuron ? "burst neurons" : "saccades") : ""),
      .count(rows.count), .percent(rows.count(where: \.isRight), of: rows.count),
      .percent(rows.count(where: \.isSetRight), of: rows.count), .text(mistakes(rows)),
      hasBursts ? median(rows.compactMap(\.episodeAgreement), decimals: 3) : .empty,
      hasBursts ? .estimate(Estimate(f1Of: rows.map(\.burstSaccades)), decimals: 3) : .empty,
      median(errors.compactMap(\.burden).map(abs), decimals: 2),
      median(errors.compactMap(\.frequency).map { 100 * abs($0) }, decimals: 1),
      median(errors.compactMap(\.slowPhaseVelocity).map { 100 * $0 }, decimals: 1),
    ]
  }

  private static func median(_ values: [Double], decimals: Int) -> ValidationTable.Cell {
    values.isEmpty ? .empty : .estimate(Estimate(medianOf: values), decimals: decimals)
  }

  /// The three commonest wrong answers with their numbers.
  private static func mistakes(_ rows: [RecordingOutcome]) -> String {
    let wrong = Dictionary(grouping: rows.filter { !$0.isRight }) { $0.found.summary }
    return wrong.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(3)
      .map { "\($0.value.count) \(ConfusionTables.shortened($0.key))" }.joined(separator: ", ")
  }
}
