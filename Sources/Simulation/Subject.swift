#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One person's eyes: what differs from seed to seed whatever the pattern.
///
/// Ranges are those of the literature on healthy adults, wide on purpose: main sequences differ
/// between people and devices by a quarter and more (VOG norms to search coils).
struct Subject: Sendable {
  var model: SaccadeModel
  /// The speed that large saccades approach, in degrees a second.
  let ceiling: Double
  /// The amplitude constant of the main sequence, in degrees.
  let amplitudeConstant: Double
  /// Duration of the skewed model: offset in seconds, slope in seconds a degree.
  let durationOffset: Double
  let durationSlope: Double
  /// Vertical saccades are slower: their share of the horizontal speed.
  let verticalSpeed: Double
  /// Standard deviation of the logarithm of a saccade's speed about the main sequence.
  let speedJitter: Double
  /// Standard deviation of a saccade's sideways excursion, as a share of its amplitude.
  let curvature: Double

  /// Mean share of the target's eccentricity that the first saccade covers.
  let gain: Double
  let gainDeviation: Double
  /// Chance that what is left is corrected after 130 to 220 ms.
  let lateCorrection: Double
  /// Chance that it is corrected within 80 ms: healthy eyes make such pairs too.
  let earlyCorrection: Double
  /// Chance of a saccade that overshoots by more than usual and returns within 80 ms.
  let overshoot: Double
  /// Chance of a dynamic overshoot: a small saccade back without an interval.
  let dynamicOvershoot: Double
  /// Double pulses a minute.
  let doublePulses: Double

  /// Microsaccades a second, and their mean amplitude in degrees.
  let microsaccadeRate: Double
  let microsaccadeAmplitude: Double
  /// Standard deviation of the drift's speed, in degrees a second.
  let driftSpeed: Double
  /// Square-wave jerks a minute, below what is counted as abnormal.
  let squareWaveRate: Double
  /// Blinks a minute.
  let blinkRate: Double
  /// Standard deviation of the vergence angle's wander, in degrees.
  let vergenceWander: Double
  /// Transient divergence during a saccade, as a share of its horizontal amplitude.
  let transientDivergence: Double

  init(seed: UInt64) {
    var random = RandomGenerator(seed: seed, stream: .subject)
    model = random.chance(0.5) ? .parametric : .skewed
    ceiling = 530 * random.logNormal(median: 1, sigma: 0.13).clamped(to: 0.75...1.3)
    amplitudeConstant = random.uniform(4...7.5)
    durationOffset = random.uniform(0.018...0.027)
    durationSlope = random.uniform(0.0018...0.0028)
    verticalSpeed = random.uniform(0.82...0.98)
    speedJitter = random.uniform(0.06...0.13)
    curvature = random.uniform(0.005...0.05)
    gain = random.uniform(0.88...0.98)
    gainDeviation = random.uniform(0.03...0.08)
    lateCorrection = random.uniform(0.2...0.5)
    earlyCorrection = random.uniform(0.02...0.15)
    overshoot = random.uniform(0.01...0.08)
    dynamicOvershoot = random.uniform(0.02...0.35)
    doublePulses = random.uniform(0...3)
    microsaccadeRate = random.uniform(0.5...2)
    microsaccadeAmplitude = random.uniform(0.15...0.5)
    driftSpeed = random.uniform(0.15...0.5)
    squareWaveRate = random.chance(0.5) ? random.uniform(0...2) : random.uniform(2...12)
    blinkRate = random.uniform(6...22)
    vergenceWander = random.uniform(0.05...0.25)
    transientDivergence = random.uniform(0...0.04)
  }

  /// How a saccade of an amplitude and direction moves this time.
  func profile(vector: Vector3, random: inout RandomGenerator) -> SaccadeProfile {
    let amplitude = max(vector.length, 0.01)
    let vertical = vector.y * vector.y / (amplitude * amplitude)
    let speed =
      random.logNormal(median: 1, sigma: speedJitter).clamped(to: 0.6...1.6)
      * (1 - (1 - verticalSpeed) * vertical)
    switch model {
    case .parametric:
      return .parametric(
        amplitude: amplitude, ceiling: ceiling * speed, constant: amplitudeConstant)
    case .skewed:
      let duration = (durationOffset + durationSlope * amplitude) / speed
      let order = 3 + 12 * exp(-(duration - 0.02) / 0.035)
      return .skewed(duration: duration, order: order * random.uniform(0.85...1.15))
    }
  }

  /// The typical duration of a saccade of an amplitude in degrees, in seconds.
  func typicalDuration(amplitude: Double) -> Double {
    switch model {
    case .parametric:
      SaccadeProfile.parametric(
        amplitude: max(amplitude, 0.01), ceiling: ceiling, constant: amplitudeConstant
      ).duration
    case .skewed: durationOffset + durationSlope * amplitude
    }
  }
}

extension Comparable {
  func clamped(to range: ClosedRange<Self>) -> Self {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
