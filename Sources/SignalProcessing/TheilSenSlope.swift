extension ArraySlice<Float> {
  /// The median slope over all pairs of evenly spaced samples, in units a second: a line that up to
  /// 29 % of wild samples do not move.
  ///
  /// Slices longer than 48 samples are first averaged in 48 blocks of nearly equal length, which
  /// keeps the time linear and about .9 of the efficiency of the least squares; wild samples then
  /// count by the blocks that they touch.
  ///
  /// - Parameter samplingRate: in Hz. NaN samples are left out.
  /// - Returns: `nil` with fewer than two samples (or blocks).
  /// - Source: Theil (1950); Sen, Journal of the American Statistical Association 63 (1968).
  /// - Complexity: O(*n*), and up to 1,128 pairs.
  package func theilSenSlope(samplingRate: Double) -> Double? {
    let points = blockMeans(atMost: 48)
    var slopes: [Double] = []
    slopes.reserveCapacity(points.count * Swift.max(0, points.count - 1) / 2)
    for (index, first) in points.enumerated() {
      for second in points[(index + 1)...] {
        slopes.append((second.value - first.value) / (second.place - first.place))
      }
    }
    return slopes.median().map { $0 * samplingRate }
  }

  /// The mean place and value of each of some blocks; those without a value are left out.
  private func blockMeans(atMost limit: Int) -> [(place: Double, value: Double)] {
    let blocks = Swift.min(limit, count)
    return (0..<blocks).compactMap { block in
      let from = block * count / blocks
      let to = (block + 1) * count / blocks
      var place = 0.0
      var value = 0.0
      var number = 0.0
      for index in from..<to {
        let sample = self[startIndex + index]
        guard !sample.isNaN else { continue }
        place += Double(index)
        value += Double(sample)
        number += 1
      }
      return number > 0 ? (place / number, value / number) : nil
    }
  }
}
