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

  @Flag(
    help: "Print the column map that a file would be read with, to edit and give to --columns.")
  var suggest = false

  @OptionGroup(title: "What a file does not say")
  var reading: ReadingArguments

  func validate() throws {
    guard !suggest || paths.count == 1 else {
      throw ValidationError("--suggest: expected one file.")
    }
  }

  func run() async throws {
    if suggest { return try Suggestion(path: paths[0], reading: reading).print() }
    let job = try RecordingJob(paths: paths, reading: reading, jobs: Processors.count)
    var listing = InspectionListing(
      format: format, isSingleFile: job.list.isSingleFile, width: Terminal.output.width,
      colour: Terminal.output.hasColour && !noColor)
    try await job.printing(
      deliver: { Inspection($0) }, text: { listing.add($0) }, end: { listing.end() })
  }
}

extension InspectionListing.Format: ExpressibleByArgument {}
