internal import EyeMovements

extension Analysis {
  private static let lidMovement = "lid-movement-possible"

  /// Whether trains of half-blinks were left out.
  package var leavesOutHalfBlinks: Bool {
    findings.contains { $0.notes.contains { $0.code == Self.lidMovement } }
  }

  /// The time in episodes of the pattern that has the least, of those that are there; `nil` where none is.
  var leastEvidenceSeconds: Double? {
    let seconds = max(
      assessability.saccadicOscillations.assessableSeconds,
      assessability.nystagmus.assessableSeconds)
    return findings.filter { $0.status == .consistent }
      .map { ($0.burdenPercent ?? 0) / 100 * seconds }.min()
  }

  /// The patterns of the whole recording of which little or nothing is left without trains of half-blinks.
  func doubtful(beside whole: Analysis) -> [Pattern] {
    let doubtful = zip(findings, whole.findings).compactMap { rest, whole -> Pattern? in
      guard whole.status == .consistent else { return nil }
      let isLeft =
        rest.status == .consistent
        && (rest.burdenPercent ?? 0) >= Self.leastLeftShare * (whole.burdenPercent ?? 0)
      return isLeft ? nil : rest.pattern
    }
    // Opsoclonus and flutter are saccadic oscillations.
    let isTold = [Pattern.opsoclonus, .ocularFlutter].contains {
      patterns.contains($0) && !doubtful.contains($0)
    }
    return isTold ? doubtful.filter { $0 != .saccadicOscillations } : doubtful
  }

  /// A pattern is there without the trains, too, if its episodes take this share of the time that they
  /// take with them. Of fewer, the most were lids, and the rest may be trains that were not told.
  private static let leastLeftShare = 0.5

  /// The analysis without trains of half-blinks, where some patterns are not decided.
  func doubting(_ patterns: [Pattern]) -> Analysis {
    let trains = movements.artefacts
    let seconds = movements.artefactSeconds
    let doubt = Remark(
      Self.lidMovement,
      "Left out: \(trains.count == 1 ? "a train" : "\(trains.count) trains") of short excursions up or down from one level (\(seconds.text(1)) s). Lids that half close several times a second look so to a camera; whether the eye moved cannot be told."
    )
    return Analysis(
      id: id, signal: signal, assessability: assessability,
      findings: findings.map { patterns.contains($0.pattern) ? $0.doubted(doubt) : $0 },
      episodes: episodes.map {
        var episode = $0
        if patterns.contains(episode.pattern) { episode.pattern = .saccadicOscillations }
        return episode
      }, nystagmus: nystagmus, pendular: pendular, movements: movements,
      parameters: parameters, source: source)
  }
}

extension EyeMovements {
  fileprivate var artefacts: [SignalLoss] { losses.filter { $0.kind == .artefact } }

  /// The time that lids may have made.
  var artefactSeconds: Double { artefacts.reduce(0) { $0 + $1.offset - $1.onset } }
}

extension Finding {
  /// The finding, undecided for a reason, so that there is no bound to what was missed; what is not
  /// assessable stays so.
  fileprivate func doubted(_ doubt: Remark) -> Finding {
    let bounds = Set(notSeenMeasures(seconds: 0, smallest: 0).map(\.name))
    return Finding(
      pattern: pattern, status: status == .notAssessable ? .notAssessable : .indeterminate,
      score: score, scoreInterval: scoreInterval, burdenPercent: burdenPercent, episodes: episodes,
      eyes: eyes, measures: measures.filter { !bounds.contains($0.name) }, notes: [doubt] + notes)
  }
}
