internal import SignalProcessing

/// The agreement of many recordings, pooled, with bootstrap intervals over them.
struct LabelledFigures: Sendable {
  let kappa: Estimate
  let f1: Estimate
  let f1Any: Estimate
  let onset: Estimate
  let offset: Estimate
  let falseEventsPerMinute: Estimate

  init(_ outcomes: [LabelledOutcome]) {
    func pooled(_ figure: ([LabelledOutcome]) -> Double?) -> Estimate {
      Estimate(
        figure(outcomes),
        interval: bootstrapInterval(count: outcomes.count, seed: Estimate.seed) { drawn in
          figure(drawn.map { outcomes[$0] }) ?? .nan
        })
    }
    kappa = pooled { $0.reduce(SampleCounts()) { $0 + $1.samples }.kappa }
    f1 = Estimate(f1Of: outcomes.map(\.close))
    f1Any = Estimate(f1Of: outcomes.map(\.overlapping))
    onset = pooled { LabelledTables.meanSize($0.flatMap(\.onsetErrors)) }
    offset = pooled { LabelledTables.meanSize($0.flatMap(\.offsetErrors)) }
    falseEventsPerMinute = pooled { rows in
      let minutes = rows.reduce(0) { $0 + $1.minutes }
      return minutes > 0 ? Double(rows.reduce(0) { $0 + $1.falseEvents }) / minutes : nil
    }
  }

  /// What is to be reached on the recordings of Andersson et al. 2017 that one expert coded.
  var targets: [Target] {
    [
      Target("Lund 2013: kappa by sample", .atLeast(0.885), decimals: 3, kappa),
      Target("Lund 2013: F1 of saccades", .atLeast(0.92), decimals: 3, f1),
      Target("Lund 2013: F1 at any overlap", .atLeast(0.945), decimals: 3, f1Any),
      Target("Lund 2013: onset error, ms", .atMost(1.7), decimals: 2, onset),
      Target("Lund 2013: offset error, ms", .atMost(3), decimals: 2, offset),
    ]
  }
}
