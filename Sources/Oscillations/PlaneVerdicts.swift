internal import EyeMovements
internal import Recordings
internal import SignalProcessing

/// Opsoclonus or flutter: what the planes of the episodes say about either.
struct PlaneVerdicts {
  struct Verdict {
    var status: Finding.Status
    var score: Double
    var interval: ClosedRange<Double>?
    /// The bursts that bear its label, by their index.
    var bursts: [Int]
  }

  let opsoclonus: Verdict
  let flutter: Verdict
  let oscillationInterval: ClosedRange<Double>?

  init(
    planes: [Plane], bursts: [Burst], saccades: [Saccade], repetition: Repetition,
    oscillation: Finding.Status, parameters: Parameters
  ) {
    let judging = Judging(
      planes: planes, bursts: bursts, saccades: saccades, repetition: repetition,
      oscillation: oscillation, parameters: parameters)
    opsoclonus = judging.verdict(on: .opsoclonus)
    flutter = judging.verdict(on: .ocularFlutter)
    oscillationInterval = judging.interval(of: Array(bursts.indices), label: nil)
  }
}

private struct Judging {
  let planes: [Plane]
  let bursts: [Burst]
  let saccades: [Saccade]
  let repetition: Repetition
  let oscillation: Finding.Status
  let parameters: Parameters

  func verdict(on label: Pattern) -> PlaneVerdicts.Verdict {
    let own = planes.filter { $0.label == label }
    let telling = own.isEmpty ? planes : own
    let indices = own.flatMap(\.bursts).sorted()
    let concentrations = telling.map(\.concentration).filter { !$0.isNaN }
    let concentration =
      (label == .opsoclonus ? concentrations.min() : concentrations.max()) ?? .nan
    let score = Score.combining([
      repetition.support, planeSupport(concentration, for: label),
    ])
    return PlaneVerdicts.Verdict(
      status: status(of: label, own: !own.isEmpty, score: score), score: score,
      interval: interval(of: telling.flatMap(\.bursts).sorted(), label: label),
      bursts: oscillation == .consistent ? indices : [])
  }

  private func status(of label: Pattern, own: Bool, score: Double) -> Finding.Status {
    switch oscillation {
    case .notAssessable, .notSeen: return oscillation
    case .consistent where own && score >= 0.5: return .consistent
    default: break
    }
    // Where the plane is decided, it speaks against the other one.
    let decided = planes.contains { $0.label != .saccadicOscillations }
    return own || !decided ? .indeterminate : .notSeen
  }

  /// Half at the limit of the label's concentration. A plane that could not be told supports
  /// neither.
  private func planeSupport(_ concentration: Double, for label: Pattern) -> Double {
    let rules = parameters.oscillations
    guard !concentration.isNaN else { return 0.25 }
    return label == .opsoclonus
      ? Score.ramp(concentration, none: 1, half: rules.planeConcentrationMany, full: 0)
      : Score.ramp(concentration, none: 0, half: rules.planeConcentrationOne, full: 1)
  }

  /// The bootstrap interval of a score, from drawing seconds of time anew.
  ///
  /// Besides the seconds with saccades as many without them are drawn, so that how many there are
  /// varies as it would in another recording.
  func interval(of indices: [Int], label: Pattern?) -> ClosedRange<Double>? {
    guard oscillation != .notAssessable else { return nil }
    var blocks = blocks(of: indices)
    let whole = blocks.reduce(0) { $0 + $1.evidence }
    guard whole > 0 else { return 0...0 }
    blocks += blocks.map { _ in Block() }
    return bootstrapInterval(
      count: blocks.count, resamples: parameters.bootstrapResamples,
      seed: parameters.bootstrapSeed
    ) { drawn in
      var sum = Block()
      for index in drawn { sum.lanes += blocks[index].lanes }
      var support = Score.saturating(
        repetition.evidence * sum.evidence / whole,
        required: parameters.oscillations.evidenceSaccades)
      if repetition.support < 0.5 { support = min(support, Score.highestUnmet) }
      guard let label else { return Score.combining([support]) }
      guard !planes.allSatisfy(\.concentration.isNaN) else {
        return Score.combining([support, planeSupport(.nan, for: label)])
      }
      let length = (sum.axis * sum.axis).sum().squareRoot()
      let raw = sum.count > 0 ? min(1, length / sum.count) : 0
      let concentration = Plane.unbiased(raw, count: Int(sum.count))
      return Score.combining([support, planeSupport(concentration, for: label)])
    }
  }

  /// What a second of time adds.
  private struct Block {
    /// The axis, the count and the evidence, which are summed at once.
    var lanes = SIMD4<Double>()

    /// The sum of the saccades' unit vectors at twice their angle.
    var axis: SIMD2<Double> { lanes.lowHalf }
    var count: Double { lanes.z }
    var evidence: Double { lanes.w }
  }

  private func blocks(of indices: [Int]) -> [Block] {
    var blocks: [Block] = []
    var second = -1
    for index in indices {
      let burst = bursts[index]
      let share = burst.evidence(parameters.oscillations) / Double(burst.saccades.count)
      for saccade in saccades[burst.saccades] {
        if Int(saccade.onset) != second {
          second = Int(saccade.onset)
          blocks.append(Block())
        }
        let squared = Double((saccade.displacement * saccade.displacement).sum())
        guard squared > 0 else { continue }
        let x = Double(saccade.displacement.x)
        let y = Double(saccade.displacement.y)
        let axis = SIMD2(x * x - y * y, 2 * x * y) / squared
        blocks[blocks.count - 1].lanes += SIMD4(axis.x, axis.y, 1, share)
      }
    }
    return blocks
  }
}
