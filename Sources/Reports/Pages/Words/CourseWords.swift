import Cohorts
import Oscillations

/// The words of a patient's course.
enum CourseWords {
  static let title = "Course over visits"
  static let measure = "Measure"
  static let measures = "Measures over visits"
  static let visits = "The recordings"
  static let visitColumns = [
    "Visit", "Recording", "Pattern", "Assessable", "Effective rate", "Noise (STD)", "Eyes", "Axes",
    "Task",
  ]
  static func subject(_ subject: String) -> String { "Subject \(subject)" }
  static func session(_ session: String) -> String { "Session \(session)" }
  static let comparable = "Can the recordings be compared?"
  static let yes = "Rate, noise, task, duration, eyes and axes are alike."
  static let method =
    "Values with 95 % intervals; below them the change from the first visit with its interval."
    + " Episodes less than 100 ms apart count as one burst. Time in bursts: share of the assessable"
    + " time, its interval from the long-run variance of cycles of burst and pause. Rates: exact Poisson. Medians: bootstrap. Fixation stability:"
    + " jackknife over ten stretches. Changes: intervals recovered from both visits' (Zou and Donner"
    + " 2008). An interval of a change that contains 0 does not show a change; one that does not may"
    + " still come from attention, medication times or the recording."

  static func name(_ quantity: Course.Quantity) -> String {
    func kind(_ pattern: Pattern?) -> String { pattern?.words ?? "all saccadic oscillations" }
    switch quantity {
    case .burden(.saccadicOscillations): return "Time in oscillations of undecided plane"
    case .rate(.saccadicOscillations): return "Bursts of undecided plane"
    case .burden(let pattern): return "Time in \(kind(pattern))"
    case .rate(let pattern): return "Bursts of \(kind(pattern))"
    case .amplitude: return "Amplitude in bursts"
    case .stability: return "Fixation stability (BCEA)"
    case .slowPhaseVelocity(let axis):
      return "Slow-phase velocity, " + ["horizontal", "vertical", "torsional"][axis]
    }
  }

  static func value(_ estimate: Estimate?, _ quantity: Course.Quantity) -> String {
    estimate.map { text($0, quantity.dimension.pageUnit, quantity) } ?? PageWords.absent
  }

  /// What became of the time in all saccadic oscillations, from the first visit to the last that
  /// can be compared with it.
  static func sentence(_ course: Course) -> String {
    let quantity = Course.Quantity.burden(nil)
    guard let series = course.measures.first(where: { $0.quantity == quantity }),
      let last = series.changes.lastIndex(where: { $0 != nil }), let change = series.changes[last]
    else { return "No two visits can be compared for saccadic oscillations." }
    let when = last == series.values.count - 1 ? "the last" : "visit \(last + 1)"
    let verdict = change.interval.map {
      $0.contains(0)
        ? " The interval contains 0: no change is shown." : " The interval excludes 0."
    }
    return "\(name(quantity)): \(value(series.values[0], quantity)) at the first visit,"
      + " \(value(series.values[last], quantity)) at \(when);"
      + " \(self.change(change, quantity)).\(verdict ?? "")"
  }

  static func change(_ estimate: Estimate, _ quantity: Course.Quantity) -> String {
    // A difference of percentages is no percentage.
    let unit = quantity.dimension == .percent ? " points" : quantity.dimension.pageUnit
    return "change " + (estimate.value > 0 ? "+" : "") + text(estimate, unit, quantity)
  }

  private static func text(
    _ estimate: Estimate, _ unit: String, _ quantity: Course.Quantity
  ) -> String {
    let value =
      PageNumber.text(estimate.value, quantity.dimension).map { $0 + unit } ?? PageWords.absent
    let interval = PageNumber.interval(estimate.interval, quantity.dimension)
    return value + (interval.map { " [\($0)]" } ?? "")
  }

  static func doubt(_ doubt: Course.Doubt) -> String {
    switch doubt {
    case .sameInput: "Two visits are the same recording: between them nothing can change."
    case .sameSession: "Several recordings are of one session, and each stands as a visit."
    case .foundInPart:
      "In a visit bursts were found in part only, so that its burden and rate are lower bounds (≥): from and to it no change of bursts is given."
    case .tooSmall:
      "A visit could not have shown bursts as small as those of another: none seen there is no change."
    case .rate: "The effective rates differ: small or fast saccades are seen better in one visit."
    case .noise: "The noise differs more than twofold: small oscillations are hidden in one visit."
    case .task: "The tasks differ, and oscillations depend on what the patient does."
    case .duration: "The assessable times differ more than twofold."
    case .eyes: "Not the same eyes were recorded."
    case .axes: "Not the same axes were recorded: planes and amplitudes do not compare."
    case .unit: "A recording is not in degrees: amplitudes and velocities do not compare."
    case .short: "A visit has less than a minute of assessable signal: its intervals are wide."
    case .notAssessable: "A visit cannot show saccadic oscillations; its values are left out."
    case .noneSeen:
      "None seen is not absent: the interval's upper end says what could still be there."
    }
  }
}
