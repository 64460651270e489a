#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A model that makes bursts as one continuous path instead of single saccades.
protocol BurstPathModel: Sendable {
  /// Time from one reversal to the next on an axis, in seconds.
  var halfCycle: Double { get }

  /// Positions relative to the start, one each 0.1 ms.
  ///
  /// - Parameters:
  ///   - offset: Where the start lies from the centre that the eye is pulled back to.
  ///   - drift: A slow movement that goes on meanwhile, in degrees a second.
  func run(
    seconds: Double, torsion: Bool, from offset: Vector3, drift: Vector3,
    random: inout RandomGenerator
  ) -> [Vector3]
}

/// Noisy sinusoidal oscillators, one an axis, that pull weakly at each other's phase.
///
/// Knows nothing of neurons or of the main sequence but its frequency, which falls with amplitude as
/// the saccades' duration grows: a check on what was learnt from the other models.
struct CoupledOscillatorModel: BurstPathModel {
  private let axes: [Axis]
  /// Standard deviation of the logarithm of the size.
  private let spread: Double
  /// Standard deviation of the frequency, as a share of it, with a memory of 50 ms.
  private let jitter: Double
  /// How fast one axis's phase is drawn to the other's, in radians a second.
  private let coupling: Double
  let halfCycle: Double

  private struct Axis: Sendable {
    var direction: Vector3
    /// Half of peak to peak, in degrees.
    var amplitude: Double
    var frequency: Double
  }

  init(plan: BurstPlan, random: inout RandomGenerator) {
    var half = (0.0225 + 0.0023 * plan.amplitude + plan.gap) * random.uniform(0.85...1.15)
    if case .all = plan.planes { half *= 1.12 }
    halfCycle = half
    spread = min(plan.spread, 0.4)
    jitter = random.uniform(0.05...0.2)
    coupling = random.uniform(-6...6)
    let frequency = 1 / (2 * half)
    switch plan.planes {
    case .one(let axis, let deviation):
      axes = [
        Axis(
          direction: Vector3(cos(axis), sin(axis), 0), amplitude: plan.amplitude / 2,
          frequency: frequency),
        Axis(
          direction: Vector3(-sin(axis), cos(axis), 0),
          amplitude: plan.amplitude / 2 * tan(min(deviation, 0.8)),
          frequency: frequency * random.uniform(0.85...1.15)),
      ]
    case .all:
      let tilt = random.uniform(0...(.pi / 2))
      axes = [tilt, tilt + .pi / 2].map { angle in
        Axis(
          direction: Vector3(cos(angle), sin(angle), 0),
          amplitude: plan.amplitude / 2 * random.uniform(0.75...1.05),
          frequency: frequency * random.uniform(0.8...1.2))
      }
    }
  }

  func run(
    seconds: Double, torsion: Bool, from offset: Vector3, drift: Vector3,
    random: inout RandomGenerator
  ) -> [Vector3] {
    let dt = 1 / EyePath.tableRate
    let count = Int(seconds / dt) + 1
    let rise = 0.012
    var states = axes.map { _ in State(random: &random) }
    var place = offset
    var positions = [Vector3](repeating: Vector3(), count: count)
    var index = 1
    while index < count {
      let time = Double(index) * dt
      let envelope = min(1, min(time, max(seconds - time, 0)) / rise)
      let difference = states[1].phase - states[0].phase
      var velocity = drift - place / 0.3
      for axis in 0..<2 {
        if index % 20 == 1 { states[axis].draw(jitter: jitter, spread: spread, &random) }
        let pull = coupling * sin(axis == 0 ? difference : -difference)
        let speed = 2 * .pi * axes[axis].frequency
        states[axis].phase += (speed * (1 + states[axis].detune) + pull) * dt
        // The size follows its target smoothly, within some 20 ms.
        states[axis].size += (states[axis].sizeTarget - states[axis].size) * dt / 0.02
        let rate = speed * axes[axis].amplitude * states[axis].size * sin(states[axis].phase)
        velocity += axes[axis].direction * (rate * envelope)
      }
      place += velocity * dt
      positions[index] = place - offset
      if torsion { positions[index].z = 0.2 * (positions[index].x + positions[index].y) * envelope }
      index += 1
    }
    return positions
  }

  private struct State {
    var phase: Double
    var detune = 0.0
    var size = 1.0
    var sizeTarget = 1.0
    private var growth = 0.0

    init(random: inout RandomGenerator) {
      phase = random.uniform(0...(2 * .pi))
    }

    /// New noise, each 2 ms: the frequency's has a memory of 50 ms, the size's of 150 ms.
    mutating func draw(jitter: Double, spread: Double, _ random: inout RandomGenerator) {
      detune = 0.961 * detune + 0.277 * jitter * random.normal()
      growth = 0.987 * growth + 0.161 * random.normal()
      sizeTarget = exp(spread * growth.clamped(to: -2.5...2.5))
    }
  }
}
