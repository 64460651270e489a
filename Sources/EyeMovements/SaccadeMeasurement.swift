import Recordings

/// From a lobe of speed to a saccade with its vector, its eyes and its peak.
struct SaccadeMeasurement {
  let recording: Recording
  let positions: GazePositions
  /// Samples of the recording from one sample of the signal to the next, up-sampling seen through.
  let step: Int
  /// Whether both eyes were recorded, on the same axes.
  private let isBinocular: Bool

  init(recording: Recording, positions: GazePositions, effectiveRate: Double) {
    self.recording = recording
    self.positions = positions
    isBinocular =
      recording.traces.count == 2
      && Set(recording.traces.map { [$0.horizontal == nil, $0.vertical == nil] }).count == 1
    step = max(1, Int((recording.samplingRate / max(effectiveRate, 1)).rounded()))
  }

  func saccades(_ candidates: [SaccadeCandidate], after slowPhases: [SlowPhase]) -> [Saccade] {
    var phase = 0
    return candidates.map { candidate in
      var saccade = saccade(candidate)
      if let longest = longestStep(candidate) {
        saccade.longestStep = longest.degrees
        // Where many steps make a saccade, noise turns the eye between them.
        if longest.degrees > saccade.amplitude / 2 {
          saccade.longestStepShare = longest.degrees / max(way(through: longest), 1e-9)
        }
      }
      while phase < slowPhases.count, slowPhases[phase].samples.upperBound < candidate.onset {
        phase += 1
      }
      if phase < slowPhases.count, slowPhases[phase].samples.upperBound == candidate.onset {
        saccade.isQuickPhase = resets(saccade, slowPhases[phase])
      }
      return saccade
    }
  }

  /// Whether a saccade goes against the drift before it.
  private func resets(_ saccade: Saccade, _ phase: SlowPhase) -> Bool {
    let known = phase.velocity.replacing(with: 0, where: phase.velocity .!= phase.velocity)
    let torsion = saccade.torsionalDisplacement
    let step = SIMD3(
      saccade.displacement.x, saccade.displacement.y, torsion.isFinite ? torsion : 0)
    let along = (known * step).sum()
    let sizes = (known * known).sum().squareRoot() * (step * step).sum().squareRoot()
    return along < -0.5 * sizes
  }

  private func saccade(_ candidate: SaccadeCandidate) -> Saccade {
    let last = min(candidate.offset, recording.sampleCount - 1)
    let each = recording.traces.map { displacement(of: $0, candidate.onset, last) }
    let onset = recording.time(of: candidate.onset)
    return Saccade(
      onset: onset,
      offset: onset + Double(candidate.offset - candidate.onset) / recording.samplingRate,
      samples: candidate.onset..<candidate.offset,
      displacement: positions.displacement(from: candidate.onset, to: last),
      torsionalDisplacement: torsion(candidate.onset, last),
      start: positions.position(candidate.onset), peakVelocity: candidate.peakSpeed,
      peakTime: recording.time(of: candidate.peak),
      leftDisplacement: isBinocular ? displacement(.left, each) : nil,
      rightDisplacement: isBinocular ? displacement(.right, each) : nil, eyes: eyes(each))
  }

  private func longestStep(_ candidate: SaccadeCandidate) -> LongestStep? {
    let samples = (candidate.onset - step..<candidate.offset + 1)
      .clamped(to: 0..<max(0, recording.sampleCount - step))
    var longest: LongestStep?
    var most: Float = -1
    func consider(_ samples: Range<Int>) {
      for sample in samples {
        guard let way = positions.known(sample..<sample + step) else { continue }
        let square = (way * way).sum()
        if square > most {
          longest = LongestStep(samples: sample..<sample + step, displacement: way)
          most = square
        }
      }
    }
    let atOnce = SIMD16<Float>.scalarCount
    for first in stride(from: samples.lowerBound, to: samples.upperBound, by: atOnce) {
      let block = first..<min(first + atOnce, samples.upperBound)
      consider(positions.longestSteps(in: block, step, above: most))
    }
    return longest
  }

  /// How far the eye goes in the direction of a step, from where it sets out to where it stops or turns.
  private func way(through longest: LongestStep) -> Float {
    let direction = longest.displacement / max(longest.degrees, 1e-9)
    let reach = max(step, Int((0.05 * recording.samplingRate).rounded()))
    let (first, last) = (longest.samples.lowerBound, longest.samples.upperBound)
    var way = longest.degrees
    func goesOn(from sample: Int) -> Bool {
      guard sample >= 0, sample + 1 < recording.sampleCount,
        let step = positions.known(sample..<sample + 1)
      else { return false }
      let along = (step * direction).sum()
      // Coarse numbers and repeated frames stand still on the way.
      guard along >= 0 else { return false }
      way += along
      return true
    }
    for sample in last..<last + reach where !goesOn(from: sample) { break }
    for sample in (first - reach..<first).reversed() where !goesOn(from: sample) { break }
    return way
  }

  private func displacement(_ eye: Eye, _ each: [SIMD2<Float>?]) -> SIMD2<Float>? {
    recording.traces.firstIndex { $0.eye == eye }.flatMap { each[$0] }
  }

  private func displacement(of trace: EyeTrace, _ first: Int, _ last: Int) -> SIMD2<Float>? {
    let x = trace.horizontal.map { $0[last] - $0[first] } ?? 0
    let y = trace.vertical.map { $0[last] - $0[first] } ?? 0
    return x.isFinite && y.isFinite ? SIMD2(x, y) : nil
  }

  private func torsion(_ first: Int, _ last: Int) -> Float {
    guard !positions.torsional.isEmpty else { return .nan }
    let steps = positions.torsional.map { $0[last] - $0[first] }.filter(\.isFinite)
    return steps.isEmpty ? .nan : steps.reduce(0, +) / Float(steps.count)
  }

  /// The eyes whose displacement is known.
  private func eyes(_ each: [SIMD2<Float>?]) -> EyesUsed {
    var (isLeft, isRight) = (false, false)
    for (trace, displacement) in zip(recording.traces, each) where displacement != nil {
      if trace.eye == .left { isLeft = true }
      if trace.eye == .right { isRight = true }
    }
    switch (isLeft, isRight) {
    case (true, true): return .both
    case (true, false): return .left
    case (false, true): return .right
    case (false, false): return .unknown
    }
  }
}

/// The longest way of an eye within one sample of the signal.
private struct LongestStep {
  let samples: Range<Int>
  let displacement: SIMD2<Float>

  var degrees: Float { (displacement * displacement).sum().squareRoot() }
}
