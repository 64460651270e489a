import ArgumentParser
import Cohorts
import Reports

struct Inspect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a file is: its columns, units, rate, gaps, and what it can answer.")

  @Argument(help: "Files and folders; - reads the standard input.", completion: .file())
  var paths: [String]

  @Option(help: "What is printed.")
  var format = InspectionListing.Format.table

  @Flag(help: "Print without colour, as NO_COLOR does.")
  var noColor = false

  @OptionGroup(title: "What a file does not say")
  var reading: ReadingArguments

  func run() async throws {
    let job = try RecordingJob(paths: paths, reading: reading, jobs: Processors.count)
    var listing = InspectionListing(
      format: format, isSingleFile: job.list.isSingleFile, width: Terminal.output.width,
      colour: Terminal.output.hasColour && !noColor)
    try await job.printing(
      deliver: { Inspection($0) }, text: { listing.add($0) }, end: { listing.end() })
  }
}

extension InspectionListing.Format: ExpressibleByArgument {}
