internal import EyeMovements
internal import Recordings

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How fast and how long a saccade of a given size is, seen through a given bandwidth.
///
/// Peak velocity is *V*(1 − e^(−A/c)), duration 21 ms + 2.2 ms a degree. A low-pass filter at *f*
/// leaves about 1 / √(1 + (0.55 / *f D*)²) of the peak: within 0.04 of what half a frame's exposure
/// and sampling at 50 and 100 Hz leave of saccades of 1 to 10°.
///
/// - Source: Carpenter 1988, *Movements of the Eyes*, for the duration; see
///   ``OscillationParameters`` for *V* and *c*.
package struct MainSequence {
  let maximum: Double
  let constant: Double
  /// The −3 dB frequency of the velocity, in Hz.
  let cutoff: Double

  private init(maximum: Double, constant: Double, cutoff: Double) {
    self.maximum = maximum
    self.constant = constant
    self.cutoff = cutoff
  }

  init(_ parameters: OscillationParameters, bandwidth: EffectiveBandwidth) {
    self.init(parameters, cutoff: bandwidth.velocityCutoff)
  }

  /// - Parameter cutoff: the −3 dB frequency of the velocity, in Hz.
  package init(_ parameters: OscillationParameters, cutoff: Double) {
    maximum = parameters.mainSequenceMaximumDegreesPerSecond
    constant = parameters.mainSequenceConstantDegrees
    self.cutoff = cutoff
  }

  private static let shortestSeconds = 0.021
  private static let secondsPerDegree = 0.0022

  /// The duration of a saccade, in seconds.
  package static func duration(ofAmplitude amplitude: Double) -> Double {
    shortestSeconds + secondsPerDegree * amplitude
  }

  /// The amplitude of saccades that last so long, in degrees; negative where none is so short.
  static func amplitude(ofDuration seconds: Double) -> Double {
    (seconds - shortestSeconds) / secondsPerDegree
  }

  /// The peak velocity of a saccade in a signal of this bandwidth, in degrees a second.
  package func peakVelocity(ofAmplitude amplitude: Double) -> Double {
    let peak = maximum * (1 - exp(-amplitude / constant))
    guard cutoff > 0 else { return peak }
    let blur = 0.55 / (cutoff * Self.duration(ofAmplitude: amplitude))
    return peak / (1 + blur * blur).squareRoot()
  }

  /// The same of saccades that no filter has touched.
  var unfiltered: MainSequence { MainSequence(maximum: maximum, constant: constant, cutoff: 0) }

  /// The peak velocity of a saccade over what its size lets expect.
  func ratio(of saccade: Saccade) -> Double {
    let expected = peakVelocity(ofAmplitude: Double(saccade.amplitude))
    return expected > 0 ? Double(saccade.peakVelocity) / expected : .infinity
  }

  /// The amplitude whose saccade has this peak velocity, in degrees, bandwidth set aside;
  /// infinite where none is so fast.
  func amplitude(ofPeakVelocity peak: Double) -> Double {
    peak < maximum ? -constant * log(1 - peak / maximum) : .infinity
  }
}
