import Cohorts
import Oscillations
import Recordings

extension ScoreColumn {
  /// Whose recording it is, and what it shows in a word.
  static let identity: [ScoreColumn] = [
    ScoreColumn(
      name: "id",
      description: "The recording: its path below the folder that was scored, without suffixes"
    ) { $0.analysis.id },
    ScoreColumn(name: "subject", description: "The label of the entity sub in the id") {
      $0.entities.subject
    },
    ScoreColumn(name: "session", description: "The label of the entity ses in the id") {
      $0.entities.session
    },
    ScoreColumn(name: "task", description: "The label of the entity task in the id") {
      $0.entities.task
    },
    ScoreColumn(name: "run", description: "The label of the entity run in the id") {
      $0.entities.run
    },
    ScoreColumn(
      name: "pattern",
      description: "The recording in one word: the first of patterns, or why there is none",
      levels: Summary.words.map { Level(name: $0.name, description: $0.description) }
    ) { $0.analysis.summary },
    ScoreColumn(
      name: "patterns",
      description: "All patterns that the recording is consistent with, separated by commas",
      levels: Pattern.bySummaryRank.map { Level(name: $0.rawValue, description: $0.definition) }
    ) { $0.analysis.patterns.map(\.rawValue).joinedOrNil },
    ScoreColumn(
      name: "assess_saccadic",
      description: "Whether the recording can answer for saccadic oscillations, opsoclonus,"
        + " ocular flutter, square-wave jerks and macrosaccadic oscillations",
      levels: Level.assessability
    ) { $0.analysis.assessability.saccadicOscillations.level.rawValue },
    ScoreColumn(
      name: "assess_nystagmus",
      description: "Whether the recording can answer for jerk and pendular nystagmus",
      levels: Level.assessability
    ) { $0.analysis.assessability.nystagmus.level.rawValue },
    ScoreColumn(
      name: "reasons",
      description: "The codes of the reasons why it cannot answer fully, separated by commas"
    ) { row in
      let assessability = row.analysis.assessability
      let codes = assessability.saccadicOscillations.reasons + assessability.nystagmus.reasons
      return codes.map(\.code).withoutRepeats.joinedOrNil
    },
  ]

  /// The signal that the scores rest on.
  static let signal: [ScoreColumn] = [
    quantity("sampling_rate_hz", "Samples a second, measured from the clock", "Hz", .hertz) {
      $0.signal.samplingRate
    },
    quantity(
      "effective_rate_hz",
      "The rate that the signal holds once up-sampling and low-pass filters are seen through",
      "Hz", .hertz
    ) { $0.signal.effectiveRate },
    quantity("duration_s", "First sample to the end of the last one", "s", .seconds) {
      $0.signal.duration
    },
    quantity(
      "assessable_saccadic_s", "Time in which saccadic oscillations could have been seen", "s",
      .seconds
    ) { $0.assessability.saccadicOscillations.assessableSeconds },
    quantity(
      "assessable_nystagmus_s", "Time in which nystagmus could have been seen", "s", .seconds
    ) { $0.assessability.nystagmus.assessableSeconds },
    quantity(
      "valid_percent", "Share of the duration that is not lost to gaps, blinks or artefacts", "%",
      .percent
    ) { $0.signal.validPercent },
    quantity(
      "noise_std_deg", "Standard deviation of a channel where the eye is quiet", "degree",
      .degrees
    ) { $0.signal.noiseStandardDeviation },
    quantity(
      "rms_s2s_deg", "Root mean square of the steps from sample to sample (RMS-S2S)", "degree",
      .degrees
    ) { $0.signal.rmsSampleToSample },
    quantity(
      "bcea_deg2", "Area of the ellipse that holds 68.2 % of the positions (BCEA)", "degree^2",
      .squareDegrees
    ) { $0.signal.bivariateContourEllipseArea },
    ScoreColumn(
      name: "eyes", description: "The eyes that were recorded",
      levels: [
        Level(name: "both", description: "left and right"),
        Level(name: "left", description: "the left eye alone"),
        Level(name: "right", description: "the right eye alone"),
        Level(name: "cyclopean", description: "both eyes, combined by the tracker"),
        Level(name: "unknown", description: "one trace without a name"),
      ]
    ) { $0.analysis.signal.eyes },
    ScoreColumn(
      name: "axes", description: "The axes that were recorded, separated by commas",
      levels: ["horizontal", "vertical", "torsional"].map {
        Level(name: $0, description: "\($0) position or velocity")
      }
    ) { $0.analysis.signal.axes.joinedOrNil },
    ScoreColumn(
      name: "unit", description: "What the horizontal and vertical channels are in",
      levels: [
        Level(name: "degrees", description: "degrees of visual angle or of eye rotation"),
        Level(name: "pixels", description: "pixels without a known geometry: uncalibrated"),
        Level(name: "arbitrary", description: "numbers that rise with rotation: uncalibrated"),
      ]
    ) { $0.analysis.signal.unit.rawValue },
  ]

  private static func quantity(
    _ name: String, _ description: String, _ unit: String, _ dimension: Measure.Dimension,
    value: @escaping @Sendable (Analysis) -> Double
  ) -> ScoreColumn {
    ScoreColumn(name: name, description: description, unit: unit) {
      Quantity(value($0.analysis), dimension).text
    }
  }
}

extension ScoreColumn.Level {
  fileprivate static let assessability = Assessability.Level.all.map {
    ScoreColumn.Level(name: $0.rawValue, description: $0.definition)
  }
}

extension [String] {
  /// The words separated by commas; `nil` where there are none.
  var joinedOrNil: String? { isEmpty ? nil : joined(separator: ",") }

  /// The first of each; words that differ in their bytes are others, however alike they look.
  var withoutRepeats: [String] {
    var seen: Set<[UInt8]> = []
    return filter { seen.insert([UInt8]($0.utf8)).inserted }
  }
}
