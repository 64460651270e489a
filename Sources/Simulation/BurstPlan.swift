#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What bursts of back-to-back saccades look like in one recording.
struct BurstPlan: Sendable {
  /// Median amplitude of a saccade, in degrees, and the standard deviation of its logarithm.
  var amplitude: Double
  var spread: Double
  var planes: Planes
  /// Share of the recording that the bursts take, 0 to 1.
  var burden: Double
  /// Mean length of a burst, in seconds.
  var length: Double
  /// Fewest bursts in the recording, so that it shows what it is named for.
  var fewest = 3
  /// Typical interval between saccades, in seconds; none is longer than 30 ms.
  var gap: Double
  /// Share of bursts that follow a gaze shift.
  var triggered = 0.4
  /// Share of bursts that a blink sets off, where there is one.
  var afterBlinks = 0.3
  /// What the eyes drift with during and between bursts.
  var nystagmus: BeatPlan?
  /// Convergence at the start of a burst, in degrees.
  var convergence = 0.0

  enum Planes: Sendable {
    /// To and fro along an axis in radians, each saccade off it by a normal draw in radians.
    case one(axis: Double, deviation: Double)
    /// Every direction.
    case all
  }

  /// When the bursts are: one in each of equal slots, none during a blink.
  func windows(_ actor: inout Choreography) -> [Range<Double>] {
    let duration = actor.duration
    let count = max(fewest, Int((burden * duration / length).rounded()))
    let slot = duration / Double(count)
    let mean = burden * slot
    var windows: [Range<Double>] = []
    for index in 0..<count {
      let shortest = 3.2 * (actor.subject.typicalDuration(amplitude: amplitude) + gap)
      let seconds = actor.random.gamma(shape: 10, mean: mean).clamped(
        to: min(shortest, 0.9 * slot)...max(shortest, 0.96 * slot))
      let room = max(slot - seconds, 0)
      let opening = Double(index) * slot
      var start = opening + actor.random.uniform() * room
      // The lids' closing and opening sets bursts off.
      if actor.random.chance(afterBlinks), let blink = actor.nextBlink(after: opening),
        blink.offset < opening + room
      {
        start = blink.offset + actor.random.uniform(0.02...0.15)
      }
      windows += free(start..<min(start + seconds, duration - 0.05), of: actor.blinks)
    }
    return windows
  }

  /// What blinks leave of a burst; a burst often follows a blink at once.
  private func free(_ window: Range<Double>, of blinks: [Blink]) -> [Range<Double>] {
    guard window.upperBound > window.lowerBound else { return [] }
    var parts: [Range<Double>] = []
    var start = window.lowerBound
    for blink in blinks where blink.offset > start && blink.onset < window.upperBound {
      if blink.onset - 0.02 - start > 0.12 { parts.append(start..<(blink.onset - 0.02)) }
      start = max(start, blink.offset + 0.03)
    }
    if window.upperBound - start > 0.12 {
      parts.append(start..<window.upperBound)
    } else if parts.isEmpty {
      parts.append(start..<(start + 0.25))
    }
    return parts
  }
}

/// Saccadic oscillations.
extension Choreography {
  /// Bursts, with fixation (or nystagmus) between them.
  mutating func bursts(_ plan: BurstPlan, family: BurstFamily, looksAround: Bool) {
    let model = pathModel(plan, family: family)
    var centre = Vector3()
    for planned in plan.windows(&self) {
      let window = max(planned.lowerBound, min(time, planned.upperBound))..<planned.upperBound
      // What went before may have taken some of it.
      guard window.upperBound < duration, window.upperBound - window.lowerBound > 0.1 else {
        continue
      }
      let lead = random.chance(plan.triggered) ? random.uniform(0.06...0.3) : 0
      passTime(until: max(time, window.lowerBound - lead), plan: plan, centre: &centre, looksAround)
      if lead > 0 && plan.nystagmus == nil {
        centre = Vector3(random.uniform(-8...8), random.uniform(-6...6), 0)
        allowsRuns = false
        shiftGaze(to: centre)
      }
      rest(window.lowerBound - time, drift: drift(of: plan))
      if plan.convergence > 0 { converge(plan.convergence, until: window.upperBound) }
      allowsRuns = true
      if let model {
        burst(model, seconds: window.upperBound - time, plan: plan, around: centre)
      } else {
        burst(plan, until: window.upperBound, around: centre)
      }
      allowsRuns = false
      rest(random.uniform(0.06...0.16), drift: drift(of: plan))
    }
    passTime(until: duration, plan: plan, centre: &centre, looksAround)
  }

