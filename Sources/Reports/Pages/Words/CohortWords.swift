import Cohorts
import Oscillations

/// The words of the cohort's page.
enum CohortWords {
  static let title = "Recordings scored by opsoscope"
  static let patternsTitle = "By pattern"
  static let levelsTitle = "By what they can answer for saccadic oscillations"
  static let tableTitle = "Every recording"
  static func stripsTitle(shown: Int, of count: Int) -> String {
    let which = shown < count ? " of the first \(shown) recordings" : ""
    return "Distributions\(which): a dot opens its recording, a line is a group's median"
  }
  static let burdenStrip = "Time in saccadic oscillations, % of the assessable time"
  static let slowPhaseStrip = "Magnitude of the slow-phase velocity of jerk nystagmus, °/s"
  static let problemsTitle = "What was not scored, and why"
  static let problemColumns = ["Input", "Outcome", "Reason"]
  static func reason(_ code: String) -> String { code.replacing("-", with: " ") }
  static func lane(_ name: String, _ count: Int) -> String { "\(name) (\(count))" }
  static let methodsTitle = "Methods, to paste into a paper"
  static let tableNote =
    "Burden: the share of the assessable time in the row's pattern, else in saccadic oscillations;"
    + " ≥ where bursts were found in part. Bursts, amplitude and frequency are those of back-to-back"
    + " saccades; assessable: the time in which those could be seen; rate: the effective one."
  static let filter = "Filter"
  static let all = "all"
  static let noGroup = "no group"

  static let columns: [(title: String, isNumber: Bool)] = [
    ("Recording", false), ("Trace", false), ("Pattern", false), ("Score", true), ("Burden", true),
    ("Bursts", true), ("Amplitude", true), ("Frequency", true), ("Assessable", true),
    ("Rate", true),
  ]

  static func level(_ level: Assessability.Level) -> String {
    switch level {
    case .full: "fully"
    case .limited: "in part"
    case .none: "not at all"
    }
  }

  static func summary(rows: [CohortRow], entries: [ManifestEntry]) -> String {
    let consistent = rows.count { Pattern(rawValue: $0.pattern) != nil }
    let failed = entries.count { $0.outcome == .refused || $0.outcome == .failed }
    let parts = [
      (consistent, "consistent with a pattern"),
      (rows.count { $0.pattern == "none-seen" }, "with none seen"),
      (rows.count { $0.pattern == "indeterminate" }, "undecided"),
      (rows.count { $0.pattern == "not-assessable" }, "not assessable"),
    ].filter { $0.0 > 0 }.map { "\($0) \($1)" }
    let listed = parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    var text = PageWords.number(rows.count, "recording") + listed + "."
    if failed > 0 { text += " \(PageWords.number(failed, "input")) gave no result." }
    return text
  }

  static func cut(shown: Int, of count: Int) -> String {
    "The first \(shown) of \(count) recordings are listed; all of them stand in "
  }

  static func more(_ count: Int) -> String { "\(count) more stand in manifest.ndjson." }

  static func methods(rows: [CohortRow]) -> String {
    let rates = rows.compactMap { $0.number("sampling_rate_hz") }
    let low = PageNumber.text(rates.min(), .hertz, decimals: 0) ?? "?"
    let high = PageNumber.text(rates.max(), .hertz, decimals: 0) ?? "?"
    let rate = low == high ? "\(low) Hz" : "\(low) to \(high) Hz"
    return "\(PageWords.number(rows.count, "recording")) sampled at \(rate) were analysed with"
      + " opsoscope \(Software.version) at its default thresholds. Blinks, gaps and artefacts were"
      + " excluded. Saccades were detected by velocity against the noise of quiet stretches and"
      + " split at dips of speed and at turns; saccadic oscillations were defined as repeated runs"
      + " of three or more saccades at most 40 ms apart with turns above 90°, and as opsoclonus or"
      + " ocular flutter by the axis concentration of their saccades (0.4 or less, 0.8 or more),"
      + " following the classification of the Bárány Society (Eggers et al., J Vestib Res 2019;"
      + "29:57–87). Nystagmus was defined by slow phases above 2 °/s with consistent direction."
      + " Fixation stability is the bivariate contour ellipse area (Castet and Crossland, Seeing"
      + " Perceiving 2012;25:561). Rates have exact Poisson intervals (Garwood, Biometrika 1936;28),"
      + " scores bootstrap intervals (Efron and Tibshirani 1993). A recording that could not have"
      + " shown a pattern was called not assessable and has no score. The program has been tried on"
      + " simulated signals and recordings of healthy people; its accuracy in patients is not"
      + " established."
  }
}
