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
    in segments: [Range<Int>], filters: DetectionFilters
  ) -> (saccades: [SaccadeCandidate], partialBlinks: [Range<Int>]) {
    let motions = SegmentMotion.all(
      in: segments, version: version, parameters: parameters, filters: filters)
    var saccades: [SaccadeCandidate] = []
    var blinks: [Range<Int>] = []
    forCandidates(in: motions) { motion, candidates in
      let found = select(candidates, in: motion)
      saccades += found.saccades
      blinks += found.partialBlinks
    }
    return (saccades, blinks)
  }

  /// Gives the candidates of each stretch, one after the other.
  ///
  /// What moves in a train is no noise: where there are trains, the noise is taken again without
  /// them, lest the threshold rise with the bursts that it has to find.
  private func forCandidates(
    in motions: [SegmentMotion], _ body: (SegmentMotion, [SaccadeCandidate]) -> Void
  ) {
    let windows = motions.flatMap(\.windows)
    func noise(without trains: [Range<Int>]) -> LocalNoise {
      LocalNoise(
        windows: windows, without: trains, axes: version.planarAxes,
        sampleCount: version.sampleCount, samplingRate: version.samplingRate,
        parameters: parameters)
    }
    func finder(
      _ motion: SegmentMotion, _ noise: LocalNoise, trains: [Range<Int>] = [],
      known: [SaccadeCandidate] = []
    ) -> CandidateFinder {
      CandidateFinder(
        parameters: parameters, motion: motion, noise: noise, trains: trains, known: known)
    }
    let noiseOfAll = noise(without: [])
    let trainFinder = SaccadeTrains(parameters: parameters, samplingRate: version.samplingRate)
    let swings = PostSaccadicOscillations(
      parameters: parameters, samplingRate: version.samplingRate)
    var trains: [Range<Int>] = []
    // Stretch by stretch, which the processor's cache holds.
    let first = motions.map { motion in
      let apart = finder(motion, noiseOfAll).candidates()
      let joined = joined(apart, in: motion)
      trains += trainFinder.ranges(of: swings.removed(from: joined)) {
        Set(select(joined, in: motion).saccades.map(\.peak))
      }
      return (apart: apart, joined: joined)
    }
    let noiseBeside = trains.isEmpty ? noiseOfAll : noise(without: trains)
    var next = 0
    for (motion, first) in zip(motions, first) {
      while next < trains.count, trains[next].upperBound <= motion.samples.lowerBound { next += 1 }
      let near = trains[next...].prefix { $0.lowerBound < motion.samples.upperBound }
      if near.isEmpty, noiseBeside.equals(noiseOfAll, in: motion.samples) {
        body(motion, first.joined)
      } else {
        let again = finder(motion, noiseBeside, trains: Array(near), known: first.apart)
        body(motion, joined(again.candidates(), in: motion))
      }
    }
  }

  /// Candidates that end where the next begins, with their amplitudes.
  private func joined(
    _ candidates: [SaccadeCandidate], in motion: SegmentMotion
  ) -> [SaccadeCandidate] {
    var found = candidates
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
}
