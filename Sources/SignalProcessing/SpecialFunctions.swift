#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The regularized lower incomplete gamma function *P*(*a*, *x*): the chance that a gamma variable
/// of shape *a* and scale 1 is at most *x*.
///
/// Relative error about 10⁻¹³ for *a* up to 10⁶.
///
/// - Source: the series and the continued fraction of Abramowitz and Stegun (1964), 6.5.29 and
///   6.5.31.
package func regularizedLowerGamma(a: Double, x: Double) -> Double {
  precondition(a > 0 && x >= 0)
  guard x > 0 else { return 0 }
  guard x < .infinity else { return 1 }
  let front = exp(a * log(x) - x - logGamma(a))
  if x < a + 1 {
    var term = 1 / a
    var sum = term
    var n = a
    while term > sum * 1e-16 {
      n += 1
      term *= x / n
      sum += term
    }
    return min(1, sum * front)
  }
  let fraction = continuedFraction(first: x + 1 - a) { i in
    (Double(-i) * (Double(i) - a), x + 1 - a + 2 * Double(i))
  }
  return max(0, 1 - front / fraction)
}

/// The regularized incomplete beta function *I*ₓ(*a*, *b*): the chance that a beta variable is at
/// most *x*.
///
/// - Source: the continued fraction of Abramowitz and Stegun (1964), 26.5.8.
package func regularizedBeta(_ x: Double, a: Double, b: Double) -> Double {
  precondition(a > 0 && b > 0 && x >= 0 && x <= 1)
  guard x > 0 else { return 0 }
  guard x < 1 else { return 1 }
  guard x <= (a + 1) / (a + b + 2) else { return 1 - regularizedBeta(1 - x, a: b, b: a) }
  let front = exp(
    a * log(x) + b * log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b))
  let fraction = continuedFraction(first: 1) { i in
    let m = Double(i / 2)
    let numerator =
      i % 2 == 0
      ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return (numerator, 1)
  }
  return min(1, front / (a * fraction))
}

/// The natural logarithm of the chance that so many coins, at least one, or more show heads; fair ones,
/// where nothing else is said.
package func logChanceOfHeads(
  atLeast heads: Int, of coins: Int, headsShare: Double = 0.5
) -> Double {
  log(regularizedBeta(headsShare, a: Double(heads), b: Double(coins - heads + 1)))
}

/// The natural logarithm of the number of ways to choose some of several.
package func logCombinations(of chosen: Int, among all: Int) -> Double {
  logGamma(Double(all) + 1) - logGamma(Double(chosen) + 1) - logGamma(Double(all - chosen) + 1)
}

/// `first` + n₁ / (d₁ + n₂ / (d₂ + …)) by the modified method of Lentz.
private func continuedFraction(
  first: Double, term: (Int) -> (numerator: Double, denominator: Double)
) -> Double {
  let tiny = 1e-300
  var value = first == 0 ? tiny : first
  var c = value
  var d = 0.0
  for i in 1...100_000 {
    let (numerator, denominator) = term(i)
    d = denominator + numerator * d
    if d == 0 { d = tiny }
    c = denominator + numerator / c
    if c == 0 { c = tiny }
    d = 1 / d
    let factor = c * d
    value *= factor
    if abs(factor - 1) < 1e-15 { break }
  }
  return value
}

/// The logarithm of the gamma function of a positive number, by the approximation of Lanczos.
///
/// The C library's own keeps the sign in a global variable, which threads would share.
private func logGamma(_ x: Double) -> Double {
  let coefficients = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  guard x >= 0.5 else { return log(.pi / sin(.pi * x)) - logGamma(1 - x) }
  var sum = 0.99999999999980993
  for (index, coefficient) in coefficients.enumerated() {
    sum += coefficient / (x + Double(index))
  }
  let t = x + 6.5
  return 0.5 * log(2 * .pi) + (x - 0.5) * log(t) - t + log(sum)
}

/// Where a rising function reaches a level, between two limits, by bisection to the last bit.
func inverse(
  of function: (Double) -> Double, at level: Double, between lower: Double, and upper: Double
) -> Double {
  var low = lower
  var high = upper
  while true {
    let middle = low + (high - low) / 2
    if middle <= low || middle >= high { return middle }
    if function(middle) < level { low = middle } else { high = middle }
  }
}

/// eˣ, for files that need nothing else of the C library.
func exponential(_ x: Double) -> Double { exp(x) }

/// The standard normal distribution's quantile, such as 1.96 for .975.
func normalQuantile(_ probability: Double) -> Double {
  precondition(probability > 0 && probability < 1)
  return inverse(
    of: { 0.5 * erfc(-$0 / 2.0.squareRoot()) }, at: probability, between: -40, and: 40)
}
