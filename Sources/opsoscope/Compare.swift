import ArgumentParser
import Cohorts
import Reports

struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Follow a patient over visits: what changed, and whether the recordings can tell.",
    discussion: """
      Files are the visits of one patient, in the order in which they are given. Files and folders \
      with BIDS names (sub-01_ses-2…) are grouped by subject and ordered by session; --visits names \
      them by a table with the columns id, subject and session.

      EXAMPLE
        opsoscope compare before.csv after.csv -o course
      """)

  @Argument(help: "Recordings, or folders of them.", completion: .file())
  var visits: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A folder for compare.json, compare.tsv and compare.html.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(help: "What is printed; by default a table on a terminal, else tsv.")
  var format: Format?

  @Option(
    name: .customLong("visits"),
    help: ArgumentHelp("A table that says which recording is whose.", valueName: "file"),
    completion: .file())
  var table: String?

  @OptionGroup(title: "What a file does not say")
  var reading: ReadingArguments

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, tsv, json }

  func run() async throws {
    let job = try RecordingJob(
      paths: visits, excluding: output, reading: reading, jobs: Processors.count)
    Interrupt.prepare()
    var summary = RunSummary()
    var found: [(rank: Int, visit: Visit)] = []
    await job.scorer.score(
      job.list, isInterrupted: { Interrupt.isRequested },
      deliver: { recording, analysis throws(Problem) in Visit(analysis, of: recording) },
      collect: { report in
        summary.add(report)
        let path = report.item.files.first?.path ?? ""
        let rank = visits.firstIndex { $0.isSameBytes(as: path) } ?? visits.count
        found += report.outputs.map { (rank, $0) }
      })
    guard !Interrupt.isRequested else { throw ExitStatus.interrupted }
    // Files as they were given; what folders hold follows by id.
    let ordered = found.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element.visit)
    let document = CourseDocument(Course.courses(of: try named(ordered)))
    switch format ?? (Terminal.output.isTerminal ? .table : .tsv) {
    case .table: try StandardStreams.output(document.listing(width: Terminal.output.width))
    case .tsv: try StandardStreams.output(document.table)
    case .json: try StandardStreams.output(document.page)
    }
    if let output {
      do throws(ReportsError) {
        try CourseFolder(path: output).write(document)
      } catch {
        throw Problem(error).reported()
      }
    }
    StandardStreams.error(summary.problemText())
    try RecordingJob.finish(summary)
  }

  private func named(_ visits: [Visit]) throws -> [Visit] {
    guard let table else { return visits }
    guard let text = SmallFile.text(table) else {
      throw Problem(
        .noInput, code: "no-visits",
        message: "--visits \(table): no such file, or none that can be read; check the path"
      ).reported()
    }
    guard let names = VisitTable(text) else {
      throw ValidationError(
        "--visits \(table): expected a table, parted by tabs or commas, with the columns id, subject"
          + " and session, and one row an id.")
    }
    let (named, strangers) = names.named(visits)
    guard !named.isEmpty || strangers.isEmpty else {
      throw Problem(
        .badData, code: "visits-of-no-recording",
        message: "--visits \(table): expected ids of the recordings, found none of"
          + " \(CohortError.names(strangers)); give the ids as scores.tsv has them"
      ).reported()
    }
    if !strangers.isEmpty {
      let message =
        "--visits \(table): it has no row of these recordings, which are left out:"
        + " \(CohortError.names(strangers))"
      StandardStreams.error(message.printable + "\n")
    }
    return named
  }
}
