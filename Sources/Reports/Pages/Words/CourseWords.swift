import Cohorts
import Oscillations

/// The words of a patient's course.
enum CourseWords {
  static let title = "Course over visits"
  static let measure = "Measure"
  static let comparable = "Can the recordings be compared?"
  static let yes = "Rate, noise, task, duration, eyes and axes are alike."
  static let method =
    "Values with 95 % intervals; below them the change from the first visit with its interval."
    + " Episodes less than 100 ms apart count as one burst. Burden: share of the assessable time in bursts, its interval from the long-run variance of"
    + " cycles of burst and pause. Rates: exact Poisson. Medians: bootstrap. Fixation stability:"
    + " jackknife over ten stretches. Changes: intervals recovered from both visits' (Zou and Donner"
    + " 2008). An interval of a change that contains 0 does not show a change; one that does not may"
    + " still come from attention, medication times or the recording."
  static let absent = "–"

  static func name(_ quantity: Course.Quantity) -> String {
    func kind(_ pattern: Pattern?) -> String { pattern?.words ?? "all saccadic oscillations" }
    switch quantity {
    case .burden(.saccadicOscillations): return "Time in oscillations of undecided plane"
    case .rate(.saccadicOscillations): return "Bursts of undecided plane"
    case .burden(let pattern): return "Time in \(kind(pattern))"
    case .rate(let pattern): return "Bursts of \(kind(pattern))"
    case .amplitude: return "Amplitude in episodes"
    case .stability: return "Fixation stability (BCEA)"
    case .slowPhaseVelocity(let axis):
      return "Slow-phase velocity, " + ["horizontal", "vertical", "torsional"][axis]
    }
  }

  static func value(_ estimate: Estimate?, _ quantity: Course.Quantity) -> String {
    guard let estimate else { return absent }
    return text(estimate, quantity, sign: "")
  }

  static func change(_ estimate: Estimate, _ quantity: Course.Quantity) -> String {
    "change " + text(estimate, quantity, sign: estimate.value > 0 ? "+" : "")
  }

  private static func text(
    _ estimate: Estimate, _ quantity: Course.Quantity, sign: String
  ) -> String {
    let dimension = quantity.dimension
    let value = PageNumber.withUnit(estimate.value, dimension) ?? absent
    let interval = PageNumber.interval(estimate.interval, dimension)
    return sign + value + (interval.map { " [\($0)]" } ?? "")
  }

  static func doubt(_ doubt: Course.Doubt) -> String {
    switch doubt {
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
