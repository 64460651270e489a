import Oscillations
import Recordings

extension MeasureRow {
  static func ofEpisodes(_ subject: PageSubject) -> [MeasureRow?] {
    let finding = subject.oscillations
    let parameters = subject.analysis.parameters.oscillations
    func value(_ name: String) -> Double? { subject.measure(name, of: finding)?.value }
    let limit = parameters.backToBackGapSeconds * 1000
    let gap = value("gapMedianMilliseconds")
    let plane = value("planeConcentration")
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
          PageWords.band(ExpectedSaccades.band(of: subject)))),
      MeasureRow(
        name: MeasureWords.amplitude,
        value: subject.withUnit(value("amplitudeMedianDegrees"), .degrees),
        interval: subject.withUnit(value("amplitudeP90Degrees"), .degrees)
          .map(MeasureWords.ninetieth),
        reference: subject.isInDegrees
          ? MeasureWords.amplitudeReference : MeasureWords.notInDegrees),
      MeasureRow(
        name: MeasureWords.plane(PageNumber.text(value("planeSaccades"), .count) ?? "0"),
        value: PageNumber.text(plane, .share),
        reference: MeasureWords.planeReference(
          many: PageNumber.text(parameters.planeConcentrationMany, .share, decimals: 1) ?? "",
          one: PageNumber.text(parameters.planeConcentrationOne, .share, decimals: 1) ?? ""),
        isFlagged: (plane ?? 1) <= parameters.planeConcentrationMany),
      mainSequenceRatio(subject),
    ]
  }

  /// - Returns: `nil` without degrees, which the main sequence takes.
  private static func mainSequenceRatio(_ subject: PageSubject) -> MeasureRow? {
    guard subject.isInDegrees else { return nil }
    let parameters = subject.analysis.parameters.oscillations
    let ratio = subject.measure("mainSequenceRatio", of: subject.oscillations)?.value
    return MeasureRow(
      name: MeasureWords.ratio, value: PageNumber.text(ratio, .share),
      reference: MeasureWords.ratioReference(
        least: PageNumber.text(parameters.minimumMainSequenceRatio, .share, decimals: 1) ?? "",
        most: PageNumber.text(parameters.maximumMainSequenceRatio, .share, decimals: 1) ?? ""),
      isFlagged: ratio.map {
        $0 < parameters.minimumMainSequenceRatio || $0 > parameters.maximumMainSequenceRatio
      } ?? false)
  }

  /// The axes' velocities only where the nystagmus leads; others may need the room.
  static func slowPhases(_ subject: PageSubject) -> [MeasureRow?] {
    let finding = subject.finding(.jerkNystagmus)
    let measure = subject.measure("slowPhaseSpeedDegreesPerSecond", of: finding)
    let speed = MeasureRow(
      name: MeasureWords.slowPhase, value: subject.withUnit(measure?.value, .degreesPerSecond),
      interval: subject.interval(measure?.interval, .degreesPerSecond) ?? missing(finding)
        ?? (measure == nil ? MeasureWords.noBeats : nil),
      reference: MeasureWords.slowPhaseReference, isFlagged: finding?.status == .consistent)
    guard let summary = subject.analysis.nystagmus else { return [speed] }
    let leads = subject.lead?.pattern == .jerkNystagmus
    let beats = MeasureRow(
      name: MeasureWords.beats(summary.beats),
      value: PageNumber.withUnit(summary.beatFrequency, .hertz),
      reference: MeasureWords.beatsReference(
        PageNumber.text(summary.directionConsistency, .share) ?? ""))
    return [speed] + (leads ? TraceAxis.allCases.map { slowPhase(summary, $0, subject) } : [])
      + [beats]
  }

  private static func slowPhase(
    _ summary: NystagmusSummary, _ axis: TraceAxis, _ subject: PageSubject
  ) -> MeasureRow? {
    let place = TraceAxis.allCases.firstIndex(of: axis) ?? 0
    let unit = axis == .torsional ? .degrees : subject.analysis.signal.unit
    return PageNumber.withUnit(summary.slowPhaseVelocity[place], .degreesPerSecond, in: unit).map {
      MeasureRow(
        name: MeasureWords.slowPhase(axis), value: $0,
        interval: PageNumber.interval(
          summary.slowPhaseVelocityInterval[place], .degreesPerSecond, in: unit),
        reference: MeasureWords.signReference(axis))
    }
  }

  static func pendular(_ subject: PageSubject) -> [MeasureRow?] {
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
        value: subject.withUnit(summary.amplitude, .degrees),
        reference: MeasureWords.pendularAmplitudeReference),
      subject.isInDegrees
        ? MeasureRow(
          name: MeasureWords.pendularRatio, value: PageNumber.text(ratio, .share),
          reference: MeasureWords.pendularRatioReference, isFlagged: (ratio ?? 1) < 0.5) : nil,
    ]
  }
}
