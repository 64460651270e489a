/// Stretches in which candidates follow one another at once, to and fro: what bursts are made of.
struct SaccadeTrains {
  let parameters: MovementParameters
  let samplingRate: Double

  /// The samples in and about each train, in order and apart from one another.
  ///
  /// About it too, since what is left of a burst beyond a saccade that was not found may be too little
  /// to show by itself.
  ///
  /// - Parameter saccades: gives the peaks of those that are saccades by themselves, as an eighth of a
  ///   train is at least: the half-cycles of a slow oscillation are none.
  func ranges(
    of found: [SaccadeCandidate], saccades: () -> Set<Int>
  ) -> [Range<Int>] {
    let reach = Int(parameters.trainGapSeconds * samplingRate)
    let around = Int(parameters.trainSurroundSeconds * samplingRate)
    var ranges: [Range<Int>] = []
    var peaks: Set<Int>?
    func areSaccades(_ run: ArraySlice<SaccadeCandidate>) -> Bool {
      let known = peaks ?? saccades()
      peaks = known
      let count = run.count { known.contains($0.peak) }
      return count > 0 && 8 * count >= run.count
    }
    var first = 0
    for i in found.indices {
      let next = i + 1
      if next < found.count, found[next].onset - found[i].end <= reach { continue }
      if isTrain(found[first...i]), areSaccades(found[first...i]) {
        let (low, high) = (found[first].onset - around, found[i].end + around)
        if let last = ranges.last, last.upperBound >= low {
          ranges[ranges.count - 1] = last.lowerBound..<high
        } else {
          ranges.append(low..<high)
        }
      }
      first = next
    }
    return ranges
  }

  /// Four that stand clear of the noise, and a turn back.
  private func isTrain(_ run: ArraySlice<SaccadeCandidate>) -> Bool {
    let clear = run.count { !$0.isFaint }
    return clear >= parameters.fewestInTrain
      && zip(run, run.dropFirst()).contains { ($0.direction * $1.direction).sum() < 0 }
  }
}
