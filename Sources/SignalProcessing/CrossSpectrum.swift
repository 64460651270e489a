#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How two signals go together at each frequency: two axes of one eye, or two eyes.
///
/// Pieces, window and units as in ``PowerSpectrum``; only stretches where neither signal is missing
/// count.
///
/// - Source: Carter, "Coherence and time delay estimation", Proceedings of the IEEE 75 (1987).
public struct CrossSpectrum: Sendable, Equatable {
  public let first: PowerSpectrum
  public let second: PowerSpectrum
  /// The real (in phase) and imaginary (a quarter turn apart) part of the mean of
  /// conj(X) · Y, in units of the signals multiplied, a hertz.
  public let coSpectrum: [Double]
  public let quadratureSpectrum: [Double]

  /// - Parameters:
  ///   - first: NaN where missing.
  ///   - second: as many samples, at the same times.
  ///   - ranges: the samples to use; no piece reaches over the border of one.
  ///   - samplingRate: in Hz.
  ///   - segmentDuration: of a piece in seconds, rounded up to a length that is fast to transform.
  /// - Returns: `nil` where no stretch is as long as a piece.
  public init?(
    of first: [Float], and second: [Float], ranges: [Range<Int>]? = nil, samplingRate: Double,
    segmentDuration: Double
  ) {
    precondition(first.count == second.count)
    let stretches = second.presentRanges(
      within: first.presentRanges(within: ranges ?? [0..<first.count]), atLeast: 2)
    guard
      let segments = WelchSegments(
        stretches: stretches, samplingRate: samplingRate, duration: segmentDuration)
    else { return nil }
    let sums = CrossSums(first, second, segments)
    func spectrum(_ sums: [Double]) -> PowerSpectrum {
      PowerSpectrum(
        density: segments.density(sums), binWidth: segments.binWidth,
        segmentCount: segments.starts.count)
    }
    self.first = spectrum(sums.first)
    self.second = spectrum(sums.second)
    coSpectrum = segments.density(sums.real)
    quadratureSpectrum = segments.density(sums.imaginary)
  }

  public var binWidth: Double { first.binWidth }

  /// How many pieces were averaged. With one, coherence is 1 whatever the signals; signals that
  /// have nothing to do with each other show 1 / `segmentCount` on average.
  public var segmentCount: Int { first.segmentCount }

  /// The magnitude-squared coherence at the frequency nearest to the given one, 0 to 1.
  ///
  /// - Returns: `nil` where a signal has no power there, or beyond half the sampling rate.
  public func coherence(at frequency: Double) -> Double? {
    guard let bin = bin(at: frequency) else { return nil }
    let powers = first.density[bin] * second.density[bin]
    guard powers > 0 else { return nil }
    let real = coSpectrum[bin]
    let imaginary = quadratureSpectrum[bin]
    return min(1, (real * real + imaginary * imaginary) / powers)
  }

  /// The path that two axes describe together at one frequency: a line, an ellipse or a circle.
  public struct Trajectory: Sendable, Equatable {
    /// The long axis, from 0 to 180 degrees counter-clockwise from the first signal's axis.
    public let axisDegrees: Double
    /// The short axis over the long one: 0 a line, 1 a circle.
    public let ellipticity: Double
    /// The share of the power that follows this path, 0 to 1; the rest goes any way. With few
    /// pieces it is too high.
    public let share: Double
  }

  /// The path at a frequency, the axes as in a plane: from the Stokes parameters of the band around
  /// it.
  ///
  /// - Returns: `nil` where the band holds no power.
  public func trajectory(around frequency: Double, halfWidth: Double) -> Trajectory? {
    let low = max(1, Int(((frequency - halfWidth) / binWidth).rounded(.up)))
    let high = min(
      coSpectrum.count - 1, Int(((frequency + halfWidth) / binWidth).rounded(.down)))
    guard low <= high else { return nil }
    let bins = low...high
    let horizontal = bins.reduce(0) { $0 + first.density[$1] }
    let vertical = bins.reduce(0) { $0 + second.density[$1] }
    let diagonal = 2 * bins.reduce(0) { $0 + coSpectrum[$1] }
    let circular = 2 * bins.reduce(0) { $0 + quadratureSpectrum[$1] }
    let difference = horizontal - vertical
    let total = horizontal + vertical
    let ordered = (difference * difference + diagonal * diagonal + circular * circular)
      .squareRoot()
    guard total > 0, ordered > 0 else { return nil }
    return Trajectory(
      axisDegrees: axisOfDoubleAngle(cosine: difference, sine: diagonal),
      ellipticity: tan(asin(min(1, abs(circular) / ordered)) / 2),
      share: min(1, ordered / total))
  }

  private func bin(at frequency: Double) -> Int? {
    let bin = (frequency / binWidth).rounded()
    return bin >= 0 && bin < Double(coSpectrum.count) ? Int(bin) : nil
  }
}

/// The sums over all pieces that a cross spectrum is made of, per frequency.
private struct CrossSums {
  var first: [Double]
  var second: [Double]
  var real: [Double]
  var imaginary: [Double]

  init(_ x: [Float], _ y: [Float], _ segments: WelchSegments) {
    let fft = segments.fft
    let zeros = [Double](repeating: 0, count: fft.bins)
    first = zeros
    second = zeros
    real = zeros
    imaginary = zeros
    let piece = AlignedBuffer<Float>(zeros: fft.length)
    let firstSpectrum = AlignedBuffer<(Float, Float)>(zeros: fft.bins)
    let secondSpectrum = AlignedBuffer<(Float, Float)>(zeros: fft.bins)
    for start in segments.starts {
      x.withUnsafeBufferPointer { segments.taper($0, from: start, into: piece) }
      fft(piece, into: firstSpectrum)
      y.withUnsafeBufferPointer { segments.taper($0, from: start, into: piece) }
      fft(piece, into: secondSpectrum)
      for bin in 0..<fft.bins {
        let (a, b) = firstSpectrum.elements[bin]
        let (c, d) = secondSpectrum.elements[bin]
        first[bin] += Double(a * a + b * b)
        second[bin] += Double(c * c + d * d)
        real[bin] += Double(a * c + b * d)
        imaginary[bin] += Double(a * d - b * c)
      }
    }
  }
}
