/// A lobe of speed that may be a saccade. Indices are samples of its segment.
struct SaccadeCandidate {
  var onset: Int
  /// The first sample that is no longer part of it.
  var offset: Int
  /// Where its velocity along its own direction is spent; at or after the offset.
  var end: Int
  var peak: Int
  var peakSpeed: Float
  var direction: SIMD2<Float>
  var amplitude: Float
  /// The end of the post-saccadic oscillation that follows it.
  var tail = 0
  /// What its peak had to reach.
  var threshold: Float = 0

  mutating func shift(by samples: Int) {
    onset += samples
    offset += samples
    end += samples
    peak += samples
    tail += samples
  }
}
