#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Healthy behaviour: fixation, viewing, search, reading, targets that jump.
extension Choreography {
  /// Holds the gaze near a point until a time, with microsaccades and the intrusions of health.
  mutating func fixate(until end: Double, around centre: Vector3) {
    let rate = subject.microsaccadeRate
    while time < end {
      let pause = max(random.gamma(shape: 5, mean: 1 / rate), 0.12)
      if time + pause > end - 0.15 {
        rest(end - time)
        return
      }
      rest(pause)
      let intrusion = random.uniform() * rate * 60
      if intrusion < subject.squareWaveRate && time + 0.6 < end && squareWavesAreFew {
        squareWaves += 1
        squareWaveJerk(amplitude: random.logNormal(median: 0.5, sigma: 0.5).clamped(to: 0.2...2))
      } else if intrusion < subject.squareWaveRate + subject.doublePulses {
        doublePulse(amplitude: random.logNormal(median: 0.4, sigma: 0.4).clamped(to: 0.15...1.5))
      } else {
        microsaccade(around: centre)
      }
    }
  }

  /// Whether one more leaves the recording below what is counted as abnormal: 20 a minute.
  private var squareWavesAreFew: Bool { Double(squareWaves) < 12 * duration / 60 }

  private mutating func microsaccade(around centre: Vector3) {
    let size = random.gamma(shape: 4, mean: subject.microsaccadeAmplitude)
    let angle = random.normal(0, 0.5) + (random.chance(0.5) ? .pi : 0)
    let target = centre + 0.6 * size * Vector3(cos(angle), sin(angle), 0)
    let vector = target - position
    let distance = vector.length
    if distance > 0.06 { saccade(by: vector * min(1, 3 * size / distance)) }
  }

  /// Away and back with an interval of 100 to 400 ms.
  mutating func squareWaveJerk(amplitude: Double) {
    let side = random.chance(0.5) ? 1.0 : -1.0
    let vector = Vector3(side * amplitude, random.normal(0, 0.06) * amplitude, 0)
    saccade(by: vector)
    rest(random.normal(0.22, 0.05, in: 0.11...0.4))
    saccade(by: -vector * (1 + random.normal(0, 0.1, in: -0.25...0.25)))
  }

  /// Away and back at once: a pair that healthy people make.
  mutating func doublePulse(amplitude: Double) {
    let side = random.chance(0.5) ? 1.0 : -1.0
    let vector = Vector3(side * amplitude, random.normal(0, 0.08) * amplitude, 0)
    saccade(by: vector)
    rest(random.uniform(0...0.045))
    saccade(by: -vector * random.uniform(0.8...1.2))
  }

  /// A saccade to a target, with what follows in healthy eyes: overshoots and corrections, some of
  /// them within 80 ms.
  mutating func shiftGaze(to target: Vector3) {
    let error = target - position
    let distance = error.length
    guard distance > 0.3 else { return }
    if random.chance(subject.overshoot) {
      saccade(by: error * random.uniform(1.06...1.25))
      rest(random.uniform(0...0.08))
      saccade(to: target)
      return
    }
    let sideways = Vector3(-error.y, error.x, 0) * random.normal(0, 0.04)
    saccade(
      by: error * random.normal(subject.gain, subject.gainDeviation, in: 0.7...1.08) + sideways)
    if random.chance(subject.dynamicOvershoot) {
      if random.chance(0.3) { rest(random.uniform(0...0.005)) }
      let size = random.gamma(shape: 4, mean: 0.12 + 0.012 * distance).clamped(to: 0.06...0.8)
      saccade(by: error * (-size / distance))
    }
    let left = target - position
    guard left.lengthSquared > 0.04 else { return }
    if random.chance(subject.earlyCorrection) {
      rest(random.uniform(0.005...0.08))
      saccade(to: target)
    } else if random.chance(subject.lateCorrection) {
      rest(random.normal(0.16, 0.03, in: 0.12...0.25))
      saccade(to: target)
    }
  }

  /// Looks at a scene: fixations of a quarter of a second, saccades in every direction.
  mutating func view(fixation mean: Double, saccade size: Double, until end: Double) {
    let field = Vector3(14.0, 9.0, 0)
    while time < end {
      let pause = max(random.gamma(shape: 4.5, mean: mean), 0.08)
      if pause > 0.7 {
        fixate(until: min(time + pause, end), around: position)
      } else {
        rest(min(pause, max(end - time, 0.01)))
      }
      if time >= end { return }
      let reach = random.gamma(shape: 2, mean: size).clamped(to: 0.6...24)
      var angle = random.chance(0.4) ? random.normal(0, 0.35) : random.uniform(0...(2 * .pi))
      if random.chance(0.5) { angle += .pi }
      var target = position + reach * Vector3(cos(angle), sin(angle), 0)
      if abs(target.x) > field.x { target.x = random.uniform(-field.x...field.x) }
      if abs(target.y) > field.y { target.y = random.uniform(-field.y...field.y) }
      shiftGaze(to: target)
    }
  }

  /// Looks at a scene; once, an overshoot, its correction and the correction's follow without an
  /// interval, as happens to everyone.
  mutating func singleRun(until end: Double) {
    view(fixation: 0.32, saccade: 4.5, until: end * random.uniform(0.2...0.7))
    let angle = random.uniform(0...(2 * .pi))
    let size = random.uniform(2...9)
    let way = Vector3(cos(angle), sin(angle), 0)
    rest(0.2)
    allowsRuns = true
    saccade(by: way * size)
    rest(random.uniform(0...0.03))
    saccade(by: way * (-size * random.uniform(0.12...0.35)))
    rest(random.uniform(0...0.03))
    saccade(by: way * (size * random.uniform(0.06...0.15)))
    allowsRuns = false
    rest(0.2)
    view(fixation: 0.32, saccade: 4.5, until: end)
  }

  /// Reads lines of text: hops to the right, some back, and a sweep to the next line.
  mutating func read(until end: Double) {
    let left = -random.uniform(8...12)
    let right = -left
    let spacing = random.uniform(0.7...1.5)
    var line = 5.0
    begin(at: Vector3(left, line, 0))
    while time < end {
      rest(max(random.gamma(shape: 6, mean: 0.23), 0.08))
      if position.x > right - 2.5 {
        line = line < -6 ? 5 : line - spacing
        shiftGaze(to: Vector3(left + random.normal(0, 0.4), line, 0))
      } else if random.chance(0.12) && position.x > left + 2 {
        let back = random.normal(1.6, 0.6, in: 0.4...4)
        shiftGaze(to: position - Vector3(back, random.normal(0, 0.06), 0))
      } else {
        let hop = random.normal(2.2, 0.9, in: 0.6...5)
        let target = position + Vector3(hop, (line - position.y) * 0.5 + random.normal(0, 0.06), 0)
        shiftGaze(to: target)
      }
    }
  }

  /// Follows a target that jumps between places.
  mutating func followJumps(until end: Double) {
    let isVertical = random.chance(0.25)
    while time < end {
      fixate(until: min(time + random.uniform(0.9...1.8), end), around: position)
      let place = random.uniform(-15...15)
      let target = isVertical ? Vector3(0, place * 0.7, 0) : Vector3(place, 0, 0)
      shiftGaze(to: target + Vector3(random.normal(0, 0.2), random.normal(0, 0.2), 0))
    }
  }
}
