public import Cohorts

/// Why a result could not be written.
public enum ReportsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The folder or a file in it cannot be created.
  case cannotCreate(path: String, reason: String)
  /// What has the file's name is no file, and would be lost.
  case notReplaceable(path: String, found: String)
  /// Writing failed half-way; nothing of the file is left.
  case cannotWrite(path: String, reason: String)
  /// The folder of results was there and is not any more.
  case folderLost(path: String, reason: String)
  /// Another run is writing to the folder.
  case inUse(path: String)
  /// The recording's id cannot be the name of a file below the folder.
  case unusableName(id: String)

  public var description: String {
    switch self {
    case .cannotCreate(let path, let reason):
      "\(path): cannot be created (\(reason)); give another folder with -o"
    case .notReplaceable(let path, let found):
      "\(path): expected a file or nothing yet, found \(found), which would be replaced; give another"
        + " name with -o, or - for the standard output"
    case .cannotWrite(let path, let reason):
      "\(path): cannot be written (\(reason)); make room or give another folder with -o"
    case .folderLost(let path, let reason):
      "\(path): expected the folder of results, which is gone (\(reason)); bring it back, and run the"
        + " same command again"
    case .inUse(let path):
      "\(path): expected a folder that no other run writes to, found one at work in it; wait for it,"
        + " or give another folder"
    case .unusableName(let id):
      "\(id): expected an id that can name a file below the results, found one that leads out of"
        + " them; rename the recording"
    }
  }
}

extension Problem {
  /// Whether the results of no other recording could be written either: a full disk, a folder that
  /// is gone.
  public var concernsAllOutput: Bool { ["output-not-written", "output-lost"].contains(code) }

  public init(_ error: ReportsError) {
    let (kind, code): (Kind, String) =
      switch error {
      case .cannotCreate: (.cannotCreate, "output-not-created")
      case .notReplaceable: (.cannotCreate, "output-no-file")
      case .cannotWrite: (.inputOutput, "output-not-written")
      case .folderLost: (.inputOutput, "output-lost")
      case .inUse: (.cannotCreate, "output-in-use")
      case .unusableName: (.cannotCreate, "unusable-name")
      }
    self.init(kind, code: code, message: error.description)
  }
}
