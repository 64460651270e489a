public import Recordings

/// From a recording to what the eyes did in it.
public struct MovementFinder: Sendable {
  public let parameters: MovementParameters

  public init(parameters: MovementParameters = MovementParameters()) {
    self.parameters = parameters
  }
}
