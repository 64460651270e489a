import Recordings

/// From a lobe of speed to a saccade with its vector, its eyes and its peak.
struct SaccadeMeasurement {
  let recording: Recording
  let positions: GazePositions

  func saccades(_ candidates: [SaccadeCandidate], after slowPhases: [SlowPhase]) -> [Saccade] {
    var phase = 0
    return candidates.map { candidate in
      var saccade = saccade(candidate)
      saccade.longestStep = longestStep(candidate)
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
    let isBinocular = recording.traces.count == 2
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

  private func longestStep(_ candidate: SaccadeCandidate) -> Float {
    var longest: Float = 0
    let samples = (candidate.onset - 1..<candidate.offset + 1)
      .clamped(to: 0..<recording.sampleCount - 1)
    for sample in samples
    where !positions.isMissing(sample) && !positions.isMissing(sample + 1) {
      let step = positions.displacement(from: sample, to: sample + 1)
      longest = max(longest, (step * step).sum())
    }
    return longest.squareRoot()
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
