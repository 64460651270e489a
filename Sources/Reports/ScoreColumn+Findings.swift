import Oscillations
import Recordings

extension ScoreColumn {
  /// The columns of one pattern's finding.
  static func finding(_ pattern: Pattern) -> [ScoreColumn] {
    let prefix = pattern.rawValue.replacing("-", with: "_")
    let name = pattern.words
    return [
      ScoreColumn(
        name: prefix + "_status", description: "What the recording says about \(name)",
        levels: Finding.Status.all.map { Level(name: $0.rawValue, description: $0.definition) }
      ) { $0.finding(pattern)?.status.rawValue },
      ScoreColumn(
        name: prefix + "_score",
        description: "Evidence for \(name), 0 to 1: a pattern score, no probability of a disease"
      ) { Quantity(score: $0.finding(pattern)?.score).text },
      ScoreColumn(
        name: prefix + "_score_low", description: "Lower end of the score's 95 % interval"
      ) { Quantity(score: $0.finding(pattern)?.scoreInterval?.lowerBound).text },
      ScoreColumn(
        name: prefix + "_score_high", description: "Upper end of the score's 95 % interval"
      ) { Quantity(score: $0.finding(pattern)?.scoreInterval?.upperBound).text },
      ScoreColumn(
        name: prefix + "_burden_percent",
        description:
          "Time in episodes of \(name), over the time in which they could be seen; n/a where it could"
          + " not have been shown"
          + (pattern.isSaccadicOscillation
            ? "; a lower bound where `reasons` has `\(Finding.foundInPart)`" : ""),
        unit: "%"
      ) { Quantity($0.finding(pattern)?.burdenPercent, .percent).text },
      ScoreColumn(
        name: prefix + "_episodes", description: "Number of episodes of \(name)"
      ) { $0.assessed(pattern).map { String($0.episodes) } },
    ]
  }

  /// The measures that most questions are about, and the input's hash.
  static let measures: [ScoreColumn] = [
    ScoreColumn(
      name: "episodes_per_min", description: "Episodes of saccadic oscillations a minute",
      unit: "1/min"
    ) { $0.measure("episodesPerMinute") },
    ScoreColumn(
      name: "gap_median_ms", description: "Median interval between saccades in episodes",
      unit: "ms"
    ) { $0.measure("gapMedianMilliseconds") },
    ScoreColumn(
      name: "amplitude_median_deg", description: "Median amplitude of saccades in episodes",
      unit: "degree"
    ) { $0.measure("amplitudeMedianDegrees") },
    ScoreColumn(
      name: "frequency_median_hz", description: "Median frequency of the episodes", unit: "Hz"
    ) { $0.measure("frequencyMedianHertz") },
    ScoreColumn(
      name: "plane_r2",
      description: "Axis concentration R2 of saccades in episodes: 0 all directions, 1 one plane"
    ) { $0.measure("planeConcentration") },
    velocity("slow_phase_horizontal_deg_s", "horizontal, the patient's right positive", 0),
    velocity("slow_phase_vertical_deg_s", "vertical, up positive", 1),
    velocity("slow_phase_torsional_deg_s", "torsional, upper pole to the right positive", 2),
    nystagmus(
      "beat_direction_deg",
      "Direction of the quick phases, counter-clockwise from the patient's right", "degree",
      .degrees
    ) { $0.beatDirection },
    nystagmus("beat_frequency_hz", "Beats of jerk nystagmus a second", "Hz", .hertz) {
      $0.beatFrequency
    },
    pendular("pendular_frequency_hz", "Frequency of pendular nystagmus", "Hz", .hertz) {
      $0.frequency
    },
    pendular(
      "pendular_amplitude_deg", "Amplitude of pendular nystagmus, peak to peak", "degree",
      .degrees
    ) { $0.amplitude },
    ScoreColumn(name: "input_sha256", description: "The SHA-256 of the input's bytes") {
      $0.analysis.source.sha256
    },
  ]

  private static func velocity(_ name: String, _ axis: String, _ index: Int) -> ScoreColumn {
    nystagmus(
      name, "Median velocity of the slow phases of jerk nystagmus: \(axis)", "degree/s",
      .degreesPerSecond
    ) { $0.slowPhaseVelocity[index] }
  }

  private static func nystagmus(
    _ name: String, _ description: String, _ unit: String, _ dimension: Measure.Dimension,
    value: @escaping @Sendable (NystagmusSummary) -> Double?
  ) -> ScoreColumn {
    ScoreColumn(name: name, description: description, unit: unit) {
      Quantity(
        $0.assessed(.jerkNystagmus) == nil ? nil : $0.analysis.nystagmus.flatMap(value), dimension
      ).text
    }
  }

  private static func pendular(
    _ name: String, _ description: String, _ unit: String, _ dimension: Measure.Dimension,
    value: @escaping @Sendable (PendularSummary) -> Double?
  ) -> ScoreColumn {
    ScoreColumn(name: name, description: description, unit: unit) {
      Quantity(
        $0.assessed(.pendularNystagmus) == nil ? nil : $0.analysis.pendular.flatMap(value),
        dimension
      ).text
    }
  }
}
