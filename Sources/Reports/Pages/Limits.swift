import Oscillations

/// What this recording cannot show: the notes of what leads, and the reasons of both families, each
/// once.
enum Limits {
  static let most = 5

  static func all(_ subject: PageSubject) -> [String] {
    let assessability = subject.analysis.assessability
    var remarks = subject.lead?.notes ?? []
    for pattern in subject.analysis.patterns { remarks += subject.finding(pattern)?.notes ?? [] }
    remarks += assessability.saccadicOscillations.reasons + assessability.nystagmus.reasons
    var seen: Set<String> = []
    // Those that stand above, in the answer to whether the recording can answer, are not repeated.
    let above = Set(
      (assessability.saccadicOscillations.reasons.prefix(3)
        + assessability.nystagmus.reasons.prefix(3)).map(\.code))
    var limits = remarks.filter { !above.contains($0.code) && seen.insert($0.code).inserted }
      .map(\.text)
    if subject.finding(.saccadicOscillations)?.status == .notSeen {
      limits.insert(
        [
          PageWords.notSeenIsNotAbsent,
          PageWords.missed(subject.finding(.saccadicOscillations), subject),
        ].compactMap(\.self).joined(separator: " "), at: 0)
    }
    if assessability.saccadicOscillations.level == .none {
      limits.insert(PageWords.noneIsNoEvidence, at: 0)
    }
    if subject.isConsistent(.saccadicOscillations) { limits.append(PageWords.raterNote) }
    return Array(limits.prefix(most))
  }
}
