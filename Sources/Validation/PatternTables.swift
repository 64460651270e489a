internal import Oscillations
internal import Simulation

/// How well each pattern is told.
enum PatternTables {
  /// Sensitivity, specificity and area under the curve of each pattern.
  static func accuracy(_ outcomes: [RecordingOutcome]) -> ValidationTable {
    var table = ValidationTable(
      name: "patterns", title: "Each pattern: consistent or not, and its score",
      note: "Answerable recordings; a missing score counts as 0, indeterminate as not found. "
        + "Intervals by Wilson and by DeLong, 95 %.",
      columns: [
        .init("pattern", "pattern"), .init("family", "bursts by"), .init("with", "with"),
        .init("sensitivity_percent", "sensitivity %", interval: true), .init("without", "without"),
        .init("specificity_percent", "specificity %", interval: true),
        .init("area", "area under ROC", interval: true),
        .init("indeterminate_percent", "indeterminate %", interval: true),
      ])
    for pattern in Pattern.allCases {
      for family in FamilyChoice.allCases {
        let rows = family.kept(outcomes).filter(\.truth.isAnswerable)
        let with = rows.filter { $0.shows(pattern) }
        let without = rows.filter { !$0.shows(pattern) }
        guard !with.isEmpty else { continue }
        if family == .burstNeuron && !with.contains(where: \.isBurstNeuron) { continue }
        let undecided = rows.count { $0.found.findings[pattern]?.status == .indeterminate }
        table.append([
          .text(pattern.rawValue), .text(family.rawValue), .count(with.count),
          .percent(with.count { $0.claims(pattern) }, of: with.count), .count(without.count),
          .percent(without.count { !$0.claims(pattern) }, of: without.count),
          .estimate(
            Estimate(
              areaOf: with.map { $0.score(pattern) }, against: without.map { $0.score(pattern) }),
            decimals: 4), .percent(undecided, of: rows.count),
        ])
      }
    }
    return table
  }

  /// The opsoclonus score against that of each other truth.
  static func opsoclonusAreas(_ outcomes: [RecordingOutcome]) -> ValidationTable {
    var table = ValidationTable(
      name: "opsoclonus_areas", title: "The score of opsoclonus: opsoclonus against the others",
      note: "Answerable recordings; area under the ROC curve, a missing score as 0.",
      columns: [
        .init("against", "against"), .init("family", "bursts by"),
        .init("opsoclonus", "opsoclonus"), .init("others", "others"),
        .init("area", "area under ROC", interval: true),
      ])
    for rival in OpsoclonusRival.allCases {
      for family in FamilyChoice.allCases {
        let rows = family.kept(outcomes).filter(\.truth.isAnswerable)
        let with = rows.filter { $0.shows(.opsoclonus) }
        let without = rows.filter { rival.includes($0) }
        table.append([
          .text(rival.rawValue), .text(family.rawValue), .count(with.count),
          .count(without.count),
          .estimate(rival.area(rows), decimals: 4),
        ])
      }
    }
    return table
  }
}

/// Which bursts are counted; recordings without bursts always are.
enum FamilyChoice: String, CaseIterable {
  case both
  case saccadic = "saccades"
  case burstNeuron = "burst neurons"

  func kept(_ outcomes: [RecordingOutcome]) -> [RecordingOutcome] {
    switch self {
    case .both: outcomes
    case .saccadic: outcomes.filter { !$0.isBurstNeuron }
    case .burstNeuron:
      outcomes.filter { $0.isBurstNeuron || !$0.member.simulation.kind.hasBursts }
    }
  }
}

/// What opsoclonus is told from.
enum OpsoclonusRival: String, CaseIterable {
  case everything, flutter
  case plane = "between flutter and opsoclonus"
  case nystagmus, jerk, pendular
  case squareWaves = "square-wave jerks"
  case macrosaccadic = "macrosaccadic oscillations"
  case healthy

  func includes(_ outcome: RecordingOutcome) -> Bool {
    guard !outcome.shows(.opsoclonus) else { return false }
    let hasBursts = outcome.shows(.saccadicOscillations)
    return switch self {
    case .everything: true
    case .flutter: outcome.shows(.ocularFlutter)
    case .plane: hasBursts && !outcome.shows(.ocularFlutter)
    case .nystagmus:
      !hasBursts && (outcome.shows(.jerkNystagmus) || outcome.shows(.pendularNystagmus))
    case .jerk: !hasBursts && outcome.shows(.jerkNystagmus)
    case .pendular: !hasBursts && outcome.shows(.pendularNystagmus)
    case .squareWaves: outcome.shows(.squareWaveJerks)
    case .macrosaccadic: outcome.shows(.macrosaccadicOscillations)
    case .healthy: outcome.member.simulation.kind.isHealthy
    }
  }

  /// On answerable recordings.
  func area(_ outcomes: [RecordingOutcome]) -> Estimate {
    Estimate(
      areaOf: outcomes.filter { $0.shows(.opsoclonus) }.map { $0.score(.opsoclonus) },
      against: outcomes.filter(includes).map { $0.score(.opsoclonus) })
  }
}
