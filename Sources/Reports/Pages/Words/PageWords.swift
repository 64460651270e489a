import EyeMovements
import Oscillations
import Recordings

/// The words of a recording's page; beside them, in this folder, those of findings, measures,
/// alternatives, the cohort and the course.
///
/// A translation would be this folder and `PatternWords`; reasons and notes come with the result.
enum PageWords {
  static let language = "en"
  static let researchUse = "Research use only"
  static let indexTitle = "All recordings"

  // The whole and the key moment.
  static let wholeTitle = "The whole recording"
  static let barEpisodes = "bursts"
  static let barLost = "blinks, gaps"
  static let barSaccades = "saccades"
  static let pathTitle = "Path of gaze"
  static let timeAxis = "time (s)"
  static let frequencyAxis = "frequency (Hz)"
  static let powerAxis = "amplitude, relative"
  static let amplitudeAxis = "amplitude"
  static let peakVelocityAxis = "peak velocity (°/s)"
  static let sequenceTitle = "Main sequence"
  static let roseTitle = "Directions"
  static let spectrumTitle = "Spectrum of velocity"
  static let spectrogramTitle = "Spectrogram of velocity"
  static let noSpectrum = "no stretch is long enough"
  static let notInDegrees = "not in degrees"
  /// A file's own unit, behind a number.
  static let fileUnit = "u"
  static let bandTitle = "back-to-back saccades"

  static func interval(_ low: String, _ high: String) -> String { "\(low) to \(high)" }
  static func seconds(_ number: String) -> String { number + "\u{202f}s" }

  static func directions(_ axis: TraceAxis) -> (positive: String, negative: String) {
    switch axis {
    case .horizontal: ("right", "left")
    case .vertical: ("up", "down")
    case .torsional: ("top right", "top left")
    }
  }

  static func wholeDescription(_ subject: PageSubject) -> String {
    let count = subject.analysis.episodes.count
    let length = PageNumber.withUnit(subject.recording.duration, .seconds) ?? ""
    let losses = subject.analysis.movements.losses
    return "\(length) of \(list(subject.channels.axes.map(\.rawValue))) movement:"
      + " \(number(count, "episode")) of back-to-back saccades,"
      + " \(number(losses.count { $0.kind == .blink }, "blink")),"
      + " \(number(losses.count { $0.kind != .blink }, "other gap or artefact"))."
  }

  static func wholeCaption(_ subject: PageSubject) -> String {
    let eyes = subject.channels.hasBothEyes ? " Red, thin: right eye; blue, wide: left eye." : ""
    let top = subject.channels.axes.contains(.torsional) ? ", up and the top of the eye" : " and up"
    return "Lowest to highest value in each column, all axes at one scale; right\(top) are the"
      + " patient's.\(eyes) The short line marks the key moment."
  }

  static func momentTitle(_ times: ClosedRange<Double>) -> String {
    "The key moment, from \(PageNumber.text(times.lowerBound, .seconds) ?? "0") s"
  }

  static func momentDescription(_ subject: PageSubject, _ times: ClosedRange<Double>) -> String {
    let inside = subject.analysis.movements.saccades.filter {
      $0.onset >= times.lowerBound && $0.onset < times.upperBound
    }
    let length =
      PageNumber.withUnit(times.upperBound - times.lowerBound, .seconds, decimals: 0) ?? ""
    return "\(number(inside.count, "saccade")) in \(length); position above, velocity below."
  }

  static func momentCaption(_ subject: PageSubject) -> String {
    let eyes = subject.channels.hasBothEyes ? " Red, solid: right eye; blue, dashed: left eye." : ""
    return "Blocks are saccades, brackets the intervals between them.\(eyes)"
  }

  static func velocityAxis(_ subject: PageSubject) -> String {
    let lines = [("horizontal", "solid"), ("vertical", "dashed"), ("torsional", "dotted")]
      .filter { axis, _ in subject.channels.axes.contains { $0.rawValue == axis } }
      .map { "\($0.0) \($0.1)" }
    let unit = Measure.Dimension.degreesPerSecond.pageUnit(in: subject.analysis.signal.unit)
    return "velocity,\(unit): " + lines.joined(separator: ", ")
  }

