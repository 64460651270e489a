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

  /// What a velocity that reaches no further than `cutoff` Hz leaves of the peak of a saccade, over what
  /// one of 40 Hz leaves: below that, back-to-back saccades fade.
  ///
  /// A low-pass filter at *f* leaves about 1 / √(1 + (0.55 / *f D*)²) of the peak of a saccade of the
  /// duration *D*.
  static func peakShare(amplitude: Float, cutoff: Double) -> Float {
    guard cutoff < 40 else { return 1 }
    func square(_ cutoff: Double) -> Double {
      let blur = 0.55 / (cutoff * duration(amplitude: amplitude))
      return 1 + blur * blur
    }
    return Float((square(40) / square(cutoff)).squareRoot())
  }
}
