internal import Recordings
internal import Simulation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A disturbance laid over a recording. The same seed gives the same samples.
struct DisturbedRecording {
  private let recording: Recording
  private var traces: [EyeTrace]
  private var random: RandomGenerator

  private var rate: Double { recording.samplingRate }
  private var count: Int { recording.sampleCount }

  /// - Parameter level: of the disturbance, in its unit.
  static func make(
    of recording: Recording, _ disturbance: Disturbance, level: Double, seed: UInt64
  ) -> Recording {
    var disturbed = DisturbedRecording(recording, seed: seed)
    disturbed.apply(disturbance, level)
    return recording.replacing(traces: disturbed.traces)
  }

  private init(_ recording: Recording, seed: UInt64) {
    self.recording = recording
    traces = recording.traces
    random = RandomGenerator(seed: seed, stream: .tracker)
  }

  private mutating func apply(_ disturbance: Disturbance, _ level: Double) {
    switch disturbance {
    case .whiteNoise: addNoise(level, .white)
    case .pinkNoise: addNoise(level, .pink)
    case .spikeBursts: addSpikes(level)
    case .droppedFrames: dropFrames(level / 100)
    case .doubledFrames: doubleFrames(level / 100)
    case .eyeSwaps: swapEyes(level)
    case .vibration: addSway(level, 5...30, components: 1)
    case .blinkSeries: addBlinks(level)
    case .mainsHum: addSway(level, random.chance(0.5) ? 50...50 : 60...60, components: 1)
    case .quantisation: round(to: Float(level))
    case .movingHead: addSway(level / 2.0.squareRoot(), 0.2...2, components: 3)
    case .lidTracking: loseThePupil(level)
    }
  }

  /// Puts each sample of both axes elsewhere, in every eye alike.
  private mutating func move(
    _ samples: Range<Int>? = nil, _ place: (Int, SIMD2<Float>) -> SIMD2<Float>
  ) {
    for eye in traces.indices {
      for sample in (samples ?? 0..<count).clamped(to: 0..<count) {
        let old = SIMD2(
          traces[eye].horizontal?[sample] ?? 0, traces[eye].vertical?[sample] ?? 0)
        let new = place(sample, old)
        traces[eye].horizontal?[sample] = new.x
        traces[eye].vertical?[sample] = new.y
      }
    }
  }

  private mutating func addNoise(_ level: Double, _ colour: TrackerModel.NoiseColour) {
    var model = TrackerModel(samplingRate: rate, noise: level)
    model.noiseColour = colour
    for eye in traces.indices {
      var (x, y) = (NoiseSource(model), NoiseSource(model))
      for sample in 0..<count {
        traces[eye].horizontal?[sample] += Float(x.next(&random))
        traces[eye].vertical?[sample] += Float(y.next(&random))
      }
    }
  }

  /// Once in two seconds, 3 to 12 wrong samples with 0 to 3 right ones between two of them.
  private mutating func addSpikes(_ level: Double) {
    for start in times(perSecond: 0.5) {
      var sample = start
      for _ in 0..<Int(random.uniform(3...12.99)) {
        let spike = SIMD2(Float(random.normal() * level), Float(random.normal() * level))
        move(sample..<sample + 1) { $1 + spike }
        sample += 1 + Int(random.uniform(0...3.99))
      }
    }
  }

  private mutating func dropFrames(_ share: Double) {
    for sample in 0..<count where random.chance(share) {
      move(sample..<sample + 1) { _, _ in SIMD2(.nan, .nan) }
    }
  }

  private mutating func doubleFrames(_ share: Double) {
    for sample in 1..<max(count, 1) where random.chance(share) {
      for eye in traces.indices {
        if let before = traces[eye].horizontal?[sample - 1] {
          traces[eye].horizontal?[sample] = before
        }
        if let before = traces[eye].vertical?[sample - 1] { traces[eye].vertical?[sample] = before }
      }
    }
  }

