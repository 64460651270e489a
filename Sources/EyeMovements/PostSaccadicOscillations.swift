/// Oscillations that follow a saccade where a pupil tracker sees lens and iris swing.
///
/// They follow within milliseconds, are smaller than their saccade, and decay; flutter does not.
/// - Source: Nyström & Holmqvist 2010, *Behav Res Methods* 42:188–204, for what they are; the rules
///   are ours.
struct PostSaccadicOscillations {
  let parameters: MovementParameters
  let samplingRate: Double

  /// Takes them out; each extends the tail of its saccade.
  func removed(from found: [SaccadeCandidate]) -> [SaccadeCandidate] {
    var kept: [SaccadeCandidate] = []
    for (i, candidate) in found.enumerated() {
      if let last = kept.last, isOscillation(i, of: found, after: last) {
        kept[kept.count - 1].tail = max(last.tail, candidate.end)
      } else {
        kept.append(candidate)
      }
    }
    return kept
  }

  private func isOscillation(
    _ i: Int, of found: [SaccadeCandidate], after saccade: SaccadeCandidate
  ) -> Bool {
    let c = found[i]
    let gap = Double(c.onset - saccade.rest) / samplingRate
    guard gap <= parameters.reboundGapSeconds else { return false }
    let share = c.amplitude / saccade.amplitude
    let isOpposite = (c.direction * saccade.direction).sum() < 0
    if isOpposite {
      guard gap <= parameters.oscillationGapSeconds, share < parameters.oscillationShare,
        c.amplitude < parameters.oscillationDegrees, c.peakSpeed < saccade.peakSpeed
      else { return false }
    } else {
      guard share < parameters.reboundShare else { return false }
    }
    return !isInTrain(i, of: found, decay: isOpposite && share > 0.2 ? 0.8 : 2)
      && !(isInDenseBurst(i, of: found) && !(share < 0.25 && c.amplitude < 0.8))
  }

  /// Whether what follows at once is larger than `decay` times this: ringing decays.
  private func isInTrain(_ i: Int, of found: [SaccadeCandidate], decay: Float) -> Bool {
    guard i + 1 < found.count else { return false }
    let next = found[i + 1]
    return Double(next.onset - found[i].end) / samplingRate <= 0.03
      && next.amplitude > decay * found[i].amplitude
  }

  /// Whether five saccades or more of a degree stand within 150 ms either way; or four within 200 ms
  /// before one of a degree, which ends a burst.
  private func isInDenseBurst(_ i: Int, of found: [SaccadeCandidate]) -> Bool {
    func count(_ others: some Sequence<SaccadeCandidate>, within seconds: Double) -> Int {
      let reach = Int(seconds * samplingRate)
      var large = 0
      for other in others {
        guard abs(other.peak - found[i].peak) <= reach, large < 5 else { break }
        if other.amplitude >= 1 { large += 1 }
      }
      return large
    }
    let before = found[...i].reversed()
    return count(before, within: 0.15) + count(found[(i + 1)...], within: 0.15) >= 5
      || found[i].amplitude >= 1 && count(before.dropFirst(), within: 0.2) >= 4
  }
}
