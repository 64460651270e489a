import Recordings
import Testing

@testable import Simulation

@Suite struct TrackerTests {
  private func still(_ change: (inout TrackerModel) -> Void) throws -> [Float] {
    try channel(.fixation, change)
  }

  /// The right eye's horizontal channel of a recording without blinks.
  private func channel(
    _ kind: SimulationKind, duration: Double = 10, _ change: (inout TrackerModel) -> Void
  ) throws -> [Float] {
    var tracker = TrackerModel(samplingRate: 500, noise: 0)
    tracker.pupilRinging = 0
    change(&tracker)
    var simulation = Simulation(kind: kind, seed: 3, duration: duration, tracker: tracker)
    simulation.eyes = .right
    simulation.blinkRate = 0
    return try #require(simulation.run().recording.traces.first?.horizontal)
  }

  /// What a change adds to the same recording without it.
  private func added(_ change: (inout TrackerModel) -> Void) throws -> [Double] {
    zip(try still(change), try still { _ in }).map { Double($0) - Double($1) }
  }

  private func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
  }

  private func stepDeviation(_ values: [Double]) -> Double {
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    return (steps.reduce(0) { $0 + $1 * $1 } / Double(steps.count)).squareRoot()
  }

  @Test(arguments: TrackerModel.NoiseColour.allCases)
  func noiseHasTheDeviationAskedFor(colour: TrackerModel.NoiseColour) throws {
    let noise = try added {
      $0.noise = 0.2
      $0.noiseColour = colour
    }
    #expect(abs(deviation(noise) / 0.2 - 1) < (colour == .pink ? 0.35 : 0.1))
    // RMS-S2S / STD is √2 for white noise, lower for the others (Niehorster 2020).
    let ratio = stepDeviation(noise) / deviation(noise)
    switch colour {
    case .white: #expect(abs(ratio - 2.0.squareRoot()) < 0.05)
    case .pink: #expect(ratio < 1.15)
    case .filtered: #expect(ratio < 0.8)
    }
  }

  @Test func humIsASineOfItsAmplitude() throws {
    let hum = try added { $0.hum = 0.05 }
    #expect(abs(deviation(hum) - 0.05 / 2.0.squareRoot()) < 0.001)
    #expect(abs((hum.max() ?? 0) - 0.05) < 0.002)
  }

  @Test func quantisedPositionsAreWholeSteps() throws {
    let values = try still { $0.quantisation = 0.05 }
    #expect(values.allSatisfy { abs($0 / 0.05 - ($0 / 0.05).rounded()) < 1e-3 })
    #expect(Set(values).count < 100)
  }

  @Test func gainAndCrosstalkScaleAndMix() throws {
    let plain = try still { _ in }
    let doubled = try still { $0.gain = SIMD2(2, 1) }
    #expect(zip(plain, doubled).allSatisfy { abs($1 - 2 * $0) < 1e-5 })
    let mixed = try added { $0.crosstalk = SIMD2(0.2, 0) }
    #expect(deviation(mixed) > 0.001)
  }

  @Test(arguments: [0.1, 0.5, 0.85])
  func lossesTakeTheirShare(share: Double) throws {
    let values = try channel(.fixation, duration: 60) {
      $0.samplingRate = 50
      $0.lossShare = share
      $0.lossDuration = 0.05
    }
    let lost = Double(values.filter(\.isNaN).count) / Double(values.count)
    #expect(abs(lost - share) < 0.08)
  }

  @Test func droppedRowsMakeGapsInTheClock() throws {
    var tracker = TrackerModel(samplingRate: 250)
    tracker.lossShare = 0.1
    tracker.dropsRows = true
    let simulation = Simulation(kind: .viewing, seed: 2, duration: 20, tracker: tracker)
    let recording = try simulation.run().recording
    #expect(recording.runs.count > 5)
    #expect(recording.clock.gaps == recording.runs.count - 1)
    #expect(recording.sampleCount < 250 * 20)
    #expect(recording.traces.allSatisfy { $0.horizontal?.count == recording.sampleCount })
  }

  @Test func heldExportRepeatsSamples() throws {
    let values = try channel(.viewing, duration: 4) {
      $0.samplingRate = 50
      $0.exportRate = 500
      $0.interpolation = .hold
      $0.noise = 0.02
    }
    #expect(values.count == 2000)
    let repeats = zip(values, values.dropFirst()).filter { $0 == $1 }.count
    #expect(repeats > 1700)
  }

  @Test func linearExportLiesOnStraightLines() throws {
    let values = try channel(.viewing, duration: 4) {
      $0.samplingRate = 50
      $0.exportRate = 500
      $0.noise = 0.02
    }
    for sample in 1..<1990 where sample % 10 != 0 {
      let bend = values[sample - 1] - 2 * values[sample] + values[sample + 1]
      #expect(abs(bend) < 1e-4)
    }
  }

  /// A Butterworth low-pass of order 2 halves the power at its cut-off.
  @Test(arguments: [false, true])
  func lowPassTakesAwayFastNoise(zeroPhase: Bool) {
    func gain(at frequency: Double) -> Double {
      var wave = (0..<4000).map { Float(cosine(2 * .pi * frequency * Double($0) / 500)) }
      ButterworthLowPass(cutoff: 20, rate: 500).apply(to: &wave, zeroPhase: zeroPhase)
      return deviation(wave[1000..<3000].map(Double.init)) * 2.0.squareRoot()
    }
    let power = zeroPhase ? 2.0 : 1.0
    #expect(abs(gain(at: 2) - 1) < 0.02)
    #expect(abs(gain(at: 20) - raised(1 / 2.0.squareRoot(), power)) < 0.03)
    #expect(gain(at: 100) < 0.06)
  }

  @Test func longExposureLowersPeakSpeed() throws {
    func peak(_ exposure: Double) throws -> Float {
      let values = try channel(.flutter) {
        $0.samplingRate = 100
        $0.exposure = exposure
      }
      return zip(values, values.dropFirst()).map { abs($1 - $0) }.max() ?? 0
    }
    #expect(try peak(1) < peak(0))
  }

  @Test func jitteredClockTellsTheTimeOfEachSample() throws {
    var tracker = TrackerModel(samplingRate: 100, noise: 0)
    tracker.clockJitter = 0.2
    tracker.pupilRinging = 0
    var simulation = Simulation(kind: .pendular, seed: 1, duration: 10, tracker: tracker)
    simulation.eyes = .cyclopean
    simulation.blinkRate = 0
    let jittered = try simulation.run()
    #expect(jittered.recording.clock.resampled)
    simulation.tracker.clockJitter = 0
    let even = try simulation.run()
    // Interpolated back to even times, it is the even recording but for the bend of a sine.
    let pairs = zip(
      try #require(jittered.recording.traces[0].vertical),
      try #require(even.recording.traces[0].vertical))
    #expect(pairs.allSatisfy { abs($0 - $1) < 0.05 })
  }

  @Test func ringingFollowsSaccadesOfPupilTrackers() throws {
    let quiet = try channel(.saccades) { _ in }
    let ringing = try channel(.saccades) { $0.pupilRinging = 1 }
    let most = zip(quiet, ringing).map { abs($0 - $1) }.max() ?? 0
    #expect(most > 0.2 && most < 3)
  }

  private func cosine(_ angle: Double) -> Double {
    let turns = angle / (2 * .pi)
    return OscillationProbe.cosine(turns - turns.rounded(.down))
  }

  private func raised(_ base: Double, _ power: Double) -> Double {
    power == 2 ? base * base : base
  }
}

/// Cosines without a mathematics library: an oscillation of one turn a second.
private enum OscillationProbe {
  static func cosine(_ turns: Double) -> Double {
    let wave = Oscillation(
      cosine: Vector3(1, 0, 0), sine: Vector3(), phase: [2 * .pi * turns, 2 * .pi * turns],
      size: [1, 1])
    return wave.position(at: 0).x
  }
}