  /// Of a single trace, the other eye is 1.5 degrees beside it and half a degree above.
  private mutating func swapEyes(_ perSecond: Double) {
    for start in times(perSecond: perSecond) {
      let end = min(start + Int(random.uniform(0.005...0.3) * rate) + 1, count)
      guard traces.count == 2 else {
        move(start..<end) { $1 + SIMD2(1.5, 0.5) }
        continue
      }
      for sample in start..<end {
        for axis in [\EyeTrace.horizontal, \EyeTrace.vertical] {
          guard let left = traces[0][keyPath: axis]?[sample],
            let right = traces[1][keyPath: axis]?[sample]
          else { continue }
          traces[0][keyPath: axis]?[sample] = right
          traces[1][keyPath: axis]?[sample] = left
        }
      }
    }
  }

  /// Sinusoids along random axes whose frequencies are even in their logarithm.
  private mutating func addSway(
    _ amplitude: Double, _ frequencies: ClosedRange<Double>, components: Int
  ) {
    for _ in 0..<components {
      let frequency = random.logUniform(frequencies)
      let (axis, phase) = (random.uniform(0...2 * .pi), random.uniform(0...2 * .pi))
      let along = SIMD2(cos(axis), sin(axis)) * amplitude
      let rate = rate
      move { sample, value in
        let shift = along * sin(2 * .pi * frequency * Double(sample) / rate + phase)
        return value + SIMD2(Float(shift.x), Float(shift.y))
      }
    }
  }

  /// In series of 2 to 6, one every .4 s: the trace falls by 4 to 15 degrees in .08 s, is lost for .05
  /// to .15 s, and comes back in .13 s.
  private mutating func addBlinks(_ perMinute: Double) {
    for start in times(perSecond: perMinute / 60 / 4) {
      for blink in 0..<Int(random.uniform(2...6.99)) {
        let first = start + Int(0.4 * Double(blink) * rate)
        let depth = SIMD2(random.uniform(-2...2), -random.uniform(4...15))
        let (fall, rise) = (0.08 * rate, 0.13 * rate)
        let lost = random.uniform(0.05...0.15) * rate
        move(first..<first + Int(fall + lost + rise)) { sample, value in
          let at = Double(sample - first)
          if at >= fall && at < fall + lost { return SIMD2(.nan, .nan) }
          let share = at < fall ? at / fall : max(1 - (at - fall - lost) / rise, 0)
          let shift = depth * (share * share * (3 - 2 * share))
          return value + SIMD2(Float(shift.x), Float(shift.y))
        }
      }
    }
  }

  /// For .2 to 1 s the trace jumps between the pupil, a place 3 to 12 degrees off, and nothing, every 5
  /// to 40 ms.
  private mutating func loseThePupil(_ perMinute: Double) {
    for start in times(perSecond: perMinute / 60) {
      let end = min(start + Int(random.uniform(0.2...1) * rate), count)
      let lid = SIMD2(Float(random.uniform(-3...3)), Float(random.uniform(3...12)))
      var sample = start
      while sample < end {
        let next = min(sample + 1 + Int(random.uniform(0.005...0.04) * rate), end)
        let state = random.uniform()
        for at in sample..<next {
          let error = SIMD2(Float(random.normal() * 0.3), Float(random.normal() * 0.3))
          move(at..<at + 1) { _, value in
            state < 0.3 ? value : state < 0.8 ? value + lid + error : SIMD2(.nan, .nan)
          }
        }
        sample = next
      }
    }
  }

  /// Samples at which something begins, at random.
  private mutating func times(perSecond: Double) -> [Int] {
    var times: [Int] = []
    var at = random.exponential(mean: 1 / perSecond)
    while Int(at * rate) < count {
      times.append(Int(at * rate))
      at += random.exponential(mean: 1 / perSecond)
    }
    return times
  }

  private mutating func round(to step: Float) {
    move { _, value in (value / step).rounded(.toNearestOrAwayFromZero) * step }
  }
}
