internal import EyeMovements
internal import Recordings
internal import SignalProcessing

/// Judges whether slow phases take the eye off and quick phases bring it back, over and over.
struct JerkNystagmusJudge {
  let subject: Subject
  let family: Assessability.Family
  /// The smallest quick phase that stands out, in degrees.
  let smallest: Double
  /// Back-to-back saccades, which are no quick phases.
  let bursts: [Burst]

  struct Result {
    var finding: Finding
    var summary: NystagmusSummary?
    /// The stretches that show it.
    var stretches: [BeatStretch]
  }

  private var parameters: NystagmusParameters { subject.parameters.nystagmus }

  func judge() -> Result {
    let found = BeatFinder(parameters: parameters, movements: subject.movements, bursts: bursts)
      .stretches()
    let all = found.filter { !$0.rows.isEmpty }
    let convincing = all.filter(isConvincing)
    let evidence = BeatEvidence(
      of: convincing.isEmpty ? all : convincing,
      among: found.count { $0.beats >= parameters.minimumBeats }, parameters: parameters)
    let status = status(evidence)
    let shown = status == .consistent || status == .indeterminate ? convincing : []
    return Result(
      finding: finding(status, evidence, shown),
      summary: shown.isEmpty
        ? nil
        : NystagmusMeasurement(
          rows: shown.flatMap(\.rows), consistency: evidence.consistency, subject: subject
        ).summary(),
      stretches: shown)
  }

  private func isConvincing(_ stretch: BeatStretch) -> Bool {
    stretch.directionConsistency >= parameters.minimumDirectionConsistency
      && stretch.driftShare >= parameters.minimumDriftShare
      && (stretch.holdsGaze || stretch.quickPhaseShare >= parameters.minimumQuickPhaseShare)
      && stretch.takenBackShare >= parameters.minimumTakenBackShare
  }

  private func status(_ evidence: BeatEvidence) -> Finding.Status {
    if family.level == .none { return .notAssessable }
    return evidence.score >= 0.5 ? .consistent : evidence.isSuggestive ? .indeterminate : .notSeen
  }

  private func finding(
    _ status: Finding.Status, _ evidence: BeatEvidence, _ shown: [BeatStretch]
  ) -> Finding {
    var measures = evidence.measures
    if status == .notSeen {
      measures += notSeenMeasures(
        seconds: family.assessableSeconds, smallest: smallest)
    }
    let beats = shown.flatMap(\.rows).flatMap(\.beats)
    let seconds = shown.reduce(0) { $0 + $1.offset - $1.onset }
    return Finding(
      pattern: .jerkNystagmus, status: status,
      score: evidence.score,
      scoreInterval: evidence.interval(subject.parameters),
      burdenPercent: burdenPercent(seconds, of: family.assessableSeconds), episodes: shown.count,
      eyes: subject.conjugacy(of: beats.map(\.saccade)).eyes, measures: measures,
      notes: notes(status, evidence))
  }

  private func notes(_ status: Finding.Status, _ evidence: BeatEvidence) -> [Remark] {
    switch status {
    case .notAssessable: return family.reasons
    case .consistent, .indeterminate:
      var notes = [
        Remark(
          "stimulus-unknown",
          "Optokinetic and vestibular responses look the same; the stimulus is not known.")
      ]
      if !subject.axes.torsional { notes.append(.torsionNotRecorded) }
      if status == .indeterminate {
        notes.append(Remark("beats-undecided", "Beats that do not keep to one direction or speed."))
      }
      return notes
    case .notSeen:
      guard evidence.beats > 0, evidence.speed < parameters.minimumSpeedDegreesPerSecond else {
        return []
      }
      return [
        Remark(
          "weak-drift",
          "Beats slower than \(parameters.minimumSpeedDegreesPerSecond.text(1)) °/s were seen, as many healthy people have them."
        )
      ]
    }
  }
}

/// What beats say for a jerk nystagmus.
struct BeatEvidence {
  /// How many beats there are in rows of three or more.
  let beats: Int
  /// How many stretches of three beats these make.
  let stretches: Int
  /// How likely beats that go any way keep to their rows as much as these: the natural logarithm.
  let logChance: Double
  /// The median speed of the slow phases, in degrees a second, and of its standard errors.
  let speed: Double
  let speedError: Double
  let consistency: Double
  let driftShare: Double
  let quickPhaseShare: Double
  /// The same, where the saccades of stretches that hold the gaze all count.
  private let explainedShare: Double
  let takenBackShare: Double
  let score: Double
  let isSuggestive: Bool

  private let parameters: NystagmusParameters
  private let speeds: [Double]

