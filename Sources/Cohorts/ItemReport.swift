/// What became of one item of a work list.
public struct ItemReport<Output: Sendable>: Sendable {
  public let item: WorkList.Item
  /// The manifest's lines, one a file.
  public let entries: [ManifestEntry]
  /// Why there is no result.
  public let problem: Problem?
  /// What was delivered, one a recording, sorted by id.
  public let outputs: [Output]
  /// Whether the results are those of an earlier run.
  public let isRecalled: Bool
}
