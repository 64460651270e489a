import Testing

@testable import Recordings

/// A tracker that has lost the eye may write one position again and again.
@Suite struct HeldPositionTests {
  private static let rate = 250.0
  private static let lost = [300..<340, 900..<910, 1500..<1700]

  /// Fixations with steps between them, and noise.
  private func positions(noise: Double, count: Int = 3000) -> [(x: Double, y: Double)] {
    var random = Congruential(seed: 7)
    func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + random.next() } }
    return (0..<count).map { row in
      (Double(row / 130 % 5) * 2 + noise * normal(), Double(row / 170 % 3) + noise * normal())
    }
  }

  private func recording(_ positions: [(x: Double, y: Double)]) throws -> Recording {
    func cell(_ value: Double) -> String {
      value.isNaN ? "" : "\((value * 1e4).rounded() / 1e4)"
    }
    return try read(
      rows("time_s,x_deg,y_deg", count: positions.count, step: 1 / Self.rate) {
        "\(cell(positions[$0].x)),\(cell(positions[$0].y))"
      })
  }

  private func missing(_ recording: Recording) throws -> [Int] {
    let trace = try #require(recording.traces.first)
    let x = try #require(trace.horizontal)
    return x.indices.filter { x[$0].isNaN || trace.vertical?[$0].isNaN == true }
  }

  @Test(arguments: [(0.0, 0.0), (-21.5, -14.25)])
  func aNumberThatStandsForLostIsMissing(mark: (x: Double, y: Double)) throws {
    var positions = positions(noise: 0.05)
    // Where it stands for a shorter time, it is known from the other stretches.
    for row in Self.lost.joined() + [77] { positions[row] = mark }
    let recording = try recording(positions)
    #expect(try missing(recording) == [77] + Self.lost.flatMap { Array($0) })
    #expect(recording.source.missing.map(\.rows) == [251])
    #expect(
      recording.source.remarks.contains {
        $0.contains("251 positions of the eye") && $0.contains("4 str")
      })
  }

  @Test func theLastPositionHeldIsMissing() throws {
    var positions = positions(noise: 0.05)
    for row in Self.lost.joined() { positions[row] = positions[row - 1] }
    // The position before is the one that is held.
    let held = Self.lost.flatMap { Array($0.lowerBound - 1..<$0.upperBound) }
    #expect(try missing(try recording(positions)) == held)
  }

  /// Nothing tells a held position from an eye that is still, where the trace has no noise, is coarse,
  /// repeats its frames, or goes to and fro by more than noise.
  @Test func stillnessThatTheTraceExplainsStays() throws {
    let noisy = positions(noise: 0.05)
    let coarse = noisy.map { (x: ($0.x * 5).rounded() / 5, y: ($0.y * 5).rounded() / 5) }
    let slow = noisy.indices.map { noisy[$0 / 8 * 8] }
    let doubled = noisy.indices.map { noisy[$0 % 5 == 0 ? max($0 - 1, 0) : $0] }
    // Oscillations of three degrees, four samples a cycle, between stretches without any movement.
    let swinging = noisy.indices.map { row in
      (x: row % 400 < 250 ? [0, 1.5, 0.1, -1.5][row % 4] + noisy[row].x / 1e3 : 0, y: noisy[row].y)
    }.enumerated().map { row, position in row % 400 < 250 ? position : (x: 0, y: 0) }
    for kept in [positions(noise: 0), coarse, slow, doubled, swinging] {
      #expect(try missing(try recording(kept)).isEmpty)
    }
  }
}
