#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Oscillations without saccades: pendular nystagmus, tremor, a target that swings.
extension Choreography {
  /// Adds a sinusoid over the whole recording.
  ///
  /// - Parameters:
  ///   - frequency: In Hz.
  ///   - irregularity: Standard deviation of the frequency, as a share of it.
  ///   - swing: Standard deviation of the size, as a share of it.
  ///   - cosine: Displacement at phase 0 in degrees, half of peak to peak.
  ///   - sine: Displacement a quarter of a cycle later.
  mutating func oscillate(
    frequency: Double, irregularity: Double, swing: Double, cosine: Vector3,
    sine: Vector3, envelope: (Double) -> Double = { _ in 1 }
  ) {
    let rate = Oscillation.nodeRate
    let count = Int(duration * rate) + 3
    var phase: [Double] = []
    var size: [Double] = []
    phase.reserveCapacity(count)
    size.reserveCapacity(count)
    var angle = random.uniform(0...(2 * .pi))
    // First-order processes with memories of half a second and of two seconds.
    var detune = random.normal()
    var growth = random.normal()
    let detuneDecay = exp(-1 / (0.5 * rate))
    let growthDecay = exp(-1 / (2 * rate))
    for node in 0..<count {
      phase.append(angle)
      let amount = max(0.1, 1 + swing * growth.clamped(to: -2.5...2.5))
      size.append(amount * envelope(Double(node) / rate))
      angle += 2 * .pi * frequency * (1 + irregularity * detune.clamped(to: -2.5...2.5)) / rate
      detune = detune * detuneDecay + (1 - detuneDecay * detuneDecay).squareRoot() * random.normal()
      growth = growth * growthDecay + (1 - growthDecay * growthDecay).squareRoot() * random.normal()
    }
    path.oscillations.append(Oscillation(cosine: cosine, sine: sine, phase: phase, size: size))
  }

  /// Pendular nystagmus: one frequency in all planes, so that the eye goes round an ellipse.
  mutating func pendular(
    frequency: Double, amplitude: Double, axis: Double, ellipticity: Double, irregularity: Double,
    swing: Double, torsionShare: Double
  ) {
    let along = Vector3(cos(axis), sin(axis), torsionShare)
    let across = Vector3(-sin(axis), cos(axis), torsion ? 0.3 * torsionShare : 0)
    oscillate(
      frequency: frequency, irregularity: irregularity, swing: swing, cosine: along * amplitude / 2,
      sine: across * amplitude / 2 * ellipticity)
    fixate(until: duration, around: Vector3())
  }

  /// A tremor of the head that the tracker takes for the eye: small, irregular, waxing and waning.
  mutating func headTremor(severity: Double) {
    let size = (0.05 + 0.25 * severity) * random.uniform(0.7...1.3) / 2
    let angle = random.uniform(0...(.pi))
    let period = random.uniform(2.5...6)
    let start = random.uniform(0...(2 * .pi))
    oscillate(
      frequency: random.uniform(4...8), irregularity: random.uniform(0.12...0.25), swing: 0.35,
      cosine: Vector3(cos(angle), sin(angle), 0) * size,
      sine: Vector3(-sin(angle), cos(angle), 0) * size * random.uniform(0...0.6)
    ) { time in
      max(0, sin(2 * .pi * time / period + start) + 0.2)
    }
    let centre = Vector3()
    while !isOver {
      fixate(until: min(time + random.uniform(2...5), duration), around: centre)
    }
  }

  /// Follows a target that swings from side to side, with catch-up saccades.
  mutating func pursue(frequency: Double, amplitude: Double, gain: Double) {
    let isVertical = random.chance(0.2)
    let axis = isVertical ? Vector3(0, 1.0, 0) : Vector3(1.0, 0, 0)
    oscillate(
      frequency: frequency, irregularity: 0, swing: 0, cosine: axis * amplitude * gain,
      sine: Vector3())
    let swing = path.oscillations[path.oscillations.count - 1]
    let tolerance = random.uniform(0.5...1.4)
    while !isOver {
      rest(random.uniform(0.12...0.3))
      let offset = swing.position(at: time)
      // The pieces hold what pursuit lags behind.
      let error = offset * (1 / gain - 1) - position
      if error.lengthSquared > tolerance * tolerance {
        shiftGaze(to: position + error)
      } else if random.chance(0.03) {
        saccade(by: axis * random.normal(0, 0.5))
      }
    }
  }
}
