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

  private var summary = RunSummary()
  private var rows: [ScoreRow] = []
  private var entries: [ManifestEntry] = []
  private var outputError: (any Error)?

  init(job: RecordingJob, folder: ResultsFolder?, listing: Listing?, isQuiet: Bool) {
    self.job = job
    self.folder = folder
    self.listing = listing
    self.isQuiet = isQuiet
  }

  /// What is kept of a recording until the end.
  private struct Scored: Sendable {
    let row: ScoreRow?
    let printed: Listing.Entry?
  }

  mutating func score() async {
    let (folder, listing, provenance) = (folder, listing, job.provenance)
    var progress = ProgressLine(total: job.list.items.count, isShown: !isQuiet && !isStreaming)
    await job.scorer.score(
      job.list, isInterrupted: { Interrupt.isRequested },
      deliver: { analysis throws(Problem) in
        let document = RecordingDocument(analysis, provenance: provenance)
        do throws(ReportsError) {
          try folder?.write(document, events: EventTable(analysis), id: analysis.id)
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
  }

  /// Prints what is left, writes the tables, and says what went wrong.
  ///
  /// - Throws: the exit code, where it is not 0.
  func finish() throws {
    if let outputError { throw outputError }
    guard !Interrupt.isRequested else {
      _ = try writing { folder throws(ReportsError) in try folder.interrupt(entries: entries) }
      throw ExitStatus.interrupted
    }
    if let listing { try StandardStreams.output(listing.end()) }
    try writing { folder throws(ReportsError) in try folder.finish(rows: rows, entries: entries) }
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