  private mutating func pathModel(
    _ plan: BurstPlan, family: BurstFamily
  ) -> (any BurstPathModel)? {
    // Drawn whatever the family, so that the pauses between bursts are the same in all of them.
    let neurons = BurstNeuronModel(plan: plan, random: &random)
    switch family {
    case .saccadic: return nil
    case .burstNeuron: return neurons
    case .oscillator: return CoupledOscillatorModel(plan: plan, random: &random)
    }
  }

  private func drift(of plan: BurstPlan) -> Vector3 {
    plan.nystagmus?.velocity ?? Vector3()
  }

  private mutating func converge(_ degrees: Double, until end: Double) {
    vergenceSteps.append((time - 0.2, degrees))
    vergenceSteps.append((end, 0))
  }

  private mutating func passTime(
    until end: Double, plan: BurstPlan, centre: inout Vector3, _ looksAround: Bool
  ) {
    guard end > time else { return }
    if let nystagmus = plan.nystagmus {
      waitsForBlinks = false
      centre = Vector3()
      return beat(nystagmus, until: end)
    }
    let off = position - centre
    if off.lengthSquared > 0.1 && end - time > 0.5 {
      rest(random.normal(0.18, 0.03, in: 0.12...0.3))
      shiftGaze(to: centre)
    }
    if looksAround && end - time > 1 {
      view(fixation: 0.4, saccade: 4, until: end - 0.3)
      centre = position
    }
    fixate(until: end, around: centre)
  }

  /// Single saccades laid end to end, with 0 to 30 ms between them.
  private mutating func burst(_ plan: BurstPlan, until end: Double, around centre: Vector3) {
    var angle = random.uniform(0...(2 * .pi))
    if case .one(let axis, _) = plan.planes, random.chance(0.5) { angle = axis + .pi }
    let swell = random.uniform(0...0.3)
    let period = random.uniform(0.4...2)
    var count = 0
    while time < end || count < 4 {
      angle = plan.nextDirection(after: angle, random: &random)
      let wave = 1 + swell * sin(2 * .pi * time / period)
      let largest = min(80, 8 * plan.amplitude)
      let size = (random.logNormal(median: plan.amplitude, sigma: plan.spread) * wave)
        .clamped(to: 0.08...largest)
      var target = centre + size / 2 * Vector3(cos(angle), sin(angle), 0)
      if torsion, case .all = plan.planes { target.z = random.normal(0, 0.25) * size }
      let vector = target - position
      // Too small to be seen between its neighbours: draw again.
      if vector.lengthSquared < 0.04 * plan.amplitude * plan.amplitude { continue }
      saccade(by: vector, drift: drift(of: plan))
      count += 1
      let gap = min(abs(random.normal(0, plan.gap)), 0.03)
      if time < end || count < 4 { rest(gap, drift: drift(of: plan)) }
      if count > 20_000 { return }
    }
  }

  private mutating func burst(
    _ model: any BurstPathModel, seconds: Double, plan: BurstPlan, around centre: Vector3
  ) {
    let shortest = 4 * model.halfCycle + 0.03
    let run = model.run(
      seconds: max(seconds, shortest), torsion: torsion, from: position - centre,
      drift: drift(of: plan), random: &random)
    follow(run, saccades: OscillatorSaccades.find(in: run))
  }
}

extension BurstPlan {
  fileprivate func nextDirection(after angle: Double, random: inout RandomGenerator) -> Double {
    switch planes {
    case .one(let axis, let deviation):
      let forward = cos(angle - axis) > 0
      return axis + (forward ? .pi : 0) + random.normal(0, deviation)
    case .all:
      if random.chance(0.6) { return random.uniform(0...(2 * .pi)) }
      return angle + .pi + random.normal(0, 0.5)
    }
  }
}

/// Which model makes the bursts.
public enum BurstFamily: String, Sendable, CaseIterable {
  /// Single saccades laid end to end.
  case saccadic
  /// Burst neurons with post-inhibitory rebound.
  case burstNeuron = "burst-neuron"
  /// Noisy sinusoidal oscillators, coupled.
  case oscillator
}
