import ArgumentParser
import Cohorts
import Reports

/// What there is to say about many recordings at once.
struct CohortArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Score the files of a list, a path a line; - reads it from the standard input.",
      valueName: "file"), completion: .file())
  var fileList: String?

  @Option(
    help: ArgumentHelp(
      "The tests that recordings hold, each judged by itself: a table with the columns onset,"
        + " duration (seconds) and condition, and id where a row is of one recording alone.",
      valueName: "file"), completion: .file())
  var epochs: String?

  @Option(help: participantsHelp, completion: .file(extensions: ["tsv"]))
  var participants: String?

  static let participantsHelp = ArgumentHelp(
    "A participants.tsv; its columns are put behind those of scores.tsv, in"
      + " scores_participants.tsv.", valueName: "file")

  /// - Throws: `CohortError.badList`.
  func listed() throws(CohortError) -> [String] {
    guard let fileList else { return [] }
    guard let text = SmallFile.text(fileList) else { throw .badList(path: fileList) }
    return SmallFile.lines(text)
  }

  /// - Throws: `CohortError.badEpochs`, or `.notFound`.
  func epochTable() throws(CohortError) -> Epochs? {
    guard let epochs else { return nil }
    return try Epochs(path: epochs)
  }

  /// Says which epochs are of none of the recordings.
  ///
  /// - Throws: `CohortError.epochsOfNoRecording` where all are.
  func check(_ table: Epochs?, against list: WorkList) throws(CohortError) {
    guard let table, let path = epochs else { return }
    let strangers = try table.strangers(to: list, path: path)
    guard !strangers.isEmpty else { return }
    let message =
      "\(path): no recording among the inputs has these ids, whose epochs are left out:"
      + " \(CohortError.names(strangers))"
    StandardStreams.error(message.printable + "\n")
  }

  /// - Throws: the exit code, having said why, where the table cannot be read.
  func participantsTable() throws -> ParticipantsTable? {
    try ParticipantsTable.read(participants)
  }
}

extension ParticipantsTable {
  /// - Throws: the exit code, having said why, where the table cannot be read.
  static func read(_ path: String?) throws -> ParticipantsTable? {
    guard let path else { return nil }
    guard let table = SmallFile.text(path).flatMap({ ParticipantsTable($0) }) else {
      throw Problem(
        .badData, code: "bad-participants",
        message:
          "\(path): expected a tab-separated table with a column participant_id and one row a"
          + " participant, and found none that can be read; correct it"
      ).reported()
    }
    return table
  }
}
