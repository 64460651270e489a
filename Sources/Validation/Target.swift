/// A figure that a validation is to reach, beside what was reached.
package struct Target: Sendable, Equatable {
  package let name: String
  package let measured: Estimate
  /// The same on bursts of the burst-neuron family alone, on which nothing is tuned.
  package let burstNeuron: Estimate?
  package let limit: Limit
  /// Decimals that the figure is worth.
  package let decimals: Int

  package enum Limit: Sendable, Equatable {
    case atLeast(Double)
    case atMost(Double)
  }

  init(
    _ name: String, _ limit: Limit, decimals: Int, _ measured: Estimate,
    burstNeuron: Estimate? = nil
  ) {
    self.name = name
    self.limit = limit
    self.decimals = decimals
    self.measured = measured
    self.burstNeuron = burstNeuron
  }

  /// `nil` where it was not measured.
  package var isReached: Bool? { measured.value.map(limit.admits) }
}

extension Target.Limit {
  package func admits(_ value: Double) -> Bool {
    switch self {
    case .atLeast(let limit): value >= limit
    case .atMost(let limit): value <= limit
    }
  }
}

/// Targets and figures side by side.
enum TargetTable {
  static func table(_ targets: [Target]) -> ValidationTable {
    var table = ValidationTable(
      name: "targets", title: "Target and measured",
      note:
        "Of simulated recordings those that can answer: effective rate of 100 Hz or more, noise "
        + "of 0.1 degrees or less, 20 s or more of clean time. Not assessable counts as an error, a "
        + "missing score as 0. Intervals 95 %.",
      columns: [
        .init("figure", "figure"), .init("target", "target"),
        .init("measured", "measured", interval: true), .init("reached", "reached"),
        .init("burst_neuron", "burst neurons", interval: true),
        .init("burst_neuron_reached", "reached"),
      ])
    for target in targets {
      table.append([
        .text(target.name), .text(target.limit.text),
        .estimate(target.measured, decimals: target.decimals), .text(word(target.isReached)),
        target.burstNeuron.map { .estimate($0, decimals: target.decimals) } ?? .empty,
        target.burstNeuron.map { .text(word($0.value.map(target.limit.admits))) } ?? .empty,
      ])
    }
    return table
  }

  private static func word(_ isReached: Bool?) -> String {
    switch isReached {
    case true: "yes"
    case false: "NO"
    default: "not measured"
    }
  }
}

extension Target.Limit {
  fileprivate var text: String {
    switch self {
    case .atLeast(let limit): "≥ \(Self.short(limit))"
    case .atMost(let limit): limit == 0 ? "none" : "≤ \(Self.short(limit))"
    }
  }

  private static func short(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
