#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How a signal's variance spreads over frequencies.
///
/// Welch's estimate: the mean of the squared spectra of pieces of the signal. Half-overlapping
/// pieces under Hann's window, the mean of each taken away. One-sided, in squared units of the
/// signal a hertz: the integral over all frequencies is the variance.
///
/// - Source: Welch, IEEE Transactions on Audio and Electroacoustics 15 (1967).
public struct PowerSpectrum: Sendable, Equatable {
  /// The density at 0 Hz, `binWidth`, 2 `binWidth` … up to half the sampling rate, in squared units
  /// a hertz.
  public let density: [Double]
  /// The distance of neighbouring frequencies in Hz. Two sinusoids are told apart from about two of
  /// them.
  public let binWidth: Double
  /// How many pieces were averaged: the standard error of a density is about itself / √pieces.
  public let segmentCount: Int

  public init(density: [Double], binWidth: Double, segmentCount: Int) {
    self.density = density
    self.binWidth = binWidth
    self.segmentCount = segmentCount
  }

  /// - Parameters:
  ///   - samples: NaN where missing; no piece holds a missing sample.
  ///   - ranges: the samples to use, such as a recording's runs; no piece reaches over the border
  ///     of one. All samples when `nil`.
  ///   - samplingRate: in Hz.
  ///   - segmentDuration: of a piece in seconds, rounded up to a length that is fast to transform.
  /// - Returns: `nil` where no stretch is as long as a piece.
  /// - Complexity: O(*n* log *L*) for pieces of *L* samples, about 5 ns a sample.
  public init?(
    of samples: [Float], ranges: [Range<Int>]? = nil, samplingRate: Double,
    segmentDuration: Double
  ) {
    let stretches = samples.presentRanges(within: ranges ?? [0..<samples.count], atLeast: 2)
    guard
      let segments = WelchSegments(
        stretches: stretches, samplingRate: samplingRate, duration: segmentDuration)
    else { return nil }
    let fft = segments.fft
    let piece = AlignedBuffer<Float>(zeros: fft.length)
    let spectrum = AlignedBuffer<(Float, Float)>(zeros: fft.bins)
    var sums = [Double](repeating: 0, count: fft.bins)
    samples.withUnsafeBufferPointer { samples in
      for start in segments.starts {
        segments.taper(samples, from: start, into: piece)
        fft(piece, into: spectrum)
        let values = spectrum.elements
        sums.withUnsafeMutableBufferPointer { sums in
          precondition(sums.count == fft.bins && values.count == fft.bins)
          for bin in 0..<sums.count {
            let (real, imaginary) = values[bin]
            sums[bin] += Double(real * real + imaginary * imaginary)
          }
        }
      }
    }
    self.init(
      density: segments.density(sums), binWidth: segments.binWidth,
      segmentCount: segments.starts.count)
  }

  /// The power of two axes together, whatever way the coordinates are turned.
  ///
  /// Both must have the same frequencies.
  public static func + (a: PowerSpectrum, b: PowerSpectrum) -> PowerSpectrum {
    precondition(a.density.count == b.density.count && a.binWidth == b.binWidth)
    return PowerSpectrum(
      density: zip(a.density, b.density).map(+), binWidth: a.binWidth,
      segmentCount: min(a.segmentCount, b.segmentCount))
  }

  /// The variance that lies in a band, in squared units; a frequency at its edge counts in part.
  public func power(in band: ClosedRange<Double>) -> Double {
    guard band.upperBound > 0 else { return 0 }
    let first = max(0, Int((band.lowerBound / binWidth + 0.5).rounded(.down)))
    let last = min(density.count - 1, Int((band.upperBound / binWidth + 0.5).rounded(.down)))
    guard first <= last else { return 0 }
    return (first...last).reduce(0) { sum, bin in
      // A frequency stands for half a bin to both sides; the outermost two for one side.
      let from = max(band.lowerBound, (Double(bin) - 0.5) * binWidth, 0)
      let end = bin == density.count - 1 ? Double(bin) : Double(bin) + 0.5
      let width = min(band.upperBound, end * binWidth) - from
      // The density of the outermost two is that of the whole bin.
      let isOutermost = bin == 0 || bin == density.count - 1
      return sum + density[bin] * max(0, width) * (isOutermost ? 2 : 1)
    }
  }

  /// The highest peak in a band, between its neighbours by the parabola through the logarithms.
  ///
  /// - Returns: `nil` where the density only rises or falls over the band, or is zero.
  public func peak(in band: ClosedRange<Double>) -> (frequency: Double, density: Double)? {
    let first = max(1, Int((band.lowerBound / binWidth).rounded(.up)))
    let last = min(density.count - 2, Int((band.upperBound / binWidth).rounded(.down)))
    guard first <= last else { return nil }
    let peaks = (first...last).filter {
      density[$0] > 0 && density[$0] > density[$0 - 1] && density[$0] >= density[$0 + 1]
    }
    guard let top = peaks.max(by: { density[$0] < density[$1] }) else { return nil }
    let middle = log(density[top])
    guard density[top - 1] > 0, density[top + 1] > 0 else {
      return (Double(top) * binWidth, density[top])
    }
    let before = log(density[top - 1])
    let after = log(density[top + 1])
    let curvature = before - 2 * middle + after
    guard curvature < 0 else { return (Double(top) * binWidth, density[top]) }
    let shift = (before - after) / (2 * curvature)
    let height = middle - (before - after) * shift / 4
    return ((Double(top) + shift) * binWidth, exp(height))
  }

  /// The share of a band's power that lies near a frequency: near 1 for one sinusoid.
  ///
  /// - Returns: `nil` where the band holds no power.
  public func concentration(
    around frequency: Double, halfWidth: Double, in band: ClosedRange<Double>
  ) -> Double? {
    let whole = power(in: band)
    guard whole > 0 else { return nil }
    let low = max(band.lowerBound, frequency - halfWidth)
    let high = min(band.upperBound, frequency + halfWidth)
    guard low < high else { return 0 }
    return min(1, power(in: low...high) / whole)
  }
}
