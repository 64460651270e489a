import EyeMovements
import Testing

@testable import Oscillations

/// One plane, more than one, or not to be told.
@Suite struct PlaneTests {
  private func planes(_ made: HandMadeMovements, canTell: Bool = true) -> [Plane] {
    let movements = made.movements(seconds: made.time + 1)
    return PlaneFinder(
      parameters: OscillationParameters(), saccades: movements.saccades,
      bursts: EpisodeFinder(movements, Parameters()).episodes(in: movements).bursts,
      canTell: canTell
    ).planes()
  }

  private func turning(_ count: Int, by step: Double, from start: Double = 0) -> HandMadeMovements {
    var made = HandMadeMovements()
    for index in 0..<count {
      made.rest(1)
      made.burst(4, axis: start + Double(index) * step)
    }
    return made
  }

  @Test func chanceIsTakenFromTheConcentration() {
    // Directions without preference have R2² = 1/n on average: nothing is left of it.
    #expect(Plane.unbiased((1.0 / 20).squareRoot(), count: 20) < 1e-6)
    #expect(Plane.unbiased(1, count: 3) == 1)
    #expect(abs(Plane.unbiased(0.8, count: 1_000_000) - 0.8) < 1e-6)
  }

  @Test func burstsAlongOneAxisHaveOnePlane() {
    let found = planes(turning(6, by: 2, from: 30))
    #expect(found.allSatisfy { $0.label == .ocularFlutter })
    #expect(found.allSatisfy { abs($0.axis - 35) < 6 })
  }

  @Test func burstsAlongManyAxesHaveMoreThanOne() {
    #expect(planes(turning(12, by: 30)).allSatisfy { $0.label == .opsoclonus })
  }

  @Test func poolsEachInAPlaneOfItsOwnHaveMoreThanOneTogether() {
    var made = HandMadeMovements()
    for index in 0..<10 {
      made.rest(1)
      made.burst(4, axis: index < 5 ? 0 : 90)
    }
    #expect(planes(made).allSatisfy { $0.label == .opsoclonus })
  }

  @Test func betweenOneAndMoreItIsUndecided() {
    // Axes at ±25°: R2 = cos 50° = 0.64.
    var made = HandMadeMovements()
    for index in 0..<10 {
      made.rest(1)
      made.burst(4, axis: index.isMultiple(of: 2) ? 25 : -25)
    }
    #expect(planes(made).allSatisfy { $0.label == .saccadicOscillations })
  }

  @Test func aSecondLabelTakesAPoolOfItsOwn() {
    // A single burst across, in a recording of bursts along.
    var made = HandMadeMovements()
    for index in 0..<20 {
      made.rest(1)
      made.burst(4, axis: index == 9 ? 90 : 0)
    }
    #expect(Set(planes(made).map(\.label)) == [.ocularFlutter])
  }

  @Test func poolsHoldTwentySaccades() {
    let found = planes(turning(12, by: 0))
    #expect(found.map(\.saccades) == [20, 28])
  }

  @Test func oneAxisTellsNoPlane() {
    let found = planes(turning(6, by: 0), canTell: false)
    #expect(found.allSatisfy { $0.label == .saccadicOscillations && $0.concentration.isNaN })
  }
}
