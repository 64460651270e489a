import Simulation
import Testing

@testable import Validation

@Suite struct CohortValidatorTests {
  /// Three rows, a recording each.
  private func report(jobs: Int) async throws -> ValidationReport {
    let cohort = try Cohort(share: 0.001, kinds: [.voluntaryFlutter, .reading])
    return ValidationReport(
      outcomes: try await CohortValidator(jobs: jobs).outcomes(of: cohort), falseSaccades: [],
      labelled: [])
  }

  @Test func anyNumberOfJobsGivesTheSameTables() async throws {
    let one = try await report(jobs: 1)
    let two = try await report(jobs: 2)
    #expect(one.tables == two.tables)
    #expect(one.targets == two.targets)
    #expect(one.simulated == 3)
  }

  @Test func everyTableHasRowsOfItsWidth() async throws {
    let tables = try await report(jobs: 2).tables
    #expect(Set(tables.map(\.name)).count == tables.count)
    for table in tables {
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
      #expect(Set(table.columns.map(\.key)).count == table.columns.count)
    }
    #expect(tables.last?.name == "targets")
  }
}
