internal import SignalProcessing

/// Agreement with labels, beside what others reach.
enum LabelledTables {
  static func agreement(_ folders: [(name: String, outcomes: [LabelledOutcome])]) -> ValidationTable
  {
    var table = ValidationTable(
      name: "labelled", title: "Saccades against labels",
      note:
        "Kappa by sample, saccade against the rest, pooled. F1 of events matched one to one, at "
        + "intersection over union of 0.5 and at any overlap. Onset and offset: mean absolute "
        + "error of the overlapping, and median. Intervals: bootstrap over recordings, 95 %. "
        + "Figures of others are those on the 34 recordings of Andersson et al. 2017 that two "
        + "experts coded, not on these.",
      columns: [
        .init("who", "who"), .init("on", "on"), .init("recordings", "n"),
        .init("saccades", "saccades"), .init("kappa", "kappa", interval: true),
        .init("f1", "F1", interval: true), .init("f1_any", "F1 any", interval: true),
        .init("onset_ms", "onset ms", interval: true),
        .init("onset_median_ms", "median"),
        .init("offset_ms", "offset ms", interval: true), .init("offset_median_ms", "median"),
        .init("false_per_minute", "false a minute", interval: true),
        .init("oscillations", "with oscillations"),
      ])
    for folder in folders { table.append(row(folder.name, folder.outcomes)) }
    for figure in PublishedFigure.all { table.append(row(figure)) }
    return table
  }

  /// A recording a row.
  static func recordings(
    _ folders: [(name: String, outcomes: [LabelledOutcome])]
  ) -> ValidationTable {
    var table = ValidationTable(
      name: "labelled_recordings", title: "Each labelled recording", note: "",
      columns: [
        "folder", "recording", "saccades", "found", "kappa", "f1", "f1_any", "onset_ms",
        "offset_ms",
        "false_events", "minutes", "oscillations",
      ].map { .init($0, $0) }, isForFiles: true)
    for folder in folders {
      for outcome in folder.outcomes {
        table.append([
          .text(folder.name), .text(outcome.id), .count(outcome.close.truth),
          .count(outcome.close.found), .estimate(Estimate(outcome.samples.kappa), decimals: 4),
          .estimate(Estimate(outcome.close.f1), decimals: 4),
          .estimate(Estimate(outcome.overlapping.f1), decimals: 4),
          .estimate(Estimate(meanSize(outcome.onsetErrors)), decimals: 2),
          .estimate(Estimate(meanSize(outcome.offsetErrors)), decimals: 2),
          .count(outcome.falseEvents), .estimate(Estimate(outcome.minutes), decimals: 3),
          .text(
            outcome.claimsOscillations
              ? "consistent" : outcome.isAssessable ? "no" : "not assessable"),
        ])
      }
    }
    return table
  }

  private static func row(_ name: String, _ outcomes: [LabelledOutcome]) -> [ValidationTable.Cell] {
    let figures = LabelledFigures(outcomes)
    return [
      .text("opsoscope"), .text(name), .count(outcomes.count),
      .count(outcomes.reduce(0) { $0 + $1.close.truth }), .estimate(figures.kappa, decimals: 3),
      .estimate(figures.f1, decimals: 3), .estimate(figures.f1Any, decimals: 3),
      .estimate(figures.onset, decimals: 2),
      .estimate(Estimate(outcomes.flatMap(\.onsetErrors).median()), decimals: 1),
      .estimate(figures.offset, decimals: 2),
      .estimate(Estimate(outcomes.flatMap(\.offsetErrors).median()), decimals: 1),
      .estimate(figures.falseEventsPerMinute, decimals: 1),
      .count(outcomes.count(where: \.claimsOscillations)),
    ]
  }

  private static func row(_ figure: PublishedFigure) -> [ValidationTable.Cell] {
    [
      .text(figure.name), .text(figure.source), .count(34), .empty,
      .estimate(Estimate(figure.kappa), decimals: 3), .estimate(Estimate(figure.f1), decimals: 3),
      .estimate(Estimate(figure.f1Any), decimals: 3),
      .estimate(Estimate(figure.onset), decimals: 2), .empty,
      .estimate(Estimate(figure.offset), decimals: 2), .empty,
      figure.falseEventsPerMinute.map { .estimate(Estimate($0), decimals: 1) } ?? .empty,
      .empty,
    ]
  }

  static func meanSize(_ errors: [Double]) -> Double? {
    errors.isEmpty ? nil : errors.reduce(0) { $0 + abs($1) } / Double(errors.count)
  }
}