  static func pathDescription(_ subject: PageSubject, half: Double) -> String {
    "Horizontal against vertical position at one scale, \(PlotScale.label((half * 20).rounded() / 10))"
      + "\(subject.channels.unit(of: .horizontal)) across; the dot is the start."
  }

  static func sequenceDescription(_ subject: PageSubject) -> String {
    let ratio = PageNumber.text(
      subject.measure("mainSequenceRatio", of: subject.oscillations)?.value, .share)
    let text =
      "Peak velocity against amplitude of \(number(subject.analysis.movements.saccades.count, "saccade"))."
    return ratio.map { text + " Those of episodes have \($0) times the expected peak." } ?? text
  }

  static func sequenceCaption(_ subject: PageSubject) -> String {
    let parameters = subject.analysis.parameters.oscillations
    let maximum = PlotScale.label(parameters.mainSequenceMaximumDegreesPerSecond)
    let constant = PlotScale.label(parameters.mainSequenceConstantDegrees)
    guard subject.isInDegrees else { return "The main sequence takes degrees." }
    return
      "Line: \(maximum) (1 − e^(−A/\(constant))) °/s at this bandwidth, between the norms of search"
      + " coils (500–600) and video (420–460). Shaded: no saccades. Large dots: in bursts; hollow:"
      + " near the noise."
  }

  static func roseDescription(_ subject: PageSubject, count: Int) -> String {
    let plane = PageNumber.text(
      subject.measure("planeConcentration", of: subject.oscillations)?.value, .share)
    let text = "Directions of \(number(count, "saccade")), seen as the patient does."
    return plane.map { text + " Axis concentration R2 \($0)." } ?? text
  }

  static func roseOfEpisodes(_ count: Int) -> String { number(count, "saccade") + " in bursts" }
  static func roseOfQuickPhases(_ count: Int) -> String { number(count, "quick phase") }
  static func roseOfAll(_ count: Int) -> String { number(count, "saccade") }
  static func roseCaption(_ count: String, _ subject: PageSubject) -> String {
    "\(count), by direction; areas are numbers, right is the patient's."
      + (subject.channels.axes.contains(.torsional) ? " Their torsion is not drawn." : "")
  }

  static func band(_ band: ExpectedSaccades.Band) -> String {
    "of \(bandSizes(band)): \(bandHertz(band))"
  }
  static func bandHertz(_ band: ExpectedSaccades.Band) -> String {
    let low = PageNumber.text(band.hertz.lowerBound, .hertz, decimals: 0) ?? ""
    let high = PageNumber.text(band.hertz.upperBound, .hertz, decimals: 0) ?? ""
    return "\(low)–\(high)\u{202f}Hz"
  }
  private static func bandSizes(_ band: ExpectedSaccades.Band) -> String {
    let low = PageNumber.text(band.amplitudes.lowerBound, .degrees) ?? ""
    return band.amplitudes.lowerBound == band.amplitudes.upperBound ? "\(low)°" : "1–5°"
  }
  static func spectrumDescription(_ subject: PageSubject, _ band: ExpectedSaccades.Band) -> String {
    let peak = PageNumber.withUnit(
      subject.measure("spectralPeakHertz", of: subject.oscillations)?.value
        ?? (subject.isConsistent(.pendularNystagmus) ? subject.analysis.pendular?.frequency : nil),
      .hertz)
    return "Back-to-back saccades \(PageWords.band(band)); \(pendularBand(subject))."
      + (peak.map { " The peak is at \($0)." } ?? "")
  }
  static func pendularBand(_ subject: PageSubject) -> String {
    let parameters = subject.analysis.parameters.pendular
    return "pendular \(PlotScale.label(parameters.minimumFrequencyHz))–"
      + "\(PlotScale.label(parameters.maximumFrequencyHz))\u{202f}Hz"
  }
  static func spectrumCaption(_ subject: PageSubject, _ band: ExpectedSaccades.Band) -> String {
    let place = subject.analysis.episodes.isEmpty ? "the whole recording" : "bursts"
    return "Amplitude spectrum of \(place). " + spectrumDescription(subject, band)
  }
  static func spectrogramDescription(_ band: ExpectedSaccades.Band) -> String {
    "The stronger the tone, the more movement; the lines bound the band of back-to-back saccades, \(bandHertz(band))."
  }
  static func spectrogramBand(_ band: ExpectedSaccades.Band) -> String {
    "back-to-back \(bandHertz(band))"
  }

