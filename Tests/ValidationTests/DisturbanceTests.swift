import Oscillations
import Recordings
import Testing

@testable import Validation

@Suite struct DisturbanceTests {
  private func trial(_ seconds: Double = 12) throws -> DisturbanceTrial {
    try DisturbanceTrial.simulated(rates: [250], seconds: seconds)[0]
  }

  @Test(arguments: Disturbance.allCases)
  func healthStaysHealthWhateverIsLaidOverIt(_ disturbance: Disturbance) throws {
    for trial in try DisturbanceTrial.simulated(rates: [60, 100, 250], seconds: 12).prefix(3) {
      for outcome in trial.outcomes(of: [disturbance], seeds: 2, Analyzer()) {
        #expect(!outcome.isFalse, "\(outcome)")
      }
    }
  }

  @Test(arguments: Disturbance.allCases)
  func oneSeedDisturbsTheSameWay(_ disturbance: Disturbance) throws {
    let recording = try trial(3).recording
    let level = disturbance.levels[0]
    func bits(_ seed: UInt64) -> [[UInt32]] {
      DisturbedRecording.make(of: recording, disturbance, level: level, seed: seed).traces
        .compactMap { $0.horizontal?.map(\.bitPattern) }
    }
    #expect(bits(1) == bits(1))
    #expect(bits(1).map(\.count) == recording.traces.map { _ in recording.sampleCount })
  }

  @Test func levelsAreWhatTheySay() throws {
    let recording = try trial(3).recording
    func disturbed(_ disturbance: Disturbance, _ level: Double) -> [Float] {
      DisturbedRecording.make(of: recording, disturbance, level: level, seed: 1)
        .traces[0].horizontal ?? []
    }
    let plain = recording.traces[0].horizontal ?? []
    #expect(disturbed(.quantisation, 0.5).allSatisfy { $0.isNaN || (2 * $0).rounded() == 2 * $0 })
    let lost = disturbed(.droppedFrames, 20).count(where: \.isNaN) - plain.count(where: \.isNaN)
    #expect((0.12...0.28).contains(Double(lost) / Double(plain.count)))
    let errors = zip(disturbed(.whiteNoise, 0.4), plain).map { $0 - $1 }.filter(\.isFinite)
    let variance = errors.reduce(0) { $0 + $1 * $1 } / Float(errors.count)
    #expect(abs(variance.squareRoot() - 0.4) < 0.05)
    let shaken = zip(disturbed(.vibration, 1), plain).map { abs($0 - $1) }.filter(\.isFinite)
    #expect((shaken.max() ?? 9) <= 1.001)
  }
}
