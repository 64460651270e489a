internal import EyeMovements
internal import Recordings
internal import SignalProcessing

/// Says, before any score, what a recording could show.
struct AssessabilityJudge {
  let subject: Subject
  /// The episodes that were found, and the runs that look like noise.
  let found: EpisodeFinder.Result

  var limits: AssessmentParameters { subject.parameters.assessment }
  var bandwidth: EffectiveBandwidth { subject.movements.bandwidth }

  func assessability() -> Assessability {
    Assessability(saccadicOscillations: saccadic(), nystagmus: nystagmus())
  }

  /// The smallest oscillation of saccades that the recording could show, in degrees.
  var smallestDetectableDegrees: Double {
    // Without degrees, the noise is all that tells.
    guard subject.recording.unit == .degrees else { return noiseLimitDegrees }
    return max(rateLimitDegrees, noiseLimitDegrees)
  }

  /// That bursts were found in part, where their saccades are too small, or too many of them look like
  /// noise, for all to be found.
  var foundInPart: Remark? {
    found.bursts.isEmpty ? nil : smallBursts ?? runsLeftOut
  }

  private var runsLeftOut: Remark? {
    let runs = found.noiseRuns + found.bursts.count
    guard Double(found.noiseRuns) > limits.noiseRunShareLeftOut * Double(runs) else { return nil }
    return Remark(
      Finding.foundInPart,
      "\(found.noiseRuns) of \(runs) runs of rapid movements cannot be told from noise and are left out: the burden is a lower bound."
    )
  }

  private var smallBursts: Remark? {
    guard subject.recording.unit == .degrees else {
      guard sampledLimitDegrees > 0 else { return nil }
      return Remark(
        Finding.foundInPart,
        "At this rate, bursts may be found in part only: the burden is a lower bound.")
    }
    let amplitude = burstDegrees
    let smallest = max(smallestBurstDegrees, limits.microflutterDegrees)
    guard smallest.isFinite, amplitude < limits.burstToSmallestSaccade * smallest else {
      return nil
    }
    return Remark(
      Finding.foundInPart,
      "At this rate and noise saccades below \(smallest.text(1))° may be missed, and these bursts (\(amplitude.text(1))° in the median) found in part: the burden is a lower bound."
    )
  }

  /// The smallest saccadic oscillation that could be shown.
  var smallestBurstDegrees: Double {
    guard subject.recording.unit == .degrees else { return noiseLimitDegrees }
    return max(smallestDetectableDegrees, sampledLimitDegrees)
  }

  /// The smallest whose saccades, back to back, last two steps of the signal: to and fro is a cycle, and
  /// its velocity takes four samples.
  private var sampledLimitDegrees: Double {
    let rate = bandwidth.effectiveRate
    return rate > 0 ? max(0, MainSequence.amplitude(ofDuration: 2 / rate)) : 0
  }

  /// The smallest that its rate keeps apart.
  var rateLimitDegrees: Double {
    let rate = bandwidth.effectiveRate
    if rate < limits.saccadicModerateRateHz { return limits.limitedRateAmplitudeDegrees }
    if rate < limits.saccadicFullRateHz { return limits.moderateRateAmplitudeDegrees }
    return rate < limits.microflutterRateHz
      ? limits.microflutterDegrees : limits.microflutterMinimumDegrees
  }

  /// What the rate cannot show, and what it shows in part: bursts whose saccades are too short for it.
  private var rateLimitWords: String {
    let whole = sampledLimitDegrees
    guard whole > rateLimitDegrees else {
      return "only oscillations of \(rateLimitDegrees.text(1))° or more can be shown"
    }
    return
      "oscillations below \(rateLimitDegrees.text(1))° cannot be shown, and those below \(whole.text(1))° in part only"
  }

  /// The smallest that stands out from its noise.
  var noiseLimitDegrees: Double {
    limitDegrees(velocityNoise: subject.movements.noise.velocityStandardDeviation)
  }

  private func limitDegrees(velocityNoise: Double) -> Double {
    let mainSequence = MainSequence(subject.parameters.oscillations, bandwidth: bandwidth)
    return max(
      limits.minimumAmplitudeToNoise * subject.movements.noise.standardDeviation,
      mainSequence.amplitude(ofPeakVelocity: limits.minimumPeakToNoise * velocityNoise))
  }

  /// Valid time, with the time of episodes that a loss's padding would take away.
  var saccadicSeconds: Double {
    var seconds = subject.movements.validStretches.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    var stretches = subject.movements.validStretches[...]
    for burst in found.bursts {
      while let first = stretches.first, first.upperBound <= burst.onset { stretches.removeFirst() }
      var covered = 0.0
      for stretch in stretches {
        guard stretch.lowerBound < burst.offset else { break }
        covered += min(stretch.upperBound, burst.offset) - max(stretch.lowerBound, burst.onset)
      }
      seconds += burst.duration - covered
    }
    return seconds
  }

