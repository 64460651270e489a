import Recordings
import SignalProcessing

/// Saccades in the version signal.
///
/// Lobes of speed above a threshold set from the quiet stretches of the trace, split where the
/// speed dips, so that back-to-back saccades stay apart. The threshold is capped: it never rises
/// with the bursts that it has to find. What then is no saccade is taken out, a reason each: against
/// the main sequence, at a loss of signal, half-cycles of a slow oscillation, oscillations that
/// follow a saccade, partial blinks.
///
/// - Complexity: O(*n*) in the samples.
struct SaccadeDetector {
  let parameters: MovementParameters
  let version: VersionSignal
  let positions: GazePositions

  /// Saccades in order, and blinks that show only as a movement of the trace.
  func detect(
    in segments: [Range<Int>]
  ) -> (saccades: [SaccadeCandidate], partialBlinks: [Range<Int>]) {
    let filters = DetectionFilters(samplingRate: version.samplingRate, parameters: parameters)
    let motions = segments.map {
      SegmentMotion(
        $0, version: version, positions: positions, parameters: parameters, filters: filters)
    }
    let found = candidates(in: motions)
    var saccades: [SaccadeCandidate] = []
    var blinks: [Range<Int>] = []
    for (motion, candidates) in zip(motions, found) {
      let found = select(candidates, in: motion)
      saccades += found.saccades
      blinks += found.partialBlinks
    }
    return (saccades, blinks)
  }

  /// The candidates of each stretch.
  ///
  /// What moves in a train is no noise: where there are trains, the noise is taken again without
  /// them, lest the threshold rise with the bursts that it has to find.
  private func candidates(in motions: [SegmentMotion]) -> [[SaccadeCandidate]] {
    let windows = motions.flatMap(\.windows)
    func noise(without trains: [Range<Int>]) -> LocalNoise {
      LocalNoise(
        windows: windows, without: trains, axes: version.planarAxes,
        sampleCount: version.sampleCount, samplingRate: version.samplingRate,
        parameters: parameters)
    }
    let noiseOfAll = noise(without: [])
    let first = motions.map { candidates(in: $0, noise: noiseOfAll, trains: []) }
    let finder = SaccadeTrains(parameters: parameters, samplingRate: version.samplingRate)
    let swings = PostSaccadicOscillations(
      parameters: parameters, samplingRate: version.samplingRate)
    let trains = zip(motions, first).flatMap { motion, found in
      finder.ranges(of: swings.removed(from: found)) {
        Set(select(found, in: motion).saccades.map(\.peak))
      }
    }
    guard !trains.isEmpty else { return first }
    let noiseBeside = noise(without: trains)
    var next = 0
    return zip(motions, first).map { motion, found in
      while next < trains.count, trains[next].upperBound <= motion.samples.lowerBound { next += 1 }
      let near = trains[next...].prefix { $0.lowerBound < motion.samples.upperBound }
      let isSame = near.isEmpty && noiseBeside.equals(noiseOfAll, in: motion.samples)
      return isSame ? found : candidates(in: motion, noise: noiseBeside, trains: Array(near))
    }
  }

  private func select(
    _ candidates: [SaccadeCandidate], in motion: SegmentMotion
  ) -> (saccades: [SaccadeCandidate], partialBlinks: [Range<Int>]) {
    let plausibility = SaccadePlausibility(
      parameters: parameters, motion: motion, positions: positions,
      recordingSamples: version.sampleCount)
    var found = SlowHalfCycles(positions: positions, samplingRate: version.samplingRate)
      .removed(from: candidates)
    found = plausibility.onMainSequence(found)
    found = plausibility.clear(of: found)
    found = MicrosaccadeTrains(parameters: parameters, samplingRate: version.samplingRate)
      .withoutLoneFaintOnes(found)
    found = PostSaccadicOscillations(parameters: parameters, samplingRate: version.samplingRate)
      .removed(from: found)
    found = plausibility.displacingTheEye(found)
    return PartialBlinks(samplingRate: version.samplingRate).removed(from: found)
  }

  private func candidates(
    in motion: SegmentMotion, noise: LocalNoise, trains: [Range<Int>]
  ) -> [SaccadeCandidate] {
    let base = motion.samples.lowerBound
    let cap = parameters.highestPeakThreshold / parameters.peakToNoise
    let depth = { parameters.splitToNoise * min(noise[base + $0], cap) }
    let whole = SpeedLobes(
      speed: motion.speed, in: motion.speed.indices, floor: parameters.lobeFloor,
      splitShare: parameters.splitShare, depth: depth)
    var velocities = motion.velocities
    var found: [SaccadeCandidate] = []
    var next = 0
    func add(_ lobe: SpeedLobes.Part) {
      while next < trains.count, trains[next].upperBound <= base + lobe.peak { next += 1 }
      let isInTrain = next < trains.count && trains[next].lowerBound <= base + lobe.peak
      addCandidates(
        in: lobe, of: motion, &velocities, noise: noise, isInTrain: isInTrain, to: &found)
    }
    for lobe in whole.parts {
      if isSeveral(lobe, in: motion) {
        turns(of: lobe, in: motion, &velocities.detection, depth: depth).forEach(add)
      } else {
        add(lobe)
      }
    }
    for i in found.indices.dropFirst() where found[i - 1].end > found[i].onset {
      found[i - 1].end = found[i].onset
      found[i - 1].offset = min(found[i - 1].offset, found[i].onset)
    }
    for i in found.indices {
      let last = min(found[i].end, motion.samples.upperBound - 1)
      let step = positions.displacement(from: found[i].onset, to: last)
      found[i].amplitude = (step * step).sum().squareRoot()
    }
    return found
  }

