internal import EyeMovements
internal import Recordings
internal import SignalProcessing

/// Judges back-to-back saccades: whether they repeat as no healthy eye's do, and in which plane.
struct SaccadicOscillationJudge {
  let subject: Subject
  let found: EpisodeFinder.Result
  let assessability: AssessabilityJudge
  let family: Assessability.Family
  /// Whether the eyes, both of them tracked, do not move together in the bursts.
  private let eyesPart: Bool

  init(
    subject: Subject, found: EpisodeFinder.Result, assessability: AssessabilityJudge,
    family: Assessability.Family
  ) {
    self.subject = subject
    self.found = found
    self.assessability = assessability
    self.family = family
    eyesPart = Self.eyesPart(in: found.bursts, of: subject)
  }

  struct Result {
    /// Saccadic oscillations, opsoclonus, ocular flutter.
    var findings: [Finding]
    var episodes: [Episode]
  }

  private var parameters: OscillationParameters { subject.parameters.oscillations }

  func judge() -> Result {
    let planes = PlaneFinder(
      parameters: parameters, saccades: subject.movements.saccades, bursts: found.bursts,
      canTell: canTellPlane
    ).planes()
    let repetition = Repetition(of: found.bursts.filter(isResolved), parameters: parameters)
    let all = shown(Array(found.bursts.indices))
    let status = status(repetition, of: all)
    let verdicts = PlaneVerdicts(
      planes: planes, bursts: found.bursts, saccades: subject.movements.saccades,
      repetition: repetition, oscillation: status, parameters: subject.parameters)
    let episodes = episodes(planes, labelled: status == .consistent)
    // Often one pattern has all the bursts.
    func own(_ verdict: PlaneVerdicts.Verdict) -> Shown {
      verdict.bursts == all.indices ? all : shown(verdict.bursts)
    }
    let findings = [
      finding(
        .saccadicOscillations, status, score: Score.combining([repetition.support]),
        interval: verdicts.oscillationInterval, shown: all),
      finding(
        .opsoclonus, verdicts.opsoclonus.status, score: verdicts.opsoclonus.score,
        interval: verdicts.opsoclonus.interval, shown: own(verdicts.opsoclonus)),
      finding(
        .ocularFlutter, verdicts.flutter.status, score: verdicts.flutter.score,
        interval: verdicts.flutter.interval, shown: own(verdicts.flutter)),
    ]
    return Result(findings: findings, episodes: episodes)
  }

  /// Both axes, with gains that belong together.
  private var canTellPlane: Bool {
    subject.axes.horizontal && subject.axes.vertical && subject.recording.unit != .arbitrary
  }

  /// Whether a burst is large enough for what the rate keeps apart. Undersampling takes from the
  /// size, too, hence the fifth less.
  private func isResolved(_ burst: Burst) -> Bool {
    let amplitude = burst.saccades.map { subject.movements.saccades[$0].amplitude }.median() ?? 0
    return Double(amplitude) >= 0.8 * assessability.rateLimitDegrees
  }

  private func status(_ repetition: Repetition, of all: Shown) -> Finding.Status {
    if family.level == .none { return .notAssessable }
    if Score.combining([repetition.support]) >= 0.5 {
      // On a scale that is not degrees, the main sequence cannot be checked; where most runs are
      // noise, the rest may be, too; and noise moves each eye by itself.
      return subject.recording.unit == .degrees && !assessability.isMostlyNoise && !eyesPart
        && !(all.areLikeFilteredNoise && assessability.noiseMayBeAll) ? .consistent : .indeterminate
    }
    if repetition.isSuggestive { return .indeterminate }
    return Repetition(of: found.bursts, parameters: parameters).support >= 0.5
      ? .indeterminate : .notSeen
  }

  /// Whether the eyes, both of them tracked, do not move together in the bursts.
  ///
  /// Saccades are conjugate (Hering's law), back to back too. An eye that moves with the other in no
  /// other saccade either is covered, or its trace is no eye's: what the other one does stands.
  private static func eyesPart(in bursts: [Burst], of subject: Subject) -> Bool {
    let all = subject.movements.saccades.indices
    let inBursts = bursts.flatMap { Array($0.saccades) }
    let together = subject.conjugacy(of: inBursts)
    guard let agreement = together.agreement, agreement < Conjugacy.leastAgreement else {
      return false
    }
    let others = subject.conjugacy(of: Set(all).subtracting(inBursts).sorted())
    if [.left, .right].contains(others.eyes) { return false }
    return others.agreement != nil || ![.left, .right].contains(together.eyes)
  }

  private func episodes(_ planes: [Plane], labelled: Bool) -> [Episode] {
    var episodes: [Episode] = []
    for plane in planes {
      for index in plane.bursts {
        let burst = found.bursts[index]
        let saccades = subject.movements.saccades[burst.saccades]
        let axis = canTellPlane ? AxialConcentration(of: saccades.map { $0.displacement }) : nil
        episodes.append(
          Episode(
            number: index + 1, pattern: labelled ? plane.label : .saccadicOscillations,
            onset: burst.onset, duration: burst.duration, saccades: burst.saccades,
            frequency: burst.frequency(in: subject.movements.saccades) ?? .nan,
            amplitude: Double(saccades.map(\.amplitude).median() ?? .nan),
            axis: axis?.axisDegrees ?? .nan, planeConcentration: plane.concentration))
      }
    }
    return episodes.sorted { $0.number < $1.number }
  }

