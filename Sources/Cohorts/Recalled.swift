/// What became of one recording, and what is kept of it.
public struct Judged<Output: Sendable>: Sendable {
  public let id: String
  /// `scored` or `notAssessable`.
  public let outcome: Outcome
  /// The code of the reason why it is not assessable.
  public let reason: String?
  public let output: Output

  public init(id: String, outcome: Outcome, reason: String?, output: Output) {
    self.id = id
    self.outcome = outcome
    self.reason = reason
    self.output = output
  }
}

/// The results that an earlier run left of an item, made by this version with these parameters:
/// they hold where the input's bytes are still the same.
public struct Recalled<Output: Sendable>: Sendable {
  /// The SHA-256 of the bytes that they were made from; of several files, separated by commas.
  public let inputSha256: String
  /// The same of the sidecars that were read; `nil` where none was.
  public let sidecarSha256: String?
  /// One a recording, sorted by id; never empty.
  public let recordings: [Judged<Output>]

  public init(
    inputSha256: String, sidecarSha256: String? = nil, recordings: [Judged<Output>]
  ) {
    precondition(!recordings.isEmpty, "an item has a recording at least")
    self.inputSha256 = inputSha256
    self.sidecarSha256 = sidecarSha256
    self.recordings = recordings
  }
}
