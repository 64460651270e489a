internal import EyeMovements
internal import Recordings
internal import SignalProcessing

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Finds runs of back-to-back saccades: three or more, with a turn, on the main sequence.
///
/// A run ends where the next saccade is late, or where the signal was lost between the two. What
/// noise makes of a quiet eye also comes back to back: it is told by its speed, which is far above
/// the main sequence, by its rate, and by its size against the noise. A slow phase of infantile
/// nystagmus that passed for a saccade is told by one way along the axis being slow.
///
/// - Complexity: O(*n*) for *n* saccades.
struct EpisodeFinder {
  let parameters: OscillationParameters
  let assessment: AssessmentParameters
  let mainSequence: MainSequence
  /// The position's noise, in degrees.
  let noise: Double
  /// One sampling interval, in seconds: how finely a gap is known.
  let step: Double
  /// The time between two samples of the signal itself, in seconds, up-sampling seen through.
  let effectiveStep: Double

  struct Result {
    var bursts: [Burst] = []
    /// Runs with turns that look like what noise makes.
    var noiseRuns = 0

    /// Marks the bursts that lie in stretches of beats.
    func among(_ stretches: [BeatStretch]) -> Result {
      var marked = self
      var next = stretches[...]
      for index in bursts.indices {
        while let first = next.first, first.offset <= bursts[index].onset { next.removeFirst() }
        marked.bursts[index].isAmongBeats =
          next.first.map { $0.onset < bursts[index].offset } ?? false
      }
      return marked
    }
  }

  init(_ movements: EyeMovements, _ parameters: Parameters) {
    self.parameters = parameters.oscillations
    assessment = parameters.assessment
    mainSequence = MainSequence(parameters.oscillations, bandwidth: movements.bandwidth)
    noise = movements.noise.standardDeviation
    step = movements.version.samplingRate > 0 ? 1 / movements.version.samplingRate : 0
    let rate = movements.bandwidth.effectiveRate
    effectiveStep = rate > 0 ? max(step, 1 / rate) : step
  }

  func episodes(in movements: EyeMovements) -> Result {
    var result = Result()
    let saccades = movements.saccades
    var first = 0
    var loss = 0
    for index in saccades.indices {
      let next = index + 1
      if next < saccades.count,
        isBackToBack(saccades[index], saccades[next], movements.losses, &loss)
      {
        continue
      }
      judge(first..<next, of: saccades, into: &result)
      first = next
    }
    return result
  }

  private func isBackToBack(
    _ saccade: Saccade, _ next: Saccade, _ losses: [SignalLoss], _ loss: inout Int
  ) -> Bool {
    // Half a sample, since either end is known no better.
    guard next.onset - saccade.offset <= parameters.backToBackGapSeconds + step / 2 else {
      return false
    }
    while loss < losses.count, losses[loss].offset <= saccade.offset { loss += 1 }
    return loss == losses.count || losses[loss].onset >= next.onset
  }

  private func judge(_ range: Range<Int>, of saccades: [Saccade], into result: inout Result) {
    guard range.count >= parameters.minimumSaccades else { return }
    let run = saccades[range]
    guard isOscillating(run) else { return }
    guard !isNoise(run) else {
      result.noiseRuns += 1
      return
    }
    guard isOnMainSequence(run), !isSlowOneWay(run) else { return }
    result.bursts.append(
      Burst(
        saccades: range, onset: run.first?.onset ?? 0, offset: run.last?.offset ?? 0,
        comparable: max(comparable(in: run), comparable(in: run.dropFirst()))))
  }

  /// Whether the run turns and comes back, as a whole or after the gaze shift that began it.
  private func isOscillating(_ run: ArraySlice<Saccade>) -> Bool {
    func turnsAndReturns(_ run: ArraySlice<Saccade>) -> Bool {
      run.count >= parameters.minimumSaccades && hasTurn(run) && !isStaircase(run)
    }
    return turnsAndReturns(run) || turnsAndReturns(run.dropFirst())
  }

  private func hasTurn(_ run: ArraySlice<Saccade>) -> Bool {
    let limit = Float(cos(parameters.turnDegrees * .pi / 180))
    return zip(run, run.dropFirst()).contains { one, next in
      (one.displacement * next.displacement).sum() < limit * one.amplitude * next.amplitude
    }
  }

  private func isStaircase(_ run: ArraySlice<Saccade>) -> Bool {
    let net = run.reduce(SIMD2<Float>.zero) { $0 + $1.displacement }
    let path = run.reduce(Float.zero) { $0 + $1.amplitude }
    return (net * net).sum().squareRoot() > Float(parameters.staircaseShare) * path
  }

  private func comparable(in run: ArraySlice<Saccade>) -> Int {
    // Of a short run nearly the largest; of a long one not the gaze shift that began it.
    let large = run.map(\.amplitude).quantile(0.9) ?? 0
    return run.count { $0.amplitude >= Float(parameters.comparableShare) * large }
  }

  private func isNoise(_ run: ArraySlice<Saccade>) -> Bool {
    let amplitude = Double(run.map(\.amplitude).median() ?? 0)
    if amplitude < assessment.minimumAmplitudeToNoise * noise { return true }
    let interval = zip(run, run.dropFirst()).map { $1.onset - $0.onset }.median() ?? 0
    let shortest = MainSequence.duration(ofAmplitude: amplitude) / parameters.rateCeilingFactor
    if interval < shortest - step { return true }
    return (run.map(ratioOfWay).median() ?? 0) > parameters.maximumMainSequenceRatio
      || isMadeOfJumps(run)
  }

