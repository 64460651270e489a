import ArgumentParser
import Cohorts
import Reports

/// What the program ends with: 0, or why not. What a recording shows never counts.
enum ExitStatus {
  /// Some of several inputs gave no result; the others did.
  static let incomplete = ExitCode(3)
  static let badData = ExitCode(65)
  static let noInput = ExitCode(66)
  static let bug = ExitCode(70)
  static let cannotCreate = ExitCode(73)
  static let inputOutput = ExitCode(74)
  static let interrupted = ExitCode(130)

  /// For a problem that is the whole run's.
  static func code(for kind: Problem.Kind) -> ExitCode {
    switch kind {
    case .badData: badData
    case .noInput: noInput
    case .cannotCreate: cannotCreate
    case .inputOutput: inputOutput
    }
  }
}

extension Problem {
  /// Says what is wrong, and returns what to end with.
  func reported() -> ExitCode {
    StandardStreams.error(message.printable + "\n")
    return ExitStatus.code(for: kind)
  }
}
