public import Cohorts

/// Why a result could not be written.
public enum ReportsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The folder or a file in it cannot be created.
  case cannotCreate(path: String, reason: String)
  /// Writing failed half-way; nothing of the file is left.
  case cannotWrite(path: String, reason: String)
  /// The recording's id cannot be the name of a file below the folder.
  case unusableName(id: String)

  public var description: String {
    switch self {
    case .cannotCreate(let path, let reason):
      "\(path): cannot be created (\(reason)); give another folder with -o"
    case .cannotWrite(let path, let reason):
      "\(path): cannot be written (\(reason)); make room or give another folder with -o"
    case .unusableName(let id):
      "\(id): expected an id that can name a file below the results, found one that leads out of"
        + " them; rename the recording"
    }
  }
}

extension Problem {
  public init(_ error: ReportsError) {
    let (kind, code): (Kind, String) =
      switch error {
      case .cannotCreate: (.cannotCreate, "output-not-created")
      case .cannotWrite: (.inputOutput, "output-not-written")
      case .unusableName: (.cannotCreate, "unusable-name")
      }
    self.init(kind, code: code, message: error.description)
  }
}
