internal import EyeMovements
internal import Recordings
internal import SignalProcessing

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A shaking camera or chair, or the mains, that passes for back-to-back saccades.
///
/// No eye keeps time like a machine: bursts begin at any moment, and their periods vary. What holds its
/// phase over half a minute, and goes on where no episode was found, is not the eye's.
///
/// - Complexity: O(*n*) in the samples of half a minute, where there are episodes.
struct SteadyVibration {
  /// In Hz.
  let frequency: Double

  /// - Parameter bursts: in order of onset.
  init?(in subject: Subject, bursts: [Burst]) {
    let parameters = subject.parameters.oscillations
    let bursts = Self.densest(bursts, seconds: parameters.repetitionSeconds)
    let saccades = bursts.flatMap { subject.movements.saccades[$0.saccades] }
    guard saccades.count >= parameters.steadySaccades,
      let axis = AxialConcentration(of: saccades.map { $0.displacement })
    else { return nil }
    let direction = axis.direction
    let tone = Self.tone(of: saccades, along: direction, in: bursts)
    guard tone.coherence >= parameters.steadyCoherence,
      Self.goesOn(
        at: tone.frequency, along: direction, around: bursts, in: subject,
        share: parameters.steadyShareBetween)
    else { return nil }
    frequency = tone.frequency
  }

  /// The bursts of the stretch of time that has the most saccades in them.
  private static func densest(_ bursts: [Burst], seconds: Double) -> ArraySlice<Burst> {
    var first = 0
    var count = 0
    var (densest, most) = (bursts[0..<0], 0)
    for (last, burst) in bursts.enumerated() {
      count += burst.saccades.count
      while burst.onset - bursts[first].onset > seconds {
        count -= bursts[first].saccades.count
        first += 1
      }
      if count > most { (densest, most) = (bursts[first...last], count) }
    }
    return densest
  }

  /// The frequency near that of the saccades, two a cycle, at which their peaks keep time best.
  private static func tone(
    of saccades: [Saccade], along direction: SIMD2<Float>, in bursts: ArraySlice<Burst>
  ) -> (frequency: Double, coherence: Double) {
    let start = saccades[0].peakTime
    let intervals = bursts.reduce(0) { $0 + $1.saccades.count - 1 }
    let seconds = bursts.reduce(0) { $0 + $1.duration }
    let middle = Double(intervals) / max(seconds, 1e-9) / 2
    let span = max(saccades[saccades.count - 1].peakTime - start, 1e-9)
    // Over the span, a step turns the phase by a quarter.
    let (lowest, step) = (0.75 * middle, 1 / (4 * span))
    // A few hundred saccades tell.
    var peaks = stride(from: 0, to: saccades.count, by: 1 + saccades.count / 400).map {
      let turn = 2 * .pi * (saccades[$0].peakTime - start)
      let isBack = (saccades[$0].displacement * direction).sum() < 0
      return TurningVector(from: turn * lowest + (isBack ? .pi : 0), by: turn * step)
    }
    var best = (frequency: middle, coherence: 0.0)
    for frequency in stride(from: lowest, through: 1.25 * middle, by: step) {
      var sum = SIMD2<Double>()
      for i in peaks.indices {
        sum += peaks[i].vector
        peaks[i].turn()
      }
      let coherence = (sum * sum).sum().squareRoot() / Double(peaks.count)
      if coherence > best.coherence { best = (frequency, coherence) }
    }
    return best
  }

  /// Whether the velocity swings at a frequency outside the bursts, too, where there is a second or
  /// more of that in the half minute that they are in.
  private static func goesOn(
    at frequency: Double, along direction: SIMD2<Float>, around bursts: ArraySlice<Burst>,
    in subject: Subject, share: Double
  ) -> Bool {
    let version = subject.movements.version
    let seconds = subject.parameters.oscillations.repetitionSeconds
    let start = min(bursts.first?.onset ?? 0, max(0, subject.recording.duration - seconds))
    let end = max(start + seconds, bursts.last?.offset ?? 0)
    var (inside, outside) = (Swing(), Swing())
    var next = bursts
    for run in version.runs {
      func sample(at time: Double) -> Int {
        let samples = (time - run.onset) * version.samplingRate
        return run.samples.lowerBound + Int(min(max(0, samples), Double(run.samples.count)))
      }
      func time(of sample: Int) -> Double {
        run.onset + Double(sample - run.samples.lowerBound) / version.samplingRate
      }
      // One more on either side, for what rounding may leave out.
      let samples = (sample(at: start) - 1..<sample(at: end) + 2).clamped(to: run.samples)
      var tone = TurningVector(
        from: 2 * .pi * frequency * time(of: samples.lowerBound),
        by: 2 * .pi * frequency / version.samplingRate)
      for sample in samples {
        defer { tone.turn() }
        let time = time(of: sample)
        guard time >= start, time < end else { continue }
        while let burst = next.first, burst.offset <= time { next.removeFirst() }
        var speed: Float = 0
        if !version.horizontalVelocity.isEmpty {
          speed += version.horizontalVelocity[sample] * direction.x
        }
        if !version.verticalVelocity.isEmpty {
          speed += version.verticalVelocity[sample] * direction.y
        }
        guard speed.isFinite else { continue }
        if let burst = next.first, burst.onset <= time {
          inside.add(speed, tone.vector)
        } else {
          outside.add(speed, tone.vector)
        }
      }
    }
    guard inside.amplitude > 0 else { return false }
    return Double(outside.samples) < version.samplingRate
      || outside.amplitude >= share * inside.amplitude
  }

  /// How much of a signal swings at a frequency.
  private struct Swing {
    private var sum = SIMD2<Double>()
    private(set) var samples = 0

    var amplitude: Double { samples > 0 ? (sum * sum).sum().squareRoot() / Double(samples) : 0 }

    mutating func add(_ value: Float, _ tone: SIMD2<Double>) {
      sum += Double(value) * tone
      samples += 1
    }
  }

  /// A unit vector that turns by the same angle at each step; its error grows by a rounding a step.
  private struct TurningVector {
    private(set) var vector: SIMD2<Double>
    private let step: SIMD2<Double>

    init(from angle: Double, by step: Double) {
      vector = SIMD2(cos(angle), sin(angle))
      self.step = SIMD2(cos(step), sin(step))
    }

    mutating func turn() {
      vector = SIMD2(
        vector.x * step.x - vector.y * step.y, vector.x * step.y + vector.y * step.x)
    }
  }
}
