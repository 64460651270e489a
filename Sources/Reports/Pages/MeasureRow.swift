import Oscillations

/// The table of measures: at most ten, each with what it is compared with and the rule by which it
/// is flagged.
struct MeasureRow: Sendable, Equatable {
  let name: String
  let value: String?
  /// The 95 % interval or a range; where there is no value, why.
  var interval: String?
  let reference: String
  var isFlagged = false

  static let most = 10

  /// What the recording leads with comes first.
  static func rows(_ subject: PageSubject) -> [MeasureRow] {
    let groups: [(isLeading: Bool, rows: [MeasureRow?])] = [
      (false, bursts(subject)),
      (subject.lead?.pattern == .jerkNystagmus, slowPhases(subject)),
      (subject.lead?.pattern == .pendularNystagmus, pendular(subject)),
      (subject.lead?.pattern == .squareWaveJerks, squareWaves(subject)),
      (subject.lead?.pattern == .macrosaccadicOscillations, macrosaccadic(subject)),
    ]
    let rows =
      [burden(subject)] + groups.filter(\.isLeading).flatMap(\.rows)
      + groups.filter { !$0.isLeading }.flatMap(\.rows) + [stability(subject)]
    return Array(rows.compactMap(\.self).prefix(most))
  }

  private static func burden(_ subject: PageSubject) -> MeasureRow? {
    let finding = subject.lead ?? subject.finding(.saccadicOscillations)
    guard let finding else { return nil }
    return MeasureRow(
      name: MeasureWords.burden(finding.pattern),
      value: PageNumber.withUnit(finding.burdenPercent, .percent)
        .map { (finding.burdenIsLowerBound ? PageWords.atLeast : "") + $0 },
      interval: missing(finding), reference: MeasureWords.burdenReference)
  }

  private static func bursts(_ subject: PageSubject) -> [MeasureRow?] {
    let finding = subject.oscillations
    let isShown = finding?.status != .notAssessable && (finding?.episodes ?? 0) > 0
    return [episodeRate(subject)]
      + (isShown ? MeasureRow.ofEpisodes(subject) : [missable(subject)])
  }

  private static func episodeRate(_ subject: PageSubject) -> MeasureRow {
    let finding = subject.oscillations
    let rate =
      finding?.status == .notAssessable
      ? nil : subject.measure("episodesPerMinute", of: finding)
    return MeasureRow(
      name: MeasureWords.episodeRate, value: PageNumber.withUnit(rate?.value, .perMinute),
      interval: PageNumber.interval(rate?.interval, .perMinute) ?? missing(finding),
      reference: MeasureWords.episodeReference,
      isFlagged: subject.isConsistent(.saccadicOscillations))
  }

  private static func missable(_ subject: PageSubject) -> MeasureRow? {
    let finding = subject.finding(.saccadicOscillations)
    guard let rate = subject.measure("upperRatePerMinute", of: finding) else { return nil }
    let size = subject.measure("smallestDetectableDegrees", of: finding)
    return MeasureRow(
      name: MeasureWords.missable, value: PageNumber.withUnit(rate.value, .perMinute),
      reference: MeasureWords.missableReference(subject.withUnit(size?.value, .degrees)))
  }

  private static func squareWaves(_ subject: PageSubject) -> [MeasureRow?] {
    let finding = subject.finding(.squareWaveJerks)
    let limits = subject.analysis.parameters.intrusions
    let isAssessable = finding?.status != .notAssessable
    let rate = isAssessable ? subject.measure("squareWavesPerMinute", of: finding) : nil
    let row = MeasureRow(
      name: MeasureWords.squareWaves(
        subject.isInDegrees
          ? PageNumber.withUnit(limits.squareWaveMinimumDegrees, .degrees) : nil),
      value: PageNumber.withUnit(rate?.value, .perMinute),
      interval: PageNumber.interval(rate?.interval, .perMinute) ?? missing(finding),
      reference: MeasureWords.squareWavesReference(
        PageNumber.text(limits.squareWavesPerMinute, .perMinute, decimals: 0) ?? ""),
      isFlagged: finding?.status == .consistent)
    guard subject.lead?.pattern == .squareWaveJerks else { return [row] }
    return [
      row,
      MeasureRow(
        name: MeasureWords.amplitude,
        value: subject.withUnit(
          subject.measure("amplitudeMedianDegrees", of: finding)?.value, .degrees),
        reference: MeasureWords.squareWaveAmplitudeReference),
      MeasureRow(
        name: MeasureWords.squareWaveInterval,
        value: PageNumber.withUnit(
          subject.measure("durationMedianSeconds", of: finding)?.value, .seconds, decimals: 2),
        reference: MeasureWords.squareWaveIntervalReference),
    ]
  }

  private static func macrosaccadic(_ subject: PageSubject) -> [MeasureRow?] {
    let finding = subject.finding(.macrosaccadicOscillations)
    guard subject.lead?.pattern == .macrosaccadicOscillations, let finding else { return [] }
    func value(_ name: String) -> Double? { subject.measure(name, of: finding)?.value }
    return [
      MeasureRow(
        name: MeasureWords.gap,
        value: PageNumber.withUnit(value("gapMedianMilliseconds"), .milliseconds),
        reference: MeasureWords.macrosaccadicGapReference,
        isFlagged: finding.status == .consistent),
      MeasureRow(
        name: MeasureWords.halfCycles(finding.episodes),
        value: PageNumber.text(value("halfCycles"), .count),
        reference: MeasureWords.halfCyclesReference),
      MeasureRow(
        name: MeasureWords.amplitude,
        value: subject.withUnit(value("amplitudeMedianDegrees"), .degrees),
        interval: subject.withUnit(value("amplitudeP90Degrees"), .degrees)
          .map(MeasureWords.ninetieth),
        reference: MeasureWords.macrosaccadicAmplitudeReference),
    ]
  }

  private static func stability(_ subject: PageSubject) -> MeasureRow {
    let area = subject.analysis.signal.bivariateContourEllipseArea
    return MeasureRow(
      name: MeasureWords.stability,
      value: subject.withUnit(
        area, .squareDegrees, decimals: subject.isInDegrees && area < 1 ? 2 : nil),
      reference: MeasureWords.stabilityReference)
  }

  /// Why a finding has no number, where it has none.
  static func missing(_ finding: Finding?) -> String? {
    finding?.status == .notAssessable ? MeasureWords.notAssessable : nil
  }
}
