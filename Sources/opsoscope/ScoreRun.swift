import ArgumentParser
import Cohorts
import Oscillations
import Reports

/// One run of `score`: where its results go.
struct ScoreRun {
  let job: RecordingJob
  /// Where results are written; `nil` writes none.
  let folder: ResultsFolder?
  /// What is printed; `nil` prints nothing.
  var listing: Listing?
  let isQuiet: Bool
  /// Whether what is done is done again.
  let isForced: Bool
  /// What is known of the participants, for a table with it.
  let participants: ParticipantsTable?
  /// Where the events of a BIDS data set go as well.
  private let derivative: BIDSDerivative?

  private var summary = RunSummary()
  private var rows: [ScoreRow] = []
  private var entries: [ManifestEntry] = []
  private var outputError: (any Error)?
  /// Why no results can be written any more.
  private var lostOutput: Problem?

  init(
    job: RecordingJob, folder: ResultsFolder?, listing: Listing?, isQuiet: Bool, isForced: Bool,
    participants: ParticipantsTable? = nil
  ) {
    self.participants = participants
    let inputs = (job.list.items + job.list.others).map(\.id)
    derivative = job.list.isBIDS ? folder.map { BIDSDerivative($0, inputs: inputs) } : nil
    self.job = job
    self.folder = folder
    self.listing = listing
    self.isQuiet = isQuiet
    self.isForced = isForced
  }

  /// What is kept of a recording until the end.
  private struct Scored: Sendable {
    let row: ScoreRow?
    let printed: Listing.Entry?

    /// What is kept of a recording that an earlier run has judged.
    static func judged(_ stored: StoredRecording, listing: Listing?) -> Judged<Scored> {
      let analysis = stored.analysis
      let (outcome, reason) = analysis.outcome
      return Judged(
        id: stored.id, outcome: outcome, reason: reason,
        output: Scored(
          row: ScoreRow(analysis),
          printed: listing?.entry(for: analysis, document: stored.document)))
    }
  }

  /// Scores everything.
  ///
  /// - Throws: the exit code, having said why, where nothing can be written.
  mutating func score() async throws {
    let (folder, listing, provenance, isForced) = (folder, listing, job.provenance, isForced)
    let derivative = derivative
    try writing { folder throws(ReportsError) in
      try folder.begin(job.list)
      try derivative?.begin()
    }
    var progress = ProgressLine(total: job.list.items.count, isShown: !isQuiet && !isStreaming)
    await job.scorer.score(
      job.list, isInterrupted: { Interrupt.isRequested },
      recall: { item in
        guard let folder, !isForced else { return nil }
        let recordings = folder.stored(item)
        guard let first = recordings.first,
          derivative?.has(recordings.map(\.id)) ?? true
        else { return nil }
        return Recalled(
          inputSha256: first.inputSha256, sidecarSha256: first.sidecarSha256,
          recordings: recordings.map { Scored.judged($0, listing: listing) })
      },
      deliver: { recording, analysis throws(Problem) in
        let document = RecordingDocument(analysis, provenance: provenance)
        do throws(ReportsError) {
          // Before the document, which says that all of it is there.
          try derivative?.write(EventTable(analysis), id: analysis.id)
          try folder?.write(
            document, events: EventTable(analysis),
            page: folder?.hasPages == true
              ? RecordingPage(analysis, of: recording, provenance: provenance).text : nil,
            id: analysis.id)
        } catch {
          throw Problem(error)
        }
        return Scored(
          row: folder.map { _ in ScoreRow(analysis) },
          printed: listing?.entry(for: analysis, document: document))
      },
      progress: { progress.show($0) },
      collect: { take($0) })
    progress.clear()
    let others = job.list.others.flatMap {
      ManifestEntry.skipped($0, reason: ManifestEntry.otherShard)
    }
    summary.addElsewhere(others)
    entries += others
  }

  /// Prints what is left, writes the tables, and says what went wrong.
  ///
  /// - Throws: the exit code, where it is not 0.
  func finish() throws {
    if let outputError { throw outputError }
    guard lostOutput == nil, !Interrupt.isRequested else { throw stopped() }
    if let listing { try StandardStreams.output(listing.end()) }
    try writing { folder throws(ReportsError) in
      try participants?.write(rows, to: folder)
      (derivative ?? BIDSDerivative(folder, inputs: []))
        .removeEvents(except: derivative == nil ? [] : rows.map(\.id))
      try folder.finish(rows: rows, entries: entries)
    }
    if let warning = participants?.warning(rows) {
      StandardStreams.error(warning.printable + "\n")
    }
    StandardStreams.error(summary.problemText(limit: folder == nil ? .max : 10))
    if !isQuiet, folder != nil || entries.count > 1 {
      let place = folder.map { " → " + $0.manifestPath } ?? ""
      StandardStreams.error((summary.countsLine + place).printable + "\n")
    }
    if !isQuiet, listing?.format == .table {
      StandardStreams.error(Software.notice + "\n")
    }
    try RecordingJob.finish(summary)
  }

  /// Says how far a run came that did not come to its end.
  ///
  /// - Returns: the exit code.
  private func stopped() -> ExitCode {
    // Where this cannot be written, the manifest of the beginning stands.
    do throws(ReportsError) { try folder?.interrupt(entries: entries) } catch {}
    if lostOutput != nil { StandardStreams.error(summary.problemText(limit: 1)) }
    if !isQuiet, folder != nil {
      StandardStreams.error(
        summary.countsLine.printable + "\nThe same command goes on from here.\n")
    }
    return lostOutput.map { ExitStatus.code(for: $0.kind) } ?? ExitStatus.interrupted
  }

  /// Whether documents are printed while the run goes on, where a progress line would be in the
  /// way.
  private var isStreaming: Bool {
    guard Terminal.output.isTerminal, let listing else { return false }
    return listing.format == .json || listing.format == .ndjson
  }

  private mutating func take(_ report: ItemReport<Scored>) {
    summary.add(report)
    rows += report.outputs.compactMap(\.row)
    entries += report.entries
    if let problem = report.problem, problem.concernsAllOutput, lostOutput == nil {
      lostOutput = problem
      Interrupt.request()
    }
    guard outputError == nil else { return }
    do {
      if let text = listing?.add(report.outputs.compactMap(\.printed)), !text.isEmpty {
        try StandardStreams.output(text)
      }
    } catch {
      outputError = error
      Interrupt.request()
    }
  }

  private func writing(_ write: (ResultsFolder) throws(ReportsError) -> Void) throws {
    guard let folder else { return }
    do throws(ReportsError) {
      try write(folder)
    } catch {
      throw Problem(error).reported()
    }
  }
}
