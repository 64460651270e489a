/// Peaks of speed and the valleys between them.
///
/// Two neighbouring peaks are kept apart where the speed between them falls to `splitShare` of the
/// lower one or less, and below it by more than noise can do; otherwise the higher one stands for
/// both. Speed dips where the direction turns, so that back-to-back saccades stay apart.
struct SpeedLobes {
  private(set) var peaks: [Int] = []
  /// `valleys[i]` and `valleys[i + 1]` enclose `peaks[i]`.
  private(set) var valleys: [Int] = []

  /// - Parameters:
  ///   - range: The samples to look at.
  ///   - depth: How far below the lower peak a dip must fall, at a sample.
  ///   - isTurn: Whether two peaks may be apart at all.
  init(
    speed: [Float], in range: Range<Int>, floor: Float, splitShare: Float,
    depth: (Int) -> Float, isTurn: (Int, Int) -> Bool = { _, _ in true }
  ) {
    guard !range.isEmpty else { return }
    valleys = [range.lowerBound]
    // The lowest sample since each kept peak, and since the start before the first.
    var minima: [Int] = []
    var lowest = range.lowerBound
    for i in range {
      if speed[i] < speed[lowest] { lowest = i }
      guard speed[i] > floor, i == range.lowerBound || speed[i] > speed[i - 1],
        i + 1 == range.upperBound || speed[i] >= speed[i + 1]
      else { continue }
      var valley = lowest
      var isAbsorbed = false
      while let last = peaks.last {
        let lower = min(speed[last], speed[i])
        if speed[valley] <= min(splitShare * lower, lower - depth(i)), isTurn(last, i) { break }
        if speed[i] <= speed[last] {
          isAbsorbed = true
          break
        }
        peaks.removeLast()
        let before = minima.removeLast()
        if speed[before] < speed[valley] { valley = before }
      }
      if isAbsorbed {
        // The valley after the kept peak goes on from where it was lowest.
        lowest = speed[valley] < speed[i] ? valley : i
      } else {
        peaks.append(i)
        minima.append(valley)
        lowest = i
      }
    }
    for minimum in minima.dropFirst() { valleys.append(minimum) }
    if !peaks.isEmpty { valleys.append(range.upperBound - 1) }
  }

  /// A peak between its valleys.
  struct Part {
    let peak: Int
    let left: Int
    let right: Int
  }

  var parts: [Part] {
    peaks.indices.map { Part(peak: peaks[$0], left: valleys[$0], right: valleys[$0 + 1]) }
  }
}
