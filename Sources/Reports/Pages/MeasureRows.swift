import Oscillations

/// The table of measures: at most ten, each with what it is compared with and the rule by which it
/// is flagged.
struct MeasureRow: Sendable, Equatable {
  let name: String
  let value: String?
  var interval: String?
  let reference: String
  var isFlagged = false

  static let most = 10

  static func rows(_ subject: PageSubject) -> [MeasureRow] {
    let episodes = subject.oscillations?.episodes ?? 0
    var rows = [burden(subject), episodeRate(subject)]
    if episodes > 0 { rows += ofEpisodes(subject) } else { rows += [missable(subject)] }
    rows += [slowPhases(subject)]
    if subject.analysis.nystagmus != nil { rows.append(beats(subject)) }
    rows += pendular(subject)
    rows.append(squareWaves(subject))
    rows.append(stability(subject))
    return Array(rows.compactMap(\.self).prefix(most))
  }

  private static func burden(_ subject: PageSubject) -> MeasureRow? {
    let finding = subject.lead ?? subject.finding(.saccadicOscillations)
    guard let finding else { return nil }
    return MeasureRow(
      name: MeasureWords.burden(finding.pattern),
      value: PageNumber.withUnit(
        finding.status == .notAssessable ? nil : finding.burdenPercent, .percent),
      reference: MeasureWords.burdenReference)
  }

  private static func episodeRate(_ subject: PageSubject) -> MeasureRow? {
    let finding = subject.oscillations
    let rate =
      finding?.status == .notAssessable
      ? nil : subject.measure("episodesPerMinute", of: finding)
    return MeasureRow(
      name: MeasureWords.episodeRate, value: PageNumber.withUnit(rate?.value, .perMinute),
      interval: PageNumber.interval(rate?.interval, .perMinute),
      reference: MeasureWords.episodeReference,
      isFlagged: subject.isConsistent(.saccadicOscillations))
  }

  private static func missable(_ subject: PageSubject) -> MeasureRow? {
    let finding = subject.finding(.saccadicOscillations)
    guard let rate = subject.measure("upperRatePerMinute", of: finding) else { return nil }
    let size = subject.measure("smallestDetectableDegrees", of: finding)
    return MeasureRow(
      name: MeasureWords.missable, value: PageNumber.withUnit(rate.value, .perMinute),
      reference: MeasureWords.missableReference(PageNumber.withUnit(size?.value, .degrees)))
  }

  private static func ofEpisodes(_ subject: PageSubject) -> [MeasureRow?] {
    let finding = subject.oscillations
    let parameters = subject.analysis.parameters.oscillations
    func value(_ name: String) -> Double? { subject.measure(name, of: finding)?.value }
    let limit = parameters.backToBackGapSeconds * 1000
    let gap = value("gapMedianMilliseconds")
    let plane = value("planeConcentration")
    let ratio = value("mainSequenceRatio")
    return [
      MeasureRow(
        name: MeasureWords.gap, value: PageNumber.withUnit(gap, .milliseconds),
        interval: MeasureWords.range(
          PageNumber.text(value("gapP10Milliseconds"), .milliseconds),
          PageNumber.text(value("gapP90Milliseconds"), .milliseconds)),
        reference: MeasureWords.gapReference(PageNumber.withUnit(limit, .milliseconds) ?? ""),
        isFlagged: (gap ?? .infinity) <= limit),
      MeasureRow(
        name: MeasureWords.frequency,
        value: PageNumber.withUnit(value("frequencyMedianHertz"), .hertz),
        reference: MeasureWords.frequencyReference(
          PageWords.bandHertz(ExpectedSaccades.band(of: subject)))),
      MeasureRow(
        name: MeasureWords.amplitude,
        value: PageNumber.withUnit(value("amplitudeMedianDegrees"), .degrees),
        interval: PageNumber.withUnit(value("amplitudeP90Degrees"), .degrees)
          .map(MeasureWords.ninetieth),
        reference: MeasureWords.amplitudeReference),
      MeasureRow(
        name: MeasureWords.plane(PageNumber.text(value("planeSaccades"), .count) ?? "0"),
        value: PageNumber.text(plane, .share),
        reference: MeasureWords.planeReference(
          many: PageNumber.text(parameters.planeConcentrationMany, .share, decimals: 1) ?? "",
          one: PageNumber.text(parameters.planeConcentrationOne, .share, decimals: 1) ?? ""),
        isFlagged: (plane ?? 1) <= parameters.planeConcentrationMany),
      MeasureRow(
        name: MeasureWords.ratio, value: PageNumber.text(ratio, .share),
        reference: MeasureWords.ratioReference(
          least: PageNumber.text(parameters.minimumMainSequenceRatio, .share, decimals: 1) ?? "",
          most: PageNumber.text(parameters.maximumMainSequenceRatio, .share, decimals: 1) ?? ""),
        isFlagged: ratio.map {
          $0 < parameters.minimumMainSequenceRatio || $0 > parameters.maximumMainSequenceRatio
        } ?? false),
    ]
  }

