/// How saccades, slow phases and losses are found.
public struct MovementParameters: Sendable, Equatable, Codable {
  public init() {}
}
