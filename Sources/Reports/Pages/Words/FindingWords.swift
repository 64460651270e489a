import EyeMovements
import Oscillations

/// What the recording shows, in a sentence of the Bárány classification's words: first what takes
/// the eye off target, then the interval, then the plane. An observation, never a cause.
extension PageWords {
  static func sentence(_ subject: PageSubject) -> String {
    let summary = subject.analysis.summary
    if let pattern = subject.pattern { return observation(pattern, subject) }
    if summary == "not-assessable" {
      let reason = subject.analysis.assessability.saccadicOscillations.reasons.first?.text ?? ""
      return "This recording cannot show saccadic oscillations. \(reason)"
    }
    if summary == "indeterminate", let lead = subject.lead {
      let note = lead.notes.first.map { " " + $0.text } ?? ""
      return "There is evidence of \(lead.pattern.words), and it does not decide.\(note)"
    }
    let finding = subject.finding(.saccadicOscillations)
    let time = PageNumber.withUnit(
      subject.analysis.assessability.saccadicOscillations.assessableSeconds, .seconds)
    return "None of the patterns was seen in \(time ?? "the") of assessable signal. "
      + (missed(finding, subject) ?? "")
  }

  /// What else is there, or undecided; `nil` where nothing is.
  static func also(_ subject: PageSubject) -> String? {
    let others = subject.analysis.patterns.filter {
      $0 != subject.pattern && $0 != .saccadicOscillations
    }
    let open = subject.analysis.findings.filter {
      $0.status == .indeterminate && $0.pattern != subject.lead?.pattern
    }
    var sentences = others.map { "Also: " + lowercasedFirst(observation($0, subject)) }
    if !open.isEmpty {
      sentences.append("Undecided: \(list(open.map(\.pattern.words))).")
    }
    if let unseen = nystagmusUnseen(subject) { sentences.append(unseen) }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// That a recording which cannot show saccadic oscillations could have shown nystagmus.
  private static func nystagmusUnseen(_ subject: PageSubject) -> String? {
    let nystagmus = [Pattern.jerkNystagmus, .pendularNystagmus].map(subject.finding)
    guard subject.analysis.summary == "not-assessable",
      nystagmus.allSatisfy({ $0?.status == .notSeen })
    else { return nil }
    return "Nystagmus could have been seen, and was not."
  }

  static func missed(_ finding: Finding?, _ subject: PageSubject) -> String? {
    let rate = PageNumber.text(
      subject.measure("upperRatePerMinute", of: finding)?.value, .perMinute)
    let size = subject.withUnit(
      subject.measure("smallestDetectableDegrees", of: finding)?.value, .degrees)
    return rate.map { missable($0, size) }
  }

  private static func observation(_ pattern: Pattern, _ subject: PageSubject) -> String {
    switch pattern {
    case .opsoclonus:
      return bursts(pattern, subject) + " in more than one plane" + named(pattern)
    case .ocularFlutter:
      return bursts(pattern, subject) + " in one plane (\(plane(subject)))" + named(pattern)
    case .saccadicOscillations:
      return bursts(pattern, subject) + ", the plane undecided" + named(pattern)
    case .jerkNystagmus: return jerk(subject)
    case .pendularNystagmus:
      let pendular = subject.analysis.pendular
      let frequency = PageNumber.withUnit(pendular?.frequency, .hertz) ?? "unknown frequency"
      let size = subject.withUnit(pendular?.amplitude, .degrees) ?? "unknown size"
      let path =
        switch pendular?.ellipticity ?? 0 {
        case ...0.15: "along a line (\(axis(pendular?.axis)))"
        case ...0.8: "on an ellipse (long axis \(axis(pendular?.axis)))"
        default: "on an ellipse"
        }
      return "Sinusoidal slow oscillation at \(frequency), \(size) peak to peak, \(path)"
        + named(pattern)
    case .squareWaveJerks:
      let rate = PageNumber.withUnit(
        subject.measure("squareWavesPerMinute", of: subject.finding(pattern))?.value, .perMinute)
      return "Pairs of opposite saccades with an interval between them, on one side of fixation,"
        + " \(rate ?? "repeatedly")" + named(pattern)
    case .macrosaccadicOscillations:
      let gap = PageNumber.withUnit(
        subject.measure("gapMedianMilliseconds", of: subject.finding(pattern))?.value,
        .milliseconds)
      return
        "Runs of saccades that straddle the target, rising and falling, \(gap ?? "an interval")"
        + " apart" + named(pattern)
    }
  }

  private static func named(_ pattern: Pattern) -> String { ": consistent with \(pattern.words)." }

  private static func bursts(_ pattern: Pattern, _ subject: PageSubject) -> String {
    let eyes =
      switch subject.finding(pattern)?.eyes {
      case .both: "conjugate "
      case .disconjugate: "disconjugate "
      default: ""
      }
    return "Bursts of \(eyes)back-to-back saccades"
  }

  /// First the slow phase, which takes the eye off target.
  private static func jerk(_ subject: PageSubject) -> String {
    guard let summary = subject.analysis.nystagmus else {
      return "Slow phases, reset by quick phases" + named(.jerkNystagmus)
    }
    let shape = shapeWords(summary.slowPhaseShape)
    // As in the table of measures.
    let measure = subject.measure(
      "slowPhaseSpeedDegreesPerSecond", of: subject.finding(.jerkNystagmus))
    let speed = subject.withUnit(measure?.value, .degreesPerSecond) ?? ""
    let rate = PageNumber.withUnit(summary.beatFrequency, .hertz) ?? ""
    let reversal = PageNumber.withUnit(summary.reversalPeriod, .seconds, decimals: 0)
      .map { " It reverses every \($0)." }
    return "\(shape) of \(speed)\(slowDirection(summary)), reset by quick phases at \(rate):"
      + " consistent with \(beating(summary)).\(reversal ?? "")"
  }

  private static func shapeWords(_ shape: SlowPhase.Shape) -> String {
    switch shape {
    case .linear: "Linear slow phases"
    case .decreasing: "Velocity-decreasing slow phases"
    case .increasing: "Velocity-increasing slow phases"
    case .unclear: "Slow phases"
    }
  }

  /// The nystagmus's name by its quick phase, the patient's right and left.
  static func beating(_ summary: NystagmusSummary) -> String {
    let name = Pattern.jerkNystagmus.words
    guard let direction = summary.beatDirection else {
      return "torsional \(name), the top of the eye beating"
        + top(-summary.slowPhaseVelocity.z)
    }
    let names = [
      "right-beating", "right- and up-beating", "up-beating", "left- and up-beating",
      "left-beating", "left- and down-beating", "down-beating", "right- and down-beating",
    ]
    return "\(names[Int((direction / 45).rounded()) % 8]) \(name)"
  }

  private static func slowDirection(_ summary: NystagmusSummary) -> String {
    guard let direction = summary.beatDirection else {
      return ", the top of the eye" + top(summary.slowPhaseVelocity.z)
    }
    let names = [
      " to the left", " left and down", " downwards", " right and down", " to the right",
      " right and up", " upwards", " left and up",
    ]
    return names[Int((direction / 45).rounded()) % 8]
  }

  /// Where the upper pole goes with a torsional velocity.
  private static func top(_ velocity: Double) -> String {
    " to the patient's \(velocity < 0 ? "left" : "right")"
  }

  private static func plane(_ subject: PageSubject) -> String {
    axis(subject.measure("planeAxisDegrees", of: subject.oscillations)?.value)
  }

  static func axis(_ degrees: Double?) -> String {
    guard let degrees else { return "axis unknown" }
    let text = PageNumber.withUnit(degrees, .degrees, decimals: 0) ?? ""
    let fold = min(degrees, 180 - degrees)
    return fold <= 20 ? "horizontal" : fold >= 70 ? "vertical" : "oblique, \(text)"
  }

  private static func lowercasedFirst(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }
}
