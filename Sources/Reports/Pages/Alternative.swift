import EyeMovements
import Oscillations

/// A pattern that is easily taken for the leading one, with the one measurement that separates the
/// two.
struct Alternative: Sendable, Equatable {
  let name: String
  let wouldShow: String
  let here: String?

  static func nearest(_ subject: PageSubject) -> [Alternative] {
    switch subject.lead?.pattern {
    case .opsoclonus: [flutter(subject), pendular(subject), macrosaccadic(subject), noise(subject)]
    case .ocularFlutter:
      [opsoclonus(subject), voluntary(subject), pendular(subject), squareWaves(subject)]
    case .jerkNystagmus: [stimulated, gazeEvoked(subject), pendular(subject), backToBack(subject)]
    case .pendularNystagmus: [headTremor, backToBack(subject), jerk(subject)]
    case .squareWaveJerks: [macrosaccadic(subject), backToBack(subject), viewing(subject)]
    case .macrosaccadicOscillations: [squareWaves(subject), backToBack(subject), noise(subject)]
    default:
      (subject.oscillations?.episodes ?? 0) > 0
        ? [opsoclonus(subject), flutter(subject), pendular(subject), noise(subject)]
        : [backToBack(subject), jerk(subject), pendular(subject), squareWaves(subject)]
    }
  }

  private static func value(
    _ name: String, _ finding: Finding?, _ dimension: Measure.Dimension, _ subject: PageSubject
  ) -> String? {
    PageNumber.withUnit(subject.measure(name, of: finding)?.value, dimension)
  }

  private static func opsoclonus(_ subject: PageSubject) -> Alternative {
    Alternative(
      name: AlternativeWords.name(.opsoclonus), wouldShow: AlternativeWords.manyPlanes,
      here: value("planeConcentration", subject.oscillations, .share, subject))
  }

  private static func flutter(_ subject: PageSubject) -> Alternative {
    Alternative(
      name: AlternativeWords.name(.ocularFlutter), wouldShow: AlternativeWords.onePlane,
      here: value("planeConcentration", subject.oscillations, .share, subject))
  }

  private static func pendular(_ subject: PageSubject) -> Alternative {
    let shows = (subject.oscillations?.episodes ?? 0) > 0
    let finding = shows ? subject.oscillations : subject.finding(.pendularNystagmus)
    return Alternative(
      name: AlternativeWords.name(.pendularNystagmus),
      wouldShow: shows ? AlternativeWords.slowOscillation : AlternativeWords.sharpPeak,
      here: value(
        shows ? "mainSequenceRatio" : "spectralConcentration", finding, .share, subject))
  }

  private static func macrosaccadic(_ subject: PageSubject) -> Alternative {
    let intrusion = subject.lead?.pattern == .squareWaveJerks
    let runs = subject.measure("halfCycles", of: subject.finding(.macrosaccadicOscillations))
    return Alternative(
      name: AlternativeWords.name(.macrosaccadicOscillations),
      wouldShow: intrusion ? AlternativeWords.straddles : AlternativeWords.intervals,
      here: intrusion
        ? PageNumber.text(runs?.value, .count).map(AlternativeWords.halfCycles)
        : value("gapMedianMilliseconds", subject.oscillations, .milliseconds, subject))
  }

  private static func squareWaves(_ subject: PageSubject) -> Alternative {
    let finding = subject.finding(.squareWaveJerks)
    let isFast = (subject.oscillations?.episodes ?? 0) > 0
    return Alternative(
      name: AlternativeWords.name(.squareWaveJerks),
      wouldShow: isFast ? AlternativeWords.intervals200 : AlternativeWords.pairs,
      here: finding?.status == .notAssessable
        ? nil
        : isFast
          ? value("gapMedianMilliseconds", subject.oscillations, .milliseconds, subject)
          : value("squareWavesPerMinute", finding, .perMinute, subject))
  }

  private static func backToBack(_ subject: PageSubject) -> Alternative {
    let finding = subject.finding(.saccadicOscillations)
    return Alternative(
      name: AlternativeWords.name(.saccadicOscillations), wouldShow: AlternativeWords.repeated,
      here: finding?.status == .notAssessable
        ? nil : value("episodesPerMinute", finding, .perMinute, subject))
  }

  private static func jerk(_ subject: PageSubject) -> Alternative {
    let beats = subject.measure("beats", of: subject.finding(.jerkNystagmus))?.value
    return Alternative(
      name: AlternativeWords.name(.jerkNystagmus), wouldShow: AlternativeWords.beatsInARow,
      here: PageNumber.text(beats, .count).map(AlternativeWords.beats))
  }

  private static func noise(_ subject: PageSubject) -> Alternative {
    Alternative(
      name: AlternativeWords.noise, wouldShow: AlternativeWords.tooFast,
      here: value("mainSequenceRatio", subject.oscillations, .share, subject))
  }

  private static func voluntary(_ subject: PageSubject) -> Alternative {
    Alternative(
      name: AlternativeWords.voluntary, wouldShow: AlternativeWords.longBursts,
      here: value("episodeMedianSeconds", subject.oscillations, .seconds, subject))
  }

  private static func viewing(_ subject: PageSubject) -> Alternative {
    Alternative(
      name: AlternativeWords.viewing, wouldShow: AlternativeWords.unpaired,
      here: value("pairedSaccadeShare", subject.finding(.squareWaveJerks), .share, subject))
  }

  private static func gazeEvoked(_ subject: PageSubject) -> Alternative {
    Alternative(
      name: AlternativeWords.gazeEvoked, wouldShow: AlternativeWords.decreasing,
      here: subject.analysis.nystagmus?.slowPhaseShape.rawValue)
  }

  private static let stimulated = Alternative(
    name: AlternativeWords.stimulated, wouldShow: AlternativeWords.stimulus, here: nil)
  private static let headTremor = Alternative(
    name: AlternativeWords.headTremor, wouldShow: AlternativeWords.head, here: nil)
}

/// The words of the alternatives.
enum AlternativeWords {
  static func name(_ pattern: Pattern) -> String {
    pattern.words.prefix(1).uppercased() + pattern.words.dropFirst()
  }
  static let manyPlanes = "R2 of .4 or less: several planes"
  static let onePlane = "R2 of .8 or more: one plane"
  static let slowOscillation = "peak velocity below .5 of the main sequence"
  static let sharpPeak = "one sharp spectral peak: concentration near 1, 5 cycles"
  static let intervals = "100 to 400 ms between saccades"
  static let intervals200 = "about 200 ms between saccades"
  static let straddles = "saccades on both sides of the target"
  static func halfCycles(_ count: String) -> String { "\(count) half-cycles" }
  static let pairs = "more than 20 pairs a minute"
  static let repeated = "repeated episodes of 3 or more, 40 ms apart at most"
  static let beatsInARow = "3 beats in a row, in two stretches"
  static func beats(_ count: String) -> String { "\(count) beats" }
  static let noise = "Noise, artefact"
  static let tooFast = "more than 2 × the main sequence"
  static let voluntary = "Voluntary flutter"
  static let longBursts = "bursts of seconds, at will; the trace alone cannot settle it"
  static let viewing = "Ordinary viewing"
  static let unpaired = "few of its saccades in pairs (share near 0)"
  static let gazeEvoked = "Gaze-evoked, infantile"
  static let decreasing = "slow phases decreasing, increasing"
  static let stimulated = "Optokinetic, vestibular"
  static let stimulus = "a moving scene or head; not told by the trace"
  static let headTremor = "Trembling head"
  static let head = "head movement at the same frequency"
  static let notTold = "not told"
}
