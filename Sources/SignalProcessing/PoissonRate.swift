/// The exact interval of a rate at which events come independently of each other.
///
/// Without events the lower limit is 0, and the upper one is −ln((1 − confidence) / 2) over the
/// exposure.
///
/// - Parameters:
///   - events: how many were counted.
///   - exposure: for how long, in any unit of time; the rate is per that unit.
///   - confidence: the chance, at least, that the interval holds the rate.
/// - Returns: `nil` where there was no exposure.
/// - Source: Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936).
package func poissonRateInterval(
  events: Int, exposure: Double, confidence: Double = 0.95
) -> ClosedRange<Double>? {
  precondition(events >= 0 && confidence > 0 && confidence < 1)
  guard exposure > 0, exposure.isFinite else { return nil }
  let tail = (1 - confidence) / 2
  let low = events == 0 ? 0 : gammaQuantile(tail, shape: Double(events))
  let high = gammaQuantile(1 - tail, shape: Double(events) + 1)
  return (low / exposure)...(high / exposure)
}

private func gammaQuantile(_ probability: Double, shape: Double) -> Double {
  let reach = 12 * (shape.squareRoot() + 4)
  return inverse(
    of: { regularizedLowerGamma(a: shape, x: $0) }, at: probability,
    between: max(0, shape - reach), and: shape + reach)
}
