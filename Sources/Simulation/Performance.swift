#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How each kind is performed at a severity.
extension Choreography {
  mutating func perform(_ simulation: Simulation) {
    switch simulation.kind {
    case .viewing:
      view(fixation: random.uniform(0.25...0.4), saccade: random.uniform(3...6), until: duration)
    case .search:
      view(fixation: random.uniform(0.15...0.22), saccade: random.uniform(4...9), until: duration)
    case .reading: read(until: duration)
    case .fixation, .blinks, .noise: fixate(until: duration, around: Vector3())
    case .saccades: followJumps(until: duration)
    case .pursuit:
      pursue(
        frequency: random.uniform(0.1...0.5),
        amplitude: simulation.amplitude ?? random.uniform(5...14),
        gain: random.uniform(0.72...0.97))
    case .singleRun: singleRun(until: duration)
    case .doublePulses:
      doublePulses(rate: 6 + 24 * simulation.severity, until: duration)
    case .headTremor: headTremor(severity: simulation.severity)
    case .squareWaveJerks, .macroSquareWaveJerks, .macrosaccadicOscillations: intrude(simulation)
    case .pendular, .infantilePendular, .oculopalatal: swing(simulation)
    case .opsoclonus, .microOpsoclonus, .flutter, .microflutter, .voluntaryFlutter,
      .flutterOpsoclonus, .opsoclonusWithNystagmus, .flutterWithNystagmus:
      let plan = burstPlan(simulation)
      bursts(plan, family: simulation.family, looksAround: random.chance(0.35))
    case .weakNystagmus, .optokinetic, .vestibuloOcular, .chairRotation, .jerkNystagmus,
      .gazeEvoked,
      .infantile, .downbeat, .upbeat, .torsional, .periodicAlternating:
      waitsForBlinks = false
      if simulation.kind == .gazeEvoked {
        fixate(until: random.uniform(0.08...0.2) * duration, around: Vector3())
      }
      let plan = beatPlan(simulation)
      if simulation.kind == .gazeEvoked { shiftGaze(to: plan.centre) }
      beat(plan, until: duration)
    }
  }

  private mutating func intrude(_ simulation: Simulation) {
    let severity = simulation.severity
    let scatter = random.logNormal(median: 1, sigma: 0.15)
    switch simulation.kind {
    case .squareWaveJerks:
      squareWaves(
        rate: simulation.frequency.map { 60 * $0 } ?? (32 + 45 * severity),
        amplitude: simulation.amplitude ?? logarithmic(0.9, 3.5, severity) * scatter,
        until: duration)
    case .macroSquareWaveJerks:
      macroSquareWaves(
        amplitude: simulation.amplitude ?? logarithmic(6, 14, severity) * scatter, runs: severity,
        until: duration)
    default:
      macrosaccadicOscillations(
        amplitude: simulation.amplitude ?? logarithmic(4, 16, severity) * scatter,
        pause: 1.8 - 1.2 * severity, until: duration)
    }
  }

  private mutating func swing(_ simulation: Simulation) {
    let severity = simulation.severity
    let scatter = random.logNormal(median: 1, sigma: 0.15)
    let isHorizontal = simulation.kind == .infantilePendular || random.chance(0.4)
    let axis =
      simulation.direction.map { $0 * .pi / 180 }
      ?? (isHorizontal ? random.normal(0, 0.06) : random.uniform(0...(.pi)))
    switch simulation.kind {
    case .pendular:
      pendular(
        frequency: simulation.frequency ?? random.uniform(2.5...6),
        amplitude: simulation.amplitude ?? logarithmic(0.6, 5, severity) * scatter, axis: axis,
        ellipticity: random.uniform(0...0.8), irregularity: random.uniform(0.005...0.03),
        swing: random.uniform(0.05...0.25), torsionShare: torsion ? random.uniform(0...0.5) : 0)
    case .infantilePendular:
      pendular(
        frequency: simulation.frequency ?? random.uniform(2...5),
        amplitude: simulation.amplitude ?? logarithmic(1, 7, severity) * scatter, axis: axis,
        ellipticity: random.uniform(0...0.1), irregularity: random.uniform(0.01...0.04),
        swing: random.uniform(0.1...0.3), torsionShare: 0)
    default:
      pendular(
        frequency: simulation.frequency ?? random.uniform(1.1...3),
        amplitude: simulation.amplitude ?? logarithmic(2, 10, severity) * scatter,
        axis: simulation.direction.map { $0 * .pi / 180 } ?? .pi / 2 + random.normal(0, 0.2),
        ellipticity: random.uniform(0...0.3), irregularity: random.uniform(0.06...0.14),
        swing: random.uniform(0.1...0.3), torsionShare: torsion ? random.uniform(0.2...0.8) : 0)
    }
  }

