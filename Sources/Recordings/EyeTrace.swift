/// Which eye a trace belongs to.
public enum Eye: String, Sendable, CaseIterable {
  case left, right
  /// Both eyes combined by the tracker.
  case cyclopean
  /// A single trace that no name tells the eye of.
  case unknown

  static let pair: Set<Eye> = [.left, .right]
}

/// The movement of one eye: a channel an axis, one value a sample, `NaN` where missing.
///
/// Degrees, as the patient sees it: right, up, and the upper pole towards the patient's right are
/// positive. A channel is `nil` where the axis was not recorded; all that stand have one length.
public struct EyeTrace: Sendable {
  public let eye: Eye
  public var horizontal: [Float]?
  public var vertical: [Float]?
  public var torsional: [Float]?
  /// Pupil size in whatever unit the tracker writes; serves to tell blinks.
  public var pupil: [Float]?

  public init(
    eye: Eye, horizontal: [Float]? = nil, vertical: [Float]? = nil, torsional: [Float]? = nil,
    pupil: [Float]? = nil
  ) {
    self.eye = eye
    self.horizontal = horizontal
    self.vertical = vertical
    self.torsional = torsional
    self.pupil = pupil
  }
}
