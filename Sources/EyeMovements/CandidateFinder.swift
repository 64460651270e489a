import Recordings
import SignalProcessing

/// Finds what may be a saccade in the movement of a stretch: lobes of speed, each with the onset, offset
/// and direction that it would have.
///
/// - Complexity: O(*n*) in the samples.
struct CandidateFinder {
  private let parameters: MovementParameters
  private let motion: SegmentMotion
  private let noise: LocalNoise
  /// Where saccades follow one another at once, in order.
  private let trains: [Range<Int>]
  /// What was found with another noise, in order and as it was found: the boundaries of many are the
  /// same.
  private let known: [SaccadeCandidate]
  /// The train that was looked at last.
  private var train = 0
  /// Where among the known the last lobe was looked for.
  private var place = 0

  private var velocities: MotionVelocities
  private var found: [SaccadeCandidate] = []

  private var base: Int { motion.samples.lowerBound }

  init(
    parameters: MovementParameters, motion: SegmentMotion, noise: LocalNoise, trains: [Range<Int>],
    known: [SaccadeCandidate]
  ) {
    self.parameters = parameters
    self.motion = motion
    self.noise = noise
    self.trains = trains
    self.known = known
    velocities = motion.velocities
  }

  /// The candidates in order, which may reach into one another.
  consuming func candidates() -> [SaccadeCandidate] {
    let whole = SpeedLobes(
      speed: motion.speed, in: motion.speed.indices, floor: parameters.lobeFloor
    ) { first, valley, second in
      isDeep(valley, between: first, second)
        || isInTrain(second) && isTurn(valley, between: first, second)
    }
    train = 0
    for lobe in whole.parts {
      if isSeveral(lobe) {
        for turn in turns(of: lobe) { add(turn, isInTrain: isInTrain(turn.peak)) }
      } else {
        add(lobe, isInTrain: isInTrain(lobe.peak))
      }
    }
    return found
  }

  /// Whether a train is at a sample; to be asked for one after the other.
  private mutating func isInTrain(_ i: Int) -> Bool {
    while train < trains.count, trains[train].upperBound <= base + i { train += 1 }
    return train < trains.count && trains[train].lowerBound <= base + i
  }

  /// Whether the speed falls between two peaks as far as it does between two saccades.
  private func isDeep(_ valley: Int, between first: Int, _ second: Int) -> Bool {
    let speed = motion.speed
    let lower = min(speed[first], speed[second])
    return speed[valley] <= min(parameters.splitShare * lower, lower - depth(second))
  }

  /// Whether the speed falls at all between two peaks, in which the eye moves another way: what turns is
  /// no single saccade.
  private mutating func isTurn(_ valley: Int, between first: Int, _ second: Int) -> Bool {
    let speed = motion.speed
    guard speed[valley] <= min(speed[first], speed[second]) - depth(second) / 2 else {
      return false
    }
    let (one, other) = (velocities.detection[first], velocities.detection[second])
    return (one * other).sum() < parameters.turnCosine * speed[first] * speed[second]
  }

  /// How far below a peak a dip must fall.
  private func depth(_ i: Int) -> Float {
    let cap = parameters.highestPeakThreshold / parameters.peakToNoise
    return parameters.splitToNoise * min(noise[base + i], cap)
  }

  /// Whether a lobe keeps its speed longer than any saccade of that peak does.
  private func isSeveral(_ lobe: SpeedLobes.Part) -> Bool {
    let peak = motion.speed[lobe.peak]
    guard peak >= parameters.lowestPeakThreshold else { return false }
    let seconds = Double(core(of: lobe).count) / motion.samplingRate
    return seconds > MainSequence.ofDetection.duration(ofPeakVelocity: Double(peak))
  }

  /// Adds the saccade of a lobe, and in a train before and after it those that go another way without a
  /// dip between: what still moves at a saccade's speed where its own movement is spent, is another.
  private mutating func add(_ lobe: SpeedLobes.Part, isInTrain: Bool) {
    let sample = base + lobe.peak
    let local = noise[sample]
    let asked = max(parameters.peakToNoise * local, parameters.lowestPeakThreshold)
    let gain = motion.smallSaccadeGain
    let threshold = gain * min(asked, parameters.highestPeakThreshold)
    let faintest = max(
      parameters.lobeFloor, parameters.faintPeakToNoise * noise.quiet(at: sample))
    guard motion.speed[lobe.peak] >= min(threshold, faintest) else { return }
    var candidate = candidate(of: lobe, noise: min(local, threshold / parameters.peakToNoise))
    candidate.threshold = threshold
    candidate.loneThreshold = gain * min(asked, parameters.highestLonePeakThreshold)
    func addOther(_ first: Int, _ last: Int) {
      guard isInTrain, let other = rest(first, last, above: threshold) else { return }
      add(other, isInTrain: true)
    }
    addOther(lobe.left, candidate.onset - base)
    found.append(candidate)
    addOther(candidate.end - base, lobe.right)
  }