  private static func slowPhases(_ subject: PageSubject) -> MeasureRow {
    let finding = subject.finding(.jerkNystagmus)
    let measure = subject.measure("slowPhaseSpeedDegreesPerSecond", of: finding)
    return MeasureRow(
      name: MeasureWords.slowPhase, value: PageNumber.withUnit(measure?.value, .degreesPerSecond),
      interval: PageNumber.interval(measure?.interval, .degreesPerSecond),
      reference: MeasureWords.slowPhaseReference, isFlagged: finding?.status == .consistent)
  }

  private static func beats(_ subject: PageSubject) -> MeasureRow? {
    guard let summary = subject.analysis.nystagmus else { return nil }
    return MeasureRow(
      name: MeasureWords.beats(summary.beats),
      value: PageNumber.withUnit(summary.beatFrequency, .hertz),
      reference: MeasureWords.beatsReference(
        PageNumber.text(summary.directionConsistency, .share) ?? ""))
  }

  private static func pendular(_ subject: PageSubject) -> [MeasureRow?] {
    let finding = subject.finding(.pendularNystagmus)
    guard let summary = subject.analysis.pendular, let finding else { return [] }
    let ratio = subject.measure("mainSequenceRatio", of: finding)?.value
    return [
      MeasureRow(
        name: MeasureWords.pendularFrequency,
        value: PageNumber.withUnit(summary.frequency, .hertz),
        reference: MeasureWords.pendularFrequencyReference,
        isFlagged: finding.status == .consistent),
      MeasureRow(
        name: MeasureWords.pendularAmplitude,
        value: PageNumber.withUnit(summary.amplitude, .degrees),
        reference: MeasureWords.pendularAmplitudeReference),
      MeasureRow(
        name: MeasureWords.pendularRatio, value: PageNumber.text(ratio, .share),
        reference: MeasureWords.pendularRatioReference, isFlagged: (ratio ?? 1) < 0.5),
    ]
  }

  private static func squareWaves(_ subject: PageSubject) -> MeasureRow {
    let finding = subject.finding(.squareWaveJerks)
    let rate =
      finding?.status == .notAssessable
      ? nil : subject.measure("squareWavesPerMinute", of: finding)
    let limit = subject.analysis.parameters.intrusions.squareWavesPerMinute
    return MeasureRow(
      name: MeasureWords.squareWaves, value: PageNumber.withUnit(rate?.value, .perMinute),
      interval: PageNumber.interval(rate?.interval, .perMinute),
      reference: MeasureWords.squareWavesReference(
        PageNumber.text(limit, .perMinute, decimals: 0) ?? ""),
      isFlagged: finding?.status == .consistent)
  }

  private static func stability(_ subject: PageSubject) -> MeasureRow {
    let area = subject.analysis.signal.bivariateContourEllipseArea
    return MeasureRow(
      name: MeasureWords.stability,
      value: PageNumber.withUnit(area, .squareDegrees, decimals: area < 1 ? 2 : 1),
      reference: MeasureWords.stabilityReference)
  }
}
