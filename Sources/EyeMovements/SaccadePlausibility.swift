import Foundation

/// What a saccade can't be: too small, too long, too slow or too fast for its size, at a loss of
/// signal, or a movement that does not last.
struct SaccadePlausibility {
  let parameters: MovementParameters
  let motion: SegmentMotion
  let positions: GazePositions
  /// Samples in the whole recording.
  let recordingSamples: Int

  /// What is this near to a loss, in seconds, may be part of it, whatever stands beside it.
  private static let touchingSeconds = 0.020
  /// A movement is longer than its peak where, for this time before and after it, in seconds, the eye goes
  /// the same way at this share of the peak.
  private static let longerMovementSeconds = 0.020
  private static let longerMovementShare: Float = 0.2
  /// Neighbours whose peaks stand out of their thresholds by this factor limit where a candidate is looked
  /// at for what it displaces.
  private static let strongPeakRatio: Float = 1.5
  /// How long before and after it the eye's place is looked at, and how long after its end that begins:
  /// ringing comes first. In seconds.
  private static let placeSeconds = 0.030
  private static let placeLagSeconds = 0.004
  /// The smallest way for good, in degrees.
  private static let leastNetDegrees: Float = 0.1
  /// Positions scatter by this at least, in degrees: numbers are rounded.
  private static let leastScatterDegrees: Float = 0.01

  private var samplingRate: Double { motion.samplingRate }
  private var segment: Range<Int> { motion.samples }

  func onMainSequence(_ found: [SaccadeCandidate]) -> [SaccadeCandidate] {
    var velocity = motion.velocities.boundary
    return zip(found, areInTrains(found))
      .filter { isOnMainSequence($0, isInTrain: $1, velocity: &velocity) }.map(\.0)
  }

  func displacingTheEye(_ found: [SaccadeCandidate]) -> [SaccadeCandidate] {
    let areInTrains = areInTrains(found)
    return found.indices.filter { areInTrains[$0] || displacesTheEye(at: $0, of: found) }
      .map { found[$0] }
  }

  /// Which stand in a run of at least `fewestInTrain` clear ones, with no more faint ones among them,
  /// that follow one another at once and turn back each time: their company shows that they are saccades.
  private func areInTrains(_ found: [SaccadeCandidate]) -> [Bool] {
    let reach = Int(parameters.trainGapSeconds * samplingRate)
    var areInTrains = found.map { _ in false }
    var first = 0
    for i in 1..<max(1, found.count + 1) {
      if i < found.count, found[i].onset - found[i - 1].end <= reach,
        (found[i].direction * found[i - 1].direction).sum() < 0,
        found[i].amplitude < parameters.trainSizeRatio * found[i - 1].amplitude,
        found[i - 1].amplitude < parameters.trainSizeRatio * found[i].amplitude
      {
        continue
      }
      let clear = found[first..<i].count { !$0.isFaint }
      if clear >= parameters.fewestInTrain, 2 * clear >= i - first {
        for k in first..<i { areInTrains[k] = true }
      }
      first = i
    }
    return areInTrains
  }

  private func isOnMainSequence(
    _ c: SaccadeCandidate, isInTrain: Bool, velocity: inout SmoothedVelocity
  ) -> Bool {
    let seconds = Double(c.end - c.onset) / samplingRate
    let smallest =
      c.isFaint ? parameters.smallestFaintDegrees : parameters.smallestAmplitudeDegrees
    let margin = Int((parameters.shortestSaccadeSeconds * samplingRate).rounded())
    let amplitude = Double(c.amplitude)
    let lowestPeakRatio =
      isInTrain
      ? parameters.lowestTrainPeakRatio
      : parameters.lowestPeakRatio
        * Float(MainSequence.peakShare(ofAmplitude: amplitude, cutoff: motion.velocityCutoff))
    return seconds + 0.5001 / samplingRate >= parameters.shortestSaccadeSeconds
      && c.amplitude >= smallest
      && seconds
        <= parameters.longestDurationRatio * MainSequence.duration(ofAmplitude: amplitude)
        + max(parameters.longestDurationSlackSeconds, 3 / samplingRate)
      && c.peakSpeed
        >= lowestPeakRatio * Float(MainSequence.ofDetection.peakVelocity(ofAmplitude: amplitude))
      && c.peakSpeed <= parameters.fastestSaccade
      // A half-cycle that the recording's ends cut can't be told from a saccade.
      && c.onset > 0 && c.peak >= margin && c.end < recordingSamples
      && c.peak + margin < recordingSamples
      && !(isWeak(c) && !isInTrain && isPartOfLongerMovement(c, velocity: &velocity))
  }

