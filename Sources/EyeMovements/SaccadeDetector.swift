import Foundation
import Recordings
import SignalProcessing

/// Saccades in the version signal.
///
/// Lobes of speed above a threshold set from the quiet stretches of the trace, split where the
/// speed dips, so that back-to-back saccades stay apart. The threshold is capped: it never rises
/// with the bursts that it has to find.
struct SaccadeDetector {
  let parameters: MovementParameters
  let version: VersionSignal
  let positions: GazePositions
  let samplingRate: Double

  init(parameters: MovementParameters, version: VersionSignal, positions: GazePositions) {
    self.parameters = parameters
    self.version = version
    self.positions = positions
    samplingRate = version.samplingRate
  }

  /// Saccades of each segment, as ranges of the recording's samples.
  func candidates(in segments: [Range<Int>]) -> [SaccadeCandidate] {
    let motions = segments.map { SegmentMotion($0, version: version, parameters: parameters) }
    let noise = LocalNoise(
      windows: motions.flatMap(\.noiseWindows), sampleCount: version.sampleCount,
      samplingRate: samplingRate, parameters: parameters)
    return motions.flatMap { candidates(in: $0, noise: noise) }
  }

  private func candidates(in motion: SegmentMotion, noise: LocalNoise) -> [SaccadeCandidate] {
    let lobes = SpeedLobes(speed: motion.speed, floor: 14, splitShare: parameters.splitShare)
    var found: [SaccadeCandidate] = []
    for (i, peak) in lobes.peaks.enumerated() {
      let local = noise[motion.samples.lowerBound + peak]
      let threshold = threshold(noise: local)
      guard motion.speed[peak] >= threshold else { continue }
      var candidate = motion.candidate(
        peak: peak, left: lobes.valleys[i], right: lobes.valleys[i + 1],
        noise: min(local, threshold / parameters.peakToNoise), parameters: parameters)
      if let last = found.last, last.end > candidate.onset {
        found[found.count - 1].end = candidate.onset
        found[found.count - 1].offset = min(last.offset, candidate.onset)
      }
      candidate.threshold = threshold
      found.append(candidate)
    }
    measure(&found, in: motion)
    found = found.filter { isPlausible($0, in: motion) }
    found = withoutPostSaccadicOscillations(found)
    found = found.enumerated().filter { hasDisplacement(found, $0.offset, in: motion) }.map(
      \.element)
    found = withoutLonePairs(found)
    for i in found.indices { found[i].shift(by: motion.samples.lowerBound) }
    return found
  }

  private func threshold(noise: Float) -> Float {
    min(
      max(parameters.peakToNoise * noise, parameters.lowestPeakThreshold),
      parameters.highestPeakThreshold)
  }

  private func measure(_ found: inout [SaccadeCandidate], in motion: SegmentMotion) {
    let base = motion.samples.lowerBound
    for i in found.indices {
      let last = min(found[i].end, motion.samples.count - 1)
      let step = positions.displacement(from: base + found[i].onset, to: base + last)
      found[i].amplitude = (step * step).sum().squareRoot()
    }
  }

  private func isPlausible(_ c: SaccadeCandidate, in motion: SegmentMotion) -> Bool {
    let duration = Double(c.end - c.onset) / samplingRate
    let base = motion.samples.lowerBound
    let count = motion.samples.count
    guard duration >= parameters.shortestSaccadeSeconds,
      c.amplitude >= parameters.smallestAmplitudeDegrees,
      duration <= 1.3 * (0.021 + 0.0022 * Double(c.amplitude)) + 0.020,
      c.peakSpeed >= 0.45 * 550 * (1 - exp(-c.amplitude / 6))
    else { return false }
    guard base + c.onset > 0, base + c.end < version.sampleCount else { return false }
    guard c.peakSpeed <= 1000 else { return false }
    // Close to a gap: the flank of a blink.
    let pad = Int(0.08 * samplingRate)
    if c.onset - pad < 0, base > 0 { return false }
    if c.end + pad > count, base + count < version.sampleCount { return false }
    if Double(count) < 0.04 * samplingRate, base > 0 || base + count < version.sampleCount {
      return false
    }
    let near = Int((0.04 * samplingRate).rounded())
    let range = max(0, c.onset - near)..<min(count, c.end + near)
    return !range.contains { positions.isMissing(base + $0) }
  }

