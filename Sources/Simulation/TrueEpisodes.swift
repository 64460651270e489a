#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension TrueEpisode {
  /// The longest interval between two saccades of one episode, in seconds.
  static let longestGap = 0.04

  /// The episodes of saccades that are sorted by onset.
  static func find(in saccades: [TrueSaccade]) -> [TrueEpisode] {
    var episodes: [TrueEpisode] = []
    var first = 0
    for index in 0..<saccades.count {
      let isLast =
        index + 1 == saccades.count
        || saccades[index + 1].onset - saccades[index].offset > longestGap + 1e-9
      guard isLast else { continue }
      let run = first..<(index + 1)
      if run.count >= 3 && hasTurn(saccades[run]) { episodes.append(episode(run, saccades)) }
      first = index + 1
    }
    return episodes
  }

  private static func episode(_ run: Range<Int>, _ saccades: [TrueSaccade]) -> TrueEpisode {
    let steps = zip(saccades[run], saccades[run].dropFirst()).map { $1.onset - $0.onset }
    return TrueEpisode(
      onset: saccades[run.lowerBound].onset, offset: saccades[run.upperBound - 1].offset,
      saccades: run, frequency: 1 / (2 * middle(steps)),
      amplitude: middle(saccades[run].map(\.amplitude)))
  }

  private static func hasTurn(_ run: ArraySlice<TrueSaccade>) -> Bool {
    zip(run, run.dropFirst()).contains { before, after in
      before.displacement.x * after.displacement.x + before.displacement.y * after.displacement.y
        < 0
    }
  }

  /// |Σ exp(2iθ)| / N over the saccades of all episodes; `nil` without any.
  static func planeConcentration(
    of episodes: [TrueEpisode], _ saccades: [TrueSaccade]
  ) -> Double? {
    var sum = Vector3()
    var count = 0.0
    for saccade in episodes.flatMap({ saccades[$0.saccades] }) {
      let angle = 2 * atan2(saccade.displacement.y, saccade.displacement.x)
      sum += Vector3(cos(angle), sin(angle), 0)
      count += 1
    }
    return count > 0 ? sum.length / count : nil
  }
}

/// The median; of an even number, the mean of the two in the middle. Not for empty arrays.
func middle(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  let half = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}
