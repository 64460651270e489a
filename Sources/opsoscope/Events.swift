import ArgumentParser
import Cohorts
import Oscillations
import Reports

struct Events: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the events of a recording: saccades, slow phases, blinks, gaps.",
    discussion: """
      Tab-separated values, one row an event, sorted by onset. With several recordings the first \
      column is the recording's id.
      """)

  @Argument(help: "Files and folders; - reads the standard input.", completion: .file())
  var paths: [String]

  @OptionGroup(title: "What a file does not say")
  var reading: ReadingArguments

  func run() async throws {
    let job = try RecordingJob(paths: paths, reading: reading, jobs: Processors.count)
    var listing = EventListing(isSingleFile: job.list.isSingleFile)
    try await job.printing(
      deliver: { (id: $0.id, table: EventTable($0)) }, text: { listing.add($0) }, end: { "" })
  }
}
