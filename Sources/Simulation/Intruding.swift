#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Saccadic intrusions with an interval between their saccades.
extension Choreography {
  /// Square-wave jerks at a rate a minute.
  mutating func squareWaves(rate: Double, amplitude: Double, until end: Double) {
    while time < end {
      let pause = max(random.gamma(shape: 3, mean: 60 / rate - 0.35), 0.25)
      fixate(until: min(time + pause, end), around: Vector3())
      if time + 0.6 > end { continue }
      squareWaveJerk(amplitude: random.logNormal(median: amplitude, sigma: 0.25))
      rest(random.uniform(0.15...0.3))
      if position.lengthSquared > 0.25 { saccade(to: Vector3()) }
    }
  }

  /// Macro square-wave jerks: away from the target and back in 80 to 150 ms, in runs of 2 to 3 Hz.
  mutating func macroSquareWaves(amplitude: Double, runs share: Double, until end: Double) {
    let side = random.chance(0.5) ? 1.0 : -1.0
    let vertical = random.normal(0, 0.06)
    while time < end {
      fixate(
        until: min(time + random.gamma(shape: 3, mean: 2.5 - 2 * share), end), around: Vector3())
      for _ in 0..<(2 + random.poisson(mean: 3 + 6 * share)) where time + 0.6 < end {
        let size = random.logNormal(median: amplitude, sigma: 0.2).clamped(to: 5...40)
        saccade(by: Vector3(side * size, vertical * size, 0))
        rest(random.normal(0.115, 0.025, in: 0.085...0.16))
        saccade(to: Vector3(random.normal(0, 0.15), random.normal(0, 0.1), 0))
        rest(random.normal(0.22, 0.05, in: 0.13...0.4))
      }
    }
  }

  /// Macrosaccadic oscillations: runs that straddle the target, rise and fall.
  mutating func macrosaccadicOscillations(amplitude: Double, pause: Double, until end: Double) {
    let axis = Vector3(1, random.normal(0, 0.06), 0)
    var side = 1.0
    while time < end {
      fixate(until: min(time + random.gamma(shape: 3, mean: pause) + 0.4, end), around: Vector3())
      let middle = random.uniform(2.5...5)
      let width = random.uniform(2.2...3.6)
      let size = random.logNormal(median: amplitude, sigma: 0.25).clamped(to: 2...30)
      var half = 0.0
      while half < 2 * middle + 2 && time < end {
        let reach = size / 2 * exp(-((half - middle) / width) * ((half - middle) / width))
        if reach > 0.3 {
          saccade(to: axis * (side * reach) + Vector3(0, random.normal(0, 0.1), 0))
          rest(random.normal(0.2, 0.035, in: 0.12...0.36))
          side = -side
        }
        half += 1
      }
    }
  }

  /// Healthy pairs of saccades without an interval, never three.
  mutating func doublePulses(rate: Double, until end: Double) {
    while time < end {
      let pause = max(random.gamma(shape: 2, mean: 60 / rate), 0.4)
      fixate(until: min(time + pause, end), around: Vector3())
      if time + 0.3 > end { continue }
      doublePulse(amplitude: random.logNormal(median: 0.8, sigma: 0.6).clamped(to: 0.2...4))
      rest(random.uniform(0.1...0.2))
    }
  }
}
