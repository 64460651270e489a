import Recordings
import Testing

@testable import EyeMovements

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Which movements pass for half-cycles of pendular nystagmus.
@Suite struct SlowHalfCycleTests {
  /// At 60 Hz two saccades that the rate does not keep apart last as long as a half-cycle at 6 Hz. Half-cycles
  /// go to and fro along one axis; opsoclonus goes any way.
  @Test(arguments: [(180.0, 0), (176, 0), (111, 12)])
  func halfCyclesLieAlongOneAxis(turnDegrees: Double, left: Int) {
    let rate = 60.0
    let length = 5
    var position = SIMD2<Float>.zero
    var positions = [SIMD2<Float>](repeating: .zero, count: 10)
    var candidates: [SaccadeCandidate] = []
    for swing in 0..<12 {
      let angle = Double(swing) * turnDegrees * .pi / 180
      let direction = SIMD2(Float(cos(angle)), Float(sin(angle)))
      let first = positions.count - 1
      // Four degrees in 83 ms.
      for _ in 0..<length {
        position += direction * 4 / Float(length)
        positions.append(position)
      }
      candidates.append(
        SaccadeCandidate(
          peak: first + 2, left: first, right: first + length, onset: first,
          offset: first + length, end: first + length, peakSpeed: 70, onsetSpeed: 20,
          direction: direction, amplitude: 4))
    }
    let recording = Recording(
      id: "half-cycles", samplingRate: rate,
      runs: [Recording.Run(onset: 0, samples: 0..<positions.count)],
      traces: [
        EyeTrace(eye: .unknown, horizontal: positions.map(\.x), vertical: positions.map(\.y))
      ],
      unit: .degrees, clock: ClockReport(), source: Source(format: "by-hand"))
    let version = VersionSignal(
      samplingRate: rate, runs: recording.runs, horizontalVelocity: [], verticalVelocity: [],
      torsionalVelocity: [])
    let found = SlowHalfCycles(
      positions: GazePositions(recording, version: version), samplingRate: rate
    ).removed(from: candidates)
    #expect(found.count == left)
  }
}
