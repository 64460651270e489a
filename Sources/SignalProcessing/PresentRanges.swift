extension [Float] {
  /// The stretches of samples without NaN, in order.
  ///
  /// - Parameters:
  ///   - ranges: where to look, in order; a stretch never reaches over the border of one.
  ///   - minimum: shorter stretches are left out.
  /// - Complexity: one pass.
  package func presentRanges(within ranges: [Range<Int>], atLeast minimum: Int = 1) -> [Range<Int>]
  {
    var stretches: [Range<Int>] = []
    withUnsafeBufferPointer { samples in
      for range in ranges {
        let range = range.clamped(to: 0..<samples.count)
        var start = range.lowerBound
        while start < range.upperBound {
          while start < range.upperBound, samples[start].isNaN { start += 1 }
          var end = start
          while end < range.upperBound, !samples[end].isNaN {
            end = Swift.max(end + 1, samples.endOfFinite(from: end, to: range.upperBound))
          }
          if end - start >= Swift.max(1, minimum) { stretches.append(start..<end) }
          start = end
        }
      }
    }
    return stretches
  }
}

extension UnsafeBufferPointer<Float> {
  /// The first sample from a place on that is no finite number, or the end.
  ///
  /// - Complexity: O(*n*) in what it passes, however short that is.
  package func endOfFinite(from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && start <= end && end <= count)
    let block = 256
    var place = start
    // A block is looked at only where as many samples as a quarter of it were finite already.
    let near = Swift.min(start + block / 4, end)
    while place < near, self[place].isFinite { place += 1 }
    guard place == near else { return place }
    while place + block <= end, areFinite(place..<place + block) { place += block }
    while place < end, self[place].isFinite { place += 1 }
    return place
  }

  /// Whether the samples of a block, sixteen at a time, are all finite: times zero, others are NaN.
  private func areFinite(_ block: Range<Int>) -> Bool {
    let bytes = UnsafeRawBufferPointer(self)
    var sums = SIMD16<Float>()
    for place in stride(from: block.lowerBound * 4, to: block.upperBound * 4, by: 64) {
      sums += bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<Float>.self) * 0
    }
    let eights = sums.lowHalf + sums.highHalf
    let fours = eights.lowHalf + eights.highHalf
    return fours[0] + fours[1] + fours[2] + fours[3] == 0
  }
}
