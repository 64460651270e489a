/// Peaks of speed and the valleys between them.
///
/// Two neighbouring peaks are kept apart where the speed between them falls to `splitShare` of the
/// lower one or less, and below it by more than noise can do; otherwise the higher one stands for both. Speed dips where the direction
/// turns, so that back-to-back saccades stay apart.
struct SpeedLobes {
  private(set) var peaks: [Int] = []
  /// `valleys[i]` and `valleys[i + 1]` enclose `peaks[i]`.
  private(set) var valleys: [Int] = [0]

  /// - Parameters:
  ///   - depth: How far below the lower peak a dip must fall, at a sample.
  ///   - turnShare: What takes the place of `splitShare` where `isTurn` says that the direction
  ///     changes from one peak to the other.
  init(
    speed: [Float], floor: Float, splitShare: Float, turnShare: Float, depth: (Int) -> Float,
    isTurn: (Int, Int) -> Bool
  ) {
    guard !speed.isEmpty else { return }
    // The lowest sample since each kept peak, and since the start before the first.
    var minima: [Int] = []
    var lowest = 0
    for i in speed.indices {
      if speed[i] < speed[lowest] { lowest = i }
      guard speed[i] > floor, i == 0 || speed[i] > speed[i - 1],
        i + 1 == speed.count || speed[i] >= speed[i + 1]
      else { continue }
      var valley = lowest
      var isAbsorbed = false
      while let last = peaks.last {
        let lower = min(speed[last], speed[i])
        let noisy = lower - depth(i)
        if speed[valley] <= min(splitShare * lower, noisy) { break }
        if speed[valley] <= min(turnShare * lower, noisy), isTurn(last, i) { break }
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
    if !peaks.isEmpty { valleys.append(speed.count - 1) }
  }
}
