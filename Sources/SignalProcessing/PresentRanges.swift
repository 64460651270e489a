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
          while end + 16 <= range.upperBound, samples.areFinite(from: end) { end += 16 }
          while end < range.upperBound, !samples[end].isNaN { end += 1 }
          if end - start >= Swift.max(1, minimum) { stretches.append(start..<end) }
          start = end
        }
      }
    }
    return stretches
  }
}

extension UnsafeBufferPointer<Float> {
  /// Whether sixteen samples from a place on are numbers and finite: times zero, others are NaN.
  @inline(__always)
  fileprivate func areFinite(from start: Int) -> Bool {
    precondition(start >= 0 && start + 16 <= count)
    let samples = UnsafeRawBufferPointer(self).loadUnaligned(
      fromByteOffset: start * MemoryLayout<Float>.stride, as: SIMD16<Float>.self)
    return (samples * 0).sum() == 0
  }
}
