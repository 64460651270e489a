/// Whose recording it is, as far as its id tells: the entities of a BIDS name.
///
/// The file's name tells first (`sub-01_ses-2_task-fixation_run-1_physio`), then the folders above
/// it (`sub-01/ses-2/left gaze`). Values are the labels without their keys; `nil` where there is
/// none.
public struct RecordingEntities: Sendable, Equatable {
  public let subject: String?
  public let session: String?
  public let task: String?
  public let run: String?

  /// - Parameter id: a recording's id.
  public init(id: String) {
    // The name and the folders nearest to it come last, and overrule.
    var labels: [Substring: Substring] = [:]
    for token in id.split(whereSeparator: { $0 == "/" || $0 == "_" }) {
      guard let dash = token.firstIndex(of: "-") else { continue }
      let label = token[token.index(after: dash)...]
      if !label.isEmpty { labels[token[..<dash]] = label }
    }
    subject = labels["sub"].map(String.init)
    session = labels["ses"].map(String.init)
    task = labels["task"].map(String.init)
    run = labels["run"].map(String.init)
  }
}
