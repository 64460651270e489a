import Foundation

/// The first derivative by a sliding least-squares line, chosen by its cut-off frequency.
///
/// The slope of a line fitted to 2*m* + 1 samples equals that of a parabola, so this is the
/// Savitzky-Golay derivative of order 2. Its response relative to the ideal differentiator falls
/// with frequency; *m* is the largest that keeps it above −3 dB at the cut-off asked for, and at
/// least 1, so that three samples are used where the rate allows no more.
///
/// - Source: Savitzky & Golay 1964, *Anal Chem* 36:1627–1639.
/// - Complexity: O(*n* · *m*), vectorised.
public struct SavitzkyGolayDerivative: Sendable, Equatable {
  /// In samples a second.
  public let samplingRate: Double
  /// *m*: samples on each side of the one in the middle.
  public let halfWidth: Int

  /// - Parameter cutoff: The lowest −3 dB frequency allowed, in Hz.
  public init(samplingRate: Double, cutoff: Double) {
    self.samplingRate = samplingRate
    var halfWidth = 1
    while halfWidth < 10_000,
      Self.cutoff(halfWidth: halfWidth + 1, samplingRate: samplingRate) >= cutoff
    {
      halfWidth += 1
    }
    self.halfWidth = halfWidth
  }

  /// The −3 dB frequency of what it does, in Hz.
  public var cutoff: Double { Self.cutoff(halfWidth: halfWidth, samplingRate: samplingRate) }

  /// The standard deviation of the derivative of white noise whose own is 1, in units a second.
  public var noiseGain: Double { samplingRate / Double(Self.sumOfSquares(halfWidth)).squareRoot() }

  /// Differentiates `values`, all of them finite, into `derivative` at the same indices.
  ///
  /// Towards either end the window shrinks; the outermost samples take the slope to their neighbour.
  public func callAsFunction(_ values: [Float], into derivative: inout [Float]) {
    precondition(derivative.count >= values.count)
    let count = values.count
    guard count > 1 else {
      if count == 1 { derivative[0] = 0 }
      return
    }
    let rate = Float(samplingRate)
    derivative[0] = (values[1] - values[0]) * rate
    derivative[count - 1] = (values[count - 1] - values[count - 2]) * rate
    let margin = min(halfWidth, (count - 1) / 2)
    for edge in stride(from: 1, to: margin, by: 1) {
      for center in Set([edge, count - 1 - edge]) {
        var sum: Float = 0
        for k in 1...edge { sum += Float(k) * (values[center + k] - values[center - k]) }
        derivative[center] = sum * rate / Float(Self.sumOfSquares(edge))
      }
    }
    guard count > 2 * margin, margin > 0 else { return }
    fill(values, into: &derivative, margin: margin)
  }

  /// The samples that have `margin` neighbours on both sides, tap by tap so that it vectorises.
  private func fill(_ values: [Float], into derivative: inout [Float], margin: Int) {
    let inner = values.count - 2 * margin
    let scale = Float(samplingRate) / Float(Self.sumOfSquares(margin))
    let block = 4096
    values.withUnsafeBufferPointer { source in
      derivative.withUnsafeMutableBufferPointer { target in
        var first = 0
        while first < inner {
          let count = min(block, inner - first)
          let output = UnsafeMutableBufferPointer(
            rebasing: target[(margin + first)..<(margin + first + count)])
          for k in 1...margin {
            let ahead = UnsafeBufferPointer(
              rebasing: source[(margin + first + k)..<(margin + first + k + count)])
            let behind = UnsafeBufferPointer(
              rebasing: source[(margin + first - k)..<(margin + first - k + count)])
            let tap = Float(k) * scale
            if k == 1 {
              for i in 0..<count { output[i] = tap * (ahead[i] - behind[i]) }
            } else {
              for i in 0..<count { output[i] += tap * (ahead[i] - behind[i]) }
            }
          }
          first += count
        }
      }
    }
  }

  private static func sumOfSquares(_ halfWidth: Int) -> Int {
    halfWidth * (halfWidth + 1) * (2 * halfWidth + 1) / 3
  }

  /// Where the response, Σ 2 k sin(kω) / Σ k² / ω, has fallen to 1/√2.
  private static func cutoff(halfWidth: Int, samplingRate: Double) -> Double {
    func response(_ omega: Double) -> Double {
      var sum = 0.0
      for k in 1...halfWidth { sum += 2 * Double(k) * sin(Double(k) * omega) }
      return sum / Double(sumOfSquares(halfWidth)) / omega
    }
    var low = 1e-6
    var high = Double.pi / Double(halfWidth)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if response(middle) > 0.5.squareRoot() { low = middle } else { high = middle }
    }
    return low * samplingRate / (2 * .pi)
  }
}
