import Foundation

/// The first derivative by a sliding least-squares line, chosen by its cut-off frequency.
///
/// The slope of a line fitted to 2*m* + 1 samples equals that of a parabola, so this is the
/// Savitzky-Golay derivative of order 2. Its response relative to the ideal differentiator falls
/// with frequency; *m* is the largest that keeps it above −3 dB at the cut-off asked for. Between
/// *m* and *m* + 1 lies the mean of both that has that cut-off, so that the bandwidth, and with it
/// the noise, are the same at every rate that allows them. Where three samples already have a lower
/// cut-off, three samples are used.
///
/// - Source: Savitzky & Golay 1964, *Anal Chem* 36:1627–1639.
/// - Complexity: O(*n* · *m*), vectorised.
public struct SavitzkyGolayDerivative: Sendable, Equatable {
  /// In samples a second.
  public let samplingRate: Double
  /// The −3 dB frequency of what it does, in Hz.
  public let cutoff: Double
  /// What the difference of the samples *k* after and *k* before the one in the middle counts, from
  /// *k* = 1.
  private let weights: [Float]

  /// Samples on each side of the one in the middle.
  public var halfWidth: Int { weights.count }

  /// - Parameter cutoff: The −3 dB frequency asked for, in Hz.
  public init(samplingRate: Double, cutoff: Double) {
    self.samplingRate = samplingRate
    var halfWidth = 1
    while halfWidth < 10_000,
      Self.passes(cutoff, halfWidth: halfWidth + 1, samplingRate: samplingRate)
    {
      halfWidth += 1
    }
    let own = Self.cutoff(halfWidth: halfWidth, samplingRate: samplingRate)
    let omega = 2 * .pi * cutoff / samplingRate
    guard own > cutoff, omega > 1e-6 else {
      self.cutoff = own
      weights = (1...halfWidth).map { Float(Self.weight($0, halfWidth) * samplingRate) }
      return
    }
    let narrow = Self.response(omega, halfWidth: halfWidth)
    let wide = Self.response(omega, halfWidth: halfWidth + 1)
    let share = (narrow - 0.5.squareRoot()) / (narrow - wide)
    self.cutoff = cutoff
    weights = (1...halfWidth + 1).map { k in
      let mean = (1 - share) * Self.weight(k, halfWidth) + share * Self.weight(k, halfWidth + 1)
      return Float(mean * samplingRate)
    }
  }

  /// What a difference counts in the slope of a line, in units a sample.
  private static func weight(_ k: Int, _ halfWidth: Int) -> Double {
    k <= halfWidth ? Double(k) / Double(sumOfSquares(halfWidth)) : 0
  }

  /// The standard deviation of the derivative of white noise whose own is 1, in units a second.
  public var noiseGain: Double {
    weights.reduce(0) { $0 + 2 * Double($1) * Double($1) }.squareRoot()
  }

  /// Differentiates `values`, all of them finite, into `derivative` at the same indices.
  ///
  /// Towards either end the window shrinks; the outermost samples take the slope to their neighbour.
  public func callAsFunction(_ values: [Float], into derivative: inout [Float]) {
    precondition(derivative.count >= values.count)
    values.withUnsafeBufferPointer { source in
      derivative.withUnsafeMutableBufferPointer { target in
        guard let target = target.baseAddress else { return }
        differentiate(source, samples: 0..<source.count, into: target)
      }
    }
  }

