/// A stretch that says nothing about where the eye points.
public struct SignalLoss: Sendable, Equatable {
  /// When it begins and ends, in seconds since the recording's first sample: `[onset, offset)`.
  public var onset: Double
  public var offset: Double
  public var kind: Kind

  public enum Kind: String, Sendable {
    /// The lid closes: data are lost for 50 to 500 ms, the pupil shrinks or the trace dips.
    case blink
    /// Samples without a position, or time without samples.
    case missing
    /// Samples that lids may have made.
    case artefact
  }

  public init(onset: Double, offset: Double, kind: Kind) {
    self.onset = onset
    self.offset = offset
    self.kind = kind
  }
}
