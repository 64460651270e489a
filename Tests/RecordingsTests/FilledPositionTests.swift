import Testing

@testable import Recordings

/// A tracker that has lost the eye may write one position again and again, and scripts draw a line over
/// blinks.
@Suite struct FilledPositionTests {
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

  /// From the last position to the next, by a line or by a curve.
  @Test(arguments: [0.05, 0.8], [false, true])
  func interpolatedPositionsAreMissing(noise: Double, isCurved: Bool) throws {
    var positions = positions(noise: noise)
    // A curve in ten rows bends as noise does.
    let stretches = Self.lost.filter { $0.count > 10 || !isCurved }
    for lost in stretches {
      let (before, after) = (positions[lost.lowerBound - 1], positions[lost.upperBound])
      for row in lost {
        let time = Double(row - lost.lowerBound + 1) / Double(lost.count + 1)
        let share = isCurved ? time * time * (3 - 2 * time) : time
        positions[row].x = before.x + share * (after.x - before.x)
        positions[row].y = before.y + share * (after.y - before.y)
      }
    }
    let missing = try missing(try recording(positions))
    // The line begins with two rows that could be noise, and ends with the position after it.
    let lost = stretches.flatMap { Array($0.lowerBound + 1..<$0.upperBound + 1) }
    #expect(missing == lost)
  }

  /// Where noise is larger than the steps of most oscillations, it turns more often than they can.
  @Test func heldPositionsInMuchNoiseAreMissing() throws {
    var positions = positions(noise: 1)
    for row in Self.lost.joined() { positions[row] = (0, 0) }
    #expect(try missing(try recording(positions)) == Self.lost.flatMap { Array($0) })
  }

  /// Nothing tells a held position from an eye that is still, where the trace has no noise, is coarse,
  /// repeats its frames, or goes to and fro by more than noise.
  @Test func stillnessThatTheTraceExplainsStays() throws {
    let noisy = positions(noise: 0.05)
    let coarse = noisy.map { (x: ($0.x * 5).rounded() / 5, y: ($0.y * 5).rounded() / 5) }
    let slow = noisy.indices.map { noisy[$0 / 8 * 8] }
    let doubled = noisy.indices.map { noisy[$0 % 5 == 0 ? max($0 - 1, 0) : $0] }
    // Oscillations of three degrees at 25 Hz, between stretches without any movement.
    let cycle = [0, 0.9, 1.4, 1.4, 0.9, 0, -0.9, -1.4, -1.4, -0.9]
    let swinging = noisy.indices.map { (x: $0 % 400 < 250 ? cycle[$0 % 10] : 0, y: 0.0) }
    let kept = [
      "still": positions(noise: 0), "coarse": coarse, "slow": slow, "doubled": doubled,
      "swinging": swinging,
    ]
    for (name, positions) in kept {
      #expect(try missing(try recording(positions)).isEmpty, "\(name)")
    }
  }
}
