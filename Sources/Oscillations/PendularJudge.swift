internal import EyeMovements
internal import Recordings
internal import SignalProcessing

/// Judges whether the eye swings to and fro without quick phases.
struct PendularJudge {
  let subject: Subject
  let family: Assessability.Family
  /// The stretches with beats of a jerk nystagmus.
  let beats: [BeatStretch]

  struct Result {
    var finding: Finding
    var summary: PendularSummary?
  }

  private var parameters: PendularParameters { subject.parameters.pendular }

  func judge() -> Result {
    if let apart = apart() { return apart }
    let finder = finder(SlowVelocity(subject.movements))
    let (evidence, episodes) = evidence(in: family.level == .none ? [] : finder.windows()) {
      $0.regularity >= parameters.minimumRegularity(at: $0.frequency)
        && $0.amplitude >= parameters.minimumAmplitudeDegrees && !mayBeHead($0)
    }
    let status = status(evidence)
    guard status == .consistent else {
      return Result(finding: finding(status, evidence, [], subject.eyes), summary: nil)
    }
    return Result(
      finding: finding(status, evidence, episodes, subject.eyes),
      summary: summary(episodes.flatMap(\.windows), finder))
  }

  private func finder(_ signal: SlowVelocity) -> PendularFinder {
    PendularFinder(signal, subject.movements, subject.parameters)
  }

  /// What eyes show that do not swing together: their mean swings less, or stands still.
  private func apart() -> Result? {
    let recording = subject.recording
    guard family.level != .none, recording.unit == .degrees, recording.quantity == .position,
      let left = recording.traces.first(where: { $0.eye == .left }),
      let right = recording.traces.first(where: { $0.eye == .right })
    else { return nil }
    let windows = finder(SlowVelocity(subject.movements, of: left, against: right)).windows()
      .filter { isSwinging($0) && $0.amplitude >= parameters.disconjugateMinimumDegrees }
    guard !windows.isEmpty else { return nil }
    let eyes = [left, right].map { eye in
      let finder = finder(SlowVelocity(subject.movements, of: eye))
      let own = finder.windows().map { ($0.samples, $0) }
      return (finder: finder, windows: Dictionary(uniqueKeysWithValues: own))
    }
    let (evidence, episodes) = evidence(in: windows) { window in
      let own = eyes.compactMap { $0.windows[window.samples]?.amplitude }
      return own.count == 2
        && window.amplitude >= parameters.disconjugateLeastShare * max(own[0], own[1])
    }
    guard status(evidence) == .consistent else { return nil }
    let shown = episodes.flatMap(\.windows)
    let summaries = eyes.compactMap { eye in
      summary(shown.compactMap { eye.windows[$0.samples] }, eye.finder)
    }
    return Result(
      finding: finding(.consistent, evidence, episodes, .disconjugate),
      summary: summaries.max { $0.amplitude < $1.amplitude })
  }

  /// What windows say, of which some swing as they should.
  private func evidence(
    in windows: [PendularFinder.Window], _ isWanted: (PendularFinder.Window) -> Bool
  ) -> (PendularEvidence, [PendularEpisode]) {
    let times = beats.flatMap(\.rows).flatMap(\.beats).map(\.time)
    let steady = windows.filter { !isBeating($0, times) }
    let episodes = episodes(of: steady.filter { isSwinging($0) && isWanted($0) })
    let evidence = PendularEvidence(
      episodes: episodes, best: steady.max(by: isLess), parameters: parameters)
    return (evidence, episodes)
  }

  private func isSwinging(_ window: PendularFinder.Window) -> Bool {
    window.concentration >= parameters.minimumConcentration
      && window.regularity >= parameters.minimumRegularity
      && window.mainSequenceRatio < parameters.maximumMainSequenceRatio
  }

