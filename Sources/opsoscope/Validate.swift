import ArgumentParser
import Reports
import Simulation
import Validation

/// `opsoscope validate`: how good it is, measured.
struct Validate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how good it is, on simulated and on labelled recordings.",
    discussion: """
      Simulates a cohort of recordings whose truth is known, scores it, and prints the figures with \
      their 95 % intervals, the targets last. The same program gives the same figures.

      No recording of a patient with opsoclonus has been available: sensitivity is that for \
      simulated opsoclonus.

      Folders of recordings that somebody labelled sample by sample are measured as well; a \
      labels.json in them says what the labels mean:
        { "column": ["label"], "codes": { "1": "fixation", "2": "saccade", "0": "undefined" } }

      EXAMPLES
        opsoscope validate -o validation            everything, minutes
        opsoscope validate --quick                  a tenth of it
        opsoscope validate --labelled recordings/   labelled recordings too
        opsoscope validate --size 0 --follow-ups 400
                                                    how often compare's interval holds the truth
        opsoscope validate --size 0 --disturbances recordings/
                                                    what noise, shaking and blinks make of health
      """)

  @Option(
    help: ArgumentHelp("A folder with labels.json in it or below it.", valueName: "folder"),
    completion: .directory)
  var labelled: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A folder for the tables, validation.json and the list of failures.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: "Simulate a tenth of the cohort.")
  var quick = false

  @Option(help: "Simulate this share of the cohort, 0 to 1; 0 simulates none.")
  var size: Double?

  @Option(help: "Simulate only this kind; may be repeated.")
  var kind: [SimulationKind] = []

  @Option(
    help: ArgumentHelp(
      "Follow this many simulated patients over two visits, as compare does.", valueName: "number"))
  var followUps = 0

  @Option(
    help: ArgumentHelp(
      "Lay disturbances over simulated healthy eyes and over the recordings of this folder, which "
        + "are taken to be healthy.",
      valueName: "folder"),
    completion: .directory)
  var disturbances: String?

  @Option(help: ArgumentHelp("How many recordings are worked on at a time.", valueName: "number"))
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Print nothing but problems.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): expected 1 or more.") }
    if let size, !(0...1).contains(size) {
      throw ValidationError("--size \(size): expected 0 to 1.")
    }
    if size != nil && quick { throw ValidationError("--quick and --size: expected one of them.") }
    if followUps < 0 {
      throw ValidationError("--follow-ups \(followUps): expected 0 or more.")
    }
    if size == 0 && labelled == nil && followUps == 0 && disturbances == nil {
      throw ValidationError(
        "--size 0: expected --labelled, --follow-ups or --disturbances as well, else there is "
          + "nothing to do.")
    }
    if output == "" { throw ValidationError("-o: expected the name of a folder.") }
  }

  func run() async throws {
    let job = ValidationJob(
      share: size ?? (quick ? 0.1 : 1), kinds: kind, labelled: labelled,
      followUps: followUps, disturbances: disturbances, jobs: jobs ?? Processors.count,
      isQuiet: quiet)
    let document = ValidationDocument(try await job.report())
    if let output {
      do throws(ReportsError) {
        try document.write(to: output)
      } catch {
        StandardStreams.error("\(error)\n")
        throw ExitStatus.cannotCreate
      }
    }
    guard !quiet else { return }
    try StandardStreams.output(
      document.text(width: Terminal.output.width, colour: Terminal.output.hasColour))
  }
}
