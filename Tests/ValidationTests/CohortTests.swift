import Simulation
import Testing

@testable import Validation

@Suite struct CohortTests {
  @Test func theFullCohortHoldsEnoughOfEachPattern() throws {
    let main = try Cohort.rows().filter { $0.group == .main }
    func recordings(_ kinds: Set<SimulationKind>) -> Int {
      main.filter { kinds.contains($0.kind) }.reduce(0) { $0 + $1.recordings }
    }
    #expect(main.filter(\.kind.isHealthy).reduce(0) { $0 + $1.recordings } >= 1000)
    #expect(recordings([.opsoclonus]) >= 200)
    #expect(recordings([.flutter]) >= 200)
    #expect(recordings([.flutterOpsoclonus]) >= 200)
    #expect(recordings([.jerkNystagmus, .gazeEvoked, .infantile, .downbeat, .upbeat]) >= 200)
    #expect(recordings([.pendular, .infantilePendular, .oculopalatal]) >= 200)
    #expect(recordings([.squareWaveJerks, .macroSquareWaveJerks]) >= 200)
    #expect(recordings([.macrosaccadicOscillations]) >= 200)
    #expect(Set(try Cohort.rows().map(\.kind)) == Set(SimulationKind.allCases))
  }

  @Test func idsAreUnique() throws {
    let ids = try Cohort().members.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func aSmallerCohortIsAPartOfALargerOne() throws {
    let large = try Cohort(share: 0.05).members
    let byID = Dictionary(uniqueKeysWithValues: large.map { ($0.id, $0.simulateCommand) })
    for member in try Cohort(share: 0.01).members {
      #expect(byID[member.id] == member.simulateCommand)
    }
  }

  @Test func membersOfMainAreMeantToAnswer() throws {
    for member in try Cohort().members where member.group == .main {
      #expect(member.effectiveRate >= 100)
      #expect(member.simulation.tracker.noise <= 0.1)
      #expect(member.simulation.duration >= 20)
    }
  }

  @Test(arguments: ["", "main\tviewing", "main\tnothing\tsaccadic\t1\t9\t0-1\t250\t0.1\tany"])
  func aLineThatIsNotUnderstoodIsRefused(line: String) {
    #expect(throws: ValidationFailure.unreadableCohort(line: line)) {
      try CohortRow(line: Substring(line))
    }
  }
}
