internal import SignalProcessing

/// What disturbances make of healthy recordings.
enum DisturbanceTable {
  static func table(_ outcomes: [DisturbanceTrial.Outcome]) -> ValidationTable {
    var table = ValidationTable(
      name: "disturbances", title: "Healthy recordings, disturbed",
      note:
        "False: saccadic oscillations, opsoclonus or flutter called consistent. Not assessable: "
        + "the recording says that it could not have shown them. Noise: median of what it says of "
        + "itself, in degrees.",
      columns: [
        .init("disturbance", "disturbance"), .init("level", "level"), .init("unit", ""),
        .init("simulated", "simulated"), .init("simulated_false", "false"),
        .init("real", "real"), .init("real_false", "false"),
        .init("not_assessable", "not assessable"), .init("noise_deg", "noise"),
      ])
    for disturbance in Disturbance.allCases {
      for level in disturbance.levels {
        let rows = outcomes.filter { $0.disturbance == disturbance && $0.level == level }
        guard !rows.isEmpty else { continue }
        let (simulated, real) = (rows.filter(\.isSimulated), rows.filter { !$0.isSimulated })
        table.append([
          .text(disturbance.rawValue), .estimate(Estimate(level), decimals: level < 1 ? 2 : 0),
          .text(disturbance.unit),
          .count(simulated.count), .count(simulated.count(where: \.isFalse)),
          .count(real.count), .count(real.count(where: \.isFalse)),
          .count(rows.count { !$0.isAssessable }),
          .estimate(Estimate(rows.map(\.noise).median()), decimals: 3),
        ])
      }
    }
    return table
  }

  /// Each false verdict.
  static func failures(_ outcomes: [DisturbanceTrial.Outcome]) -> ValidationTable {
    var table = ValidationTable(
      name: "disturbances_false", title: "Disturbed recordings called chaotic", note: "",
      columns: ["id", "disturbance", "level", "seed", "noise_deg"].map { .init($0, $0) },
      isForFiles: true)
    for outcome in outcomes where outcome.isFalse {
      table.append([
        .text(outcome.id), .text(outcome.disturbance.rawValue),
        .estimate(Estimate(outcome.level), decimals: 2), .count(Int(outcome.seed)),
        .estimate(Estimate(outcome.noise), decimals: 3),
      ])
    }
    return table
  }

  static func targets(_ outcomes: [DisturbanceTrial.Outcome]) -> [Target] {
    guard !outcomes.isEmpty else { return [] }
    return [
      Target(
        "disturbed healthy recordings called chaotic, of \(outcomes.count)", .atMost(0),
        decimals: 0, Estimate(Double(outcomes.count(where: \.isFalse))))
    ]
  }
}