  private mutating func burstPlan(_ simulation: Simulation) -> BurstPlan {
    let severity = simulation.severity
    let scatter = random.logNormal(median: 1, sigma: 0.2)
    let horizontal =
      random.chance(0.88) ? random.normal(0, 0.04) : random.uniform(0...(.pi))
    let axis = simulation.direction.map { $0 * .pi / 180 } ?? horizontal
    let narrow = BurstPlan.Planes.one(axis: axis, deviation: random.uniform(0.04...0.09))
    var plan = BurstPlan(
      amplitude: logarithmic(1, 5, severity) * scatter, spread: random.uniform(0.15...0.3),
      planes: narrow, burden: (0.06 + 0.34 * severity) * random.uniform(0.85...1.15),
      length: logarithmic(0.3, 1.2, severity), gap: random.uniform(0.001...0.012))
    switch simulation.kind {
    case .opsoclonus, .opsoclonusWithNystagmus:
      plan.planes = .all
      plan.amplitude = logarithmic(1.6, 11, severity) * scatter
      plan.spread = random.uniform(0.4...0.55)
      plan.burden = (0.08 + 0.76 * severity) * random.uniform(0.85...1.12)
      plan.length = logarithmic(0.35, 3, severity)
      plan.triggered = 0.65 - 0.4 * severity
    case .microOpsoclonus:
      plan.planes = .all
      plan.amplitude = (0.35 + 0.45 * severity) * scatter.clamped(to: 0.8...1.2)
      plan.spread = random.uniform(0.3...0.45)
    case .microflutter:
      plan.amplitude = (0.14 + 0.3 * severity) * scatter.clamped(to: 0.85...1.15)
      plan.spread = random.uniform(0.1...0.25)
      plan.gap = random.uniform(0.0005...0.006)
    case .voluntaryFlutter:
      plan.amplitude = (1 + 2.5 * severity) * scatter
      plan.spread = random.uniform(0.04...0.1)
      plan.length = random.uniform(2...5)
      plan.burden = 0.2 + 0.3 * severity
      plan.fewest = 1
      plan.gap = random.uniform(0.001...0.005)
      plan.triggered = 0
      plan.afterBlinks = 0
      plan.convergence = random.uniform(1...5)
    case .flutterOpsoclonus:
      plan.planes = .one(axis: axis, deviation: severity * .pi / 3)
      plan.burden = random.uniform(0.15...0.4)
    default: break
    }
    if simulation.kind == .opsoclonusWithNystagmus || simulation.kind == .flutterWithNystagmus {
      plan.burden *= 0.6
      plan.nystagmus = beatPlan(simulation)
    }
    plan.amplitude = simulation.amplitude ?? plan.amplitude
    plan.burden = simulation.burden ?? plan.burden
    return plan
  }
}

/// Between two values, evenly in their logarithm.
func logarithmic(_ low: Double, _ high: Double, _ share: Double) -> Double {
  exp(log(low) + (log(high) - log(low)) * share)
}
