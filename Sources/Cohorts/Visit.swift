import EyeMovements
public import Oscillations
public import Recordings
import SignalProcessing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One recording in a patient's course.
public struct Visit: Sendable {
  public let id: String
  public let subject: String?
  public let session: String?
  public let task: String?
  public let analysis: Analysis
  /// The standard error of the logarithm of the fixation's ellipse area.
  let stabilityError: Double?
  /// Medians of episodes' saccades.
  let amplitude: Estimate?

  public init(_ analysis: Analysis, of recording: Recording) {
    let entities = RecordingEntities(id: analysis.id)
    id = analysis.id
    subject = entities.subject
    session = entities.session
    task = entities.task
    self.analysis = analysis
    stabilityError = FixationStability(of: recording)?.standardError
    // Other units do not compare.
    let isMeasured =
      analysis.signal.unit == .degrees && analysis.assessability.saccadicOscillations.level != .none
    let episodes = isMeasured ? analysis.episodes : []
    let sizes = episodes.flatMap { episode in
      episode.saccades.map { Double(analysis.movements.saccades[$0].amplitude) }
    }
    amplitude = sizes.median().map { Estimate($0, bootstrapMedianInterval(of: sizes)) }
  }

  private init(_ visit: Visit, subject: String?, session: String?) {
    id = visit.id
    self.subject = subject
    self.session = session
    task = visit.task
    analysis = visit.analysis
    stabilityError = visit.stabilityError
    amplitude = visit.amplitude
  }

  /// The visit as a table names it.
  public func named(subject: String?, session: String?) -> Visit {
    Visit(self, subject: subject, session: session)
  }

  /// Whether bursts were found in part only.
  public var burdenIsLowerBound: Bool { analysis.findings.contains(where: \.burdenIsLowerBound) }

  /// Whether a change from another visit can be the patient's: each has found all bursts, or would have
  /// found the other's.
  func tellsChange(from other: Visit) -> Bool {
    !burdenIsLowerBound && !other.burdenIsLowerBound && !misses(other) && !other.misses(self)
  }

  /// Whether none was seen here, and none as small as another visit's bursts could have been.
  func misses(_ other: Visit) -> Bool {
    let finding = analysis.findings.first { $0.pattern == .saccadicOscillations }
    guard analysis.episodes.isEmpty, finding?.status == .notSeen, let amplitude = other.amplitude,
      let smallest = finding?.measures.first(where: { $0.name == "smallestDetectableDegrees" })
    else { return false }
    return amplitude.value < smallest.value ?? 0
  }

  /// What tells the recording's bytes from others: the file's hash and the part; `nil` where unknown.
  var input: [String]? {
    let hash = analysis.source.sha256
    guard !hash.isEmpty else { return nil }
    return [hash, id.firstRange(of: "_split-").map { String(id[$0.upperBound...]) } ?? ""]
  }

  var family: Assessability.Family { analysis.assessability.saccadicOscillations }

  func episodes(of pattern: Pattern?) -> [Episode] {
    analysis.episodes.filter { pattern == nil || $0.pattern == pattern }
  }

  /// How far apart two episodes of one burst may be, in seconds: a saccade that is missed, or a beat
  /// that does not turn, breaks a burst in two, which would inflate the rate; no fixation is so short.
  ///
  /// Measured on simulated opsoclonus of 180 s at 250 Hz: 44 to 49 true bursts are found as 46 to
  /// 75 episodes, and as 44 to 49 with those joined.
  static let bridgedSeconds = 0.1

  /// The bursts of a pattern: episodes, those that belong together joined.
  func bursts(of pattern: Pattern?) -> [(onset: Double, duration: Double)] {
    var bursts: [(onset: Double, duration: Double)] = []
    for episode in episodes(of: pattern) {
      let end = episode.onset + episode.duration
      if let last = bursts.last, episode.onset - last.onset - last.duration <= Self.bridgedSeconds {
        bursts[bursts.count - 1].duration = max(last.duration, end - last.onset)
      } else {
        bursts.append((episode.onset, episode.duration))
      }
    }
    return bursts
  }

  /// - Parameter typicalSeconds: how long a burst of the patient is.
  func burden(of pattern: Pattern?, typicalSeconds: Double?) -> Estimate? {
    guard family.level != .none else { return nil }
    return BurdenEstimate(
      episodes: bursts(of: pattern), assessableSeconds: family.assessableSeconds,
      duration: analysis.signal.duration, typicalSeconds: typicalSeconds
    ).map { Estimate($0.percent, $0.interval) }
  }

  func rate(of pattern: Pattern?) -> Estimate? {
    guard family.level != .none, family.assessableSeconds > 0 else { return nil }
    let minutes = family.assessableSeconds / 60
    let count = bursts(of: pattern).count
    return Estimate(
      Double(count) / minutes, poissonRateInterval(events: count, exposure: minutes))
  }

  var stability: Estimate? {
    let area = analysis.signal.bivariateContourEllipseArea
    guard area.isFinite, area > 0, analysis.signal.unit == .degrees else { return nil }
    let interval = stabilityError.map { error -> ClosedRange<Double> in
      let factor = exp(BurdenEstimate.studentQuantile(degrees: 9) * error)
      return (area / factor)...(area * factor)
    }
    return Estimate(area, interval)
  }

  func slowPhaseVelocity(_ axis: Int) -> Estimate? {
    guard analysis.signal.unit == .degrees, analysis.assessability.nystagmus.level != .none,
      let nystagmus = analysis.nystagmus,
      nystagmus.slowPhaseVelocity[axis].isFinite
    else {
      return nil
    }
    return Estimate(
      nystagmus.slowPhaseVelocity[axis], nystagmus.slowPhaseVelocityInterval[axis])
  }
}
