/// Peaks of speed and the valleys between them.
///
/// Of two neighbouring peaks that are not apart, the higher one stands for both. Speed dips where the
/// direction turns, so that back-to-back saccades stay apart.
struct SpeedLobes {
  private(set) var peaks: [Int] = []
  /// `valleys[i]` and `valleys[i + 1]` enclose `peaks[i]`.
  private(set) var valleys: [Int] = []

  /// - Parameters:
  ///   - range: The samples to look at.
  ///   - floor: The lowest speed of a peak.
  ///   - areApart: Whether two peaks are, with the lowest sample between them.
  init(
    speed: SegmentSpeed, in range: Range<Int>, floor: Float,
    areApart: (_ first: Int, _ valley: Int, _ second: Int) -> Bool
  ) {
    guard !range.isEmpty else { return }
    precondition(speed.indices.contains(range))
    valleys = [range.lowerBound]
    // The lowest sample since each kept peak, and since the start before the first.
    var minima: [Int] = []
    speed.withUnsafeBufferPointer { speed in
      var lowest = range.lowerBound
      var before = -Float.infinity
      var here = speed[range.lowerBound]
      var least = here
      for i in range {
        let next = i + 1 < range.upperBound ? speed[i + 1] : -.infinity
        if here < least { (lowest, least) = (i, here) }
        if here > floor, here > before, here >= next {
          lowest = add(i, lowest, speed, &minima, areApart)
          least = speed[lowest]
        }
        (before, here) = (here, next)
      }
    }
    for minimum in minima.dropFirst() { valleys.append(minimum) }
    if !peaks.isEmpty { valleys.append(range.upperBound - 1) }
  }

  /// Adds a peak, where it is one of its own.
  ///
  /// - Parameter lowest: The lowest sample since the peak before.
  /// - Returns: The lowest sample since the last peak that was kept.
  private mutating func add(
    _ peak: Int, _ lowest: Int, _ speed: UnsafeBufferPointer<Float>, _ minima: inout [Int],
    _ areApart: (Int, Int, Int) -> Bool
  ) -> Int {
    var valley = lowest
    while let last = peaks.last, !areApart(last, valley, peak) {
      if speed[peak] <= speed[last] {
        // The valley after the kept peak goes on from where it was lowest.
        return speed[valley] < speed[peak] ? valley : peak
      }
      peaks.removeLast()
      let before = minima.removeLast()
      if speed[before] < speed[valley] { valley = before }
    }
    peaks.append(peak)
    minima.append(valley)
    return peak
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
