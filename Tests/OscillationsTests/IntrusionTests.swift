import EyeMovements
import Testing

@testable import Oscillations

/// Saccades with an interval between them, judged from events that are given.
@Suite struct IntrusionTests {
  private func squareWaves(
    _ count: Int, amplitude: Float = 1.5, interval: Double = 0.2, every seconds: Double = 1
  ) -> HandMadeMovements {
    var made = HandMadeMovements()
    for _ in 0..<count {
      made.rest(seconds)
      made.saccade(SIMD2(amplitude, 0))
      made.rest(interval)
      made.saccade(SIMD2(-amplitude * 0.9, 0))
    }
    return made
  }

  @Test func squareWavesAboveTwentyAMinuteAreAFinding() {
    #expect(squareWaves(20).analysis(seconds: 30).summary == "square-wave-jerks")
    #expect(squareWaves(6, every: 4).analysis(seconds: 30).summary == "none-seen")
  }

  @Test(arguments: [(0.06, false), (0.12, true), (0.4, true), (0.6, false)])
  func theirIntervalIsEightyToFiveHundredMilliseconds(interval: Double, isOne: Bool) {
    let analysis = squareWaves(20, interval: interval).analysis(seconds: 40)
    #expect((analysis.status(.squareWaveJerks) == .consistent) == isOne)
  }

  @Test func largeOnesAreCalledMacro() {
    let notes = squareWaves(20, amplitude: 8).analysis(seconds: 30).finding(.squareWaveJerks).notes
    #expect(notes.contains { $0.code == "macro-square-wave-jerks" })
  }

  @Test func oppositePairsAmongManyGazeShiftsAreChance() {
    var made = HandMadeMovements()
    for index in 0..<20 {
      for direction: Float in [1, 1, -1, 1] {
        made.saccade(SIMD2(3 * direction, Float(index % 3)))
        made.rest(0.25)
      }
      made.saccade(SIMD2(-6, -2))
      made.rest(0.25)
    }
    #expect(made.analysis(seconds: 32).status(.squareWaveJerks) == .notSeen)
  }

  @Test func swingsThatStraddleTheTargetAndWaxAndWaneAreMacrosaccadic() {
    var made = HandMadeMovements()
    for _ in 0..<4 {
      made.rest(2)
      var place: Float = 0
      for (index, reach) in [1, 2, 3.5, 4.5, 3.5, 2, 1].enumerated() {
        let target = Float(reach) * (index.isMultiple(of: 2) ? 1 : -1)
        made.saccade(SIMD2(target - place, 0))
        place = target
        made.rest(0.2)
      }
      made.saccade(SIMD2(-place, 0))
    }
    let analysis = made.analysis(seconds: 20)
    #expect(analysis.summary == "macrosaccadic-oscillations")
    #expect(analysis.status(.squareWaveJerks) == .notSeen)
  }
}