  /// - Parameter tries: How many stretches there were to choose these from.
  init(of all: [BeatStretch], among tries: Int, parameters: NystagmusParameters) {
    self.parameters = parameters
    let rows = all.flatMap(\.rows)
    let members = rows.flatMap(\.beats)
    beats = members.count
    stretches = all.reduce(0) { $0 + $1.threes(parameters.minimumBeats) }
    logChance = Self.logChance(of: all, among: tries)
    // The slopes' median an axis, so that noise across the drift adds no speed.
    speeds = rows.flatMap { row in
      let direction = row.sum / max(row.sum.length, .leastNormalMagnitude)
      return row.beats.map { Double(($0.slowPhase.velocity.orZero * direction).sum()) }
    }
    speed = speeds.median() ?? 0
    speedError =
      members.map { Double($0.slowPhase.velocityError.orZero.length) }.median() ?? 0
    let whole = all.reduce(0) { $0 + $1.beats }
    func mean(_ value: (BeatStretch) -> Double) -> Double {
      guard whole > 0 else { return 0 }
      return all.reduce(0) { $0 + value($1) * Double($1.beats) } / Double(whole)
    }
    consistency = mean(\.directionConsistency)
    driftShare = mean(\.driftShare)
    quickPhaseShare = mean(\.quickPhaseShare)
    explainedShare = mean { $0.holdsGaze ? 1 : $0.quickPhaseShare }
    takenBackShare = mean(\.takenBackShare)
    // What the speed is at least, as far as so many beats tell: healthy drifts come near the limit.
    let least = bootstrapMedianInterval(of: speeds, confidence: 0.68)?.lowerBound ?? 0
    let supports = Self.supports(
      parameters, stretches: Double(stretches), logChance: logChance, speed: least,
      error: speedError, consistency: consistency, driftShare: driftShare,
      explainedShare: explainedShare, takenBackShare: takenBackShare)
    score = Score.combining(supports)
    isSuggestive =
      stretches >= parameters.minimumStretches
      && least >= parameters.minimumSpeedDegreesPerSecond && supports.allSatisfy { $0 >= 0.4 }
  }

  private static func supports(
    _ parameters: NystagmusParameters, stretches: Double, logChance: Double, speed: Double,
    error: Double, consistency: Double, driftShare: Double, explainedShare: Double,
    takenBackShare: Double
  ) -> [Double] {
    [
      min(
        Score.saturating(stretches, required: Double(parameters.minimumStretches)),
        Score.ramp(
          logChance, none: 0, half: parameters.maximumLogChance,
          full: 2 * parameters.maximumLogChance)),
      Score.saturating(speed, required: parameters.minimumSpeedDegreesPerSecond),
      error > 0 ? Score.saturating(speed / error, required: parameters.minimumSpeedToNoise) : 1,
      Score.ramp(
        consistency, none: 0.4, half: parameters.minimumDirectionConsistency, full: 1),
      Score.ramp(driftShare, none: 0, half: parameters.minimumDriftShare, full: 0.8),
      Score.ramp(explainedShare, none: 0, half: parameters.minimumQuickPhaseShare, full: 0.8),
      Score.ramp(takenBackShare, none: 0, half: parameters.minimumTakenBackShare, full: 0.8),
    ]
  }

  /// How likely beats that go any way keep to their rows as much as those of some stretches: the natural
  /// logarithm.
  ///
  /// A beat goes on with its row or not as a coin falls: where gaze shifts any way and the head follows,
  /// the eye turns back after each shift, and some shifts in a row go one way. After a break, going on
  /// counts for a nystagmus, but turning not against it: it may depend on where the patient looks. The
  /// stretches were chosen among several, in so many ways.
  private static func logChance(of stretches: [BeatStretch], among tries: Int) -> Double {
    guard !stretches.contains(where: \.alternates) else { return surelyNoChance }
    var followers = 0
    var turns = 0
    var last: BeatRow?
    for stretch in stretches {
      followers += stretch.beats - stretch.allRows.count
      turns += stretch.allRows.count - 1
      if let last, (last.sum * stretch.allRows[0].beats[0].direction).sum() > 0 { followers += 1 }
      last = stretch.allRows.last
    }
    guard followers > 0 else { return 0 }
    let tail = logChanceOfHeads(atLeast: followers, of: followers + turns)
    return min(0, max(tail, surelyNoChance) + logCombinations(of: stretches.count, among: tries))
  }

  private static let surelyNoChance = -700.0

  /// The bootstrap interval of the score, from drawing beats anew.
  func interval(_ all: Parameters) -> ClosedRange<Double>? {
    guard !speeds.isEmpty else { return score...score }
    let share = Double(stretches) / Double(speeds.count)
    return bootstrapInterval(
      count: 2 * speeds.count, resamples: all.bootstrapResamples, seed: all.bootstrapSeed
    ) { drawn in
      var sample: [Double] = []
      sample.reserveCapacity(drawn.count)
      for index in drawn where index < speeds.count { sample.append(speeds[index]) }
      return Score.combining(
        Self.supports(
          parameters, stretches: share * Double(sample.count), logChance: logChance,
          speed: sample.median() ?? 0, error: speedError, consistency: consistency,
          driftShare: driftShare, explainedShare: explainedShare,
          takenBackShare: takenBackShare))
    }
  }

  var measures: [Measure] {
    [
      Measure("beats", Double(beats), .count),
      Measure(
        "slowPhaseSpeedDegreesPerSecond", beats > 0 ? speed : nil, .degreesPerSecond,
        interval: bootstrapMedianInterval(of: speeds)),
      Measure(
        "slowPhaseSpeedErrorDegreesPerSecond", beats > 0 ? speedError : nil, .degreesPerSecond),
      Measure("directionConsistency", beats > 0 ? consistency : nil, .share),
      Measure("driftShare", beats > 0 ? driftShare : nil, .share),
      Measure("quickPhaseShare", beats > 0 ? quickPhaseShare : nil, .share),
      Measure("takenBackShare", beats > 0 ? takenBackShare : nil, .share),
    ]
  }
}
