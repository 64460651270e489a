/// A lobe of speed that may be a saccade. Indices are samples of the recording.
struct SaccadeCandidate {
  /// Where the speed is highest.
  var peak: Int
  /// The valleys of speed on either side.
  var left: Int
  var right: Int
  var onset: Int
  /// The first sample that is no longer part of it.
  var offset: Int
  /// Where its velocity along its own direction is spent; at or after the offset.
  var end: Int
  /// The highest speed, in degrees a second, and that above which it begins, along its direction.
  var peakSpeed: Float
  var onsetSpeed: Float
  /// What the peak had to reach, and what it would have to reach with no company.
  var threshold: Float = 0
  var loneThreshold: Float = 0
  /// A unit vector.
  var direction: SIMD2<Float>
  /// From onset to end, in degrees.
  var amplitude: Float = 0
  /// The end of the post-saccadic oscillation that follows it, 0 where none does.
  var tail = 0

  /// Whether it stays below the threshold, so that only a train of its like makes it a saccade.
  var isFaint: Bool { peakSpeed < threshold }

  /// What the eye has come to rest after.
  var rest: Int { max(end, tail) }
}
