internal import SignalProcessing

/// How often the interval of a change in burden holds the true one, and how wide it is.
enum FollowUpTable {
  static func table(_ outcomes: [FollowUpTrial.Outcome]) -> ValidationTable {
    var table = ValidationTable(
      name: "follow-up", title: "Change of burden from one visit to the next",
      note: "Two visits of three minutes. True: the change of the burden in the long run. Oracle: "
        + "the same estimate from the true bursts. Bias in percentage points.",
      columns: [
        .init("course", "course"), .init("patients", "n"),
        .init("true_change", "true change", interval: true),
        .init("inside_percent", "inside the interval, %", interval: true),
        .init("width", "width", interval: true),
        .init("oracle_inside_percent", "oracle inside, %", interval: true),
        .init("oracle_width", "oracle's width", interval: true),
        .init("bias", "bias", interval: true),
      ])
    let names = outcomes.map(\.name).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    for name in names { table.append(row(name, outcomes.filter { $0.name == name })) }
    if names.count > 1 { table.append(row("all", outcomes)) }
    return table
  }

  private static func row(
    _ name: String, _ rows: [FollowUpTrial.Outcome]
  ) -> [ValidationTable.Cell] {
    [
      .text(name), .count(rows.count),
      .estimate(Estimate(medianOf: rows.map(\.truth)), decimals: 1),
      .estimate(coverage(rows, by: \.found), decimals: 1),
      .estimate(Estimate(medianOf: rows.map(\.found.width)), decimals: 2),
      .estimate(coverage(rows, by: \.oracle), decimals: 1),
      .estimate(Estimate(medianOf: rows.map(\.oracle.width)), decimals: 2),
      .estimate(Estimate(medianOf: rows.map { $0.found.value - $0.truth }), decimals: 2),
    ]
  }

  static func targets(_ outcomes: [FollowUpTrial.Outcome]) -> [Target] {
    guard !outcomes.isEmpty else { return [] }
    let inside = coverage(outcomes, by: \.found)
    let widths = outcomes.map(\.found.width).median()
    let oracle = outcomes.map(\.oracle.width).median()
    let ratio = widths.flatMap { width in oracle.map { width / $0 } }
    let name = "true change of burden inside its interval, % of \(outcomes.count)"
    return [
      Target(name, .atLeast(91), decimals: 1, inside),
      Target(name, .atMost(98), decimals: 1, inside),
      Target(
        "median width of that interval over an oracle's", .atMost(1.3), decimals: 2,
        Estimate(ratio)),
    ]
  }

  private static func coverage(
    _ rows: [FollowUpTrial.Outcome], by change: KeyPath<FollowUpTrial.Outcome, FollowUpTrial.Change>
  ) -> Estimate {
    Estimate(
      percentOf: rows.count { $0[keyPath: change].interval.contains($0.truth) }, among: rows.count)
  }
}