  private func withoutPostSaccadicOscillations(_ keep: [SaccadeCandidate]) -> [SaccadeCandidate] {
    var accepted: [SaccadeCandidate] = []
    let rate = Float(samplingRate)
    for k in keep.indices {
      let e = keep[k]
      guard let f = accepted.last else {
        accepted.append(e)
        continue
      }
      let gap = Float(e.onset - max(f.end, f.tail)) / rate
      let cosine = (e.direction * f.direction).sum()
      let ratio = e.amplitude / f.amplitude
      var drop = false
      if gap <= 0.020 {
        var train: Float = 2
        if cosine < 0 {
          drop = gap <= 0.010 && ratio < 0.8 && e.amplitude < 2.5 && e.peakSpeed < f.peakSpeed
          if ratio > 0.2 { train = 0.8 }
        } else {
          drop = ratio < 0.25
        }
        if drop, k + 1 < keep.count, Float(keep[k + 1].onset - e.end) / rate <= 0.03,
          keep[k + 1].amplitude > train * e.amplitude
        {
          drop = false
        }
        if drop, !(ratio < 0.25 && e.amplitude < 0.8) {
          let reach = Int(0.15 * rate)
          var dense = 0
          var j = k
          while j >= 0, e.peak - keep[j].peak <= reach {
            if keep[j].amplitude >= 1 { dense += 1 }
            j -= 1
          }
          j = k + 1
          while j < keep.count, keep[j].peak - e.peak <= reach {
            if keep[j].amplitude >= 1 { dense += 1 }
            j += 1
          }
          if dense >= 5 { drop = false }
        }
      }
      if drop {
        accepted[accepted.count - 1].tail = max(f.tail, e.end)
      } else {
        accepted.append(e)
      }
    }
    return accepted
  }

  /// A saccade moves the eye for good; a tracker's glitch returns.
  private func hasDisplacement(
    _ found: [SaccadeCandidate], _ index: Int, in motion: SegmentMotion
  ) -> Bool {
    let c = found[index]
    guard c.peakSpeed <= 2.25 * c.threshold else { return true }
    var low = 0
    var high = motion.samples.count
    for f in found[max(0, index - 2)..<index] where f.peakSpeed > 1.5 * f.threshold {
      low = max(low, f.end)
    }
    for f in found[(index + 1)..<min(found.count, index + 3)].reversed()
    where f.peakSpeed > 1.5 * f.threshold { high = min(high, f.onset) }
    let window = max(2, Int((0.03 * samplingRate).rounded()))
    let lag = Int((0.004 * samplingRate).rounded())
    let before = max(low, c.onset - window)..<(c.onset + 1)
    let start = max(0, min(c.end + lag, high - 1))
    let after = start..<max(start, min(c.end + lag + window, high))
    guard after.count >= 2, !before.isEmpty else { return true }
    let base = motion.samples.lowerBound
    func middle(_ range: Range<Int>) -> SIMD2<Float> {
      let points = range.map { positions.displacement(from: base + c.onset, to: base + $0) }
      return SIMD2(
        points.map(\.x).sorted()[points.count / 2], points.map(\.y).sorted()[points.count / 2])
    }
    let net = ((middle(after) - middle(before)) * c.direction).sum()
    return net >= 0.4 * c.amplitude && net >= 0.1
  }

  private func withoutLonePairs(_ keep: [SaccadeCandidate]) -> [SaccadeCandidate] {
    var drop = Set<Int>()
    let rate = Float(samplingRate)
    for k in keep.indices.dropLast() {
      let e = keep[k]
      let f = keep[k + 1]
      let ratio = f.amplitude / e.amplitude
      guard Float(f.onset - e.end) / rate <= 0.02, (e.direction * f.direction).sum() < -0.8,
        ratio > 0.5, ratio < 2, min(e.amplitude, f.amplitude) > 3,
        min(abs(e.direction.y), abs(f.direction.y)) > 0.5,
        k == 0 || Float(e.onset - keep[k - 1].end) / rate > 0.15,
        k + 2 >= keep.count || Float(keep[k + 2].onset - f.end) / rate > 0.15
      else { continue }
      drop.formUnion([k, k + 1])
    }
    return keep.enumerated().filter { !drop.contains($0.offset) }.map(\.element)
  }
}
