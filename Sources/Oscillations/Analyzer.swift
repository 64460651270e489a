import EyeMovements
public import Recordings

/// The one way in: from a recording to what it shows.
public struct Analyzer: Sendable {
  public let parameters: Parameters

  public init(parameters: Parameters = Parameters()) {
    self.parameters = parameters
  }
}
