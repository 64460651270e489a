import ArgumentParser
import Cohorts
import Reports

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join the results of shards into those of a single run.",
    discussion: """
      What is written is what one run over all recordings would have written, byte for byte. \
      Nothing is written where results of several versions or parameters are given, where a \
      recording is missing, or where one is there twice.

      EXAMPLE
        opsoscope score recordings/ -o shards/1 --shard 1/2
        opsoscope score recordings/ -o shards/2 --shard 2/2
        opsoscope merge shards/* -o results
      """)

  @Argument(help: "Folders of results.", completion: .directory)
  var shards: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for all results.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Option(help: CohortArguments.participantsHelp, completion: .file(extensions: ["tsv"]))
  var participants: String?

  @Flag(name: .shortAndLong, help: "Print nothing but problems.")
  var quiet = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("-o: expected the name of a folder.") }
  }

  func run() throws {
    let table = try ParticipantsTable.read(participants)
    let merge: ResultsMerge
    do throws(MergeError) {
      merge = try ResultsMerge(shards: shards)
    } catch {
      throw Problem(error).reported()
    }
    do throws(Problem) {
      try merge.write(to: output, participants: table)
    } catch {
      throw error.reported()
    }
    guard !quiet else { return }
    var summary = RunSummary()
    for entry in merge.entries { summary.add(entry) }
    StandardStreams.error((summary.countsLine + " → " + output).printable + "\n")
  }
}
