public import EyeMovements

/// Everything that can be set about an analysis, with its default and where that comes from.
///
/// Times are seconds, frequencies Hz, angles degrees, so that each means the same at any sampling
/// rate. Every result carries the parameters that it was made with.
public struct Parameters: Sendable, Equatable, Codable {
  /// How saccades, slow phases and losses are found.
  public var movements = MovementParameters()

  public init() {}
}
