/// The straight line through evenly spaced samples that leaves the least squares.
///
/// Time is counted from the middle of the samples, where slope and level do not depend on each
/// other. Sums are taken in `Double`.
package struct LineFit: Sendable, Equatable {
  /// Its value at the middle of the samples.
  package let level: Double
  /// Its slope, in units of the samples a second.
  package let slope: Double
  /// The slope's standard error if the residuals are independent; `nil` with two samples.
  package let slopeError: Double?
  /// The residuals' standard deviation (*n* − 2 degrees of freedom); `nil` with two samples.
  package let residualDeviation: Double?

  /// - Parameters:
  ///   - samples: two or more, without NaN.
  ///   - samplingRate: in Hz.
  /// - Returns: `nil` with fewer than two samples.
  /// - Complexity: two passes.
  package init?(samples: ArraySlice<Float>, samplingRate: Double) {
    let count = samples.count
    guard count >= 2 else { return nil }
    let n = Double(count)
    let sums = samples.powerSums()
    let spread = n * (n * n - 1) / 12
    let mean = sums.zeroth / n
    let step = sums.first / spread
    level = sums.origin + mean
    slope = step * samplingRate
    guard count > 2 else {
      slopeError = nil
      residualDeviation = nil
      return
    }
    let squares = max(0, sums.squares - n * mean * mean - step * step * spread)
    let deviation = (squares / (n - 2)).squareRoot()
    residualDeviation = deviation
    slopeError = deviation / spread.squareRoot() * samplingRate
  }
}

/// The parabola through evenly spaced samples that leaves the least squares.
///
/// Time is counted from the middle of the samples.
package struct QuadraticFit: Sendable, Equatable {
  /// Its value at the middle of the samples.
  package let level: Double
  /// Its slope there, in units of the samples a second; the same as the straight line's.
  package let slope: Double
  /// Its second derivative, in units a second squared.
  package let acceleration: Double
  /// The standard errors if the residuals are independent; `nil` with three samples.
  package let slopeError: Double?
  package let accelerationError: Double?
  /// The residuals' standard deviation (*n* − 3 degrees of freedom); `nil` with three samples.
  package let residualDeviation: Double?

  /// - Parameters:
  ///   - samples: three or more, without NaN.
  ///   - samplingRate: in Hz.
  /// - Returns: `nil` with fewer than three samples.
  /// - Complexity: two passes.
  package init?(samples: ArraySlice<Float>, samplingRate: Double) {
    let count = samples.count
    guard count >= 3 else { return nil }
    let n = Double(count)
    let sums = samples.powerSums()
    // Orthogonal polynomials on the grid: 1, k, and k² − (n² − 1) / 12.
    let first = n * (n * n - 1) / 12
    let second = first * (n * n - 4) / 15
    let mean = sums.zeroth / n
    let step = sums.first / first
    let offset = (n * n - 1) / 12
    let curve = (sums.second - offset * sums.zeroth) / second
    level = sums.origin + mean - curve * offset
    slope = step * samplingRate
    acceleration = 2 * curve * samplingRate * samplingRate
    guard count > 3 else {
      slopeError = nil
      accelerationError = nil
      residualDeviation = nil
      return
    }
    let squares = max(
      0, sums.squares - n * mean * mean - step * step * first - curve * curve * second)
    let deviation = (squares / (n - 3)).squareRoot()
    residualDeviation = deviation
    slopeError = deviation / first.squareRoot() * samplingRate
    accelerationError = 2 * deviation / second.squareRoot() * samplingRate * samplingRate
  }
}

extension ArraySlice<Float> {
  /// Σ x, Σ k x, Σ k² x and Σ x², k counted in samples from the middle, x from the first sample so
  /// that a large level costs no digits.
  fileprivate func powerSums()
    -> (origin: Double, zeroth: Double, first: Double, second: Double, squares: Double)
  {
    let origin = Double(self[startIndex])
    var k = -Double(count - 1) / 2
    var zeroth = 0.0
    var first = 0.0
    var second = 0.0
    var squares = 0.0
    for sample in self {
      let x = Double(sample) - origin
      let weighted = k * x
      zeroth += x
      first += weighted
      second += k * weighted
      squares += x * x
      k += 1
    }
    return (origin, zeroth, first, second, squares)
  }
}
