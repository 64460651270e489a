public import Oscillations
import Recordings

/// A recording's row in the table for people: what it shows, how strong the evidence is, and what
/// there is to know before believing it.
public struct ScoreSummary: Sendable {
  public let id: String
  let pattern: String
  let style: TextStyle
  let score: String
  let burden: String
  let episodes: String
  let assessed: String
  let rate: String
  let remark: String

  public init(_ analysis: Analysis) {
    let lead = analysis.leadFinding
    let family = lead.map { analysis.assessability.family(of: $0.pattern) }
    id = analysis.id
    pattern =
      Pattern(rawValue: analysis.summary)?.words ?? analysis.summary.replacing("-", with: " ")
    style = analysis.style
    score = lead.flatMap(Self.score) ?? Self.none
    let isScored = lead?.score != nil
    burden =
      Self.rounded(Quantity(isScored ? lead?.burdenPercent : nil, .percent), decimals: 1).map {
        (lead?.burdenIsLowerBound == true ? PageWords.atLeast : "") + $0 + " %"
      } ?? Self.none
    episodes = isScored ? lead.map { String($0.episodes) } ?? Self.none : Self.none
    assessed =
      Self.rounded(Quantity(family?.assessableSeconds, .seconds), decimals: 1).map { $0 + " s" }
      ?? Self.none
    rate =
      Self.rounded(Quantity(analysis.signal.effectiveRate, .hertz), decimals: 0).map { $0 + " Hz" }
      ?? Self.none
    remark = Self.remark(on: analysis).joined(separator: " · ")
  }

  /// The score and its interval.
  private static func score(_ finding: Finding) -> String? {
    guard let score = rounded(Quantity(score: finding.score), decimals: 2) else { return nil }
    guard let interval = finding.scoreInterval,
      let low = rounded(Quantity(score: interval.lowerBound), decimals: 2),
      let high = rounded(Quantity(score: interval.upperBound), decimals: 2)
    else { return score }
    return "\(score) [\(low)–\(high)]"
  }

  /// Rounds what the document says, so that a result reads the same once it is read from there.
  fileprivate static func rounded(_ quantity: Quantity, decimals: Int) -> String? {
    quantity.text.flatMap { Double($0) }.flatMap { FixedDecimal($0, decimals: decimals).text }
  }

  private static func remark(on analysis: Analysis) -> [String] {
    let others = analysis.patterns.filter {
      $0.rawValue != analysis.summary && $0 != .saccadicOscillations
    }
    let possible = analysis.findings.filter { $0.status == .indeterminate }.map(\.pattern)
    var parts: [String] = []
    if !others.isEmpty { parts.append("also " + others.map(\.words).joined(separator: ", ")) }
    if !possible.isEmpty {
      parts.append("undecided: " + possible.map(\.words).joined(separator: ", "))
    }
    if analysis.summary == "none-seen" { parts += analysis.notSeenBound.map { [$0] } ?? [] }
    let family = analysis.leadFinding.map { analysis.assessability.family(of: $0.pattern) }
    // The decisive reason comes first; the rest stand in the document.
    if let family, family.level != .full, let reason = family.reasons.first {
      parts.append(reason.text)
    }
    return parts
  }

  private static let none = "–"
}

/// The table for people.
public struct ScoreSummaryTable: Sendable {
  private let rows: [ScoreSummary]

  public init(_ rows: [ScoreSummary]) {
    self.rows = rows.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// - Parameter width: of the terminal, in cells.
  public func text(width: Int, colour: Bool) -> String {
    var table = TextTable(columns: [
      .init(title: "RECORDING", isFlexible: true), .init(title: "PATTERN"),
      .init(title: "SCORE [95 %]"), .init(title: "BURDEN", alignment: .right),
      .init(title: "EPISODES", alignment: .right), .init(title: "ASSESSED", alignment: .right),
      .init(title: "RATE", alignment: .right),
    ])
    for row in rows {
      table.append(
        TextTable.Row(
          cells: [
            .init(text: row.id.printable), .init(text: row.pattern, style: row.style),
            .init(text: row.score), .init(text: row.burden), .init(text: row.episodes),
            .init(text: row.assessed), .init(text: row.rate),
          ],
          remark: row.remark.printable))
    }
    return table.text(width: width, colour: colour)
  }
}

extension Analysis {
  /// The finding that the summary rests on: the pattern's own; where undecided, the undecided one
  /// with the strongest evidence; else that of saccadic oscillations.
  var leadFinding: Finding? {
    if let pattern = Pattern(rawValue: summary) {
      return findings.first { $0.pattern == pattern }
    }
    let undecided = findings.filter { $0.status == .indeterminate }
    if summary == "indeterminate", let strongest = undecided.map({ $0.score ?? 0 }).max() {
      return undecided.first { ($0.score ?? 0) == strongest }
    }
    return findings.first { $0.pattern == .saccadicOscillations }
  }

  fileprivate var style: TextStyle {
    switch summary {
    case "none-seen": .plain
    case "not-assessable": .faint
    case "indeterminate": .caution
    default: .strong
    }
  }

  /// What may still have been missed: "not seen" is never "absent".
  fileprivate var notSeenBound: String? {
    let finding = findings.first { $0.pattern == .saccadicOscillations }
    let measures = finding?.measures ?? []
    func value(_ name: String, decimals: Int) -> String? {
      measures.first { $0.name == name }.flatMap {
        ScoreSummary.rounded(Quantity($0.value, $0.dimension), decimals: decimals)
      }
    }
    guard let rate = value("upperRatePerMinute", decimals: 1) else { return nil }
    // The file's own unit has no name, and its sizes no usual number of decimals.
    let degrees =
      signal.unit == .degrees ? value("smallestDetectableDegrees", decimals: 1) : nil
    let size = degrees.map { " of \($0)° or more" } ?? ""
    return "bursts\(size): fewer than \(rate) a minute (95 %)"
  }
}

extension Assessability {
  /// The family that a pattern's claims belong to.
  func family(of pattern: Pattern) -> Family {
    switch pattern {
    case .jerkNystagmus, .pendularNystagmus: nystagmus
    default: saccadicOscillations
    }
  }
}
