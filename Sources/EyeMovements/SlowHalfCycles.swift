/// Half-cycles of pendular nystagmus that are as large and fast as saccades.
///
/// From valley to valley each lasts longer than a saccade of its size would and than half a cycle of
/// the fastest pendular nystagmus (8 Hz), and its mean speed is the share of the peak that a
/// sinusoid has (2/π), where a saccade has .6 at most (Q ≥ 1.65). They never come alone: within a
/// second either way, four at least. Those faster than the largest pendular nystagmus that was described
/// must have the very shape of a sinusoid and go on for seconds, lest large saccades of a slow kind, which
/// last as long, be taken for them. And they lie along one axis: saccades that the rate does not keep
/// apart last as long together, and in opsoclonus they go any way. What is as fast as a saccade and far
/// faster than the half-cycles about it is none: the quick phase of a slow phase that accelerates.
///
/// - Source: 15.7° and 0.5 to 8 Hz in infantile nystagmus, up to 5° at 6 Hz in acquired pendular
///   nystagmus, 17.5° and 129 °/s in ocular bobbing.
struct SlowHalfCycles {
  let positions: GazePositions
  let samplingRate: Double

  /// Half a cycle at 8 Hz: saccadic oscillations of the size are faster, pendular nystagmus slower.
  static let shortestSeconds = 0.0625
  /// From valley to valley, as a multiple of what a saccade of the size takes.
  private static let leastDurationRatio = 1.2
  /// In degrees a second: 16° at 4 Hz.
  private static let fastestDescribed: Float = 200
  /// 16° at 6 Hz, and noise.
  private static let fastest: Float = 340
  /// The mean speed as a share of the peak: 2/π in a sinusoid, less for noise that raises the peak …
  private static let leastMeanShare: Float = 0.56
  /// … and of those that are faster than was described, of which the very shape is asked.
  private static let leastMeanShareOfFast: Float = 0.62
  /// How many half-cycles there are in a row where some are faster, and how long it takes at most from one
  /// peak to the next, since saccades may come between: a burst of saccades is over before.
  private static let fewestWithFast = 30
  private static let longestStepSeconds = 0.7
  /// How many there are within this time either way: they never come alone.
  private static let fewest = 4
  private static let reachSeconds = 1.0
  /// The axial concentration (R2) of half-cycles within a second either way: eight of random axes reach
  /// it once in twenty times.
  private static let leastConcentration = 0.6
  /// How long a movement may last among them and still be a saccade, as a multiple of what one of its size
  /// takes; or from valley to valley, as a share of the shortest half-cycle.
  private static let longestSaccadeRatio = 1.1
  private static let longestSaccadeShare = 0.5
  /// How much faster than the half-cycles about it a saccade is that stands out of them, and the share
  /// of the peak velocity of its size that it has at least.
  private static let leastSpeedRatio: Float = 2
  private static let leastPeakShare: Float = 0.7
  /// What is shorter is no rest: the eye only turns.
  private static let shortestRestSeconds = 0.012

  /// How much longer than at 200 Hz a movement may seem, in seconds, for each end that is known to a
  /// sample only.
  private var unsureSeconds: Double { max(0, 1 / samplingRate - 0.005) }

