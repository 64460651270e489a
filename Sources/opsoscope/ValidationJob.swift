import ArgumentParser
import Cohorts
import Reports
import Simulation
import Validation

/// One run of `validate`: what is measured.
struct ValidationJob {
  let share: Double
  let kinds: [SimulationKind]
  let labelled: String?
  let jobs: Int
  let isQuiet: Bool

  /// Measures everything.
  ///
  /// - Throws: the exit code, having said why.
  func report() async throws -> ValidationReport {
    do {
      let folders = try labelledOutcomes()
      guard share > 0 else {
        return ValidationReport(outcomes: [], falseSaccades: [], labelled: folders)
      }
      let cohort = try Cohort(share: share, kinds: kinds)
      let validator = CohortValidator(jobs: jobs)
      var progress = ProgressLine(total: cohort.members.count, isShown: !isQuiet)
      let outcomes = try await validator.outcomes(of: cohort) { progress.show($0) }
      progress.clear()
      let trials = kinds.isEmpty || kinds.contains(.pendular) ? PendularTrial.all : []
      return ValidationReport(
        outcomes: outcomes, falseSaccades: try await validator.falseSaccades(in: trials),
        labelled: folders)
    } catch let error as ValidationFailure {
      StandardStreams.error("\(error)\n".printable)
      throw ExitStatus.badData
    }
  }

  private func labelledOutcomes() throws -> [(name: String, outcomes: [LabelledOutcome])] {
    guard let labelled else { return [] }
    return try LabelledFolder.all(at: labelled).map { folder in
      let (outcomes, problems) = LabelledValidator().outcomes(of: folder)
      for problem in problems { StandardStreams.error("\(problem)\n") }
      return (folder.name, outcomes)
    }
  }
}