  /// The highest peak between two samples, where it stands above a speed.
  private func rest(_ first: Int, _ last: Int, above threshold: Float) -> SpeedLobes.Part? {
    let shortest = Int(parameters.shortestSaccadeSeconds * motion.samplingRate)
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

  /// A lobe that is several saccades, taken apart where the eye turns.
  private mutating func turns(of lobe: SpeedLobes.Part) -> [SpeedLobes.Part] {
    SpeedLobes(speed: motion.speed, in: lobe.left..<lobe.right + 1, floor: parameters.lobeFloor) {
      isTurn($1, between: $0, $2)
    }.parts
  }

  /// The samples around a peak in which the speed stays above half of it.
  private func core(of lobe: SpeedLobes.Part) -> ClosedRange<Int> {
    let half = 0.5 * motion.speed[lobe.peak]
    var first = lobe.peak
    while first > lobe.left, motion.speed[first - 1] > half { first -= 1 }
    var last = lobe.peak
    while last < lobe.right, motion.speed[last + 1] > half { last += 1 }
    return first...last
  }

  /// A lobe with its boundaries; with those that are known, where this noise makes no other onset.
  private mutating func candidate(of lobe: SpeedLobes.Part, noise: Float) -> SaccadeCandidate {
    let peak = base + lobe.peak
    while place < known.count, known[place].peak < peak { place += 1 }
    while place > 0, known[place - 1].peak >= peak { place -= 1 }
    if place < known.count, case let candidate = known[place], candidate.peak == peak,
      candidate.left == base + lobe.left, candidate.right == base + lobe.right,
      candidate.onsetSpeed == onsetSpeed(noise: noise, peak: candidate.peakSpeed)
    {
      return candidate
    }
    return bounded(lobe, noise: noise)
  }

  /// The speed along a saccade's direction at which it begins.
  private func onsetSpeed(noise: Float, peak: Float) -> Float {
    min(
      parameters.onsetCeiling,
      max(3 * noise, parameters.onsetFloor + parameters.onsetShare * peak), 0.7 * peak)
  }

  /// Onset, offset and direction of a lobe.
  ///
  /// The velocity is projected on the lobe's own direction: human coders put the offset where that
  /// comes down to about nothing, before the post-saccadic oscillation, whose speed never gets low.
  /// Where the eye stands or turns it is over, too: an eye that stands seems to move against a slow
  /// movement that only comes later.
  private mutating func bounded(_ lobe: SpeedLobes.Part, noise: Float) -> SaccadeCandidate {
    let (peak, left, right) = (lobe.peak, lobe.left, lobe.right)
    let core = core(of: lobe)
    var sum = SIMD2<Float>()
    for i in core { sum += velocities.detection[i] }
    let direction = sum / max((sum * sum).sum().squareRoot(), 1e-9)
    func along(_ i: Int) -> Float { (velocities.boundary[i] * direction).sum() }
    var top = motion.speed[peak]
    for i in core { top = max(top, along(i)) }

    let onsetSpeed = onsetSpeed(noise: noise, peak: top)
    var onset = peak
    while onset > left, along(onset - 1) > onsetSpeed { onset -= 1 }

    let standing = -(motion.slowVelocity(at: peak) * direction).sum()
    let offsetSpeed = max(parameters.offsetShare * top, standing)
    var end = peak
    var dip: Int?
    var here = along(peak)
    while end < right {
      let next = along(end + 1)
      guard next > offsetSpeed else { break }
      if dip == nil, end > peak, here < parameters.offsetDipSpeed, next >= here { dip = end + 1 }
      end += 1
      here = next
    }
    return SaccadeCandidate(
      peak: base + peak, left: base + left, right: base + right, onset: base + onset,
      offset: base + (dip ?? (end + 1)), end: base + end + 1, peakSpeed: top,
      onsetSpeed: onsetSpeed, direction: direction)
  }
}
