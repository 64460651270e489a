import Oscillations

/// The words of the table of measures.
enum MeasureWords {
  static func burden(_ pattern: Pattern) -> String { "Time in \(pattern.words)" }
  static let burdenReference = "of the assessable time"
  static let episodeRate = "Episodes of back-to-back saccades"
  static let episodeReference = "flag: 3 saccades or more, repeated; health has single runs"
  static let missable = "Episodes that could be missed"
  static func missableReference(_ size: String?) -> String {
    "one-sided: −ln(0.05) / time" + (size.map { ", of \($0) or more" } ?? "")
  }
  static let gap = "Interval between their saccades"
  static func gapReference(_ limit: String) -> String {
    "flag: up to \(limit); square waves about 200 ms"
  }
  static func range(_ low: String?, _ high: String?) -> String? {
    guard let low, let high else { return nil }
    return "P10–P90: \(low)–\(high)"
  }
  static let frequency = "Their frequency"
  static func frequencyReference(_ band: String) -> String { "expected \(band)" }
  static let amplitude = "Their amplitude"
  static func ninetieth(_ value: String) -> String { "P90: \(value)" }
  static let amplitudeReference = "usually 1–5°; below 0.5° microflutter"
  static let notInDegrees = "in the file's unit, not in degrees"
  static func plane(_ count: String) -> String { "Axis concentration R2 (n = \(count))" }
  static func planeReference(many: String, one: String) -> String {
    "flag: up to \(many) several planes; from \(one) one"
  }
  static let ratio = "Peak velocity to main sequence"
  static func ratioReference(least: String, most: String) -> String {
    "flag: outside \(least)–\(most): no saccades"
  }
  static let slowPhase = "Slow-phase speed in beats"
  static func slowPhase(_ axis: TraceAxis) -> String { "Slow-phase velocity, \(axis.rawValue)" }
  static func signReference(_ axis: TraceAxis) -> String {
    switch axis {
    case .horizontal: "positive to the patient's right"
    case .vertical: "positive upwards"
    case .torsional: "positive: top of the eye to the patient's right"
    }
  }
  static let noBeats = "no beats"
  static let notAssessable = "not assessable"
  static let slowPhaseReference = "flag: 3 beats in a row above 2 °/s, one way"
  static func beats(_ count: Int) -> String { "Beat frequency (n = \(count))" }
  static func beatsReference(_ share: String) -> String {
    "direction consistency \(share); rule: 0.80"
  }
  static let pendularFrequency = "Pendular frequency"
  static let pendularFrequencyReference = "flag: 0.8 to 12 Hz, 5 cycles or more"
  static let pendularAmplitude = "Pendular amplitude"
  static let pendularAmplitudeReference = "peak to peak"
  static let pendularRatio = "Its velocity to main sequence"
  static let pendularRatioReference = "flag: below 0.5: slow movement"
  static func squareWaves(_ size: String?) -> String {
    "Square-wave jerks" + (size.map { " from \($0)" } ?? "")
  }
  static let squareWaveAmplitudeReference = "0.5–5°; above 5° macro"
  static let squareWaveInterval = "Interval within a pair"
  static let squareWaveIntervalReference = "0.08 to 0.5 s, typically 0.2 s"
  static let macrosaccadicGapReference = "flag: 100 to 400 ms, straddling the target"
  static func halfCycles(_ runs: Int) -> String {
    "Half-cycles in \(PageWords.number(runs, "run"))"
  }
  static let halfCyclesReference = "rule: 4 or more in a run"
  static let macrosaccadicAmplitudeReference = "rising and falling in each run"
  static func squareWavesReference(_ limit: String) -> String {
    "flag: above \(limit); health 7 ± 11 (Abadi, Gowen 2004)"
  }
  static let stability = "Fixation stability (BCEA, 68 %)"
  static let stabilityReference = "no reference: depends on the task"

  static let flag = "⚑ flagged"
}
