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
  let followUps: Int
  let disturbances: String?
  let jobs: Int
  let isQuiet: Bool

  /// Measures everything.
  ///
  /// - Throws: the exit code, having said why.
  func report() async throws -> ValidationReport {
    do {
      let folders = try labelledOutcomes()
      let validator = CohortValidator(jobs: jobs)
      let courses = try await courses(validator)
      let disturbed = try await disturbedOutcomes(validator)
      guard share > 0 else {
        return ValidationReport(
          outcomes: [], falseSaccades: [], labelled: folders, followUps: courses,
          disturbances: disturbed)
      }
      let cohort = try Cohort(share: share, kinds: kinds)
      var progress = ProgressLine(total: cohort.members.count, isShown: !isQuiet)
      let outcomes = try await validator.outcomes(of: cohort) { progress.show($0) }
      progress.clear()
      let trials = kinds.isEmpty || kinds.contains(.pendular) ? PendularTrial.all : []
      return ValidationReport(
        outcomes: outcomes, falseSaccades: try await validator.falseSaccades(in: trials),
        labelled: folders, followUps: courses, disturbances: disturbed)
    } catch let error as ValidationFailure {
      StandardStreams.error("\(error)".printable + "\n")
      throw error.isMissingInput ? ExitStatus.noInput : ExitStatus.badData
    }
  }

  /// At the rate of a video goggle.
  private func courses(_ validator: CohortValidator) async throws -> [FollowUpTrial.Outcome] {
    let trials = FollowUpTrial.all(followUps, rate: 250)
    var progress = ProgressLine(total: trials.count, isShown: !isQuiet && followUps > 0)
    defer { progress.clear() }
    return try await validator.outcomes(of: trials) { progress.show($0) }
  }

  /// Simulated healthy eyes first, then the recordings of the folder.
  private func disturbedOutcomes(
    _ validator: CohortValidator
  ) async throws -> [DisturbanceTrial.Outcome] {
    guard let disturbances else { return [] }
    let trials = try DisturbanceTrial.simulated() + DisturbanceTrial.real(at: disturbances)
    var progress = ProgressLine(total: trials.count, isShown: !isQuiet)
    defer { progress.clear() }
    return try await validator.outcomes(of: trials) { progress.show($0) }
  }

  private func labelledOutcomes() throws -> [(name: String, outcomes: [LabelledOutcome])] {
    guard let labelled else { return [] }
    return try LabelledFolder.all(at: labelled).map { folder in
      let (outcomes, problems) = LabelledValidator().outcomes(of: folder)
      for problem in problems { StandardStreams.error("\(problem)".printable + "\n") }
      return (folder.name, outcomes)
    }
  }
}
