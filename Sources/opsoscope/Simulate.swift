import ArgumentParser
import Cohorts
import Reports
import Simulation

/// `opsoscope simulate`: a recording of a pattern, with its truth beside it.
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a simulated recording whose truth is known.",
    discussion: """
      Writes FILE, FILE_truth.json (every parameter, episodes, slow phases, expected patterns) and \
      FILE_truth_events.tsv (every saccade, slow phase and blink). The same arguments give the same \
      bytes.

      EXAMPLES
        opsoscope simulate opsoclonus --severity 0.8 --seed 7 -o opsoclonus.csv
        opsoscope simulate downbeat --rate 250 --noise 0.1 --eyes right -o downbeat.csv
        opsoscope simulate viewing --duration 3600 --rate 1000 -o hour.csv.gz

      KINDS
      \(SimulationKind.help)

      STYLES
      \(TableStyle.help)
      """)

  @Argument(help: "What the eyes do; see KINDS above.")
  var kind: SimulationKind

  @Option(name: .shortAndLong, help: "The file to write; .gz compresses it, - is the terminal.")
  var output: String

  @OptionGroup(title: "Eyes") var movement: SimulateMovementOptions
  @OptionGroup(title: "Tracker") var tracker: SimulateTrackerOptions
  @OptionGroup(title: "File") var table: SimulateTableOptions

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs a file name") }
    do {
      try simulation.validate()
    } catch {
      throw ValidationError(error.description)
    }
  }

  private var simulation: Simulation {
    var simulation = Simulation(
      kind: kind, seed: movement.seed, duration: movement.duration, severity: movement.severity,
      tracker: tracker.model)
    movement.apply(to: &simulation)
    return simulation
  }

  func run() throws {
    let simulated = try simulation.run()
    do {
      try SimulateOutput(path: output).write(
        simulated, style: table.style, decimals: table.decimals)
    } catch let error as ReportsError {
      throw Problem(error).reported()
    }
  }
}

extension SimulationKind: ExpressibleByArgument {
  fileprivate static var help: String {
    allCases.map { "  \($0.rawValue.padded(to: 28))\($0.summary)" }.joined(separator: "\n")
  }
}

extension TableStyle: ExpressibleByArgument {
  fileprivate static var help: String {
    allCases.map { "  \($0.rawValue.padded(to: 28))\($0.summary)" }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
