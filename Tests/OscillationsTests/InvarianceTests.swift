import EyeMovements
import Oscillations
import Recordings
import Simulation
import Testing

/// What must not change a result, and what must change it in a known way.
@Suite struct InvarianceTests {
  static let kinds: [SimulationKind] = [
    .viewing, .opsoclonus, .flutter, .jerkNystagmus, .pendular, .squareWaveJerks,
    .opsoclonusWithNystagmus,
  ]

  private func recording(_ kind: SimulationKind, rate: Double = 500) throws -> Recording {
    var simulation = Simulation(kind: kind, seed: 11, duration: 20, severity: 0.6)
    simulation.tracker.samplingRate = rate
    simulation.blinkRate = 0
    return try simulation.run().recording
  }

  private func changed(
    _ recording: Recording, count: Int? = nil, _ change: (EyeTrace) -> EyeTrace
  ) -> Recording {
    let samples = 0..<(count ?? recording.sampleCount)
    return Recording(
      id: recording.id, samplingRate: recording.samplingRate,
      runs: [.init(onset: 0, samples: samples)], traces: recording.traces.map(change),
      quantity: recording.quantity, unit: recording.unit, frame: recording.frame,
      clock: recording.clock, source: recording.source)
  }

  @Test(arguments: kinds)
  func aMirroredTraceKeepsItsScoresAndTurnsItsDirections(kind: SimulationKind) throws {
    let recording = try recording(kind)
    let mirrored = changed(recording) { trace in
      var trace = trace
      trace.horizontal = trace.horizontal?.map { -$0 }
      return trace
    }
    let (a, b) = (Analyzer().analysis(of: recording), Analyzer().analysis(of: mirrored))
    #expect(a.findings.map(\.status) == b.findings.map(\.status))
    for (one, other) in zip(a.findings, b.findings) {
      #expect(abs((one.score ?? -1) - (other.score ?? -1)) < 0.005)
    }
    #expect(a.episodes.map(\.onset) == b.episodes.map(\.onset))
    if let one = a.nystagmus, let other = b.nystagmus {
      #expect(abs(one.slowPhaseVelocity.x + other.slowPhaseVelocity.x) < 0.1)
      #expect(abs(one.slowPhaseVelocity.y - other.slowPhaseVelocity.y) < 0.1)
    }
  }

  @Test(arguments: kinds)
  func swappedEyesGiveTheSameFindings(kind: SimulationKind) throws {
    let recording = try recording(kind)
    let swapped = changed(recording) { trace in
      EyeTrace(
        eye: trace.eye == .left ? .right : .left, horizontal: trace.horizontal,
        vertical: trace.vertical, torsional: trace.torsional, pupil: trace.pupil)
    }
    let (a, b) = (Analyzer().analysis(of: recording), Analyzer().analysis(of: swapped))
    #expect(a.findings.map(\.status) == b.findings.map(\.status))
    #expect(a.findings.map(\.score) == b.findings.map(\.score))
    let turned: [EyesUsed: EyesUsed] = [.left: .right, .right: .left]
    #expect(a.findings.map { turned[$0.eyes] ?? $0.eyes } == b.findings.map(\.eyes))
  }

  @Test(arguments: kinds)
  func patternsDoNotDependOnTheRate(kind: SimulationKind) throws {
    let patterns = try [250.0, 500, 1000].map {
      Analyzer().analysis(of: try recording(kind, rate: $0)).patterns
    }
    #expect(patterns[0] == patterns[1])
    #expect(patterns[1] == patterns[2])
  }

  @Test(arguments: kinds)
  func quietFixationAppendedLeavesStatusEpisodesAndScore(kind: SimulationKind) throws {
    let recording = try recording(kind)
    let quiet = 20 * 500
    let longer = changed(recording, count: recording.sampleCount + quiet) { trace in
      func extended(_ channel: [Float]?) -> [Float]? {
        guard let channel, let last = channel.last(where: \.isFinite) else { return nil }
        // A tracker's noise of .03 degrees, even and without memory.
        return channel
          + (0..<quiet).map { i in
            let hash = UInt32(truncatingIfNeeded: i &* 2_654_435_761) >> 8
            return last + 0.1 * (Float(hash) / Float(1 << 24) - 0.5)
          }
      }
      var trace = trace
      trace.horizontal = extended(trace.horizontal)
      trace.vertical = extended(trace.vertical)
      trace.torsional = extended(trace.torsional)
      trace.pupil = nil
      return trace
    }
    let alone = changed(recording) { trace in
      var trace = trace
      trace.pupil = nil
      return trace
    }
    let (a, b) = (Analyzer().analysis(of: alone), Analyzer().analysis(of: longer))
    #expect(a.findings.map(\.status) == b.findings.map(\.status))
    #expect(a.findings.map(\.episodes) == b.findings.map(\.episodes))
    for (one, other) in zip(a.findings, b.findings) {
      #expect(abs((one.score ?? -1) - (other.score ?? -1)) <= 0.02, "\(one.pattern)")
    }
  }
}
