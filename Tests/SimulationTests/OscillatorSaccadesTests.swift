import Testing

@testable import Simulation

@Suite struct OscillatorSaccadesTests {
  /// Points on straight strokes between corners, each stroke with a speed that rises and falls to
  /// `floor` of its peak.
  private func path(_ corners: [SIMD2<Double>], floor: Double) -> [Vector3] {
    var positions: [Vector3] = []
    for (from, to) in zip(corners, corners.dropFirst()) {
      var speeds: [Double] = []
      for step in 0..<300 {
        let u = (Double(step) + 0.5) / 300
        speeds.append(floor + (1 - floor) * 4 * u * (1 - u))
      }
      let total = speeds.reduce(0, +)
      var done = 0.0
      for speed in speeds {
        let place = from + (to - from) * (done / total)
        positions.append(Vector3(place.x, place.y, 0))
        done += speed
      }
    }
    return positions
  }

  @Test func reversalsPartSaccades() {
    let found = OscillatorSaccades.find(
      in: path([SIMD2(0, 0), SIMD2(4, 0), SIMD2(0, 0), SIMD2(4, 0)], floor: 0.02))
    #expect(found.count == 3)
    #expect(abs(found[1].onset - 0.03) < 0.0005)
    #expect(abs(found[1].offset - 0.06) < 0.0005)
  }

  @Test func shallowDipsStraightOnAreOneSaccade() {
    let line = [SIMD2<Double>(0, 0), SIMD2(4, 0), SIMD2(8, 0)]
    #expect(OscillatorSaccades.find(in: path(line, floor: 0.85)).count == 1)
    #expect(OscillatorSaccades.find(in: path(line, floor: 0.6)).count == 2)
  }

  @Test func turnsPartSaccadesThatHardlySlow() {
    let corner = [SIMD2<Double>(0, 0), SIMD2(4, 0), SIMD2(4, 4)]
    #expect(OscillatorSaccades.find(in: path(corner, floor: 0.9)).count == 2)
  }
}
