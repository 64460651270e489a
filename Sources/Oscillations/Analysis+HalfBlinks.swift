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

  /// The analysis without trains of half-blinks, where patterns that only these show are not decided.
  ///
  /// - Parameter whole: The findings with the trains.
  func doubting(_ whole: [Finding]) -> Analysis {
    let trains = movements.artefacts
    let seconds = movements.artefactSeconds
    let doubt = Remark(
      Self.lidMovement,
      "Left out: \(trains.count == 1 ? "a train" : "\(trains.count) trains") of short dips from one level (\(seconds.text(1)) s). Lids that half close several times a second look so to a camera; whether the eye moved cannot be told."
    )
    return Analysis(
      id: id, signal: signal, assessability: assessability,
      findings: zip(findings, whole).map { rest, whole in
        whole.status == .consistent && rest.status != .consistent ? rest.doubted(doubt) : rest
      },
      episodes: episodes, nystagmus: nystagmus, pendular: pendular, movements: movements,
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