  private func saccadic() -> Assessability.Family {
    let seconds = saccadicSeconds
    let rate = bandwidth.effectiveRate
    var none: [Remark] = []
    var limited: [Remark] = []
    if seconds < limits.minimumSeconds { none.append(tooShort(seconds)) }
    if rate < limits.saccadicMinimumRateHz {
      none.append(
        Remark(
          "rate-too-low",
          "An effective rate of \(rate.textBelow) Hz cannot keep back-to-back saccades apart; it takes \(limits.saccadicMinimumRateHz.text(1)) Hz."
        ))
    } else if rate < limits.saccadicFullRateHz {
      limited.append(
        Remark(
          "rate-limited",
          "At an effective rate of \(rate.text(1)) Hz \(rateLimitWords)."
        ))
    }
    none += headMoves + eyesDisagree
    if let vibration = SteadyVibration(in: subject, bursts: found.bursts) {
      none.append(
        Remark(
          "vibration",
          "The trace swings at \(vibration.frequency.text(1)) Hz in step with a clock, in the episodes and between them: a shaking camera or chair, or the mains, not the eye."
        ))
    }
    let noise = noiseReasons()
    none += noise.none
    limited += noise.limited
    limited += limitsOfSignal()
    let open = (none.isEmpty ? unseen(rate) : []) + unrecorded
    return Assessability.Family(
      level: none.isEmpty ? (limited.isEmpty ? .full : .limited) : .none,
      assessableSeconds: seconds, reasons: none + limited + open)
  }

  /// What noise leaves: why nothing can be told, or not all.
  private func noiseReasons() -> (none: [Remark], limited: [Remark]) {
    if isNoisy, !standOut {
      let hidden =
        noiseLimitDegrees.isFinite ? "of up to \(noiseLimitDegrees.text(1))°" : "of any size"
      return (
        [Remark("noise-too-high", "The noise hides, and imitates, oscillations \(hidden).")], []
      )
    }
    var reasons: (none: [Remark], limited: [Remark]) = ([], [])
    if bandwidth.effectiveRate >= limits.saccadicMinimumRateHz, isDominatedByNoise {
      reasons.none.append(
        Remark(
          "noise-dominated",
          "Most runs of rapid movements are faster, denser or smaller than saccades can be: noise.")
      )
    }
    if isNoisy {
      reasons.limited.append(
        Remark(
          "noise-high",
          "The noise hides oscillations of up to \(noiseLimitDegrees.text(1))°; what was found is larger."
        ))
    }
    return reasons
  }

  private var isNoisy: Bool {
    subject.recording.unit == .degrees && noiseLimitDegrees >= limits.largestHiddenDegrees
  }

  /// Whether bursts that repeat are so much larger than the noise, as it is smoothed where saccades are
  /// found, that they are seen all the same. Without them, nothing can be said: what is not seen may be
  /// hidden.
  private var standOut: Bool {
    let noise = subject.movements.noise.smoothedVelocityStandardDeviation
    return burstDegrees >= limits.burstToSmallestSaccade * limitDegrees(velocityNoise: noise)
      && Repetition(of: found.bursts, parameters: subject.parameters.oscillations).support >= 0.5
  }

  /// Whether the noise is not known to be far smaller than the bursts, or makes some of the like.
  var noiseMayBeAll: Bool {
    !subject.movements.noise.isFromQuietStretches || runsLeftOut != nil
      || burstDegrees < limits.burstToSmallestSaccade * noiseLimitDegrees
  }

  /// The median amplitude of the saccades in bursts.
  private var burstDegrees: Double {
    let saccades = subject.movements.saccades
    return Double(found.bursts.flatMap { saccades[$0.saccades].map(\.amplitude) }.median() ?? 0)
  }

  private var isDominatedByNoise: Bool {
    let minutes = max(1, subject.recording.spannedSeconds / 60)
    return Double(found.noiseRuns) >= Double(limits.noiseRunsAtLeast) * minutes && isMostlyNoise
  }

  /// Whether most runs of rapid movements, however many there are, look like what noise makes.
  var isMostlyNoise: Bool {
    let all = found.noiseRuns + found.bursts.count
    return Double(found.noiseRuns) > limits.noiseRunShare * Double(all)
  }

  private func nystagmus() -> Assessability.Family {
    let seconds = subject.movements.validStretches.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    let rate = bandwidth.effectiveRate
    var none: [Remark] = []
    var limited: [Remark] = []
    if seconds < limits.minimumSeconds { none.append(tooShort(seconds)) }
    none += headMoves + eyesDisagree
    if rate < limits.nystagmusMinimumRateHz {
      none.append(
        Remark(
          "rate-too-low",
          "An effective rate of \(rate.textBelow) Hz cannot tell slow from quick phases; it takes \(limits.nystagmusMinimumRateHz.text(1)) Hz."
        ))
    } else if rate < limits.nystagmusFullRateHz {
      limited.append(
        Remark(
          "rate-limited",
          "At an effective rate of \(rate.text(1)) Hz the ends of quick phases are rough, and sinusoidal oscillations show up to \((rate / limits.samplesPerCycle).text(1)) Hz."
        ))
    }
    limited += limitsOfSignal()
    var open: [Remark] = []
    if subject.recording.spannedSeconds < limits.alternationSeconds {
      open.append(
        Remark(
          "alternation-not-assessable",
          "Whether a nystagmus alternates over minutes takes \(limits.alternationSeconds.text(1)) s to tell."
        ))
    }
    if !subject.axes.torsional { open.append(.torsionNotRecorded) }
    open += eyeLeftOut
    return Assessability.Family(
      level: none.isEmpty ? (limited.isEmpty ? .full : .limited) : .none,
      assessableSeconds: seconds, reasons: none + limited + open)
  }
}
