import Testing

@testable import Simulation

/// What the healthy generators make, and what they never make.
@Suite struct HealthTests {
  private static let kinds = SimulationKind.allCases.filter { $0.isHealthy && $0 != .singleRun }

  private func truths(_ kind: SimulationKind, seeds: Range<UInt64>, duration: Double = 30) throws
    -> [SimulationTruth]
  {
    try seeds.map { seed in
      try Simulation(
        kind: kind, seed: seed, duration: duration, severity: Double(seed % 5) / 4
      ).truth()
    }
  }

  @Test(arguments: kinds)
  func noBurstIsHealthy(kind: SimulationKind) throws {
    for truth in try truths(kind, seeds: 1..<25) {
      #expect(truth.episodes.isEmpty)
      #expect(!truth.patterns.contains("saccadic-oscillations"))
    }
  }

  /// Healthy people make single runs, and that is no pattern.
  @Test func oneRunIsNoPattern() throws {
    for truth in try truths(.singleRun, seeds: 1..<10) {
      #expect(truth.episodes.count <= 1)
      #expect(truth.patterns.isEmpty)
    }
    #expect(try truths(.singleRun, seeds: 1..<10).contains { $0.episodes.count == 1 })
  }

  /// Overshoots, corrections and double pulses 0 to 80 ms after a saccade.
  @Test(arguments: [SimulationKind.viewing, .search, .saccades, .doublePulses])
  func healthyEyesMakePairs(kind: SimulationKind) throws {
    let gaps = try truths(kind, seeds: 1..<25).flatMap { truth in
      zip(truth.saccades, truth.saccades.dropFirst()).map { $1.onset - $0.offset }
    }
    #expect(gaps.contains { $0 < 0.005 })
    #expect(gaps.filter { $0 < 0.08 }.count >= 20)
  }

  /// More than 20 a minute would not be healthy (Abadi and Gowen 2004: 7 ± 11 of 0.5° or more).
  @Test(arguments: [SimulationKind.fixation, .blinks, .doublePulses, .noise])
  func squareWaveJerksAreFewInHealth(kind: SimulationKind) throws {
    for truth in try truths(kind, seeds: 1..<25) {
      #expect(squareWaveJerks(truth) / truth.validSeconds * 60 <= 20)
    }
  }

  @Test(arguments: [SimulationKind.squareWaveJerks, .macroSquareWaveJerks])
  func squareWaveJerksAreManyWhereNamed(kind: SimulationKind) throws {
    for truth in try truths(kind, seeds: 1..<25) {
      #expect(squareWaveJerks(truth) / truth.validSeconds * 60 > 20)
      #expect(truth.patterns == ["square-wave-jerks"])
    }
  }

  @Test func physiologicalNystagmusStaysBelowTwoDegreesASecond() throws {
    for truth in try truths(.weakNystagmus, seeds: 1..<20) {
      let velocity = try #require(truth.slowPhaseVelocity)
      #expect((velocity * velocity).sum().squareRoot() < 2)
      #expect(truth.patterns.isEmpty)
    }
  }

  /// Pairs of opposite saccades of 0.5° or more, equal within 50 %, 80 to 500 ms apart.
  private func squareWaveJerks(_ truth: SimulationTruth) -> Double {
    var count = 0.0
    var free = 0
    for index in truth.saccades.indices.dropLast() where index >= free {
      let first = truth.saccades[index]
      let second = truth.saccades[index + 1]
      let interval = second.onset - first.offset
      guard first.amplitude >= 0.5, second.amplitude >= 0.5, interval > 0.08, interval < 0.5
      else { continue }
      let ratio = first.amplitude / second.amplitude
      let cosine =
        (first.displacement * second.displacement).sum() / (first.amplitude * second.amplitude)
      if cosine < -0.8 && ratio > 0.5 && ratio < 2 {
        count += 1
        free = index + 2
      }
    }
    return count
  }
}