  /// Differentiates some of the samples of `source`, all of them finite, as ``callAsFunction`` does:
  /// for callers that go through a long signal in parts that stay in the processor's cache.
  ///
  /// - Parameter target: Room for the derivative of the first of `samples` and of those behind it.
  package func differentiate(
    _ source: UnsafeBufferPointer<Float>, samples: Range<Int>,
    into target: UnsafeMutablePointer<Float>
  ) {
    precondition(samples.lowerBound >= 0 && samples.upperBound <= source.count)
    let margin = min(halfWidth, (source.count - 1) / 2)
    let border = max(margin, 1)
    let inner = border..<max(border, source.count - border)
    let middle = samples.clamped(to: inner)
    for i in samples.clamped(to: 0..<inner.lowerBound) {
      target[i - samples.lowerBound] = slopeNearEnd(source, i)
    }
    if !middle.isEmpty, let base = source.baseAddress {
      fill(
        base + middle.lowerBound, count: middle.count, margin: margin,
        into: target + (middle.lowerBound - samples.lowerBound))
    }
    for i in samples.clamped(to: inner.upperBound..<max(inner.upperBound, source.count)) {
      target[i - samples.lowerBound] = slopeNearEnd(source, i)
    }
  }

  /// The slope at a sample with fewer neighbours on one side than the window has.
  private func slopeNearEnd(_ values: UnsafeBufferPointer<Float>, _ center: Int) -> Float {
    let last = values.count - 1
    guard last > 0 else { return 0 }
    let rate = Float(samplingRate)
    let reach = min(center, last - center)
    guard reach > 0 else {
      return center == 0
        ? (values[1] - values[0]) * rate : (values[last] - values[last - 1]) * rate
    }
    var sum: Float = 0
    for k in 1...reach { sum += Float(k) * (values[center + k] - values[center - k]) }
    return sum * rate / Float(Self.sumOfSquares(reach))
  }

  /// Samples that have `margin` neighbours on both sides, sixteen at a time, tap by tap.
  private func fill(
    _ source: UnsafePointer<Float>, count: Int, margin: Int,
    into target: UnsafeMutablePointer<Float>
  ) {
    let slope = Float(samplingRate) / Float(Self.sumOfSquares(margin))
    let weights = margin == halfWidth ? weights : (1...margin).map { Float($0) * slope }
    func lanes(_ offset: Int) -> SIMD16<Float> {
      UnsafeRawPointer(source + offset).loadUnaligned(as: SIMD16<Float>.self)
    }
    weights.withUnsafeBufferPointer { weights in
      var i = 0
      while i + 16 <= count {
        var sum = weights[0] * (lanes(i + 1) - lanes(i - 1))
        var k = 2
        while k <= margin {
          sum += weights[k - 1] * (lanes(i + k) - lanes(i - k))
          k += 1
        }
        UnsafeMutableRawPointer(target + i).storeBytes(of: sum, as: SIMD16<Float>.self)
        i += 16
      }
      while i < count {
        var sum = weights[0] * (source[i + 1] - source[i - 1])
        var k = 2
        while k <= margin {
          sum += weights[k - 1] * (source[i + k] - source[i - k])
          k += 1
        }
        target[i] = sum
        i += 1
      }
    }
  }

  private static func sumOfSquares(_ halfWidth: Int) -> Int {
    halfWidth * (halfWidth + 1) * (2 * halfWidth + 1) / 3
  }

  /// The response at ω: Σ 2 k sin(kω) / Σ k² / ω.
  private static func response(_ omega: Double, halfWidth: Int) -> Double {
    var sum = 0.0
    for k in 1...halfWidth { sum += 2 * Double(k) * sin(Double(k) * omega) }
    return sum / Double(sumOfSquares(halfWidth)) / omega
  }

  /// Whether the response is above 1/√2 at a frequency in Hz.
  private static func passes(_ frequency: Double, halfWidth: Int, samplingRate: Double) -> Bool {
    let omega = 2 * .pi * frequency / samplingRate
    return omega < .pi / Double(halfWidth)
      && (omega <= 1e-6 || response(omega, halfWidth: halfWidth) > 0.5.squareRoot())
  }

  /// Where the response has fallen to 1/√2.
  private static func cutoff(halfWidth: Int, samplingRate: Double) -> Double {
    var low = 1e-6
    var high = Double.pi / Double(halfWidth)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if response(middle, halfWidth: halfWidth) > 0.5.squareRoot() {
        low = middle
      } else {
        high = middle
      }
    }
    return low * samplingRate / (2 * .pi)
  }
}
