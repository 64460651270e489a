/// What can be wrong with the inputs before any of them is read.
public enum CohortError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is nothing at the path.
  case notFound(path: String)
  /// Files whose ids are the same.
  case duplicateID(id: String, paths: [String])
  /// A folder offers something that is not a file: a pipe, a device, a socket.
  case notAFile(path: String)
  /// The bytes of a name are not UTF-8, so that no result could be named for it.
  case nameIsNotText(path: String)
  /// The folder cannot be listed, or the file's properties cannot be read.
  case unreadable(path: String, reason: String)
  /// No path holds a recording.
  case noInputs(paths: [String])
  /// Results are to be written to the folder that holds the recordings, and such a folder is not searched.
  case outputIsInput(path: String)
  /// The two files of one recording do not fit together.
  case eyesDoNotMatch(id: String, paths: [String])
  /// The table of epochs is none.
  case badEpochs(path: String, reason: String)
  /// Every row of the table of epochs is of a recording that is not among the inputs.
  case epochsOfNoRecording(path: String, ids: [String])
  /// A recording ends before its first epoch.
  case nothingInEpochs(id: String, seconds: Double)
  /// Epochs last so much longer than a recording that their times are no seconds.
  case epochsInOtherUnits(id: String, end: Double, seconds: Double)
  /// The list of files cannot be read.
  case badList(path: String)
  /// Reading and judging took longer than they may.
  case timedOut(path: String, seconds: Double)

  public var description: String {
    switch self {
    case .notFound(let path):
      "\(path): no such file or folder; check the path"
    case .duplicateID(let id, let paths):
      "\(paths.joined(separator: ", ")): each would be the recording '\(id)', and none was scored;"
        + " rename them, or score the folders one by one"
    case .notAFile(let path):
      "\(path): expected a file, found a pipe, a device or a socket; give it as an argument if it"
        + " is to be read"
    case .nameIsNotText(let path):
      "\(path): the name is not UTF-8 text; rename it"
    case .unreadable(let path, let reason):
      "\(path): cannot be read (\(reason)); check its permissions and where its links lead"
    case .noInputs(let paths):
      "\(paths.joined(separator: ", ")): no recordings found; expected files ending in"
        + " \(InputName.suffixes.joined(separator: ", ")) or these with .gz (folders of results,"
        + " those with a manifest.ndjson, are left out)"
    case .outputIsInput(let path):
      "\(path): expected another folder for the results than that of the recordings, which is not searched"
        + " where it is both; give another one with -o"
    case .badEpochs(let path, let reason):
      "\(path): expected \(reason); see --epochs in the help"
    case .epochsOfNoRecording(let path, let ids):
      "\(path): expected ids of recordings that are scored, found \(Self.names(ids)); give the ids as"
        + " scores.tsv has them"
    case .nothingInEpochs(let id, let seconds):
      "\(id): expected samples in its epochs, found none in a recording of \(seconds) s; correct the"
        + " onsets, which count from the first sample"
    case .epochsInOtherUnits(let id, let end, let seconds):
      "\(id): expected epochs in seconds, found one that ends at \(end) s in a recording of \(seconds) s;"
        + " divide onset and duration by 1000 where they are milliseconds"
    case .badList(let path):
      "\(path): expected a list of files, a path a line, found no text that can be read"
    case .timedOut(let path, let seconds):
      "\(path): expected to be done within \(seconds) s and was not; give more time with --timeout,"
        + " or less of it with --from and --to"
    case .eyesDoNotMatch(let id, let paths):
      "\(paths.joined(separator: ", ")): expected the eyes of one recording, '\(id)', with as many"
        + " samples at one rate, from one time on; rename them apart to score each by itself"
    }
  }
  /// The first few ids, and how many more there are.
  package static func names(_ ids: [String]) -> String {
    let shown = ids.prefix(5).joined(separator: ", ")
    return ids.count > 5 ? "\(shown) and \(ids.count - 5) more" : shown
  }
}
