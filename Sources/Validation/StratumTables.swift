internal import Oscillations
internal import Simulation

/// The same figures by sampling rate, noise, severity and artefact.
enum StratumTables {
  static func all(_ outcomes: [RecordingOutcome]) -> [ValidationTable] {
    let main = outcomes.filter { !$0.member.group.cannotAnswer }
    return [
      table("by_rate", "By effective sampling rate", main, Self.rate),
      table("by_noise", "By noise", main, Self.noise),
      table(
        "by_severity", "By severity", main.filter(\.truth.isAnswerable), Self.severity),
      table(
        "by_artefact", "By what the tracker does", main.filter { $0.member.group == .main },
        Self.artefacts),
    ]
  }

  private static func table(
    _ name: String, _ title: String, _ outcomes: [RecordingOutcome],
    _ strata: (RecordingOutcome) -> [String]
  ) -> ValidationTable {
    var table = ValidationTable(
      name: name, title: title,
      note: "Opsoclonus, flutter: sensitivity. Healthy: share without saccadic oscillations. "
        + "Burst neurons: right summaries of that family alone.",
      columns: [
        .init("stratum", "stratum"), .init("recordings", "n"),
        .init("right_percent", "right summary %", interval: true),
        .init("burst_neuron_percent", "burst neurons %", interval: true),
        .init("opsoclonus_percent", "opsoclonus %", interval: true),
        .init("flutter_percent", "flutter %", interval: true),
        .init("healthy_percent", "healthy %", interval: true),
        .init("nystagmus_percent", "nystagmus %", interval: true),
        .init("indeterminate_percent", "indeterminate %", interval: true),
        .init("episodes_iou", "episodes", interval: true),
      ])
    var groups: [String: [RecordingOutcome]] = [:]
    for outcome in outcomes {
      for stratum in strata(outcome) { groups[stratum, default: []].append(outcome) }
    }
    for (stratum, rows) in groups.sorted(by: { $0.key < $1.key }) {
      table.append([.text(String(stratum.drop { $0 == " " })), .count(rows.count)] + cells(rows))
    }
    return table
  }

  private static func cells(_ rows: [RecordingOutcome]) -> [ValidationTable.Cell] {
    func share(
      _ included: (RecordingOutcome) -> Bool, _ isRight: (RecordingOutcome) -> Bool
    ) -> ValidationTable.Cell {
      let among = rows.filter(included)
      return among.isEmpty ? .empty : .percent(among.count(where: isRight), of: among.count)
    }
    let agreement = rows.compactMap(\.episodeAgreement)
    return [
      share({ _ in true }, \.isRight), share(\.isBurstNeuron, \.isRight),
      share({ $0.shows(.opsoclonus) }, { $0.claims(.opsoclonus) }),
      share({ $0.shows(.ocularFlutter) }, { $0.claims(.ocularFlutter) }),
      share({ $0.member.simulation.kind.isHealthy }, { !$0.claimsOscillations }),
      share(
        { $0.shows(.jerkNystagmus) || $0.shows(.pendularNystagmus) },
        { outcome in
          [Pattern.jerkNystagmus, .pendularNystagmus].allSatisfy {
            outcome.shows($0) == outcome.claims($0)
          }
        }),
      share({ _ in true }, { $0.found.summary == "indeterminate" }),
      agreement.isEmpty ? .empty : .estimate(Estimate(medianOf: agreement), decimals: 3),
    ]
  }

  private static func rate(_ outcome: RecordingOutcome) -> [String] {
    switch outcome.member.effectiveRate {
    case ..<100: ["  50 to <100 Hz"]
    case ..<200: [" 100 to <200 Hz"]
    case ..<500: [" 200 to <500 Hz"]
    default: [" 500 Hz and more"]
    }
  }

  private static func noise(_ outcome: RecordingOutcome) -> [String] {
    let noise = outcome.member.simulation.tracker.noise
    return [noise > 0.1 ? "above 0.1°" : "\(noise)°"]
  }

  private static func severity(_ outcome: RecordingOutcome) -> [String] {
    switch outcome.member.simulation.severity {
    case ..<0.2: ["0 to <0.2"]
    case ..<0.4: ["0.2 to <0.4"]
    case ..<0.6: ["0.4 to <0.6"]
    case ..<0.8: ["0.6 to <0.8"]
    default: ["0.8 to 1"]
    }
  }

  private static func artefacts(_ outcome: RecordingOutcome) -> [String] {
    let names = outcome.member.artefacts.map(\.rawValue)
    return names.isEmpty ? ["none"] : names
  }
}
