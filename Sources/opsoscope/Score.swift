import ArgumentParser
import Cohorts
import Reports

struct Score: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Score recordings.",
    discussion: """
      Prints a table on a terminal and tab-separated values elsewhere. Folders are searched to \
      any depth for .csv, .tsv, .txt, .asc, .dat, .coord and .gazedata files, also with .gz.

      Ends with 0 when every input has its result, whatever that says; 3 when some of several \
      inputs were refused; for a single one 65 (its data), 66 (not found), 74 (not readable); 73 \
      or 74 when results cannot be written; 64 when the command is wrong.
      """)

  @Argument(
    help: "Files and folders; - reads a recording from the standard input.",
    completion: .file())
  var paths: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A folder for the results: tables, documents, events, pages.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(help: "What is printed; by default a table on a terminal, else tsv.")
  var format: Listing.Format?

  @Option(
    help: ArgumentHelp(
      "How many recordings are worked on at a time; by default one a core.", valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Score one part of several, for merge to join: 3/8, or auto for the task of a Slurm array.",
      valueName: "part"), transform: ShardArgument.init)
  var shard: ShardArgument?

  @Option(
    help: ArgumentHelp(
      "How long one recording may take; it is given up then, and the others go on.",
      valueName: "seconds"))
  var timeout: Double?

  @Flag(help: "Score again what an earlier run has done for the same bytes and parameters.")
  var force = false

  @Flag(
    inversion: .prefixedNo, help: "Write a page for each recording, and one for all of them.")
  var pages = true

  @Flag(name: [.customShort("n"), .long], help: "Say what would be done, and do nothing.")
  var dryRun = false

  @OptionGroup(title: "Many recordings")
  var cohort: CohortArguments

  @Flag(name: .shortAndLong, help: "Print nothing but problems; with -o, no table either.")
  var quiet = false

  @Flag(help: "Print without colour, as NO_COLOR does.")
  var noColor = false

  @OptionGroup(title: "What a file does not say")
  var reading: ReadingArguments

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): expected 1 or more.") }
    if let timeout, !(timeout > 0 && timeout <= Self.longestTimeout) {
      throw ValidationError(
        "--timeout \(timeout): expected seconds, more than 0 and at most"
          + " \(Int(Self.longestTimeout)); leave it out for no limit.")
    }
    if paths.isEmpty && cohort.fileList == nil {
      throw ValidationError("Missing expected argument '<paths> ...', or --file-list.")
    }
    if cohort.participants != nil && output == nil {
      throw ValidationError("--participants: expected -o as well, for the table that it makes.")
    }
    if output == "" { throw ValidationError("-o: expected the name of a folder.") }
  }

  /// A year: what the clock counts to is far above, and no recording takes as long.
  private static let longestTimeout = 365 * 24 * 3600.0

  func run() async throws {
    let job = try RecordingJob(
      paths: paths, excluding: output, reading: reading, jobs: jobs ?? Processors.count,
      timeout: timeout, shard: shard?.shard, cohort: cohort)
    guard !dryRun else { return try DryRun(job: job, output: output, hasPages: pages).print() }
    let participants = try cohort.participantsTable()
    let folder = try output.map { path in
      do throws(ReportsError) {
        return try ResultsFolder(path: path, provenance: job.provenance, hasPages: pages)
      } catch {
        throw Problem(error).reported()
      }
    }
    Interrupt.prepare()
    let format = format ?? (Terminal.output.isTerminal ? .table : .tsv)
    let listing = Listing(
      format: format, isSingleFile: job.list.isSingleFile, width: Terminal.output.width,
      colour: Terminal.output.hasColour && !noColor)
    var run = ScoreRun(
      job: job, folder: folder, listing: output != nil && quiet ? nil : listing, isQuiet: quiet,
      isForced: force, participants: participants)
    try await run.score()
    if pages, let folder, let participants = Participants(in: paths) {
      do throws(ReportsError) { try folder.keep(participants) } catch {
        throw Problem(error).reported()
      }
    }
    try run.finish()
  }
}

extension Listing.Format: ExpressibleByArgument {}
