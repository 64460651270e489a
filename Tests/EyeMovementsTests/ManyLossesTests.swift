import EyeMovements
import Recordings
import Testing

@Suite struct ManyLossesTests {
  /// A recording of seven hours in which the eye blinks all the time: each blink is one.
  @Test func aQuarterOfAMillionBlinksAreFound() {
    let blinks = 250_000
    let position = [Float]((0..<4 * blinks).map { $0 % 4 < 2 ? 0.1 : .nan })
    let recording = Recording(
      id: "blinks", samplingRate: 40, runs: [.init(onset: 0, samples: position.indices)],
      traces: [EyeTrace(eye: .left, horizontal: position)], clock: ClockReport(),
      source: Source(format: "made"))
    let movements = MovementFinder().movements(in: recording)
    #expect(movements.losses.count == blinks)
    #expect(movements.losses.allSatisfy { $0.kind == .blink })
    #expect(movements.saccades.isEmpty && movements.validStretches.isEmpty)
  }
}
