/// Half-cycles of pendular nystagmus that are as large and fast as saccades.
///
/// From valley to valley each lasts longer than a saccade of its size would and than pendular
/// nystagmus allows (half a cycle at 8 Hz), and its mean speed is the share of the peak that a
/// sinusoid has (2/π), where a saccade has .6 at most (Q ≥ 1.65). They never come alone: within a
/// second either way, four at least.
struct SlowHalfCycles {
  /// Half a cycle at 8 Hz: saccadic oscillations of the size are faster, pendular nystagmus slower.
  static let shortestSeconds = 0.0625
  let positions: GazePositions
  let samplingRate: Double

  func removed(from found: [SaccadeCandidate]) -> [SaccadeCandidate] {
    let halfCycles = found.filter(isHalfCycle).map(\.peak)
    guard halfCycles.count >= 4 else { return found }
    let reach = Int(samplingRate)
    var first = 0
    var last = 0
    return found.filter { candidate in
      while first < halfCycles.count, halfCycles[first] < candidate.peak - reach { first += 1 }
      while last < halfCycles.count, halfCycles[last] <= candidate.peak + reach { last += 1 }
      let seconds = Double(candidate.end - candidate.onset) / samplingRate
      return last - first < 4
        || seconds <= 1.1 * MainSequence.duration(amplitude: candidate.amplitude)
        || Double(candidate.right - candidate.left) / samplingRate < 0.5 * Self.shortestSeconds
    }
  }

  private func isHalfCycle(_ candidate: SaccadeCandidate) -> Bool {
    let step = positions.displacement(from: candidate.left, to: candidate.right)
    let amplitude = (step * step).sum().squareRoot()
    let seconds = Double(candidate.right - candidate.left) / samplingRate
    return seconds > Self.shortestSeconds
      && seconds > 1.2 * MainSequence.duration(amplitude: amplitude)
      && amplitude > 0.56 * candidate.peakSpeed * Float(seconds)
  }
}
