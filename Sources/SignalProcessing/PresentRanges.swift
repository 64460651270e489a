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
          while end + Self.finiteBlock <= range.upperBound, samples.areFinite(from: end) {
            end += Self.finiteBlock
          }
          while end < range.upperBound, !samples[end].isNaN { end += 1 }
          if end - start >= Swift.max(1, minimum) { stretches.append(start..<end) }
          start = end
        }
      }
    }
    return stretches
  }
}

extension [Float] {
  /// How many samples ``UnsafeBufferPointer/areFinite(from:)`` looks at.
  package static var finiteBlock: Int { 256 }
}

extension UnsafeBufferPointer<Float> {
  /// Whether all samples of a block from a place on are numbers and finite: times zero, others are
  /// NaN.
  package func areFinite(from start: Int) -> Bool {
    let block = [Float].finiteBlock
    precondition(start >= 0 && start + block <= count)
    let bytes = UnsafeRawBufferPointer(self)
    var sums = SIMD16<Float>()
    for place in stride(from: start * 4, to: (start + block) * 4, by: 64) {
      sums += bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<Float>.self) * 0
    }
    let eights = sums.lowHalf + sums.highHalf
    let fours = eights.lowHalf + eights.highHalf
    return fours[0] + fours[1] + fours[2] + fours[3] == 0
  }
}
