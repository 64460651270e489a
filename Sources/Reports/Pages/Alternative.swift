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
    case .macrosaccadicOscillations: [squareWaves(subject), backToBack(subject), jerk(subject)]
    default:
      (subject.oscillations?.episodes ?? 0) > 0
        ? [opsoclonus(subject), flutter(subject), pendular(subject), noise(subject)]
        : [backToBack(subject), jerk(subject), pendular(subject), squareWaves(subject)]
    }
  }

  private static func value(
    _ name: String, _ finding: Finding?, _ dimension: Measure.Dimension, _ subject: PageSubject
  ) -> String? {
    guard finding?.status != .notAssessable else { return AlternativeWords.notAssessable }
    // Without degrees there is no main sequence to compare with.
    guard subject.isInDegrees || name != "mainSequenceRatio" else { return nil }
    return subject.withUnit(subject.measure(name, of: finding)?.value, dimension)
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
      here: isFast
        ? value("gapMedianMilliseconds", subject.oscillations, .milliseconds, subject)
        : value("squareWavesPerMinute", finding, .perMinute, subject))
  }

  private static func backToBack(_ subject: PageSubject) -> Alternative {
    Alternative(
      name: AlternativeWords.name(.saccadicOscillations), wouldShow: AlternativeWords.repeated,
      here: value(
        "episodesPerMinute", subject.finding(.saccadicOscillations), .perMinute, subject))
  }

  private static func jerk(_ subject: PageSubject) -> Alternative {
    let finding = subject.finding(.jerkNystagmus)
    let beats = PageNumber.text(subject.measure("beats", of: finding)?.value, .count)
    return Alternative(
      name: AlternativeWords.name(.jerkNystagmus), wouldShow: AlternativeWords.beatsInARow,
      here: finding?.status == .notAssessable
        ? AlternativeWords.notAssessable : beats.map(AlternativeWords.beats))
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
      here: subject.analysis.nystagmus.map { AlternativeWords.shape($0.slowPhaseShape) })
  }

  private static let stimulated = Alternative(
    name: AlternativeWords.stimulated, wouldShow: AlternativeWords.stimulus, here: nil)
  private static let headTremor = Alternative(
    name: AlternativeWords.headTremor, wouldShow: AlternativeWords.head, here: nil)
}