  /// How far the eye went, in degrees: at least as far as in the longest step. Where few steps make a
  /// saccade, the eye may be on its way back at the sample in which it ends, and the displacement too
  /// small.
  private func way(of saccade: Saccade) -> Double {
    let amplitude = Double(saccade.amplitude)
    return lastsTwoSteps(amplitude) ? amplitude : max(amplitude, Double(saccade.longestStep))
  }

  private func ratioOfWay(_ saccade: Saccade) -> Double {
    let expected = mainSequence.peakVelocity(ofAmplitude: way(of: saccade))
    return expected > 0 ? Double(saccade.peakVelocity) / expected : .infinity
  }

  private func lastsTwoSteps(_ amplitude: Double) -> Bool {
    MainSequence.duration(ofAmplitude: amplitude) >= 2 * effectiveStep
  }

  /// Whether too few of a run's saccades, or too small a share of them, take time as an eye does.
  ///
  /// A filter makes a movement of a jump. From one sample to the next, though, no eye goes further
  /// than the fastest saccade of its size does in that time: what does, by more than the noise of
  /// both samples, is the tracker's (a spike, the lid's edge, the other eye). And a saccade that lasts
  /// two steps of the signal is not over within one: sampled wherever it happens to be, its way shows
  /// in two steps or more. Of shorter ones some are, fewer than noise makes.
  private func isMadeOfJumps(_ run: ArraySlice<Saccade>) -> Bool {
    let jumps = run.count { isTooFast($0) || isInOneStep($0) }
    if run.count - jumps < parameters.minimumSaccades { return jumps > 0 }
    let few = parameters.largestJumpShare * Double(run.count)
    return Double(jumps) > few
      && (Double(jumps) > inOneStep(run) || mayBeNoise(jumps, of: run.count))
  }

  /// The most of a run's saccades that are over within one step though an eye makes them.
  ///
  /// Back to back without a gap, the eye turns once in a saccade's duration, and its samples with it: a
  /// way lasts one step or two, and as long as the saccade in the mean.
  private func inOneStep(_ run: ArraySlice<Saccade>) -> Double {
    run.reduce(0) { sum, saccade in
      let steps = MainSequence.duration(ofAmplitude: way(of: saccade)) / effectiveStep
      return sum + max(parameters.largestJumpShare, 2 - steps)
    }
  }

  /// Whether noise makes no more than so many ways of one step often enough.
  private func mayBeNoise(_ jumps: Int, of count: Int) -> Bool {
    logChanceOfHeads(
      atLeast: count - jumps, of: count, headsShare: 1 - parameters.noiseInOneStepShare)
      > log(parameters.largestChanceOfNoise)
  }

  private func isTooFast(_ saccade: Saccade) -> Bool {
    let amplitude = Double(saccade.amplitude)
    // In two steps of the signal, the fastest saccade may be over.
    guard lastsTwoSteps(amplitude) else { return false }
    let fastest =
      parameters.maximumMainSequenceRatio
      * mainSequence.unfiltered.peakVelocity(ofAmplitude: amplitude)
    // Three standard deviations of a difference of two samples.
    return Double(saccade.longestStep) > fastest * effectiveStep + 3 * 2.0.squareRoot() * noise
      && Double(saccade.longestStep) > 0.5 * amplitude
  }

  private func isInOneStep(_ saccade: Saccade) -> Bool {
    Double(saccade.longestStepShare) > parameters.jumpStepShare
  }

  private func isOnMainSequence(_ run: ArraySlice<Saccade>) -> Bool {
    (run.map(mainSequence.ratio).median() ?? 0) >= parameters.minimumMainSequenceRatio
      && !isSlowByStep(run)
  }

  /// Whether no step of the position is as long as a saccade's.
  ///
  /// At low rates the velocity's filter takes the peak from a saccade and leaves that of a sinusoid of the
  /// same size, which no longer tells them apart; the longest step from one sample to the next does.
  private func isSlowByStep(_ run: ArraySlice<Saccade>) -> Bool {
    let ratios = run.filter { $0.longestStep > 0 }.map { saccade in
      let amplitude = way(of: saccade)
      let fastest = mainSequence.unfiltered.peakVelocity(ofAmplitude: amplitude) * effectiveStep
      return Double(saccade.longestStep) / min(amplitude, fastest)
    }
    return ratios.median().map { $0 < parameters.minimumStepRatio } ?? false
  }

  /// Whether the movements one way along the run's axis are too slow for saccades, while those the
  /// other way are not: slow phases and their quick phases.
  private func isSlowOneWay(_ run: ArraySlice<Saccade>) -> Bool {
    guard let axis = AxialConcentration(of: run.map { $0.displacement }),
      axis.concentration >= parameters.planeConcentrationOne
    else { return false }
    let direction = axis.direction
    var ways: ([Double], [Double]) = ([], [])
    for saccade in run {
      let ratio = mainSequence.ratio(of: saccade)
      if (saccade.displacement * direction).sum() > 0 {
        ways.0.append(ratio)
      } else {
        ways.1.append(ratio)
      }
    }
    guard let one = ways.0.median(), let other = ways.1.median() else { return false }
    return min(one, other) < parameters.minimumMainSequenceRatio
  }
}