  func removed(from found: [SaccadeCandidate]) -> [SaccadeCandidate] {
    let isHalfCycle = areHalfCycles(found)
    let halfCycles = zip(found, isHalfCycle).filter(\.1).map(\.0)
    guard halfCycles.count >= Self.fewest else { return found }
    let axes = Self.sumsOfAxes(halfCycles)
    let speeds = halfCycles.reduce(into: [0.0]) { sums, halfCycle in
      sums.append(sums[sums.count - 1] + Double(halfCycle.peakSpeed))
    }
    let reach = Int(Self.reachSeconds * samplingRate)
    var first = 0
    var last = 0
    return found.indices.filter { index in
      let candidate = found[index]
      while first < halfCycles.count, halfCycles[first].peak < candidate.peak - reach { first += 1 }
      while last < halfCycles.count, halfCycles[last].peak <= candidate.peak + reach { last += 1 }
      let sum = axes[last] - axes[first]
      guard last - first >= Self.fewest,
        (sum * sum).sum().squareRoot() >= Self.leastConcentration * Double(last - first)
      else { return true }
      let amplitude = Double(candidate.amplitude)
      let seconds = Double(candidate.end - candidate.onset) / samplingRate
      let wholeSeconds = Double(candidate.right - candidate.left) / samplingRate
      let longest = Self.longestSaccadeRatio * MainSequence.duration(ofAmplitude: amplitude)
      let isShort =
        seconds <= longest + 2 * unsureSeconds
        || wholeSeconds < Self.longestSaccadeShare * Self.shortestSeconds
      let speed = Float((speeds[last] - speeds[first]) / Double(last - first))
      let expected = Float(MainSequence.ofDetection.peakVelocity(ofAmplitude: amplitude))
      let isFast =
        candidate.peakSpeed >= Self.leastSpeedRatio * speed
        && candidate.peakSpeed >= Self.leastPeakShare * expected
      return (isShort || isFast) && !isPart(index, of: found, isHalfCycle)
    }.map { found[$0] }
  }

  /// Running sums of unit vectors at twice the angle, in which one way along an axis is as the other.
  private static func sumsOfAxes(_ candidates: [SaccadeCandidate]) -> [SIMD2<Double>] {
    var sums = [SIMD2<Double>.zero]
    for candidate in candidates {
      let (x, y) = (Double(candidate.direction.x), Double(candidate.direction.y))
      sums.append(sums[sums.count - 1] + SIMD2(x * x - y * y, 2 * x * y))
    }
    return sums
  }

  /// Whether noise has cut it off a half-cycle: the eye does not rest before or after it, and is no faster
  /// than in the half-cycle beside it.
  private func isPart(_ index: Int, of found: [SaccadeCandidate], _ isHalfCycle: [Bool]) -> Bool {
    guard index > 0, index + 1 < found.count else { return false }
    let (before, candidate, after) = (found[index - 1], found[index], found[index + 1])
    let rest = Int((Self.shortestRestSeconds * samplingRate).rounded())
    return candidate.onset - before.end <= rest && after.onset - candidate.end <= rest
      && (isHalfCycle[index - 1] || isHalfCycle[index + 1])
      && candidate.peakSpeed <= max(before.peakSpeed, after.peakSpeed)
  }

  private func areHalfCycles(_ found: [SaccadeCandidate]) -> [Bool] {
    var are = found.map(isHalfCycle)
    let step = Int(Self.longestStepSeconds * samplingRate)
    var run: [Int] = []
    func close() {
      if run.count < Self.fewestWithFast {
        for index in run where found[index].peakSpeed > Self.fastestDescribed { are[index] = false }
      }
      run = []
    }
    for index in found.indices where are[index] {
      if let last = run.last, found[index].peak - found[last].peak > step { close() }
      run.append(index)
    }
    close()
    return are
  }

  private func isHalfCycle(_ candidate: SaccadeCandidate) -> Bool {
    let seconds = Double(candidate.right - candidate.left) / samplingRate
    guard seconds > Self.shortestSeconds + unsureSeconds, candidate.peakSpeed <= Self.fastest else {
      return false
    }
    let step = positions.displacement(from: candidate.left, to: candidate.right)
    let amplitude = (step * step).sum().squareRoot()
    let meanShare =
      candidate.peakSpeed > Self.fastestDescribed ? Self.leastMeanShareOfFast : Self.leastMeanShare
    let saccade = MainSequence.duration(ofAmplitude: Double(amplitude))
    return seconds > Self.leastDurationRatio * saccade
      && amplitude > meanShare * candidate.peakSpeed * Float(seconds)
  }
}