  // Sections.
  static let assessabilityTitle = "Can this recording answer?"
  static let measuresTitle = "Measures"
  static let alternativesTitle = "Nearest alternatives, and what separates them"
  static let limitsTitle = "Limits"
  static let methodsTitle = "How this was computed"
  static let measureColumns = ["Measure", "Value", "95 % interval", "Reference and rule"]
  static let alternativeColumns = ["Pattern", "Would show", "Here"]
  static let notMeasured = "n/a"
  /// In a cell of a table of many.
  static let absent = "–"
  /// Before a number that may be more.
  static let atLeast = "≥ "

  static func level(_ level: Assessability.Level) -> String {
    switch level {
    case .full: "yes"
    case .limited: "in part"
    case .none: "no"
    }
  }
  static let saccadicFamily = "Saccadic oscillations and intrusions"
  static let nystagmusFamily = "Nystagmus"
  static func assessed(_ seconds: String) -> String { "\(seconds) assessable" }

  static func number(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
  static func list(_ words: [String]) -> String {
    words.count < 2
      ? words.joined()
      : words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }

  /// The one word for a recording.
  static func summary(_ summary: String) -> String {
    Pattern(rawValue: summary)?.words ?? summary.replacing("-", with: " ")
  }

  static func task(_ task: String) -> String { "task \(task)" }

  static func eyes(_ eyes: String) -> String {
    switch eyes {
    case "both": "both eyes"
    case "left", "right": "\(eyes) eye"
    case "cyclopean": "both eyes combined"
    default: "one trace"
    }
  }

  static func score(_ score: String, _ interval: String?) -> String {
    "Score \(score)" + (interval.map { " [\($0)]" } ?? "")
  }
  static let scoreMeaning = "evidence for the pattern, 0 to 1; no probability of disease"
  static let noScore = "No score: not assessable"

  static func methods(_ subject: PageSubject) -> String {
    let parameters = subject.analysis.parameters
    let gap =
      PageNumber.withUnit(
        parameters.oscillations.backToBackGapSeconds * 1000, .milliseconds) ?? ""
    return "Blinks, gaps and artefacts were left out; saccades were found on the"
      + " \(subject.analysis.signal.eyes == "both" ? "mean of both eyes" : "recorded trace") by velocity"
      + " against the noise of quiet stretches, and split at dips and turns. Bursts (episodes) are"
      + " \(parameters.oscillations.minimumSaccades) or more saccades at most \(gap) apart, with turns."
      + " Intervals are 95 % (bootstrap; exact Poisson for rates)."
  }
  static func provenance(_ subject: PageSubject, version: String) -> String {
    let input = subject.analysis.source.sha256.prefix(8)
    return "opsoscope \(version) · parameters \(subject.origin.parametersSha256.prefix(8))"
      + " · input \(input)"
  }
  static let details = "Full provenance"
  static let parametersHash = "parameters, SHA-256"
  static let inputHash = "input, SHA-256"
  static let inputBytes = "input, bytes"
  static let format = "format"
  static let columns = "columns"
  static let columnNotUsed = "not used"
  static let remarks = "remarks"
  static let zoom = "Zoom"
  static let scroll = "Scroll"
  static let sampled = "sampled"
  static let effective = "effective rate"
  static let bandwidth = "bandwidth"
  static let valid = "valid"
  static let blink = "blink"
  static let gap = "gap"
  static let noise = "noise (STD)"
  static let recorded = "recorded"
  static let declaredRate = "rate declared, not measured"
  static let resampled = "clock irregular, resampled"
  static func rejected(_ count: Int, _ noun: String) -> String {
    "\(noun)\(count == 1 ? "" : "s") left out"
  }
  static let notSeenIsNotAbsent = "Not seen is not absent."
  static let noneIsNoEvidence =
    "What is 0 or missing on this page is no evidence that there was nothing."
  static func missable(_ rate: String, _ size: String?) -> String {
    "Up to \(rate) bursts a minute\(size.map { " of \($0) or more" } ?? "") could have gone unseen"
      + " (95\u{202f}%)\(size == nil ? "" : ", and more of smaller ones")."
  }
  static let raterNote =
    "Where a scale asks for opsoclonus, these measures can inform a rater; its grade is a clinical"
    + " judgement."
}
