internal import Oscillations

/// True against found patterns.
enum ConfusionTables {
  /// By the summary, a row a true pattern; the burst-neuron family by itself.
  static func summaries(_ outcomes: [RecordingOutcome]) -> ValidationTable {
    let words =
      ["none-seen"] + Pattern.bySummaryRank.map(\.rawValue) + ["indeterminate", "not-assessable"]
    var table = ValidationTable(
      name: "summary_confusion", title: "True (rows) against found summary pattern",
      note: "Answerable recordings.",
      columns: [.init("truth", "truth"), .init("family", "bursts by"), .init("recordings", "n")]
        + words.map { .init($0, shortened($0)) })
    for isBurstNeuron in [false, true] {
      let family = outcomes.filter { $0.isBurstNeuron == isBurstNeuron && $0.truth.isAnswerable }
      for word in words {
        let rows = family.filter { $0.truth.pattern == word }
        guard !rows.isEmpty else { continue }
        let cells = words.map { found in
          ValidationTable.Cell.count(rows.count { $0.found.summary == found })
        }
        table.append(
          [.text(word), .text(isBurstNeuron ? "burst neurons" : "saccades"), .count(rows.count)]
            + cells)
      }
    }
    return table
  }

  /// By the set of all patterns: how often each true set was found as which.
  static func sets(_ outcomes: [RecordingOutcome]) -> ValidationTable {
    var table = ValidationTable(
      name: "set_confusion", title: "True against found set of patterns",
      note: "Answerable recordings; sets that were mistaken at least once.",
      columns: [
        .init("truth", "truth"), .init("found", "found"), .init("recordings", "n"),
        .init("of", "of"), .init("share_percent", "%", interval: true),
      ])
    let answerable = outcomes.filter(\.truth.isAnswerable)
    let byTruth = Dictionary(grouping: answerable) { named($0.truth.patterns) }
    for (truth, rows) in byTruth.sorted(by: { $0.key < $1.key }) {
      let byFound = Dictionary(grouping: rows) { named($0.found.patterns) }
      guard byFound.count > 1 || byFound.keys.first != truth else { continue }
      for (found, same) in byFound.sorted(by: {
        ($1.value.count, $0.key) < ($0.value.count, $1.key)
      }) {
        table.append([
          .text(truth), .text(found), .count(same.count), .count(rows.count),
          .percent(same.count, of: rows.count),
        ])
      }
    }
    return table
  }

  /// The patterns' short names, without saccadic oscillations where the plane is named.
  private static func named(_ patterns: [String]) -> String {
    let hasPlane = patterns.contains("opsoclonus") || patterns.contains("ocular-flutter")
    let kept = patterns.filter { !hasPlane || $0 != "saccadic-oscillations" }.map(shortened)
    return kept.isEmpty ? "none" : kept.sorted().joined(separator: " + ")
  }

  static func shortened(_ pattern: String) -> String {
    switch pattern {
    case "none-seen": "none"
    case "ocular-flutter": "flutter"
    case "saccadic-oscillations": "plane?"
    case "jerk-nystagmus": "jerk"
    case "pendular-nystagmus": "pendular"
    case "square-wave-jerks": "SWJ"
    case "macrosaccadic-oscillations": "MSO"
    case "indeterminate": "indet."
    case "not-assessable": "not ass."
    default: pattern
    }
  }
}
