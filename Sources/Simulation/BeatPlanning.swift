#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How each kind of jerk nystagmus beats at a severity.
extension Choreography {
  mutating func beatPlan(_ simulation: Simulation) -> BeatPlan {
    let severity = simulation.severity
    let range = slowSpeeds(simulation.kind)
    let scatter = random.logNormal(median: 1, sigma: 0.15)
    let speed =
      simulation.slowPhaseSpeed
      ?? (logarithmic(range.lowerBound, range.upperBound, severity) * scatter)
    let rate = simulation.frequency ?? (1.1 + 0.55 * log(1 + speed / 3) * random.uniform(0.8...1.4))
    let away = slowDirection(simulation)
    var plan = BeatPlan(velocity: away * speed, rate: rate.clamped(to: 0.6...5), shape: .linear)
    switch simulation.kind {
    case .jerkNystagmus, .opsoclonusWithNystagmus, .flutterWithNystagmus:
      if torsion { plan.velocity.z = random.uniform(-0.6...0.6) * speed }
      plan.shape = slowShape(simulation.slowPhaseShape ?? drawShape(), rate: plan.rate)
    case .gazeEvoked:
      let eccentricity = random.uniform(15...28)
      plan.centre = -away * eccentricity
      plan.shape = .decreasing(eccentricity / speed)
    case .infantile:
      plan.rate = simulation.frequency ?? random.uniform(2...4.5)
      plan.shape = .increasing(random.uniform(0.08...0.2), foveation: 0.02...0.12)
    case .downbeat, .upbeat:
      plan.shape = slowShape(random.chance(0.6) ? .linear : drawShape(), rate: plan.rate)
      plan.velocity.x = random.normal(0, 0.05) * speed
    case .weakNystagmus:
      plan.modulation = 0.35
      plan.rate = random.uniform(0.6...1.8)
    case .vestibuloOcular:
      let constant = random.uniform(12...20)
      plan.course = { exp(-$0 / constant) }
      if torsion { plan.velocity.z = random.uniform(-0.2...0.2) * speed }
    case .chairRotation:
      let frequency = random.uniform(0.04...0.12)
      let start = random.uniform(0...1)
      plan.course = { sin(2 * .pi * (frequency * $0 + start)) }
    case .periodicAlternating:
      let period = simulation.frequency.map { 1 / $0 } ?? random.uniform(100...240)
      // Begins in the middle of a half-cycle, so that a short recording shows a beat.
      let start = random.uniform(0.12...0.2) + (random.chance(0.5) ? 0.5 : 0)
      plan.rate = random.uniform(1.5...3)
      plan.course = { tanh(4 * sin(2 * .pi * ($0 / period + start))) }
    default: break
    }
    return plan
  }

  /// Slow-phase speed at severity 0 and 1, in degrees a second.
  private func slowSpeeds(_ kind: SimulationKind) -> ClosedRange<Double> {
    switch kind {
    case .weakNystagmus: 0.4...1.1
    case .optokinetic: 8...40
    case .vestibuloOcular, .chairRotation: 20...55
    case .gazeEvoked: 4.5...25
    case .infantile: 7...45
    case .downbeat, .upbeat: 3.5...15
    case .torsional: 4.5...20
    case .periodicAlternating: 6...40
    case .opsoclonusWithNystagmus, .flutterWithNystagmus: 6...30
    default: 4...45
    }
  }

  /// The direction of the slow phases, opposite to the beat.
  private mutating func slowDirection(_ simulation: Simulation) -> Vector3 {
    let side = random.chance(0.5) ? 1.0 : -1.0
    let roll = random.uniform()
    let oblique = random.uniform(0...(2 * .pi))
    switch simulation.kind {
    case .downbeat: return Vector3(0, 1, 0)
    case .upbeat: return Vector3(0, -1, 0)
    case .torsional: return Vector3(0, 0, side)
    default: break
    }
    if let beat = simulation.direction {
      return Vector3(-cos(beat * .pi / 180), -sin(beat * .pi / 180), 0)
    }
    switch simulation.kind {
    case .jerkNystagmus, .opsoclonusWithNystagmus, .flutterWithNystagmus:
      if roll < 0.55 { return Vector3(side, 0, 0) }
      if roll < 0.8 { return Vector3(0, side, 0) }
      return Vector3(cos(oblique), sin(oblique), 0)
    case .optokinetic where roll < 0.25: return Vector3(0, side, 0)
    default: return Vector3(side, 0, 0)
    }
  }

  private mutating func drawShape() -> SlowPhaseShape {
    let roll = random.uniform()
    return roll < 0.6 ? .linear : roll < 0.8 ? .decreasing : .increasing
  }

  private mutating func slowShape(_ shape: SlowPhaseShape, rate: Double) -> BeatPlan.Shape {
    switch shape {
    case .linear: .linear
    case .decreasing: .decreasing(1 / rate / random.uniform(0.6...1.3))
    case .increasing: .increasing(1 / rate / random.uniform(0.8...1.8), foveation: 0...0.03)
    }
  }
}

/// How the speed of a slow phase changes.
public enum SlowPhaseShape: String, Sendable, CaseIterable {
  case linear, decreasing, increasing
}
