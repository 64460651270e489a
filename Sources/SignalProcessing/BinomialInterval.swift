/// Intervals of a share, from how often something came out of how often it could have.
package enum BinomialInterval {
  /// Wilson's score interval: on average it holds the share as often as it says.
  ///
  /// - Returns: `nil` without trials.
  /// - Source: Wilson, Journal of the American Statistical Association 22 (1927).
  package static func wilson(
    successes: Int, trials: Int, confidence: Double = 0.95
  ) -> ClosedRange<Double>? {
    precondition(successes >= 0 && successes <= trials && confidence > 0 && confidence < 1)
    guard trials > 0 else { return nil }
    let n = Double(trials)
    let p = Double(successes) / n
    let z = normalQuantile(1 - (1 - confidence) / 2)
    let center = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return
      (successes == 0 ? 0 : max(0, center - half))...(successes == trials
      ? 1 : min(1, center + half))
  }

  /// The exact interval: it holds the share at least as often as it says.
  ///
  /// - Returns: `nil` without trials.
  /// - Source: Clopper and Pearson, Biometrika 26 (1934).
  package static func clopperPearson(
    successes: Int, trials: Int, confidence: Double = 0.95
  ) -> ClosedRange<Double>? {
    precondition(successes >= 0 && successes <= trials && confidence > 0 && confidence < 1)
    guard trials > 0 else { return nil }
    let tail = (1 - confidence) / 2
    let k = Double(successes)
    let rest = Double(trials - successes)
    let low =
      successes == 0
      ? 0
      : inverse(
        of: { regularizedBeta($0, a: k, b: rest + 1) }, at: tail, between: 0, and: 1)
    let high =
      successes == trials
      ? 1
      : inverse(
        of: { regularizedBeta($0, a: k + 1, b: rest) }, at: 1 - tail, between: 0, and: 1)
    return low...high
  }
}
