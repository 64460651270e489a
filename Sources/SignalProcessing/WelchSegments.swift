/// The tapered pieces of a signal whose spectra Welch's method averages.
///
/// Hann's window, each piece overlapping half of the one before, its mean taken away. No piece holds
/// a missing sample or reaches over the border of a range.
struct WelchSegments {
  let fft: RealFFT
  let samplingRate: Double
  /// The first sample of each piece.
  let starts: [Int]

  /// - Parameters:
  ///   - stretches: samples without NaN that belong together.
  ///   - duration: of a piece in seconds; rounded up to a length that is fast to transform.
  /// - Returns: `nil` where no stretch is long enough for a piece.
  init?(stretches: [Range<Int>], samplingRate: Double, duration: Double) {
    precondition(samplingRate > 0 && duration > 0)
    let length = RealFFT.fastLength(atLeast: Int((duration * samplingRate).rounded()))
    let starts = stretches.flatMap { stretch in
      Array(
        stride(from: stretch.lowerBound, through: stretch.upperBound - length, by: length / 2))
    }
    guard !starts.isEmpty else { return nil }
    fft = RealFFT.shared(length: length)
    self.samplingRate = samplingRate
    self.starts = starts
  }

  var binWidth: Double { samplingRate / Double(fft.length) }

  /// Turns the sum of |X|² over all pieces into a one-sided density in squared units a hertz.
  ///
  /// The window's squares sum up to 3/8 of its length. Zero frequency and the last one of an even
  /// length stand alone; all others count for the negative frequencies, too.
  func density(_ sums: [Double]) -> [Double] {
    let scale = 1 / (samplingRate * 0.375 * Double(fft.length) * Double(starts.count))
    var density = sums.map { 2 * scale * $0 }
    density[0] /= 2
    density[density.count - 1] /= 2
    return density
  }

  /// Writes a piece, its mean taken away and tapered, to where it is transformed.
  func taper(
    _ samples: UnsafeBufferPointer<Float>, from start: Int,
    into piece: borrowing AlignedBuffer<Float>
  ) {
    let length = fft.length
    let source = UnsafeBufferPointer(rebasing: samples[start..<(start + length)])
    let mean = source.vectorSum() / Float(length)
    let target = piece.elements
    fft.window.withUnsafeBufferPointer { window in
      precondition(window.count == length && target.count >= length)
      for index in 0..<length { target[index] = (source[index] - mean) * window[index] }
    }
  }
}

extension UnsafeBufferPointer<Float> {
  /// The sum, in sixteen partial sums: fast, and of about a digit more than one running sum.
  fileprivate func vectorSum() -> Float {
    var partial = SIMD16<Float>()
    let bytes = UnsafeRawBufferPointer(self)
    let whole = count / 16 * 16
    for index in stride(from: 0, to: whole, by: 16) {
      partial += bytes.loadUnaligned(
        fromByteOffset: index * MemoryLayout<Float>.stride, as: SIMD16<Float>.self)
    }
    var sum = partial.sum()
    for index in whole..<count { sum += self[index] }
    return sum
  }
}
