/// Oscillations that follow a saccade where a pupil tracker sees lens and iris swing.
///
/// They follow within milliseconds, are smaller than their saccade, and decay; flutter does not.
/// - Source: Nyström & Holmqvist 2010, *Behav Res Methods* 42:188–204, for what they are; the rules
///   are ours.
struct PostSaccadicOscillations {
  let parameters: MovementParameters
  let samplingRate: Double

  /// An opposite lobe larger than this share of its saccade is the larger half of a flutter's cycle …
  private static let largeShare: Float = 0.2
  /// … where what follows within this time, in seconds, is larger than this share of it: ringing decays …
  private static let trainGapSeconds = 0.03
  private static let decayOfLarge: Float = 0.8
  /// … and any other lobe, where what follows is larger than this multiple of it.
  private static let decayOfSmall: Float = 2
  /// So many saccades of so many degrees within this time either way, in seconds, are a burst, in which a
  /// lobe is a saccade …
  private static let fewestInBurst = 5
  private static let burstDegrees: Float = 1
  private static let burstReachSeconds = 0.15
  /// … and so many within this time before one as large, which ends it …
  private static let fewestBeforeLast = 4
  private static let lastReachSeconds = 0.2
  /// … but for what is smaller than this share of its saccade, and than this, in degrees: pupil trackers
  /// show oscillations of 0.2 to 0.8°.
  private static let shareInBurst: Float = 0.25
  private static let degreesInBurst: Float = 0.8

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
    let decay = isOpposite && share > Self.largeShare ? Self.decayOfLarge : Self.decayOfSmall
    guard !isInTrain(i, of: found, decay: decay) else { return false }
    let isSmall = share < Self.shareInBurst && c.amplitude < Self.degreesInBurst
    return isSmall || !isInDenseBurst(i, of: found)
  }

  /// Whether what follows at once is larger than `decay` times this: ringing decays.
  private func isInTrain(_ i: Int, of found: [SaccadeCandidate], decay: Float) -> Bool {
    guard i + 1 < found.count else { return false }
    let next = found[i + 1]
    return Double(next.onset - found[i].end) / samplingRate <= Self.trainGapSeconds
      && next.amplitude > decay * found[i].amplitude
  }

  /// Whether it stands in a burst of saccades, or ends one.
  private func isInDenseBurst(_ i: Int, of found: [SaccadeCandidate]) -> Bool {
    func count(_ others: some Sequence<SaccadeCandidate>, within seconds: Double) -> Int {
      let reach = Int(seconds * samplingRate)
      var large = 0
      for other in others {
        guard abs(other.peak - found[i].peak) <= reach, large < Self.fewestInBurst else { break }
        if other.amplitude >= Self.burstDegrees { large += 1 }
      }
      return large
    }
    let before = found[...i].reversed()
    let either =
      count(before, within: Self.burstReachSeconds)
      + count(found[(i + 1)...], within: Self.burstReachSeconds)
    return either >= Self.fewestInBurst
      || found[i].amplitude >= Self.burstDegrees
        && count(before.dropFirst(), within: Self.lastReachSeconds) >= Self.fewestBeforeLast
  }
}
