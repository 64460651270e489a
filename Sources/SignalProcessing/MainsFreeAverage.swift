/// A weighted mean over about 50 ms that the hum of the mains, 50 or 60 Hz, does not reach.
///
/// A mean over one period of each, one after the other, so that either and its multiples vanish; sharpened
/// such that what is slower than 12 Hz keeps its size within 4 in 100.
///
/// - Complexity: O(1) in the values, some 50 at 1000 Hz.
public struct MainsFreeAverage: Sendable {
  private let weights: [Float]

  private static let periods = (1.0 / 50, 1.0 / 60)
  /// How far to either side the neighbours stand that are taken away to sharpen it, in seconds.
  private static let reach = 1.0 / 150

  /// - Parameter isCenteredBetween: Whether its middle lies between two values.
  public init(samplingRate: Double, isCenteredBetween: Bool) {
    let (long, short) = Self.periods
    let reach = Self.reach
    // What two means take away from a slow sinusoid, as the square of its frequency, is given back.
    let sharpening = (long * long + short * short) / (24 * reach * reach)
    func mean(_ time: Double) -> Double { min(short, max(0, (long + short) / 2 - abs(time))) }
    func weight(_ time: Double) -> Double {
      (1 + 2 * sharpening) * mean(time)
        - sharpening * (mean(time - reach) + mean(time + reach))
    }
    let middle = isCenteredBetween ? 0.5 : 0.0
    let last = Int((((long + short) / 2 + reach) * samplingRate - middle).rounded(.down))
    let first = isCenteredBetween ? -last - 1 : -last
    let raw = (first...last).map { weight((Double($0) + middle) / samplingRate) }
    let sum = raw.reduce(0, +)
    weights = raw.map { Float($0 / sum) }
  }

  /// How many values it takes.
  public var count: Int { weights.count }

  /// The mean of as many values from one on; NaN where one of them is.
  public func mean(of values: [Float], from first: Int) -> Float {
    precondition(first >= 0 && first + count <= values.count, "values outside the array")
    return values.withUnsafeBytes { values in
      weights.withUnsafeBytes { weights in
        let size = MemoryLayout<Float>.stride
        var sums = SIMD8<Float>()
        var i = 0
        while i + 8 <= count {
          sums +=
            weights.loadUnaligned(fromByteOffset: i * size, as: SIMD8<Float>.self)
            * values.loadUnaligned(fromByteOffset: (first + i) * size, as: SIMD8<Float>.self)
          i += 8
        }
        var sum = sums.sum()
        while i < count {
          sum +=
            weights.load(fromByteOffset: i * size, as: Float.self)
            * values.load(fromByteOffset: (first + i) * size, as: Float.self)
          i += 1
        }
        return sum
      }
    }
  }
}
