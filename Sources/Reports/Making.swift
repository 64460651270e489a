/// What a result was made with; results that differ in it do not belong into one table.
public struct Making: Sendable, Hashable {
  public let version: String
  /// Of the parameters and of everything that the user said about the files.
  public let parametersSha256: String
}
