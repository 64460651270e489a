internal import Oscillations
internal import Simulation

/// What becomes of recordings that cannot answer, or barely.
enum GroupTable {
  static func table(_ outcomes: [RecordingOutcome]) -> ValidationTable {
    var table = ValidationTable(
      name: "unanswerable", title: "Recordings that cannot answer, or barely",
      note: "Camera: 25 to 30 Hz. Up-sampled: from 30 Hz. Lost: 85 % of the samples. White noise: "
        + "0.4 degrees, in recordings without bursts. Screening: 50 to 90 Hz. Noisy: above 0.1 "
        + "degrees. Called: opsoclonus or flutter consistent.",
      columns: [
        .init("group", "group"), .init("kind", "kind"), .init("recordings", "n"),
        .init("called", "called"), .init("not_assessable", "not assessable"),
        .init("indeterminate", "indeterminate"),
        .init("right_percent", "right summary %", interval: true),
      ])
    for group in CohortGroup.allCases where group != .main {
      for rows in KindTable.groups(outcomes.filter { $0.member.group == group }) {
        let simulation = rows[0].member.simulation
        table.append([
          .text(group.rawValue),
          .text(simulation.kind.rawValue + (rows[0].isBurstNeuron ? " (burst neurons)" : "")),
          .count(rows.count),
          .count(rows.count { $0.claims(.opsoclonus) || $0.claims(.ocularFlutter) }),
          .count(rows.count { $0.found.findings[.opsoclonus]?.status == .notAssessable }),
          .count(rows.count { $0.found.summary == "indeterminate" }),
          .percent(rows.count(where: \.isRight), of: rows.count),
        ])
      }
    }
    return table
  }
}
