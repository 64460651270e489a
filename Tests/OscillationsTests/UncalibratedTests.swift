import Oscillations
import Recordings
import Simulation
import Testing

/// Recordings in pixels or volts, velocities, and eyes in a head that moves.
@Suite struct UncalibratedTests {
  private func recording(
    _ kind: SimulationKind, factor: Float = 1, unit: Recording.Unit = .degrees,
    headSpeed: Float? = nil
  ) throws -> Recording {
    var simulation = Simulation(kind: kind, seed: 11, duration: 20, severity: 0.6)
    simulation.tracker.samplingRate = 500
    simulation.blinkRate = 0
    let own = try simulation.run().recording
    return Recording(
      id: own.id, samplingRate: own.samplingRate, runs: own.runs,
      traces: own.traces.map { trace in
        EyeTrace(
          eye: trace.eye, horizontal: trace.horizontal?.map { $0 * factor },
          vertical: trace.vertical?.map { $0 * factor })
      }, headSpeed: headSpeed.map { Array(repeating: $0, count: own.sampleCount) }, unit: unit,
      frame: .eyeInHead, clock: own.clock, source: own.source)
  }

  /// The scale of the file's unit changes the sizes, and nothing else.
  @Test(arguments: [SimulationKind.opsoclonus, .flutter, .viewing, .jerkNystagmus])
  func theFilesScaleDoesNotMatter(_ kind: SimulationKind) throws {
    let one = Analyzer().analysis(of: try recording(kind, unit: .pixels))
    let other = Analyzer().analysis(of: try recording(kind, factor: 32, unit: .pixels))
    #expect(one.findings.map(\.status) == other.findings.map(\.status))
    #expect(one.episodes.map(\.onset) == other.episodes.map(\.onset))
    for (a, b) in zip(one.episodes, other.episodes) {
      #expect(abs(32 * a.amplitude - b.amplitude) < 0.01 * b.amplitude)
    }
    #expect(one.assessability.saccadicOscillations.level == .limited)
    #expect(one.assessability.nystagmus.level == .limited)
  }

  /// Timing without degrees finds the bursts that degrees find, and decides nothing.
  @Test func timingShowsWhatSizesCannot() throws {
    let known = Analyzer().analysis(of: try recording(.opsoclonus))
    let pixels = Analyzer().analysis(of: try recording(.opsoclonus, factor: 38, unit: .pixels))
    #expect(known.status(.opsoclonus) == .consistent)
    #expect(pixels.status(.opsoclonus) == .indeterminate)
    #expect(pixels.patterns.isEmpty)
    #expect(abs(known.episodes.count - pixels.episodes.count) <= known.episodes.count / 5)
    #expect(pixels.finding(.opsoclonus).notes.contains { $0.code == "file-units" })
  }

  /// Axes whose gains have nothing to do with one another have no plane.
  @Test func unrelatedGainsHaveNoPlane() throws {
    let volts = Analyzer().analysis(of: try recording(.opsoclonus, factor: 0.02, unit: .arbitrary))
    #expect(volts.status(.saccadicOscillations) == .indeterminate)
    #expect(volts.episodes.allSatisfy { $0.planeConcentration.isNaN && $0.axis.isNaN })
    #expect(
      volts.finding(.opsoclonus).notes.contains { $0.code == "plane-not-assessable" })
  }

  @Test(arguments: [SimulationKind.viewing, .fixation])
  func healthyEyesShowNothingInAnyUnit(_ kind: SimulationKind) throws {
    for unit in [Recording.Unit.pixels, .arbitrary] {
      let analysis = Analyzer().analysis(of: try recording(kind, factor: 38, unit: unit))
      #expect(analysis.summary == "none-seen")
    }
  }

  /// Where the head turns, the eyes' slow movements are its answer.
  @Test func aMovingHeadIsNoNystagmus() throws {
    let still = Analyzer().analysis(of: try recording(.pendular, headSpeed: 1))
    #expect(still.status(.pendularNystagmus) == .consistent)
    let moving = Analyzer().analysis(of: try recording(.pendular, headSpeed: 40))
    #expect(moving.findings.allSatisfy { $0.status == .notAssessable })
    #expect(moving.assessability.nystagmus.reasons.contains { $0.code == "head-moves" })
  }

  /// What a tracker of velocities would have recorded.
  private func velocities(of own: Recording) -> Recording {
    func differentiated(_ positions: [Float]?) -> [Float]? {
      positions.map { positions in
        positions.indices.map {
          let (first, last) = (max($0 - 1, 0), min($0 + 1, positions.count - 1))
          return (positions[last] - positions[first]) / Float(last - first)
            * Float(own.samplingRate)
        }
      }
    }
    return Recording(
      id: own.id, samplingRate: own.samplingRate, runs: own.runs,
      traces: own.traces.map { trace in
        EyeTrace(
          eye: trace.eye, horizontal: differentiated(trace.horizontal),
          vertical: differentiated(trace.vertical))
      }, quantity: .velocity, clock: own.clock, source: own.source)
  }

  /// Patterns of positions are not told from velocities.
  @Test func velocitiesTellNoPositions() throws {
    let analysis = Analyzer().analysis(of: velocities(of: try recording(.squareWaveJerks)))
    #expect(analysis.status(.squareWaveJerks) == .notAssessable)
    #expect(analysis.status(.macrosaccadicOscillations) == .notAssessable)
  }

  /// All others are: noise, drifts and the eyes' own displacements are those of positions.
  @Test(arguments: [SimulationKind.opsoclonus, .flutter, .jerkNystagmus, .pendular, .viewing])
  func velocitiesShowWhatPositionsDo(_ kind: SimulationKind) throws {
    let own = try recording(kind)
    let known = Analyzer().analysis(of: own)
    let found = Analyzer().analysis(of: velocities(of: own))
    for pattern in Pattern.allCases
    where ![.squareWaveJerks, .macrosaccadicOscillations].contains(pattern) {
      #expect(found.status(pattern) == known.status(pattern), "\(pattern)")
      #expect(found.finding(pattern).eyes == known.finding(pattern).eyes, "\(pattern)")
    }
    #expect(
      abs(found.signal.noiseStandardDeviation - known.signal.noiseStandardDeviation)
        < known.signal.noiseStandardDeviation)
    if let drift = known.nystagmus {
      let speed = try #require(found.nystagmus).slowPhaseSpeed
      #expect(abs(speed - drift.slowPhaseSpeed) < 0.1 * drift.slowPhaseSpeed)
    }
  }
}
