import Foundation

/// How fast and how long a saccade of a given size is, seen through a given bandwidth.
///
/// Peak velocity is *V*(1 − e^(−A/c)), duration 21 ms + 2.2 ms a degree. A low-pass filter at *f*
/// leaves about 1 / √(1 + (0.55 / *f D*)²) of the peak of a saccade of the duration *D*: within 0.04 of
/// what half a frame's exposure and sampling at 50 and 100 Hz leave of saccades of 1 to 10°.
///
/// - Source: Carpenter 1988, *Movements of the Eyes*, 2nd ed., for the duration.
public struct MainSequence: Sendable, Equatable {
  /// The peak velocity *V* that it tends to, in degrees a second.
  public let maximum: Double
  /// The constant of amplitude *c*, in degrees.
  public let constant: Double
  /// The −3 dB frequency of the velocity, in Hz; 0 where no filter has touched it.
  public let cutoff: Double

  public init(maximum: Double, constant: Double, cutoff: Double = 0) {
    self.maximum = maximum
    self.constant = constant
    self.cutoff = cutoff
  }

  private static let shortestSeconds = 0.021
  private static let secondsPerDegree = 0.0022

  /// The duration of a saccade, in seconds.
  public static func duration(ofAmplitude amplitude: Double) -> Double {
    shortestSeconds + secondsPerDegree * amplitude
  }

  /// The amplitude of saccades that last so long, in degrees; negative where none is so short.
  public static func amplitude(ofDuration seconds: Double) -> Double {
    (seconds - shortestSeconds) / secondsPerDegree
  }

  /// The peak velocity of a saccade in a signal of this bandwidth, in degrees a second.
  public func peakVelocity(ofAmplitude amplitude: Double) -> Double {
    let peak = maximum * (1 - exp(-amplitude / constant))
    return cutoff > 0 ? peak / Self.loss(ofAmplitude: amplitude, cutoff: cutoff) : peak
  }

  /// The same of saccades that no filter has touched.
  public var unfiltered: MainSequence { MainSequence(maximum: maximum, constant: constant) }

  /// The amplitude whose saccade has this peak velocity, in degrees, bandwidth set aside;
  /// infinite where none is so fast.
  public func amplitude(ofPeakVelocity peak: Double) -> Double {
    peak < maximum ? -constant * log(1 - peak / maximum) : .infinity
  }

  /// The peak velocity of a saccade over what its size lets expect.
  public func ratio(of saccade: Saccade) -> Double {
    let expected = peakVelocity(ofAmplitude: Double(saccade.amplitude))
    return expected > 0 ? Double(saccade.peakVelocity) / expected : .infinity
  }

  /// How many times its peak a saccade would have without a filter.
  private static func loss(ofAmplitude amplitude: Double, cutoff: Double) -> Double {
    let blur = 0.55 / (cutoff * duration(ofAmplitude: amplitude))
    return (1 + blur * blur).squareRoot()
  }
}

extension MainSequence {
  /// The one that saccades are found by: between video trackers (*V* about 460) and coils (up to 600), and
  /// steeper for small ones than that which episodes are judged by.
  static let ofDetection = MainSequence(maximum: 550, constant: 6)

  /// What is larger is hardly ever one saccade, in degrees.
  private static let largestAmplitude = 40.0

  /// Seconds that a saccade with a peak of so many degrees a second takes, at most those of the largest.
  func duration(ofPeakVelocity peak: Double) -> Double {
    Self.duration(ofAmplitude: min(amplitude(ofPeakVelocity: peak), Self.largestAmplitude))
  }

  /// Back-to-back saccades fade in a velocity that reaches less far, in Hz.
  private static let fadingCutoff = 40.0

  /// What a velocity that reaches no further than `cutoff` Hz leaves of the peak of a saccade, over what
  /// one of 40 Hz leaves.
  static func peakShare(ofAmplitude amplitude: Double, cutoff: Double) -> Double {
    guard cutoff < fadingCutoff else { return 1 }
    return loss(ofAmplitude: amplitude, cutoff: fadingCutoff)
      / loss(ofAmplitude: amplitude, cutoff: cutoff)
  }
}
