#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a jerk nystagmus beats.
struct BeatPlan: Sendable {
  /// Slow-phase velocity at the start of a slow phase, in degrees a second.
  var velocity: Vector3
  /// Beats a second.
  var rate: Double
  var shape: Shape
  /// Where the gaze is held, in degrees.
  var centre = Vector3()
  /// Standard deviation of the slow phases' speed, as a share of it.
  var modulation = 0.12
  /// What the velocity is multiplied by as time goes on: reversals, decay.
  var course: @Sendable (Double) -> Double = { _ in 1 }

  enum Shape: Sendable {
    case linear
    /// Speed falls with a time constant in seconds.
    case decreasing(Double)
    /// Speed rises with a time constant in seconds, after the fovea has stayed on target.
    case increasing(Double, foveation: ClosedRange<Double>)
  }
}

/// Jerk nystagmus of every kind.
extension Choreography {
  mutating func beat(_ plan: BeatPlan, until end: Double) {
    var pace = random.normal()
    while time < end {
      pace = 0.9 * pace + 0.19.squareRoot() * random.normal()
      let factor = plan.course(time) * max(0.4, 1 + plan.modulation * pace)
      let velocity = plan.velocity * factor
      let speed = velocity.length
      if speed < 0.3 {
        rest(min(0.25, max(end - time, 0.01)), drift: velocity)
        continue
      }
      let seconds = slowPhase(plan, velocity: velocity, end: end)
      if time >= end { return }
      quickPhase(plan, velocity: velocity, after: seconds)
    }
  }

  /// Drifts for the time of one beat; returns that time.
  private mutating func slowPhase(
    _ plan: BeatPlan, velocity: Vector3, end: Double
  ) -> Double {
    let onset = time
    var seconds = random.gamma(shape: 9, mean: 1 / plan.rate).clamped(to: 0.11...2.5)
    seconds = min(seconds, max(end - time, 0.01))
    switch plan.shape {
    case .linear:
      rest(seconds, drift: velocity)
    case .decreasing(let constant):
      glide(seconds, span: velocity * constant, rate: 1 / constant)
    case .increasing(let constant, let foveation):
      seconds = min(seconds, 1.4 / plan.rate)
      let still = min(random.uniform(foveation), seconds * 0.5)
      let speed = velocity.length
      rest(still, drift: velocity * (random.uniform(0...2.5) / speed))
      let growing = seconds - still
      // Reaches the plan's mean velocity over the whole slow phase.
      let span = velocity * seconds / (exp(growing / constant) - 1)
      glide(growing, span: -span, rate: -1 / constant)
    }
    markSlowPhase(since: onset)
    return seconds
  }

  private mutating func quickPhase(
    _ plan: BeatPlan, velocity: Vector3, after seconds: Double
  ) {
    let travel = velocity / plan.rate
    let size = travel.length
    var target = plan.centre
    if case .increasing = plan.shape {
      target +=
        velocity * (random.uniform(0.1...0.5) / max(velocity.length, 1))
    } else {
      target -= travel / 2
    }
    target += Vector3(random.normal() * (0.1 * size + 0.05), random.normal() * 0.02 * size, 0)
    let vector = target - position
    // A quick phase goes against the slow one, whatever the noise of its landing.
    guard vector.dot(velocity) < 0, vector.lengthSquared > 0.01 else { return }
    if size > 1.5 && random.chance(0.04) {
      saccade(by: vector * 0.7, quickPhase: true)
      rest(random.uniform(0.01...0.08), drift: velocity)
      saccade(to: target, quickPhase: true)
    } else {
      saccade(by: vector, quickPhase: true)
      if size > 1.5 && random.chance(subject.dynamicOvershoot * 0.4) {
        saccade(by: vector * (-random.uniform(0.04...0.1)))
      }
    }
  }
}
