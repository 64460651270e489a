internal import EyeMovements
package import Oscillations
internal import Simulation

/// Simulates recordings and judges them, several at a time.
///
/// The result is the same for any number of jobs.
package struct CohortValidator: Sendable {
  private let analyzer: Analyzer
  private let jobs: Int

  /// - Parameter jobs: how many recordings are worked on at a time, at least 1.
  package init(analyzer: Analyzer = Analyzer(), jobs: Int) {
    precondition(jobs > 0, "at least one job")
    self.analyzer = analyzer
    self.jobs = jobs
  }

  /// What became of each member, in the cohort's order.
  ///
  /// - Parameter progress: called with the number of recordings done.
  /// - Throws: ``ValidationFailure/notSimulated(id:reason:)``, and `CancellationError`.
  package func outcomes(
    of cohort: Cohort, progress: (Int) -> Void = { _ in }
  ) async throws -> [RecordingOutcome] {
    let analyzer = analyzer
    return try await inParallel(cohort.members, progress: progress) { member in
      let simulated = try Self.simulated(member.simulation, id: member.id)
      return RecordingOutcome(
        member: member, truth: simulated.truth,
        analysis: analyzer.analysis(of: simulated.recording))
    }
  }

  /// False saccades of each trial, and the seconds that they came in.
  package func falseSaccades(
    in trials: [PendularTrial]
  ) async throws -> [(trial: PendularTrial, count: Int)] {
    let finder = MovementFinder(parameters: analyzer.parameters.movements)
    let all = trials.enumerated().flatMap { index, trial in
      trial.simulations.map { (trial: index, simulation: $0) }
    }
    let counts = try await inParallel(all) { item in
      let simulated = try Self.simulated(item.simulation, id: "pendular trial")
      return PendularTrial.falseSaccades(
        simulated.truth, finder.movements(in: simulated.recording))
    }
    var sums = [Int](repeating: 0, count: trials.count)
    for (item, count) in zip(all, counts) { sums[item.trial] += count }
    return zip(trials, sums).map { ($0, $1) }
  }

  /// What the follow-up of each simulated patient gives.
  ///
  /// - Throws: ``ValidationFailure/notSimulated(id:reason:)``, and `CancellationError`.
  package func outcomes(
    of trials: [FollowUpTrial], progress: (Int) -> Void = { _ in }
  ) async throws -> [FollowUpTrial.Outcome] {
    let analyzer = analyzer
    return try await inParallel(trials, progress: progress) { trial in
      do throws(SimulationError) {
        return try trial.outcome(analyzer)
      } catch {
        throw ValidationFailure.notSimulated(id: trial.name, reason: error.description)
      }
    }.compactMap { $0 }
  }

  /// What every disturbance makes of each healthy recording.
  ///
  /// - Parameter seeds: how often each disturbance is drawn anew.
  /// - Throws: `CancellationError`.
  package func outcomes(
    of trials: [DisturbanceTrial], seeds: Int = 2, progress: (Int) -> Void = { _ in }
  ) async throws -> [DisturbanceTrial.Outcome] {
    let analyzer = analyzer
    return try await inParallel(trials, progress: progress) { trial in
      trial.outcomes(seeds: seeds, analyzer)
    }.flatMap { $0 }
  }

  private static func simulated(
    _ simulation: Simulation, id: String
  ) throws(ValidationFailure) -> SimulatedRecording {
    do throws(SimulationError) {
      return try simulation.run()
    } catch {
      throw .notSimulated(id: id, reason: error.description)
    }
  }

  private func inParallel<Item: Sendable, Result: Sendable>(
    _ items: [Item], progress: (Int) -> Void = { _ in },
    work: @escaping @Sendable (Item) throws -> Result
  ) async throws -> [Result] {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: items.count)
      var begun = 0
      var done = 0
      while done < items.count {
        while begun < items.count, begun - done < jobs {
          let (index, item) = (begun, items[begun])
          group.addTask {
            try Task.checkCancellation()
            return (index, try work(item))
          }
          begun += 1
        }
        guard let (index, result) = try await group.next() else { break }
        results[index] = result
        done += 1
        progress(done)
      }
      return results.compactMap { $0 }
    }
  }
}