  /// Whether a head's tremor could have made it.
  private func mayBeHead(_ window: PendularFinder.Window) -> Bool {
    let limit =
      window.regularity < parameters.headTremorRegularity
      ? parameters.headTremorDegrees : parameters.regularHeadTremorDegrees
    return window.amplitude < limit
      && window.frequency >= parameters.headTremorMinimumFrequencyHz
      && window.frequency <= parameters.headTremorMaximumFrequencyHz
  }

  /// Whether the oscillation is what slow phases of a jerk nystagmus leave: it is no faster than a
  /// few times their rate.
  ///
  /// - Parameter times: of all beats, in order.
  private func isBeating(_ window: PendularFinder.Window, _ times: [Double]) -> Bool {
    let inside = BeatFinder.elements(of: times, from: window.onset, to: window.offset, at: \.self)
    guard let first = inside.first, let last = inside.last, inside.count >= 3 else { return false }
    let rate = Double(inside.count - 1) / (last - first)
    return window.frequency <= parameters.slowestRateOverBeats * rate
  }

  private func isLess(_ a: PendularFinder.Window, _ b: PendularFinder.Window) -> Bool {
    a.concentration < b.concentration
  }

  private func episodes(of windows: [PendularFinder.Window]) -> [PendularEpisode] {
    var episodes: [PendularEpisode] = []
    for window in windows {
      if let last = episodes.last, window.onset - last.offset < parameters.episodeEndSeconds {
        episodes[episodes.count - 1].windows.append(window)
      } else {
        episodes.append(PendularEpisode(windows: [window]))
      }
    }
    return episodes.filter { $0.cycles >= parameters.minimumCycles }
  }

  private func status(_ evidence: PendularEvidence) -> Finding.Status {
    if family.level == .none { return .notAssessable }
    return evidence.score >= 0.5 ? .consistent : .notSeen
  }

  private func finding(
    _ status: Finding.Status, _ evidence: PendularEvidence, _ shown: [PendularEpisode],
    _ eyes: EyesUsed
  ) -> Finding {
    var measures = evidence.measures
    if status == .notSeen {
      measures += notSeenMeasures(
        seconds: family.assessableSeconds, smallest: parameters.minimumAmplitudeDegrees)
    }
    return Finding(
      pattern: .pendularNystagmus, status: status,
      score: evidence.score,
      scoreInterval: evidence.interval(subject.parameters),
      burdenPercent: burdenPercent(
        shown.reduce(0) { $0 + $1.seconds }, of: family.assessableSeconds),
      episodes: shown.count, eyes: eyes, measures: measures, notes: notes(status, evidence, eyes))
  }

  private func notes(
    _ status: Finding.Status, _ evidence: PendularEvidence, _ eyes: EyesUsed
  ) -> [Remark] {
    switch status {
    case .notAssessable: return family.reasons
    case .consistent where eyes == .disconjugate:
      return [
        Remark(
          "eyes-swing-apart",
          "The eyes do not swing alike: frequency, size and axis are those of the one that swings more."
        )
      ]
    case .consistent, .indeterminate:
      let frequency = evidence.frequency
      guard frequency >= parameters.headTremorMinimumFrequencyHz,
        frequency <= parameters.headTremorMaximumFrequencyHz
      else { return [] }
      return [
        Remark(
          "head-movement-possible",
          "A head that trembles at 4 to 8 Hz looks alike; the head was not recorded.")
      ]
    case .notSeen:
      guard let best = evidence.best, mayBeHead(best),
        best.concentration >= parameters.minimumConcentration
      else { return [] }
      return [
        Remark(
          "small-oscillation",
          "An oscillation at \(best.frequency.text(1)) Hz of \(best.amplitude.text(2))° was seen, which a trembling head would give, too."
        )
      ]
    }
  }

