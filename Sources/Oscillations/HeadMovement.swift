internal import Recordings

/// How much the head moves while the eyes are recorded in it.
struct HeadMovement {
  /// The share of the samples in which it turns faster than the limit.
  let movingShare: Double

  /// `nil` where the head was not recorded, or where gaze is not measured relative to it.
  init?(in recording: Recording, limits: AssessmentParameters) {
    guard let speeds = recording.headSpeed,
      recording.frame == .eyeInHead || recording.frame == .unknown
    else { return nil }
    var known = 0
    var moving = 0
    for speed in speeds where speed.isFinite {
      known += 1
      if Double(speed) > limits.headSpeedLimitDegreesPerSecond { moving += 1 }
    }
    movingShare = known > 0 ? Double(moving) / Double(known) : 0
  }
}
