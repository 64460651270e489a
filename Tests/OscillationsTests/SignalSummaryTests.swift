import Recordings
import Testing

@testable import Oscillations

@Suite struct SignalSummaryTests {
  private func recording(_ x: [Float], _ y: [Float]) -> Recording {
    Recording(
      id: "positions", samplingRate: 100, runs: [.init(onset: 0, samples: 0..<x.count)],
      traces: [EyeTrace(eye: .left, horizontal: x, vertical: y)], clock: ClockReport(),
      source: Source(format: "by-hand"))
  }

  @Test func theEllipseOfNormalPositionsHasItsTextbookArea() {
    var random = Random(state: 3)
    let x = (0..<20_000).map { _ in Float(5 + 0.5 * random.normal()) }
    let y = (0..<20_000).map { _ in Float(-3 + 0.2 * random.normal()) }
    // 2 × 1.1457 × π × σx × σy for the 68.2 % ellipse, without correlation.
    let expected = 2 * 1.1457 * Double.pi * 0.5 * 0.2
    let area = PositionSpread(of: recording(x, y)).ellipseArea
    #expect(abs(area - expected) < 0.03 * expected)
  }

  @Test func positionsOnALineHaveNoArea() {
    let x = (0..<1000).map { Float($0) / 100 }
    #expect(PositionSpread(of: recording(x, x)).ellipseArea < 0.01)
  }

  @Test func missingPositionsAreLeftOut() {
    let x: [Float] = [0, .nan, 1, 0, 1, .nan, 0, 1]
    let y: [Float] = [0, 1, 0, 1, 1, 5, .nan, 0]
    let full: [Float] = [0, 1, 0, 1, 1]
    let other: [Float] = [0, 0, 1, 1, 0]
    #expect(
      abs(
        PositionSpread(of: recording(x, y)).ellipseArea
          - PositionSpread(of: recording(full, other)).ellipseArea) < 1e-6)
  }
}