  /// The bursts that show a pattern, and what is measured of them.
  private struct Shown {
    let indices: [Int]
    let bursts: [Burst]
    let eyes: EyesUsed
    let measures: [Measure]
    let areLikeFilteredNoise: Bool
  }

  private func shown(_ indices: [Int]) -> Shown {
    let bursts = indices.map { found.bursts[$0] }
    let measuring = OscillationMeasures(
      subject: subject, bursts: bursts,
      assessableSeconds: family.level == .none ? nil : family.assessableSeconds,
      planeIsTold: canTellPlane)
    return Shown(
      indices: indices, bursts: bursts, eyes: measuring.conjugacy.eyes, measures: measuring.all(),
      areLikeFilteredNoise: measuring.areLikeFilteredNoise)
  }

  private func finding(
    _ pattern: Pattern, _ status: Finding.Status, score: Double, interval: ClosedRange<Double>?,
    shown: Shown
  ) -> Finding {
    var measures = shown.measures
    if status == .notSeen {
      measures += notSeenMeasures(
        seconds: family.assessableSeconds, smallest: assessability.smallestBurstDegrees)
    }
    let seconds = shown.bursts.reduce(0) { $0 + $1.duration }
    return Finding(
      pattern: pattern, status: status, score: score,
      scoreInterval: interval,
      burdenPercent: burdenPercent(seconds, of: family.assessableSeconds),
      episodes: shown.bursts.count, eyes: shown.eyes, measures: measures,
      notes: notes(pattern, status, shown))
  }

  private func notes(_ pattern: Pattern, _ status: Finding.Status, _ shown: Shown) -> [Remark] {
    if status == .notAssessable { return family.reasons }
    let bursts = shown.bursts
    var notes: [Remark] = []
    if status == .notSeen, !bursts.isEmpty {
      notes.append(
        Remark(
          "isolated-runs",
          "Single runs of back-to-back saccades, as healthy eyes make them now and then."))
    }
    if status == .indeterminate { notes += reasonsForDoubt(pattern, shown) }
    if pattern == .ocularFlutter, status == .consistent {
      notes.append(
        Remark("voluntary-not-excluded", "Voluntary production cannot be excluded."))
      if bursts.contains(where: { $0.duration > parameters.voluntaryLimitSeconds }) {
        notes.append(
          Remark(
            "longer-than-voluntary",
            "A burst lasts longer than voluntary flutter was reported to."))
      }
    }
    if pattern == .ocularFlutter, status == .consistent, isVertical(bursts) {
      notes.append(
        Remark(
          "vertical-flutter",
          "Up and down: flutter is horizontal as a rule, and lids move a trace up and down. A video of the eye can tell which it was."
        ))
    }
    if pattern == .opsoclonus, !subject.axes.torsional { notes.append(.torsionNotRecorded) }
    if !bursts.isEmpty { notes += family.reasons.filter { $0.code == Finding.foundInPart } }
    return notes
  }

  /// Whether bursts go up and down rather than sideways.
  private func isVertical(_ bursts: [Burst]) -> Bool {
    let saccades = bursts.flatMap { subject.movements.saccades[$0.saccades] }
    return AxialConcentration(of: saccades.map { $0.displacement })
      .map { abs($0.axisDegrees - 90) < 45 } ?? false
  }

  private func reasonsForDoubt(_ pattern: Pattern, _ shown: Shown) -> [Remark] {
    var notes: [Remark] = []
    if subject.recording.unit != .degrees {
      notes.append(
        Remark("uncalibrated", "Without degrees the main sequence cannot be checked."))
    }
    if eyesPart {
      notes.append(
        Remark(
          "eyes-not-together",
          "Saccades move both eyes alike, and these do not: noise of the trackers, a nystagmus of one eye, or an oscillation that is disconjugate. The traces of both eyes, one above the other, can tell."
        ))
    } else if shown.areLikeFilteredNoise, assessability.noiseMayBeAll {
      notes.append(
        Remark(
          "faster-than-saccades",
          "The movements are faster than saccades of their size and keep to no rhythm and no plane: noise that a filter has smoothed does so, and no quiet stretch shows that the noise is smaller."
        ))
    } else if pattern == .saccadicOscillations {
      notes.append(
        Remark("few-episodes", "Too few or too small episodes of back-to-back saccades to decide."))
    } else if canTellPlane {
      notes.append(
        Remark(
          "plane-undecided",
          "Between one plane and more than one: flutter and opsoclonus are one continuum."))
    } else {
      notes.append(
        Remark("plane-not-assessable", "The plane takes a horizontal and a vertical axis."))
    }
    return notes
  }
}
