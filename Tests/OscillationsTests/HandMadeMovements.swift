import EyeMovements
import Oscillations
import Recordings

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Movements laid out by hand, for the judgement alone: no trace, no detector.
struct HandMadeMovements {
  var saccades: [Saccade] = []
  var slowPhases: [SlowPhase] = []
  var losses: [SignalLoss] = []
  var time = 0.0
  var noise = 0.02
  var rate = 500.0

  /// A saccade of 21 ms + 2.2 ms a degree on the main sequence, times a factor.
  mutating func saccade(
    _ displacement: SIMD2<Float>, speed factor: Double = 1, torsion: Float = .nan
  ) {
    let amplitude = Double((displacement * displacement).sum().squareRoot())
    let size =
      torsion.isNaN ? amplitude : (amplitude * amplitude + Double(torsion * torsion)).squareRoot()
    let onset = time
    time += 0.021 + 0.0022 * size
    saccades.append(
      Saccade(
        onset: onset, offset: time, samples: Int(onset * rate)..<Int(time * rate),
        displacement: displacement, torsionalDisplacement: torsion, start: .zero,
        peakVelocity: Float(factor * 550 * (1 - exp(-size / 7))), peakTime: (onset + time) / 2))
  }

  mutating func rest(_ seconds: Double) { time += seconds }

  mutating func drift(_ seconds: Double, _ velocity: SIMD3<Float>, error: Float = 0.1) {
    let onset = time
    time += seconds
    slowPhases.append(
      SlowPhase(
        onset: onset, offset: time, samples: Int(onset * rate)..<Int(time * rate),
        velocity: velocity, velocityError: SIMD3(repeating: error), shape: .linear, start: .zero,
        end: .zero))
  }

  /// Three saccades or more to and fro along an axis in degrees.
  mutating func burst(_ count: Int, amplitude: Float = 3, axis: Double = 0, gap: Double = 0.010) {
    let direction = SIMD2(Float(cos(axis * .pi / 180)), Float(sin(axis * .pi / 180)))
    for swing in 0..<count {
      saccade(direction * (swing.isMultiple(of: 2) ? amplitude : -amplitude))
      if swing + 1 < count { rest(gap) }
    }
  }

  func movements(seconds: Double) -> EyeMovements {
    let count = Int(seconds * rate)
    let still = [Float](repeating: 0, count: count)
    return EyeMovements(
      saccades: saccades, slowPhases: slowPhases, losses: losses, validStretches: [0..<seconds],
      noise: NoiseLevel(
        standardDeviation: noise, rmsSampleToSample: noise * 2.0.squareRoot(),
        velocityStandardDeviation: 60 * noise, smoothedVelocityStandardDeviation: 40 * noise,
        isFromQuietStretches: true),
      bandwidth: EffectiveBandwidth(
        effectiveRate: rate, velocityCutoff: 80, isUpsampled: false, isFiltered: false),
      version: VersionSignal(
        samplingRate: rate, runs: [Recording.Run(onset: 0, samples: 0..<count)],
        horizontalVelocity: still, verticalVelocity: still, torsionalVelocity: []))
  }

  func recording(
    seconds: Double, vertical: Bool = true, unit: Recording.Unit = .degrees
  ) -> Recording {
    let count = Int(seconds * rate)
    let still = [Float](repeating: 0, count: count)
    return Recording(
      id: "by-hand", samplingRate: rate,
      runs: [Recording.Run(onset: 0, samples: 0..<count)],
      traces: [EyeTrace(eye: .unknown, horizontal: still, vertical: vertical ? still : nil)],
      unit: unit, clock: ClockReport(), source: Source(format: "by-hand"))
  }

  func analysis(
    seconds: Double, vertical: Bool = true, unit: Recording.Unit = .degrees
  ) -> Analysis {
    Analyzer().analysis(
      of: recording(seconds: seconds, vertical: vertical, unit: unit),
      movements: movements(seconds: seconds))
  }
}
