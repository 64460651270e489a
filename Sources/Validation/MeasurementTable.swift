internal import Oscillations
internal import Simulation

/// How far measures are from what is true.
enum MeasurementTable {
  static func table(_ outcomes: [RecordingOutcome]) -> ValidationTable {
    let answerable = outcomes.filter(\.truth.isAnswerable)
    var table = ValidationTable(
      name: "measures", title: "Error of what is measured",
      note: "Answerable recordings; absolute errors, medians with bootstrap intervals. Nystagmus "
        + "that changes sides is left out of slow phases and beats. A direction is right within "
        + "22.5 degrees; one that is missing is wrong.",
      columns: [
        .init("measure", "measure"), .init("noise", "noise"), .init("family", "bursts by"),
        .init("recordings", "n"), .init("missing", "missing"),
        .init("median_error", "median error", interval: true), .init("p90_error", "90 % below"),
      ])
    for family in FamilyChoice.allCases {
      let rows = family.kept(answerable).filter { $0.member.simulation.kind.hasBursts }
      let shown = rows.filter { $0.shows(.saccadicOscillations) }
      add("burden, percentage points", family, shown.map(\.errors.burden), 1, 2, &table)
      add("frequency of episodes, %", family, shown.map(\.errors.frequency), 100, 1, &table)
    }
    let jerk = answerable.filter { $0.shows(.jerkNystagmus) && !$0.alternates }
    for noise in [0.01, 0.02, 0.05, 0.1] {
      let rows = jerk.filter { $0.member.simulation.tracker.noise == noise }
      add(
        "slow-phase velocity, %", .both, rows.map(\.errors.slowPhaseVelocity), 100, 2, &table,
        noise: "\(noise)°")
    }
    add("beats a second, %", .both, jerk.map(\.errors.beatFrequency), 100, 1, &table)
    let directions = jerk.compactMap(\.errors.beatDirection)
    add(
      "beat direction, degrees", .both, directions.map { $0.isFinite ? $0 : nil }, 1, 1, &table)
    let pendular = answerable.filter { $0.shows(.pendularNystagmus) }
    add("pendular frequency, %", .both, pendular.map(\.errors.pendularFrequency), 100, 1, &table)
    add("pendular amplitude, %", .both, pendular.map(\.errors.pendularAmplitude), 100, 1, &table)
    return table
  }

  private static func add(
    _ name: String, _ family: FamilyChoice, _ errors: [Double?], _ factor: Double, _ decimals: Int,
    _ table: inout ValidationTable, noise: String = ""
  ) {
    let sizes = errors.compactMap { $0.map { abs($0) * factor } }
    let ninth = sizes.sorted()
    table.append([
      .text(name), .text(noise), .text(family.rawValue), .count(errors.count),
      .count(errors.count - sizes.count),
      .estimate(Estimate(medianOf: sizes), decimals: decimals),
      .estimate(
        Estimate(ninth.isEmpty ? nil : ninth[min(ninth.count - 1, ninth.count * 9 / 10)]),
        decimals: decimals),
    ])
  }
}

extension RecordingOutcome {
  /// Whether its slow phases change sides, so that their median says nothing.
  var alternates: Bool { member.simulation.kind.alternates }
}
