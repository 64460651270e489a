/// Why an input gave no result: a code for programs, a sentence for people.
public struct Problem: Error, Sendable, Equatable {
  public let kind: Kind
  /// One word for the reason, such as `no-position-column`: what failures are grouped by.
  public let code: String
  /// One sentence: where, what was expected, what was found, what to do.
  public let message: String

  public init(_ kind: Kind, code: String, message: String) {
    self.kind = kind
    self.code = code
    self.message = message
  }

  /// What kind of failure it is; each ends a run on a single input with its own exit code.
  public enum Kind: Sendable, Equatable {
    /// The input was read, and is not what it should be.
    case badData
    /// There is nothing to read.
    case noInput
    /// A result cannot be created.
    case cannotCreate
    /// Reading or writing failed.
    case inputOutput
  }

  /// What the manifest says of it: bad data are refused, everything else has failed.
  public var outcome: Outcome { kind == .badData ? .refused : .failed }
}

extension Problem {
  public init(_ error: CohortError) {
    let (kind, code): (Kind, String) =
      switch error {
      case .notFound: (.noInput, "not-found")
      case .noInputs, .outputIsInput: (.noInput, "no-recordings")
      case .duplicateID: (.badData, "duplicate-id")
      case .notAFile: (.badData, "not-a-file")
      case .nameIsNotText: (.badData, "name-not-text")
      case .eyesDoNotMatch: (.badData, "eyes-do-not-match")
      case .unreadable: (.inputOutput, "unreadable")
      case .badEpochs: (.badData, "bad-epochs")
      case .epochsOfNoRecording: (.badData, "epochs-of-no-recording")
      case .nothingInEpochs: (.badData, "nothing-in-epochs")
      case .epochsInOtherUnits: (.badData, "epochs-in-other-units")
      case .badList: (.noInput, "bad-list")
      case .timedOut: (.inputOutput, "timeout")
      }
    self.init(kind, code: code, message: error.description)
  }
}
