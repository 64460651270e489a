import ArgumentParser
import Cohorts
import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@main
struct Opsoscope: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opsoscope",
    abstract: "Scores eye-movement recordings for opsoclonus, nystagmus and what resembles them.",
    discussion: """
      EXAMPLES
        opsoscope inspect trace.csv              what a file was understood to be
        opsoscope score trace.csv --unit deg     one whose header names no unit
        opsoscope score recordings/ -o results   a folder, however deep
        opsoscope events trace.csv               saccades, slow phases, blinks
      """,
    version: "\(Software.name) \(Software.version)\n\n\(Software.notice)",
    subcommands: [
      Score.self, Merge.self, Inspect.self, Events.self, Report.self, Compare.self, Simulate.self,
      Validate.self,
    ])

  static func main() async {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      try checkCommandName(arguments)
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard isExpected(error) else {
        StandardStreams.error("This is a bug in opsoscope: please report it. (\(error))\n")
        exit(withError: ExitStatus.bug)
      }
      exit(withError: error)
    }
  }

  /// What the argument parser, and a command that has said what is wrong, end with.
  private static func isExpected(_ error: any Error) -> Bool {
    error is ExitCode || error is CleanExit || error is ValidationError
      || exitCode(for: error) == .validationFailure || exitCode(for: error) == .success
  }

  /// The argument parser names the nearest option, and not the nearest command.
  private static func checkCommandName(_ arguments: [String]) throws {
    guard let word = arguments.first, !word.hasPrefix("-") else { return }
    let names = configuration.subcommands.map {
      $0.configuration.commandName ?? "\($0)".lowercased()
    }
    guard !names.contains(word), word != "help" else { return }
    let isPath = FileManager.default.fileExists(atPath: word)
    let meant = NearMiss.nearest(to: word, in: names) ?? (isPath ? "score \(word)" : nil)
    let hint = meant.map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError("Unknown command '\(word.printable)'.\(hint)")
  }
}
