import Simulation
import Testing

@testable import Validation

@Suite struct FollowUpTests {
  @Test func coverageAndWidthAreThoseOfTheOutcomes() {
    let outcomes = [-12.0, -9, -11, -30].map { truth in
      FollowUpTrial.Outcome(
        name: "flutter", truth: truth,
        found: FollowUpTrial.Change(value: -10, interval: -13 ... -7),
        oracle: FollowUpTrial.Change(value: -10, interval: -12.5 ... -7.5))
    }
    let targets = FollowUpTable.targets(outcomes)
    #expect(targets.map(\.measured.value) == [75, 75, 1.2])
    #expect(targets.map(\.isReached) == [false, true, true])
  }

  @Test func aPatientGetsBetterAndStaysTheSameHoweverManyThereAre() {
    let few = FollowUpTrial.all(6, rate: 250)
    let many = FollowUpTrial.all(12, rate: 250)
    #expect(zip(few, many).allSatisfy { $0.visits.map(\.seed) == $1.visits.map(\.seed) })
    for trial in many { #expect(trial.visits[0].severity > trial.visits[1].severity) }
    #expect(Set(many.map(\.name)).count == 6)
  }
}
