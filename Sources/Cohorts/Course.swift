public import Oscillations
import Recordings

/// One patient's visits, in order: each measure over them, and its change from the first.
///
/// Burden and rate are those of all saccadic oscillations first: a recovery that passes from
/// opsoclonus to flutter is no cure.
public struct Course: Sendable {
  public let subject: String?
  public let visits: [Visit]
  public let measures: [Series]

  /// A measure over the visits.
  public struct Series: Sendable {
    public let quantity: Quantity
    /// One a visit; `nil` where it could not be measured.
    public let values: [Estimate?]
    /// From the first visit, one a visit; `nil` for the first, and where one of both is missing, or
    /// bursts were found in part, or could not have been found where the other visit has some.
    public let changes: [Estimate?]
  }

  public enum Quantity: Sendable, Hashable {
    case burden(Pattern?)
    case rate(Pattern?)
    case amplitude, stability
    /// Horizontal, vertical, torsional.
    case slowPhaseVelocity(Int)
  }

  public init(subject: String?, visits: [Visit]) {
    self.subject = subject
    self.visits = visits
    let lengths = visits.flatMap { $0.bursts(of: nil).map(\.duration) }
    let typical = lengths.isEmpty ? nil : lengths.reduce(0, +) / Double(lengths.count)
    let patterns: [Pattern] = [.opsoclonus, .ocularFlutter, .saccadicOscillations].filter {
      pattern in
      visits.contains { !$0.episodes(of: pattern).isEmpty }
    }
    let kinds: [Pattern?] = [nil] + patterns
    let isTold = visits.map { visit in visits.first.map(visit.tellsChange(from:)) ?? true }
    var measures: [Series] = kinds.flatMap { kind in
      [
        Self.series(
          .burden(kind), visits.map { $0.burden(of: kind, typicalSeconds: typical) },
          isTold: isTold),
        Self.series(.rate(kind), visits.map { $0.rate(of: kind) }, isTold: isTold),
      ]
    }
    // The bursts that are missed are the small ones.
    measures.append(Self.series(.amplitude, visits.map(\.amplitude), isTold: isTold))
    measures.append(Self.series(.stability, visits.map(\.stability)))
    for axis in 0..<3 {
      let values = visits.map { $0.slowPhaseVelocity(axis) }
      if values.contains(where: { $0 != nil }) {
        measures.append(Self.series(.slowPhaseVelocity(axis), values))
      }
    }
    self.measures = measures
  }

  /// - Parameter isTold: whether a visit's change from the first can be told at all.
  private static func series(
    _ quantity: Quantity, _ values: [Estimate?], isTold: [Bool] = []
  ) -> Series {
    let changes = values.enumerated().map { index, value -> Estimate? in
      guard index > 0, let value, let first = values[0], isTold.isEmpty || isTold[index] else {
        return nil
      }
      return value.minus(first)
    }
    return Series(quantity: quantity, values: values, changes: changes)
  }

  /// The courses of visits: one a subject where their names or a table give subjects, the visits by
  /// session; else one, the visits as they come.
  public static func courses(of visits: [Visit]) -> [Course] {
    guard visits.contains(where: { $0.subject != nil }) else {
      return [Course(subject: nil, visits: visits)]
    }
    let bySubject = Dictionary(grouping: visits) { Array(($0.subject ?? "").utf8) }
    return bySubject.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, visits in
      let own = visits.enumerated().sorted { one, other in
        let (first, second) = (one.element.session, other.element.session)
        if precedes(first, second) { return true }
        return one.offset < other.offset && !precedes(second, first)
      }
      return Course(subject: key.isEmpty ? nil : visits[0].subject, visits: own.map(\.element))
    }
  }

  /// Numbers first, then other names of sessions bytewise, then visits without one.
  private static func precedes(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return one != nil && other == nil }
    return switch (Int(one), Int(other)) {
    case (let first?, let second?): first < second
    case (nil, nil): one.precedesBytewise(other)
    case (let first, nil): first != nil
    case (nil, _): false
    }
  }

  /// Why differences between the visits may be the recordings' and not the patient's.
  public enum Doubt: Sendable, Hashable, CaseIterable {
    case sameInput, sameSession, foundInPart, tooSmall, rate, noise, task, duration, eyes, axes,
      unit, short, notAssessable, noneSeen
  }

  public var doubts: [Doubt] {
    let signals = visits.map(\.analysis.signal)
    func ratio(_ values: [Double]) -> Double {
      let known = values.filter { $0.isFinite && $0 > 0 }
      guard let low = known.min(), let high = known.max() else { return 1 }
      return high / low
    }
    func differ<Value: Hashable>(_ values: [Value]) -> Bool { Set(values).count > 1 }
    let seconds = visits.map { $0.family.assessableSeconds }
    func repeats<Value: Hashable>(_ values: [Value]) -> Bool { Set(values).count < values.count }
    let found: [(Doubt, Bool)] = [
      (.sameInput, repeats(visits.compactMap(\.input))),
      (.sameSession, repeats(visits.compactMap(\.session))),
      (.foundInPart, visits.contains(where: \.burdenIsLowerBound)),
      (.tooSmall, visits.contains { $0.misses(visits[0]) || visits[0].misses($0) }),
      (.rate, ratio(signals.map(\.effectiveRate)) > 1.25),
      (.noise, ratio(signals.map(\.noiseStandardDeviation)) > 2),
      (.task, differ(visits.map(\.task))), (.duration, ratio(seconds) > 2),
      (.eyes, differ(signals.map(\.eyes))), (.axes, differ(signals.map(\.axes))),
      (.unit, differ(signals.map(\.unit)) || signals.contains { $0.unit != .degrees }),
      (.short, seconds.contains { $0 < 60 }),
      (.notAssessable, visits.contains { $0.family.level == .none }),
      (.noneSeen, visits.contains { $0.family.level != .none && $0.analysis.episodes.isEmpty }),
    ]
    return found.filter(\.1).map(\.0)
  }
}