  /// Whether a lobe keeps its speed longer than any saccade of that peak does.
  private func isSeveral(_ lobe: SpeedLobes.Part, in motion: SegmentMotion) -> Bool {
    let peak = motion.speed[lobe.peak]
    guard peak >= parameters.lowestPeakThreshold else { return false }
    let seconds = Double(core(of: lobe, in: motion).count) / version.samplingRate
    return seconds > MainSequence.duration(peakVelocity: peak)
  }

  /// Adds the saccade of a lobe, and in a train before and after it those that go another way without a
  /// dip between: what still moves at a saccade's speed where its own movement is spent, is another.
  private func addCandidates(
    in lobe: SpeedLobes.Part, of motion: SegmentMotion, _ velocities: inout MotionVelocities,
    noise: LocalNoise, isInTrain: Bool, to found: inout [SaccadeCandidate]
  ) {
    let base = motion.samples.lowerBound
    let sample = base + lobe.peak
    let local = noise[sample]
    let asked = max(parameters.peakToNoise * local, parameters.lowestPeakThreshold)
    let gain = motion.smallSaccadeGain
    let threshold = gain * min(asked, parameters.highestPeakThreshold)
    let faintest = max(
      parameters.lobeFloor, parameters.faintPeakToNoise * noise.quiet(at: sample))
    guard motion.speed[lobe.peak] >= min(threshold, faintest) else { return }
    var candidate = boundaries(
      lobe, in: motion, &velocities, noise: min(local, threshold / parameters.peakToNoise),
      threshold: threshold)
    candidate.loneThreshold = gain * min(asked, parameters.highestLonePeakThreshold)
    func addOthers(_ first: Int, _ last: Int) {
      guard isInTrain, let other = rest(first, last, above: threshold, in: motion) else { return }
      addCandidates(in: other, of: motion, &velocities, noise: noise, isInTrain: true, to: &found)
    }
    addOthers(lobe.left, candidate.onset - base)
    found.append(candidate)
    addOthers(candidate.end - base, lobe.right)
  }

  /// The highest peak between two samples, where it stands above a speed.
  private func rest(
    _ first: Int, _ last: Int, above threshold: Float, in motion: SegmentMotion
  ) -> SpeedLobes.Part? {
    let shortest = Int(parameters.shortestSaccadeSeconds * version.samplingRate)
    guard last - first > max(2, shortest) else { return nil }
    var peak: Int?
    for i in first + 1..<last
    where motion.speed[i] >= max(threshold, peak.map { motion.speed[$0] } ?? 0)
      && motion.speed[i] > motion.speed[i - 1] && motion.speed[i] >= motion.speed[i + 1]
    {
      peak = i
    }
    return peak.map { SpeedLobes.Part(peak: $0, left: first, right: last) }
  }

  /// A lobe that is several saccades, taken apart at shallower dips, where the direction turns.
  private func turns(
    of lobe: SpeedLobes.Part, in motion: SegmentMotion, _ detection: inout SmoothedVelocity,
    depth: (Int) -> Float
  ) -> [SpeedLobes.Part] {
    SpeedLobes(
      speed: motion.speed, in: lobe.left..<lobe.right + 1, floor: parameters.lobeFloor,
      splitShare: parameters.turnShare, depth: { depth($0) / 2 },
      isTurn: { first, second in
        (detection[first] * detection[second]).sum()
          < parameters.turnCosine * motion.speed[first] * motion.speed[second]
      }
    ).parts
  }

  /// The samples around a peak in which the speed stays above half of it.
  private func core(of lobe: SpeedLobes.Part, in motion: SegmentMotion) -> ClosedRange<Int> {
    let half = 0.5 * motion.speed[lobe.peak]
    var first = lobe.peak
    while first > lobe.left, motion.speed[first - 1] > half { first -= 1 }
    var last = lobe.peak
    while last < lobe.right, motion.speed[last + 1] > half { last += 1 }
    return first...last
  }

  /// Onset, offset and direction of a lobe.
  ///
  /// The velocity is projected on the lobe's own direction: human coders put the offset where that
  /// comes down to about nothing, before the post-saccadic oscillation, whose speed never gets low.
  private func boundaries(
    _ lobe: SpeedLobes.Part, in motion: SegmentMotion, _ velocities: inout MotionVelocities,
    noise: Float, threshold: Float
  ) -> SaccadeCandidate {
    let (peak, left, right) = (lobe.peak, lobe.left, lobe.right)
    let core = core(of: lobe, in: motion)
    var sum = SIMD2<Float>()
    for i in core { sum += velocities.detection[i] }
    let direction = sum / max((sum * sum).sum().squareRoot(), 1e-9)
    func along(_ i: Int) -> Float { (velocities.boundary[i] * direction).sum() }
    var top = motion.speed[peak]
    for i in core { top = max(top, along(i)) }

    let onsetLevel = min(
      parameters.onsetCeiling,
      max(3 * noise, parameters.onsetFloor + parameters.onsetShare * top), 0.7 * top)
    var onset = peak
    while onset > left, along(onset - 1) > onsetLevel { onset -= 1 }

    let offsetLevel = parameters.offsetShare * top
    var end = peak
    var dip: Int?
    var here = along(peak)
    while end < right {
      let next = along(end + 1)
      guard next > offsetLevel else { break }
      if dip == nil, end > peak, here < parameters.offsetDipSpeed, next >= here { dip = end + 1 }
      end += 1
      here = next
    }
    let base = motion.samples.lowerBound
    return SaccadeCandidate(
      peak: base + peak, left: base + left, right: base + right, onset: base + onset,
      offset: base + (dip ?? (end + 1)), end: base + end + 1, peakSpeed: top,
      threshold: threshold, loneThreshold: threshold, direction: direction, amplitude: 0)
  }
}
