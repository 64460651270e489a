import Testing

@testable import Oscillations

@Suite struct ScoreTests {
  @Test func isHalfOrMoreExactlyWhereAllConditionsAreMet() {
    #expect(Score.combining([0.5, 0.9, 1]) >= 0.5)
    #expect(Score.combining([0.4999, 1, 1]) < 0.4995)
    #expect(Score.combining([1, 1]) == 1)
    #expect(Score.combining([0, 1]) == 0)
  }

  @Test func risesWithEachSupport() {
    for other in [0.2, 0.5, 0.8] {
      let scores = stride(from: 0.0, through: 1, by: 0.05).map { Score.combining([$0, other]) }
      #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test func supportsAreHalfAtWhatIsRequired() {
    #expect(Score.saturating(3, required: 3) == 0.5)
    #expect(Score.saturating(0, required: 3) == 0)
    #expect(Score.ramp(0.4, none: 1, half: 0.4, full: 0) == 0.5)
    #expect(Score.ramp(0.8, none: 0, half: 0.8, full: 1) == 0.5)
    #expect(Score.ramp(0, none: 1, half: 0.4, full: 0) == 1)
    #expect(Score.ramp(1, none: 1, half: 0.4, full: 0) == 0)
    #expect(Score.ramp(.nan, none: 0, half: 0.8, full: 1) == 0)
  }
}
