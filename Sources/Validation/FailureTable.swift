internal import Oscillations
internal import Simulation

/// The recordings that were judged wrongly, each with the command that makes it again.
enum FailureTable {
  static func table(_ outcomes: [RecordingOutcome]) -> ValidationTable {
    var table = ValidationTable(
      name: "failures", title: "Recordings with a wrong summary",
      note: "Each with the command that writes it again.",
      columns: [
        "id", "answerable", "severity", "rate_hz", "effective_rate_hz", "effective_rate_found_hz",
        "noise_deg", "noise_found_deg", "artefacts", "expected", "found", "found_patterns",
        "expected_patterns", "scores", "burden_expected", "burden_found", "episodes_iou",
        "plane_r2",
        "command",
      ].map { .init($0, $0) }, isForFiles: true)
    for outcome in outcomes where isWrong(outcome) { table.append(row(outcome)) }
    return table
  }

  private static func isWrong(_ outcome: RecordingOutcome) -> Bool {
    if outcome.member.group.cannotAnswer {
      return outcome.claims(.opsoclonus) || outcome.claims(.ocularFlutter)
    }
    return !outcome.isRight || !outcome.isSetRight
  }

  private static func row(_ outcome: RecordingOutcome) -> [ValidationTable.Cell] {
    let member = outcome.member
    let tracker = member.simulation.tracker
    func number(_ value: Double?, _ decimals: Int) -> ValidationTable.Cell {
      .estimate(Estimate(value), decimals: decimals)
    }
    let scores = Pattern.allCases.map { pattern in
      let finding = outcome.found.findings[pattern]
      let score = finding?.score.map { "\(($0 * 100).rounded() / 100)" } ?? "-"
      return
        "\(ConfusionTables.shortened(pattern.rawValue))=\(score):\(finding?.status.rawValue ?? "-")"
    }
    return [
      .text(member.id), .text(outcome.truth.isAnswerable ? "yes" : "no"),
      number(member.simulation.severity, 3), number(tracker.fileRate, 0),
      number(member.effectiveRate, 1), number(outcome.found.effectiveRate, 1),
      number(tracker.noise, 3), number(outcome.found.noise, 3),
      .text(member.artefacts.map(\.rawValue).joined(separator: ",")),
      .text(outcome.truth.pattern), .text(outcome.found.summary),
      .text(outcome.found.patterns.joined(separator: ",")),
      .text(outcome.truth.patterns.joined(separator: ",")), .text(scores.joined(separator: " ")),
      number(outcome.truth.burdenPercent, 2), number(outcome.found.burdenPercent, 2),
      number(outcome.episodeAgreement, 3), number(outcome.found.planeConcentration, 3),
      .text(member.simulateCommand),
    ]
  }
}
