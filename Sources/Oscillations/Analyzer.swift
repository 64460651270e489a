public import EyeMovements
public import Recordings

/// The one way in: from a recording to what it shows.
public struct Analyzer: Sendable {
  public let parameters: Parameters

  public init(parameters: Parameters = Parameters()) {
    self.parameters = parameters
  }

  /// Finds what the eyes did in a recording, and judges it.
  ///
  /// The same recording and parameters give the same result, on any machine.
  ///
  /// - Complexity: O(*n*) in the samples.
  public func analysis(of recording: Recording) -> Analysis {
    guard recording.unit == .degrees else { return uncalibratedAnalysis(of: recording) }
    return analysis(
      of: recording,
      movements: MovementFinder(parameters: parameters.movements).movements(in: recording))
  }

  /// Without degrees, thresholds go by the noise, and results stay in the file's unit.
  private func uncalibratedAnalysis(of recording: Recording) -> Analysis {
    let scale = RelativeScale(of: recording, parameters: parameters.movements).unitsPerDegree
    let relative = recording.scaled(by: 1 / scale)
    let finder = MovementFinder(parameters: parameters.movements)
    return analysis(of: relative, movements: finder.movements(in: relative)).inFileUnits(scale)
  }

  /// Judges what the eyes did in a recording, and what of it may be the lids'.
  ///
  /// Lids that tremble look like an oscillation of the eye to a camera. Where a pattern or most of
  /// it shows only in such trains, they are left out, and it is not decided.
  public func analysis(of recording: Recording, movements: EyeMovements) -> Analysis {
    let recording = recording.judged(movements.agreement)
    let whole = verdict(on: recording, movements: movements)
    guard let least = whole.leastEvidenceSeconds,
      let others = movements.withoutHalfBlinks(parameters.movements),
      others.artefactSeconds >= Self.leastTrainShare * least
    else { return whole }
    let rest = verdict(on: recording, movements: others)
    let doubtful = rest.doubtful(beside: whole)
    return doubtful.isEmpty ? whole : rest.doubting(doubtful)
  }

  /// Of the time in a pattern's episodes, what trains of half-blinks must take for the pattern to rest on
  /// them.
  private static let leastTrainShare = 0.1

  /// Judges what the eyes did in a recording.
  ///
  /// What can be assessed comes first: no score stands where the recording could not have shown
  /// the pattern. Then what takes the eye off target, a saccade or a drift; then the interval; then
  /// the plane. Each pattern is judged on its own evidence, since several can be present.
  private func verdict(on recording: Recording, movements: EyeMovements) -> Analysis {
    let subject = Subject(recording, movements, parameters)
    let found = EpisodeFinder(movements, parameters).episodes(in: movements)
    let assessing = AssessabilityJudge(subject: subject, found: found)
    let assessability = assessing.assessability()
    let saccadic = assessability.saccadicOscillations
    let smallest = assessing.smallestDetectableDegrees
    let jerk = JerkNystagmusJudge(
      subject: subject, family: assessability.nystagmus, smallest: assessing.noiseLimitDegrees,
      bursts: found.bursts
    ).judge()
    let oscillations = SaccadicOscillationJudge(
      subject: subject, found: found.among(jerk.stretches), assessability: assessing,
      family: saccadic
    ).judge()
    let pendular = PendularJudge(
      subject: subject, family: assessability.nystagmus, beats: jerk.stretches
    ).judge()
    let macrosaccadic = MacrosaccadicJudge(
      subject: subject, family: saccadic, found: found, smallest: smallest
    ).judge()
    let otherRuns = (found.bursts.map(\.saccades) + macrosaccadic.runs)
      .sorted { $0.lowerBound < $1.lowerBound }
    let squareWaves = SquareWaveJerkJudge(
      subject: subject, family: saccadic, otherRuns: otherRuns, smallest: smallest
    ).judge()
    return Analysis(
      id: recording.id, signal: SignalSummary(of: subject), assessability: assessability,
      findings: oscillations.findings
        + [jerk.finding, pendular.finding]
        + [squareWaves, macrosaccadic.finding].map {
          recording.quantity == .velocity ? $0.withoutPositions() : $0
        },
      episodes: oscillations.episodes, nystagmus: jerk.summary, pendular: pendular.summary,
      movements: movements, parameters: parameters, source: recording.source)
  }
}
