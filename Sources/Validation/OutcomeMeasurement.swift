internal import EyeMovements
package import Oscillations
package import Simulation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension RecordingOutcome {
  /// Compares what was found in a simulated recording with its truth.
  package init(member: CohortMember, truth: SimulationTruth, analysis: Analysis) {
    self.member = member
    self.truth = Expected(
      patterns: truth.patterns, pattern: truth.pattern, isAnswerable: truth.isAnswerable,
      burdenPercent: truth.burdenPercent)
    found = Found(analysis)
    burstSaccades = Self.burstSaccades(member, truth, analysis)
    let trueEpisodes =
      member.simulation.kind.hasBursts ? truth.episodes.map { $0.onset..<$0.offset } : []
    episodeAgreement = TimeAgreement.intersectionOverUnion(
      trueEpisodes, analysis.episodes.map { $0.onset..<($0.onset + $0.duration) })
    errors = MeasurementErrors(member: member, truth: truth, analysis: analysis)
  }

  /// Saccades of one degree and of ten times the noise, at 250 Hz and more: those whose limits the
  /// recording can show. Found ones of that size inside true bursts that are no true saccade
  /// count against.
  private static func burstSaccades(
    _ member: CohortMember, _ truth: SimulationTruth, _ analysis: Analysis
  ) -> EventCounts {
    let tracker = member.simulation.tracker
    guard member.simulation.kind.hasBursts, member.effectiveRate >= 250 else {
      return EventCounts()
    }
    let smallest = max(1, 10 * tracker.noise)
    let saccades = analysis.movements.saccades
    let matching = EventMatching(
      found: saccades.map { $0.onset..<$0.offset },
      truth: truth.saccades.map { $0.onset..<$0.offset }, overlap: 0.5)
    let isDue = truth.saccades.map { $0.episode != nil && $0.amplitude >= smallest }
    let matched = matching.pairs.count { isDue[$0.truth] }
    let isMatched = Set(matching.pairs.map(\.found))
    var episode = 0
    let extra = saccades.enumerated().count { index, saccade in
      while episode < truth.episodes.count, truth.episodes[episode].offset <= saccade.onset {
        episode += 1
      }
      return episode < truth.episodes.count && truth.episodes[episode].onset < saccade.offset
        && !isMatched.contains(index) && Double(saccade.amplitude) >= smallest
    }
    return EventCounts(
      matched: matched, found: matched + extra, truth: isDue.count { $0 })
  }
}

extension RecordingOutcome.Found {
  init(_ analysis: Analysis) {
    patterns = analysis.patterns.map(\.rawValue)
    summary = analysis.summary
    findings = Dictionary(
      uniqueKeysWithValues: analysis.findings.map { ($0.pattern, ($0.status, $0.score)) })
    effectiveRate = analysis.signal.effectiveRate
    noise = analysis.signal.noiseStandardDeviation
    planeConcentration = analysis.episodes.first?.planeConcentration
    episodes = analysis.episodes.count
    burdenPercent =
      analysis.findings.first { $0.pattern == .saccadicOscillations }?.burdenPercent ?? nil
  }
}

extension MeasurementErrors {
  init(member: CohortMember, truth: SimulationTruth, analysis: Analysis) {
    let kind = member.simulation.kind
    if kind.hasBursts, !truth.episodes.isEmpty {
      let burden =
        analysis.findings.first { $0.pattern == .saccadicOscillations }?.burdenPercent ?? nil
      self.burden = burden.map { $0 - truth.burdenPercent }
      let frequencies = analysis.episodes.map(\.frequency).filter(\.isFinite).sorted()
      if !frequencies.isEmpty, let frequency = truth.episodeFrequency {
        self.frequency = (frequencies[frequencies.count / 2] - frequency) / frequency
      }
    }
    if truth.patterns.contains(Pattern.jerkNystagmus.rawValue), !kind.alternates {
      measureBeats(truth, analysis.nystagmus, tracker: member.simulation.tracker)
    }
    if let pendular = analysis.pendular, let frequency = truth.pendularFrequency,
      let amplitude = truth.pendularAmplitude
    {
      pendularFrequency = (pendular.frequency - frequency) / frequency
      let expected = amplitude * member.simulation.tracker.gain.x
      pendularAmplitude = (pendular.amplitude - expected) / expected
    }
  }

  private mutating func measureBeats(
    _ truth: SimulationTruth, _ found: NystagmusSummary?, tracker: TrackerModel
  ) {
    if let direction = truth.beatDirection {
      beatDirection =
        found?.beatDirection.map {
          180 - abs(180 - abs($0 - direction).truncatingRemainder(dividingBy: 360))
        }
        ?? .infinity
    }
    guard let found, let velocity = truth.slowPhaseVelocity else { return }
    let shown = tracker.shown(velocity)
    let difference = (found.slowPhaseVelocity - shown).replacing(
      with: 0, where: found.slowPhaseVelocity .!= found.slowPhaseVelocity)
    let due = shown.replacing(
      with: 0, where: found.slowPhaseVelocity .!= found.slowPhaseVelocity)
    let speed = (due * due).sum().squareRoot()
    if speed > 0 { slowPhaseVelocity = (difference * difference).sum().squareRoot() / speed }
    if let frequency = truth.beatFrequency {
      beatFrequency = (found.beatFrequency - frequency) / frequency
    }
  }
}

extension TrackerModel {
  /// A velocity as the tracker's calibration shows it: no analysis can know a gain that is off.
  fileprivate func shown(_ velocity: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(
      gain.x * velocity.x + crosstalk.x * velocity.y,
      gain.y * velocity.y + crosstalk.y * velocity.x, velocity.z)
  }
}

extension SimulationKind {
  /// Whether its slow phases change sides, so that their median says nothing.
  var alternates: Bool { self == .periodicAlternating || self == .chairRotation }
}
