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
    let motions = segments.map {
      SegmentMotion($0, version: version, positions: positions, parameters: parameters)
    }
    let noise = LocalNoise(
      windows: motions.flatMap(\.windows), axes: version.planarAxes,
      sampleCount: version.sampleCount, samplingRate: version.samplingRate,
      parameters: parameters)
    var saccades: [SaccadeCandidate] = []
    var blinks: [Range<Int>] = []
    for motion in motions {
      let found = select(candidates(in: motion, noise: noise), in: motion)
      saccades += found.saccades
      blinks += found.partialBlinks
    }
    return (saccades, blinks)
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

  private func candidates(in motion: SegmentMotion, noise: LocalNoise) -> [SaccadeCandidate] {
    let base = motion.samples.lowerBound
    let cap = parameters.highestPeakThreshold / parameters.peakToNoise
    let lobes = SpeedLobes(
      speed: motion.speed, floor: parameters.lobeFloor, splitShare: parameters.splitShare,
      turnShare: parameters.turnShare,
      depth: { parameters.splitToNoise * min(noise[base + $0], cap) },
      isTurn: { first, second in
        let a = motion.detection(first)
        let b = motion.detection(second)
        let sizes = motion.speed[first] * motion.speed[second]
        return min(motion.speed[first], motion.speed[second]) > parameters.turnPeakSpeed
          && (a * b).sum() < parameters.turnCosine * sizes
      })
    let faintest = max(parameters.lobeFloor, parameters.faintPeakToNoise * noise.quiet)
    var found: [SaccadeCandidate] = []
    for (i, peak) in lobes.peaks.enumerated() {
      let local = noise[base + peak]
      let threshold = min(
        max(parameters.peakToNoise * local, parameters.lowestPeakThreshold),
        parameters.highestPeakThreshold)
      guard motion.speed[peak] >= min(threshold, faintest) else { continue }
      var candidate = boundaries(
        peak: peak, left: lobes.valleys[i], right: lobes.valleys[i + 1], in: motion,
        noise: min(local, threshold / parameters.peakToNoise), threshold: threshold)
      if let last = found.last, last.end > candidate.onset {
        found[found.count - 1].end = candidate.onset
        found[found.count - 1].offset = min(last.offset, candidate.onset)
      }
      candidate.amplitude = 0
      found.append(candidate)
    }
    for i in found.indices {
      let last = min(found[i].end, motion.samples.upperBound - 1)
      let step = positions.displacement(from: found[i].onset, to: last)
      found[i].amplitude = (step * step).sum().squareRoot()
    }
    return found
  }

  /// Onset, offset and direction of a lobe. `peak`, `left` and `right` count from the segment's
  /// first sample.
  ///
  /// The velocity is projected on the lobe's own direction: human coders put the offset where that
  /// comes down to about nothing, before the post-saccadic oscillation, whose speed never gets low.
  private func boundaries(
    peak: Int, left: Int, right: Int, in motion: SegmentMotion, noise: Float, threshold: Float
  ) -> SaccadeCandidate {
    let half = 0.5 * motion.speed[peak]
    var first = peak
    while first > left, motion.speed[first - 1] > half { first -= 1 }
    var last = peak
    while last < right, motion.speed[last + 1] > half { last += 1 }
    var sum = SIMD2<Float>()
    for i in first...last { sum += motion.detection(i) }
    let direction = sum / max((sum * sum).sum().squareRoot(), 1e-9)
    func along(_ i: Int) -> Float { (motion.boundary(i) * direction).sum() }
    var top = motion.speed[peak]
    for i in first...last { top = max(top, along(i)) }

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
      threshold: threshold, direction: direction, amplitude: 0)
  }
}
