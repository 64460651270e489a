import Foundation

/// What healthy saccades of a size are like.
public enum MainSequence {
  /// Seconds that a saccade of `amplitude` degrees takes: 21 ms and 2.2 ms a degree.
  ///
  /// - Source: Carpenter, *Movements of the Eyes*, 2nd ed. 1988.
  public static func duration(amplitude: Float) -> Double { 0.021 + 0.0022 * Double(amplitude) }

  /// Seconds that a saccade with a peak of `peakVelocity` degrees a second takes, at most those of 40
  /// degrees.
  public static func duration(peakVelocity: Float) -> Double {
    let amplitude = peakVelocity < 549 ? -6 * log(1 - peakVelocity / 550) : 40
    return duration(amplitude: min(amplitude, 40))
  }

  /// The peak velocity of a saccade of `amplitude` degrees, in degrees a second:
  /// `550 (1 − exp(−A / 6))`, between video trackers (Vmax about 460) and coils (up to 600).
  public static func peakVelocity(amplitude: Float) -> Float { 550 * (1 - exp(-amplitude / 6)) }
}
