#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Pairs of burst neurons that inhibit each other and rebound from it: one pair an axis.
///
/// A rate model of Shaikh et al. 2008 (*J Neuroophthalmol* 28:329): with the omnipause neurons
/// silent, a pair oscillates at a frequency that its rebound's time constant sets; one pair gives
/// flutter, several with noise of their own give opsoclonus.
struct BurstNeuronModel: Sendable {
  /// Each axis's direction in the plane, size in degrees, and time constant of rebound in seconds.
  private let axes: [Axis]
  /// Standard deviation of the logarithm of each half-cycle's size.
  private let spread: Double
  /// Time from one reversal to the next, in seconds.
  let halfCycle: Double

  private struct Axis: Sendable {
    var direction: SIMD3<Double>
    var amplitude: Double
    var rebound: Double
  }

  private static let step = 1 / EyePath.tableRate
  /// Transmission between the neurons, 1.2 ms, in steps.
  private static let delay = 12
  private static let neuronTime = 0.004
  private static let gain = 2.2
  private static let reboundGain = 1.6 * 0.9

  init(plan: BurstPlan, random: inout RandomGenerator) {
    let duration = 0.0225 + 0.0023 * plan.amplitude
    let half = (duration + 0.5 * plan.gap) * random.uniform(0.85...1.2)
    halfCycle = half
    spread = min(plan.spread, 0.45)
    let rebound = Self.rebound(halfCycle: half)
    switch plan.planes {
    case .one(let axis, let deviation):
      let along = SIMD3(cos(axis), sin(axis), 0)
      let across = SIMD3(-sin(axis), cos(axis), 0)
      axes = [
        Axis(direction: along, amplitude: plan.amplitude, rebound: rebound),
        Axis(
          direction: across, amplitude: plan.amplitude * tan(min(deviation, 0.8)),
          rebound: rebound * random.uniform(0.85...1.15)),
      ]
    case .all:
      let tilt = random.uniform(0...(.pi / 2))
      axes = [tilt, tilt + .pi / 2].map { angle in
        Axis(
          direction: SIMD3(cos(angle), sin(angle), 0),
          amplitude: plan.amplitude * random.uniform(0.7...0.95),
          rebound: rebound * random.uniform(0.82...1.22))
      }
    }
  }

  /// Positions relative to the start, one each 0.1 ms.
  ///
  /// - Parameters:
  ///   - offset: Where the start lies from the centre that the eye is pulled back to.
  ///   - drift: A slow movement that goes on meanwhile, in degrees a second.
  func run(
    seconds: Double, torsion: Bool, from offset: SIMD3<Double>, drift: SIMD3<Double>,
    random: inout RandomGenerator
  ) -> [SIMD3<Double>] {
    let count = Int(seconds / Self.step) + 1
    var positions = [SIMD3<Double>](repeating: SIMD3(), count: count)
    var active = axes
    if torsion && axes.count > 1 && axes[1].amplitude > 0.3 * axes[0].amplitude {
      active.append(
        Axis(
          direction: SIMD3(0, 0, 1), amplitude: axes[0].amplitude * 0.3,
          rebound: axes[1].rebound * 1.1))
    }
    for axis in active where axis.amplitude > 0 {
      let away = (offset * axis.direction).sum()
      let slow = (drift * axis.direction).sum()
      add(axis, count: count, away: away, drift: slow, to: &positions, random: &random)
    }
    return positions
  }

  /// Integrates one pair and adds its displacement.
  private func add(
    _ axis: Axis, count: Int, away: Double, drift: Double, to positions: inout [SIMD3<Double>],
    random: inout RandomGenerator
  ) {
    let dt = Self.step
    let drive = axis.amplitude / Self.displacement(rebound: axis.rebound)
    var history = [SIMD2<Double>](repeating: SIMD2(), count: Self.delay)
    var adaptation = SIMD2(0, 0.35)
    var firing = SIMD2(0.3, 0)
    if random.chance(0.5) {
      adaptation = SIMD2(0.35, 0)
      firing = SIMD2(0, 0.3)
    }
    // Noise with a memory of 8 ms, drawn anew each 2 ms.
    var noise = SIMD2<Double>()
    var noiseTarget = SIMD2<Double>()
    var scale = random.logNormal(median: 1, sigma: spread)
    var before = 0.0
    var position = away
    let stop = count - 150
    for index in 1..<count {
      if index % 20 == 1 {
        noiseTarget = noiseTarget * 0.78 + SIMD2(random.normal(), random.normal()) * 0.03
      }
      noise += (noiseTarget - noise) * (dt / 0.002)
      let slot = index % Self.delay
      let late = history[slot]
      history[slot] = firing
      let crossed = SIMD2(late.y, late.x)
      // The omnipause neurons end the burst.
      let pause = index > stop ? 0.6 : 0
      let input = Self.gain * (Self.reboundGain * adaptation - crossed) - pause + noise
      firing +=
        (input.clamped(lowerBound: SIMD2(), upperBound: SIMD2(1, 1)) - firing)
        * (dt / Self.neuronTime)
      adaptation += (crossed - adaptation) * (dt / axis.rebound)
      let velocity = firing.x - firing.y
      if velocity * before < 0 { scale = random.logNormal(median: 1, sigma: spread) }
      if velocity != 0 { before = velocity }
      position += (drive * scale * velocity + drift - position / 0.3) * dt
      positions[index] += axis.direction * (position - away)
    }
  }

  /// The rebound's time constant that reverses each `halfCycle` seconds; measured on the model.
  private static func rebound(halfCycle: Double) -> Double {
    interpolated(halfCycle, from: halfCycles, to: rebounds)
  }

  /// Degrees from reversal to reversal for a drive of one degree a second; measured on the model.
  private static func displacement(rebound: Double) -> Double {
    interpolated(rebound, from: rebounds, to: displacements)
  }

  private static let rebounds = [0.006, 0.01, 0.015, 0.02, 0.03, 0.045, 0.07, 0.1, 0.15, 0.2]
  private static let halfCycles = [
    0.015, 0.020, 0.0256, 0.0307, 0.040, 0.0543, 0.0757, 0.102, 0.143, 0.178,
  ]
  private static let displacements = [
    0.0088, 0.0136, 0.0191, 0.0239, 0.0331, 0.0469, 0.0684, 0.0932, 0.1366, 0.1692,
  ]

  private static func interpolated(_ x: Double, from xs: [Double], to ys: [Double]) -> Double {
    if x <= xs[0] { return ys[0] * x / xs[0] }
    let last = xs.count - 1
    if x >= xs[last] { return ys[last] * x / xs[last] }
    let upper = xs.firstIndex { $0 >= x } ?? last
    let share = (x - xs[upper - 1]) / (xs[upper] - xs[upper - 1])
    return ys[upper - 1] + (ys[upper] - ys[upper - 1]) * share
  }
}
