public import Cohorts

/// What became of the inputs of a run, for the end of its messages: failures grouped by reason, the
/// counts last.
public struct RunSummary: Sendable {
  private var outcomes: [(outcome: Outcome, reason: String?)] = []
  private var problems: [Problem] = []
  private var recalled = 0
  private var elsewhere = 0

  public init() {}

  public mutating func add<Output>(_ report: ItemReport<Output>) {
    outcomes += report.entries.map { ($0.outcome, $0.reason) }
    if report.isRecalled { recalled += report.entries.count }
    if let problem = report.problem { problems.append(problem) }
  }

  /// Takes an input that another shard scores.
  public mutating func addElsewhere(_ entries: [ManifestEntry]) { elsewhere += entries.count }

  /// Takes what another run has made of an input.
  public mutating func add(_ entry: ManifestEntry) {
    outcomes.append((entry.outcome, entry.reason))
  }

  /// The problem of the one input that there was; `nil` where there were several, or none failed.
  public var onlyProblem: Problem? {
    outcomes.count == 1 && elsewhere == 0 ? problems.first : nil
  }

  /// Whether any input was refused or has failed.
  public var hasProblems: Bool { !problems.isEmpty }

  /// The sentences on what failed, grouped by reason.
  ///
  /// - Parameter limit: how many sentences of one group are given; the rest are counted.
  public func problemText(limit: Int = .max) -> String {
    let codes = problems.map(\.code).withoutRepeats
    return codes.map { code in
      let group = problems.filter { $0.code == code }
      var lines = group.prefix(limit).map(\.message.printable)
      if group.count > limit {
        lines.append("… and \(group.count - limit) more (\(code)): see the manifest")
      }
      return lines.map { $0 + "\n" }.joined()
    }.joined()
  }

  /// The counts in a line, such as `12 scored · 1 not assessable (rate-too-low) · 2 refused
  /// (no-unit) · 9 of them done before`.
  public var countsLine: String {
    var parts = outcomeCounts
    if recalled > 0 { parts.append("\(recalled) of them done before") }
    if elsewhere > 0 { parts.append("\(elsewhere) in other shards") }
    return parts.joined(separator: " · ")
  }

  private var outcomeCounts: [String] {
    Outcome.allCases.compactMap { outcome in
      let reasons = outcomes.filter { $0.outcome == outcome }.map(\.reason)
      guard !reasons.isEmpty else { return nil }
      let counts = "\(reasons.count) \(outcome.rawValue.replacing("-", with: " "))"
      let tally = Self.tally(reasons.compactMap { $0 })
      return tally.isEmpty ? counts : "\(counts) (\(tally))"
    }
  }

  /// Each reason with its count, the most frequent first.
  private static func tally(_ reasons: [String]) -> String {
    Dictionary(reasons.map { ($0, 1) }, uniquingKeysWith: +)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { $0.value == reasons.count ? $0.key : "\($0.value) \($0.key)" }
      .joined(separator: ", ")
  }
}
