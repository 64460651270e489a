import Recordings
import Testing

@testable import Simulation

/// Truth against the trace of a perfect tracker.
@Suite struct TruthTests {
  private func perfect(_ kind: SimulationKind, seed: UInt64, family: BurstFamily = .saccadic) throws
    -> SimulatedRecording
  {
    var tracker = TrackerModel(samplingRate: 1000, noise: 0)
    tracker.exposure = 0
    tracker.pupilRinging = 0
    var simulation = Simulation(
      kind: kind, seed: seed, duration: 8, severity: 0.5, tracker: tracker)
    simulation.eyes = .cyclopean
    simulation.blinkRate = 0
    simulation.family = family
    return try simulation.run()
  }

  private func positions(_ recording: Recording) throws -> [SIMD2<Double>] {
    let trace = try #require(recording.traces.first)
    let x = try #require(trace.horizontal)
    let y = try #require(trace.vertical)
    return zip(x, y).map { SIMD2(Double($0), Double($1)) }
  }

  @Test(
    arguments: [SimulationKind.viewing, .saccades, .flutter, .opsoclonus, .squareWaveJerks],
    BurstFamily.allCases)
  func speedIsHighInTrueSaccadesOnly(kind: SimulationKind, family: BurstFamily) throws {
    let simulated = try perfect(kind, seed: 3, family: family)
    let positions = try positions(simulated.recording)
    var isSaccade = [Bool](repeating: false, count: positions.count)
    for saccade in simulated.truth.saccades {
      for sample in Int(saccade.onset * 1000)...min(Int(saccade.offset * 1000) + 1, 7999) {
        isSaccade[sample] = true
      }
    }
    // The last tenth may hold a saccade that the end cuts off, which is no truth.
    for sample in 1..<(positions.count - 100) where !isSaccade[sample] && !isSaccade[sample - 1] {
      let step = (positions[sample] - positions[sample - 1]) * 1000
      #expect((step * step).sum().squareRoot() < 6)
    }
  }

  @Test(arguments: [SimulationKind.viewing, .opsoclonus, .jerkNystagmus], BurstFamily.allCases)
  func displacementAndPeakAreThoseOfTheTrace(kind: SimulationKind, family: BurstFamily) throws {
    let simulated = try perfect(kind, seed: 4, family: family)
    let positions = try positions(simulated.recording)
    #expect(simulated.truth.saccades.count > 10)
    for saccade in simulated.truth.saccades where saccade.offset < 7.99 {
      let first = Int((saccade.onset * 1000).rounded())
      let last = Int((saccade.offset * 1000).rounded())
      let moved = positions[last] - positions[first]
      let error = moved - SIMD2(saccade.displacement.x, saccade.displacement.y)
      // Drift, and half a sample at speed where the neighbour follows at once.
      #expect((error * error).sum().squareRoot() < 0.05 + 0.15 * saccade.amplitude)
      let speeds = (first..<last).map { sample in
        let step = (positions[sample + 1] - positions[sample]) * 1000
        return (step * step).sum().squareRoot()
      }
      let peak = speeds.max() ?? 0
      #expect(peak > 0.8 * saccade.peakVelocity - 3 && peak < 1.1 * saccade.peakVelocity + 40)
    }
  }

  @Test(arguments: [0.0, 90, 180, 270])
  func beatsGoWhereTheyAreSent(direction: Double) throws {
    var simulation = Simulation(kind: .jerkNystagmus, seed: 8, duration: 20)
    simulation.direction = direction
    simulation.slowPhaseSpeed = 12
    let truth = try simulation.truth()
    let beat = try #require(truth.beatDirection)
    let difference = (beat - direction + 540).truncatingRemainder(dividingBy: 360) - 180
    #expect(abs(difference) < 5)
    let velocity = try #require(truth.slowPhaseVelocity)
    let speed = (velocity * velocity).sum().squareRoot()
    #expect(speed > 9 && speed < 15)
    // Slow phases go the other way.
    let quick = truth.saccades.filter(\.isQuickPhase).map(\.displacement).reduce(SIMD3(), +)
    #expect((quick * velocity).sum() < 0)
  }

  @Test(arguments: [SlowPhaseShape.linear, .decreasing, .increasing])
  func slowPhasesHaveTheirShape(shape: SlowPhaseShape) throws {
    var simulation = Simulation(kind: .jerkNystagmus, seed: 5, duration: 30)
    simulation.slowPhaseShape = shape
    let truth = try simulation.truth()
    let share = truth.slowPhases.filter { $0.shape == shape }.count * 100 / truth.slowPhases.count
    #expect(share >= 80)
  }

  @Test func pendularNystagmusSwingsAsAsked() throws {
    var simulation = Simulation(kind: .pendular, seed: 2, duration: 20)
    simulation.frequency = 4
    simulation.amplitude = 3
    let truth = try simulation.truth()
    #expect(abs(try #require(truth.pendularFrequency) - 4) < 0.15)
    #expect(abs(try #require(truth.pendularAmplitude) - 3) < 0.8)
    #expect(truth.patterns == ["pendular-nystagmus"])
  }

  @Test func whatABlinkHidesIsNoTruth() throws {
    let truth = try Simulation(kind: .jerkNystagmus, seed: 12, duration: 60).truth()
    let blinks = truth.losses.filter(\.isBlink)
    #expect(!blinks.isEmpty)
    for blink in blinks {
      #expect(!truth.saccades.contains { $0.onset < blink.offset && $0.offset > blink.onset })
      #expect(!truth.slowPhases.contains { $0.onset < blink.offset && $0.offset > blink.onset })
    }
  }

  @Test func episodesAreCountedInTheSaccades() throws {
    let truth = try Simulation(kind: .opsoclonus, seed: 1, duration: 20).truth()
    for (number, episode) in truth.episodes.enumerated() {
      #expect(truth.saccades[episode.saccades].allSatisfy { $0.episode == number + 1 })
    }
    let inside = truth.episodes.reduce(0) { $0 + $1.saccades.count }
    #expect(truth.saccades.filter { $0.episode != nil }.count == inside)
  }
}
