import ArgumentParser
import Cohorts
import Oscillations
import Recordings
import Reports
import SignalProcessing

/// What the commands that read recordings have in common: the way from paths to analyses.
struct RecordingJob {
  let list: WorkList
  let scorer: CohortScorer
  let provenance: Provenance

  /// - Throws: the exit code, having said why, where no path holds a recording.
  init(
    paths: [String], excluding output: String? = nil, reading: ReadingArguments, jobs: Int,
    timeout: Double? = nil, shard: Shard? = nil, cohort: CohortArguments? = nil
  ) throws {
    let epochs: Epochs?
    do throws(CohortError) {
      epochs = try cohort?.epochTable()
      let all = try WorkList(
        paths: paths, listed: cohort?.listed() ?? [], excluding: output)
      try cohort?.check(epochs, against: all)
      list = shard.map(all.restricted) ?? all
    } catch {
      throw Problem(error).reported()
    }
    let options = try reading.options()
    let reader = RecordingReader(options: options)
    let analyzer = Analyzer()
    provenance = try Provenance(
      parameters: analyzer.parameters, options: options, epochsSha256: epochs?.sha256,
      fftw: fftwVersion)
    let item = ItemScorer(reader: reader, analyzer: analyzer, epochs: epochs)
    scorer = CohortScorer(
      scorer: item, jobs: jobs, limit: timeout.map { .seconds($0) })
  }

  /// What a run ends with once everything that could be done is done; nothing where all is well.
  ///
  /// - Throws: the exit code that the problems of the inputs call for.
  static func finish(_ summary: RunSummary) throws {
    if let problem = summary.onlyProblem { throw ExitStatus.code(for: problem.kind) }
    if summary.hasProblems { throw ExitStatus.incomplete }
  }
}

extension RecordingJob {
  /// Prints something of every recording as it comes, says what went wrong, and ends.
  ///
  /// - Throws: the exit code, where it is not 0.
  func printing<Output: Sendable>(
    deliver: @escaping @Sendable (Analysis) -> Output, text: ([Output]) -> String,
    end: () -> String
  ) async throws {
    Interrupt.prepare()
    var summary = RunSummary()
    var outputError: (any Error)?
    await scorer.score(
      list, isInterrupted: { Interrupt.isRequested },
      deliver: { _, analysis throws(Problem) in deliver(analysis) },
      collect: { report in
        summary.add(report)
        do {
          if outputError == nil { try StandardStreams.output(text(report.outputs)) }
        } catch {
          outputError = error
          Interrupt.request()
        }
      })
    if let outputError { throw outputError }
    guard !Interrupt.isRequested else { throw ExitStatus.interrupted }
    try StandardStreams.output(end())
    StandardStreams.error(summary.problemText())
    try Self.finish(summary)
  }
}