  private func summary(
    _ windows: [PendularFinder.Window], _ finder: PendularFinder
  ) -> PendularSummary? {
    guard let frequency = windows.map(\.frequency).median(),
      let amplitude = windows.map(\.amplitude).median(),
      let cross = finder.spectrum(
        of: windows.map(\.samples), segmentSeconds: parameters.windowSeconds / 2)
    else { return nil }
    let path = cross.trajectory(around: frequency, halfWidth: parameters.halfWidth(at: frequency))
    let both = subject.axes.horizontal && subject.axes.vertical
    return PendularSummary(
      frequency: frequency, amplitude: amplitude,
      axis: both ? path?.axisDegrees ?? .nan : (subject.axes.horizontal ? 0 : 90),
      coherence: both ? cross.coherence(at: frequency) : nil,
      spectralConcentration: windows.map(\.concentration).median() ?? .nan,
      ellipticity: path?.ellipticity ?? 0)
  }
}

/// A stretch of time in which the eye swings.
struct PendularEpisode: Equatable {
  /// In order; neighbours overlap or lie less than two seconds apart.
  var windows: [PendularFinder.Window]

  var onset: Double { windows.first?.onset ?? 0 }
  var offset: Double { windows.last?.offset ?? 0 }
  var seconds: Double { offset - onset }

  var cycles: Double { seconds * (windows.map(\.frequency).median() ?? 0) }
}

/// What the windows say for a pendular nystagmus.
struct PendularEvidence {
  let cycles: Double
  let frequency: Double
  let concentration: Double
  let regularity: Double
  let ratio: Double
  let score: Double
  /// The window with the sharpest peak, swinging or not.
  let best: PendularFinder.Window?

  private let parameters: PendularParameters
  private let concentrations: [Double]

  init(
    episodes: [PendularEpisode], best: PendularFinder.Window?, parameters: PendularParameters
  ) {
    self.parameters = parameters
    self.best = best
    let windows = episodes.flatMap(\.windows)
    concentrations = windows.map(\.concentration)
    cycles = episodes.reduce(0) { $0 + $1.cycles }
    frequency = windows.map(\.frequency).median() ?? best?.frequency ?? .nan
    concentration = concentrations.median() ?? best?.concentration ?? 0
    regularity = windows.map(\.regularity).median() ?? best?.regularity ?? 0
    ratio = windows.map(\.mainSequenceRatio).median() ?? best?.mainSequenceRatio ?? .nan
    let supports = Self.supports(
      parameters, cycles: cycles, concentration: concentration, regularity: regularity,
      ratio: ratio)
    score = Score.combining(supports)
  }

  private static func supports(
    _ parameters: PendularParameters, cycles: Double, concentration: Double, regularity: Double,
    ratio: Double
  ) -> [Double] {
    [
      Score.saturating(cycles, required: parameters.minimumCycles),
      Score.ramp(concentration, none: 0, half: parameters.minimumConcentration, full: 1),
      Score.ramp(regularity, none: 0, half: parameters.minimumRegularity, full: 1),
      Score.ramp(
        ratio, none: 2 * parameters.maximumMainSequenceRatio,
        half: parameters.maximumMainSequenceRatio, full: parameters.maximumMainSequenceRatio / 2),
    ]
  }

  /// The bootstrap interval of the score, from drawing windows anew.
  func interval(_ all: Parameters) -> ClosedRange<Double>? {
    guard !concentrations.isEmpty else { return score...score }
    let share = cycles / Double(concentrations.count)
    return bootstrapInterval(
      count: 2 * concentrations.count, resamples: all.bootstrapResamples, seed: all.bootstrapSeed
    ) { drawn in
      var sample: [Double] = []
      for index in drawn where index < concentrations.count {
        sample.append(concentrations[index])
      }
      return Score.combining(
        Self.supports(
          parameters, cycles: share * Double(sample.count), concentration: sample.median() ?? 0,
          regularity: regularity, ratio: ratio))
    }
  }

  var measures: [Measure] {
    [
      Measure("cycles", cycles, .count),
      Measure("spectralPeakHertz", frequency, .hertz),
      Measure("spectralConcentration", concentration, .share),
      Measure("regularity", regularity, .share),
      Measure("mainSequenceRatio", ratio, .share),
    ]
  }
}
