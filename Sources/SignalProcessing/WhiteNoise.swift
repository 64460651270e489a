/// What white noise with a standard deviation of 1 gives in statistics by which noise is measured.
package enum WhiteNoise {
  /// The median of its magnitude: the normal distribution's upper quartile.
  package static let medianMagnitude = 0.6745

  /// The mean of its magnitude: √(2/π) on one axis (half-normal), √(π/2) on two (Rayleigh).
  package static func meanMagnitude(axes: Int) -> Double { axes == 1 ? 0.7979 : 1.2533 }
}
