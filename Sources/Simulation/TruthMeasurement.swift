import Recordings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the truth off the path.
struct TruthMeasurement {
  let simulation: Simulation
  let tracker: TrackerModel
  let actor: Choreography
  /// For each recorded eye.
  let losses: [[Range<Double>]]

  func truth() -> SimulationTruth {
    var saccades = visibleSaccades()
    let episodes = TrueEpisode.find(in: saccades)
    for (number, episode) in episodes.enumerated() {
      for index in episode.saccades { saccades[index].episode = number + 1 }
    }
    let slow = slowPhases()
    let hidden = hiddenTimes()
    let lost = hidden.reduce(0) { $0 + min($1.upperBound, simulation.duration) - $1.lowerBound }
    let valid = max(simulation.duration - lost, 0)
    let concentration = TrueEpisode.planeConcentration(of: episodes, saccades)
    let patterns = patterns(episodes: episodes.count, concentration: concentration)
    let time = episodes.reduce(0) { $0 + $1.offset - $1.onset }
    let velocity = medianVelocity(slow)
    let swing = actor.path.oscillations.first
    let isPendular = simulation.kind.steadyPatterns.contains("pendular-nystagmus")
    return SimulationTruth(
      patterns: patterns, pattern: summary(patterns),
      isAnswerable: valid >= 20 && tracker.shows(simulation.kind),
      saccades: saccades, episodes: episodes, slowPhases: slow, losses: lossList(),
      validSeconds: valid, burdenPercent: valid > 0 ? 100 * time / valid : 0,
      episodeFrequency: episodes.isEmpty ? nil : middle(episodes.map(\.frequency)),
      planeConcentration: concentration, slowPhaseVelocity: velocity,
      beatDirection: velocity.flatMap(beatDirection), beatFrequency: beatFrequency(saccades),
      pendularFrequency: isPendular ? swing?.meanFrequency : nil,
      pendularAmplitude: isPendular ? swing?.meanAmplitude : nil)
  }

  /// The saccades that at least one recorded eye shows from onset to offset.
  func visibleSaccades() -> [TrueSaccade] {
    var blink = 0
    var next = Array(repeating: 0, count: losses.count)
    return actor.saccades.compactMap { record in
      guard record.offset <= simulation.duration else { return nil }
      while blink < actor.blinks.count && actor.blinks[blink].offset <= record.onset { blink += 1 }
      if blink < actor.blinks.count && actor.blinks[blink].onset < record.offset { return nil }
      let hiding = losses.indices.filter { eye in
        let times = losses[eye]
        while next[eye] < times.count && times[next[eye]].upperBound <= record.onset {
          next[eye] += 1
        }
        return next[eye] < times.count && times[next[eye]].lowerBound < record.offset
      }
      if !losses.isEmpty && hiding.count == losses.count { return nil }
      return measure(record)
    }
  }

  private func measure(_ record: Choreography.SaccadeRecord) -> TrueSaccade {
    let start = actor.path.position(at: record.onset)
    return TrueSaccade(
      onset: record.onset, offset: record.offset,
      displacement: (actor.path.position(at: record.offset) - start).simd, start: start.simd,
      peakVelocity: record.peakVelocity, peakTime: record.peakTime,
      isQuickPhase: record.isQuickPhase, episode: nil)
  }

  private func slowPhases() -> [TrueSlowPhase] {
    let hidden = hiddenTimes()
    var next = 0
    return actor.slowStretches.compactMap { stretch in
      guard stretch.upperBound <= simulation.duration else { return nil }
      while next < hidden.count && hidden[next].upperBound <= stretch.lowerBound { next += 1 }
      if next < hidden.count && hidden[next].lowerBound < stretch.upperBound { return nil }
      return slowPhase(stretch)
    }
  }

  private func slowPhase(_ stretch: Range<Double>) -> TrueSlowPhase {
    let count = 24
    let length = stretch.upperBound - stretch.lowerBound
    let positions = (0..<count).map { index in
      actor.path.position(at: stretch.lowerBound + length * (Double(index) + 0.5) / Double(count))
    }
    var slope = Vector3()
    var weight = 0.0
    for (index, position) in positions.enumerated() {
      let offset = Double(index) - Double(count - 1) / 2
      slope += position * offset
      weight += offset * offset
    }
    let first = positions[count / 4] - positions[0]
    let last = positions[count - 1] - positions[count - 1 - count / 4]
    let ratio = (last.lengthSquared / max(first.lengthSquared, 1e-12)).squareRoot()
    return TrueSlowPhase(
      onset: stretch.lowerBound, offset: stretch.upperBound,
      velocity: (slope * (Double(count) / length / weight)).simd,
      shape: ratio > 1.2 ? .increasing : ratio < 1 / 1.2 ? .decreasing : .linear,
      start: actor.path.position(at: stretch.lowerBound).simd,
      end: actor.path.position(at: stretch.upperBound - 1e-9).simd)
  }