  /// Those that stand clear of losses, where lids move; and those nearer that go over, back to back,
  /// into a train of two or more that do.
  func clear(of found: [SaccadeCandidate]) -> [SaccadeCandidate] {
    guard segment.lowerBound > 0 || segment.upperBound < recordingSamples else { return found }
    var isKept = found.map(isClear)
    let reach = Int(parameters.trainGapSeconds * samplingRate)
    for i in found.indices.reversed() where !isKept[i] && i + 2 < found.count {
      isKept[i] =
        isKept[i + 1] && isKept[i + 2] && found[i + 1].onset - found[i].end <= reach
        && found[i + 2].onset - found[i + 1].end <= reach && !touchesLoss(found[i])
    }
    for i in found.indices where !isKept[i] && i >= 2 {
      isKept[i] =
        isKept[i - 1] && isKept[i - 2] && found[i].onset - found[i - 1].end <= reach
        && found[i - 1].onset - found[i - 2].end <= reach && !touchesLoss(found[i])
    }
    return zip(found, isKept).filter(\.1).map(\.0)
  }

  private func isClear(_ c: SaccadeCandidate) -> Bool {
    !isNearLoss(c, samples: Int(parameters.saccadeClearanceSeconds * samplingRate))
  }

  private func touchesLoss(_ c: SaccadeCandidate) -> Bool {
    isNearLoss(c, samples: Int((Self.touchingSeconds * samplingRate).rounded()))
  }

  private func isNearLoss(_ c: SaccadeCandidate, samples pad: Int) -> Bool {
    segment.lowerBound > 0 && c.onset - pad < segment.lowerBound
      || segment.upperBound < recordingSamples && c.end + pad > segment.upperBound
  }

  /// Whether its peak does not stand far above what it had to reach.
  private func isWeak(_ c: SaccadeCandidate) -> Bool {
    c.peakSpeed <= parameters.weakPeakRatio * c.threshold
  }

  /// Whether the eye moves the same way before and after it, at a good part of its peak speed.
  private func isPartOfLongerMovement(
    _ c: SaccadeCandidate, velocity: inout SmoothedVelocity
  ) -> Bool {
    let reach = max(2, Int((Self.longerMovementSeconds * samplingRate).rounded()))
    func mean(_ range: Range<Int>) -> Float {
      let range = range.clamped(to: segment)
      guard !range.isEmpty else { return 0 }
      var sum: Float = 0
      for i in range { sum += (velocity[i - segment.lowerBound] * c.direction).sum() }
      return sum / Float(range.count)
    }
    let limit = Self.longerMovementShare * c.peakSpeed
    return mean(c.onset - reach..<c.onset) > limit && mean(c.end..<c.end + reach) > limit
  }

  /// A saccade moves the eye for good, a glitch of the tracker returns: where a candidate is weak,
  /// the median position after it must differ from that before it, and by more than those scatter where
  /// there is room to tell.
  private func displacesTheEye(at index: Int, of found: [SaccadeCandidate]) -> Bool {
    let c = found[index]
    guard isWeak(c), !c.isFaint else { return true }
    var low = segment.lowerBound
    var high = segment.upperBound
    func isStrong(_ other: SaccadeCandidate) -> Bool {
      other.peakSpeed > Self.strongPeakRatio * other.threshold
    }
    if let before = found[max(0, index - 2)..<index].last(where: isStrong) { low = before.end }
    if let after = found[(index + 1)..<min(found.count, index + 3)].first(where: isStrong) {
      high = after.onset
    }
    let window = max(2, Int((Self.placeSeconds * samplingRate).rounded()))
    let lag = Int((Self.placeLagSeconds * samplingRate).rounded())
    let start = max(low, min(c.end + lag, high - 1))
    let after = start..<max(start, min(c.end + lag + window, high))
    let before = min(max(low, c.onset - window), c.onset)..<(c.onset + 1)
    guard after.count >= 2 else { return true }
    let net =
      middle(of: after, from: c.onset, along: c.direction)
      - middle(of: before, from: c.onset, along: c.direction)
    guard net >= max(parameters.netShare * c.amplitude, Self.leastNetDegrees) else { return false }
    guard min(before.count, after.count) >= window / 2 else { return true }
    let scatter =
      (variance(of: before, along: c.direction)
      + variance(of: after, along: c.direction)).squareRoot()
    let step = net / max(scatter, Self.leastScatterDegrees) / parameters.stepToScatter
    return c.peakSpeed / c.loneThreshold * pow(step, parameters.stepWeight) >= 1
  }

  private func middle(
    of range: Range<Int>, from origin: Int, along direction: SIMD2<Float>
  ) -> Float {
    range.map { (positions.displacement(from: origin, to: $0) * direction).sum() }
      .sorted()[range.count / 2]
  }

  private func variance(of range: Range<Int>, along direction: SIMD2<Float>) -> Float {
    let values = range.map {
      (positions.displacement(from: range.lowerBound, to: $0) * direction).sum()
    }
    let mean = values.reduce(0, +) / Float(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(values.count)
  }
}
