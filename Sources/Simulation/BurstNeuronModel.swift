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
struct BurstNeuronModel: BurstPathModel {
  /// Each axis's direction in the plane, size in degrees, and time constant of rebound in seconds.
  private let axes: [Axis]
  /// Standard deviation of the logarithm of each half-cycle's size.
  private let spread: Double
  let halfCycle: Double

  private struct Axis: Sendable {
    var direction: Vector3
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
    var half = (duration + 0.5 * plan.gap) * random.uniform(0.85...1.12)
    // Two axes out of phase reverse more often than one.
    if case .all = plan.planes { half *= 1.12 }
    halfCycle = half
    spread = min(plan.spread, 0.45)
    let rebound = Self.rebound(halfCycle: halfCycle)
    switch plan.planes {
    case .one(let axis, let deviation):
      let along = Vector3(cos(axis), sin(axis), 0)
      let across = Vector3(-sin(axis), cos(axis), 0)
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
          direction: Vector3(cos(angle), sin(angle), 0),
          amplitude: plan.amplitude * random.uniform(0.7...0.95),
          rebound: rebound * random.uniform(0.82...1.22))
      }
    }
  }

  func run(
    seconds: Double, torsion: Bool, from offset: Vector3, drift: Vector3,
    random: inout RandomGenerator
  ) -> [Vector3] {
    let count = Int(seconds / Self.step) + 1
    var positions = [Vector3](repeating: Vector3(), count: count)
    var active = axes
    if torsion && axes.count > 1 && axes[1].amplitude > 0.3 * axes[0].amplitude {
      active.append(
        Axis(
          direction: Vector3(0, 0, 1), amplitude: axes[0].amplitude * 0.3,
          rebound: axes[1].rebound * 1.1))
    }
    for axis in active where axis.amplitude > 0 {
      let moved = displacement(
        axis, count: count, away: offset.dot(axis.direction), drift: drift.dot(axis.direction),
        random: &random)
      var index = 1
      while index < count {
        positions[index] += moved[index] * axis.direction
        index += 1
      }
    }
    return positions
  }

  /// The displacement that one pair makes, step by step; plain numbers, as this is the hot loop.
  private func displacement(
    _ axis: Axis, count: Int, away: Double, drift: Double, random: inout RandomGenerator
  ) -> [Double] {
    let dt = Self.step
    let drive = axis.amplitude / Self.displacement(rebound: axis.rebound)
    let firingStep = dt / Self.neuronTime
    let reboundStep = dt / axis.rebound
    var displacement = [Double](repeating: 0, count: count)
    var lateFirst = [Double](repeating: 0, count: Self.delay)
    var lateSecond = lateFirst
    let startsRight = random.chance(0.5)
    // One side has been inhibited, and rebounds.
    var first = Neuron(rebound: startsRight ? 0.35 : 0)
    var second = Neuron(rebound: startsRight ? 0 : 0.35)
    var scale = random.logNormal(median: 1, sigma: spread)
    var before = 0.0
    var position = away
    let stop = count - 150
    var index = 1
    var slot = 1
    while index < count {
      if index % 20 == 1 {
        first.draw(&random)
        second.draw(&random)
      }
      // The omnipause neurons end the burst.
      let pause = index > stop ? 0.6 : 0
      let inhibitsFirst = lateSecond[slot]
      let inhibitsSecond = lateFirst[slot]
      lateFirst[slot] = first.firing
      lateSecond[slot] = second.firing
      first.advance(inhibition: inhibitsFirst, pause: pause, firingStep, reboundStep)
      second.advance(inhibition: inhibitsSecond, pause: pause, firingStep, reboundStep)
      let velocity = first.firing - second.firing
      if velocity * before < 0 { scale = random.logNormal(median: 1, sigma: spread) }
      if velocity != 0 { before = velocity }
      position += (drive * scale * velocity + drift - position / 0.3) * dt
      displacement[index] = position - away
      index += 1
      slot = slot + 1 == Self.delay ? 0 : slot + 1
    }
    return displacement
  }

  private struct Neuron {
    var firing = 0.0
    var rebound: Double
    /// Noise with a memory of 8 ms, drawn anew each 2 ms.
    var noise = 0.0
    var noiseTarget = 0.0

    init(rebound: Double) {
      self.rebound = rebound
    }

    mutating func draw(_ random: inout RandomGenerator) {
      noiseTarget = noiseTarget * 0.78 + random.normal() * 0.03
    }

    mutating func advance(
      inhibition: Double, pause: Double, _ firingStep: Double, _ reboundStep: Double
    ) {
      noise += (noiseTarget - noise) * 0.05
      let input =
        BurstNeuronModel.gain * (BurstNeuronModel.reboundGain * rebound - inhibition) - pause
        + noise
      let drive = input < 0 ? 0 : input > 1 ? 1 : input
      firing += (drive - firing) * firingStep
      rebound += (inhibition - rebound) * reboundStep
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