  private func medianVelocity(_ slow: [TrueSlowPhase]) -> SIMD3<Double>? {
    guard !slow.isEmpty else { return nil }
    return SIMD3(
      middle(slow.map(\.velocity.x)), middle(slow.map(\.velocity.y)),
      middle(slow.map(\.velocity.z)))
  }

  private func beatDirection(_ velocity: SIMD3<Double>) -> Double? {
    let inPlane = (velocity.x * velocity.x + velocity.y * velocity.y).squareRoot()
    guard inPlane > 0.1 * abs(velocity.z) else { return nil }
    let angle = atan2(-velocity.y, -velocity.x) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }

  private func beatFrequency(_ saccades: [TrueSaccade]) -> Double? {
    let onsets = saccades.filter(\.isQuickPhase).map(\.onset)
    let steps = zip(onsets, onsets.dropFirst()).map { $1 - $0 }.filter { $0 < 2 }
    return steps.isEmpty ? nil : 1 / middle(steps)
  }

  private func patterns(episodes: Int, concentration: Double?) -> [String] {
    var patterns: [String] = []
    if simulation.kind.hasBursts && episodes > 0, let concentration {
      if concentration <= 0.4 { patterns.append("opsoclonus") }
      if concentration >= 0.8 { patterns.append("ocular-flutter") }
      patterns.append("saccadic-oscillations")
    }
    return patterns + simulation.kind.steadyPatterns
  }

  private func summary(_ patterns: [String]) -> String {
    patterns.first ?? "none-seen"
  }

  /// Blinks, and when no recorded eye has a signal; sorted, without overlap.
  private func hiddenTimes() -> [Range<Double>] {
    var times = actor.blinks.map { $0.onset..<$0.offset }
    if let first = losses.first, losses.allSatisfy({ $0 == first }) { times += first }
    return times.union
  }

  private func lossList() -> [TrueLoss] {
    var list = actor.blinks.map { TrueLoss(onset: $0.onset, offset: $0.offset, isBlink: true) }
    if let first = losses.first, losses.allSatisfy({ $0 == first }) {
      list += first.map { TrueLoss(onset: $0.lowerBound, offset: $0.upperBound, isBlink: false) }
    }
    return list.sorted { ($0.onset, $0.isBlink ? 0 : 1) < ($1.onset, $1.isBlink ? 0 : 1) }
  }
}

extension TrackerModel {
  /// Whether what it records could show a kind: an effective rate of 100 Hz and noise of 0.1 degrees,
  /// and for saccades below a degree 500 Hz and 0.02 degrees.
  fileprivate func shows(_ kind: SimulationKind) -> Bool {
    let effectiveRate = min(samplingRate, lowPass.map { 2.5 * $0 } ?? .infinity)
    let isMicro = kind == .microflutter || kind == .microOpsoclonus
    return effectiveRate >= (isMicro ? 500 : 100) && noise <= (isMicro ? 0.02 : 0.1)
  }
}

extension Oscillation {
  /// Cycles a second over the whole recording.
  var meanFrequency: Double {
    (phase[phase.count - 1] - phase[0]) / (2 * .pi) * Self.nodeRate / Double(phase.count - 1)
  }

  /// Peak to peak along the long axis, in degrees, torsion left out.
  var meanAmplitude: Double {
    let mean = size.reduce(0, +) / Double(size.count)
    let a = Vector3(cosine.x, cosine.y, 0)
    let b = Vector3(sine.x, sine.y, 0)
    let sum = a.lengthSquared + b.lengthSquared
    let cross = a.x * b.y - a.y * b.x
    // The long half-axis of the ellipse that two conjugate half-diameters span.
    let long = ((sum + (sum * sum - 4 * cross * cross).squareRoot()) / 2).squareRoot()
    return 2 * long * mean
  }
}
