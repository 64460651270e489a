/// A stretch between saccades in which the eye drifts faster than the noise floor.
public struct SlowPhase: Sendable, Equatable {
  /// When it begins and ends, in seconds since the recording's first sample: `[onset, offset)`.
  public var onset: Double
  public var offset: Double
  public var samples: Range<Int>
  /// Its slope on each axis: horizontal, vertical, torsional, in degrees a second, right, up and
  /// upper pole to the patient's right positive; `NaN` on an axis that was not recorded.
  public var velocity: SIMD3<Float>
  /// The standard error of the slope, an axis each, in degrees a second.
  public var velocityError: SIMD3<Float>
  /// Whether its speed stays, falls or rises.
  public var shape: Shape
  /// Position at its onset and its end, right and up positive, in degrees; in a recording of velocities,
  /// how far the eye has come since its first sample.
  public var start: SIMD2<Float>
  public var end: SIMD2<Float>

  public enum Shape: String, Sendable {
    /// Constant velocity, as in vestibular nystagmus.
    case linear
    /// Falling velocity, as in gaze-evoked nystagmus.
    case decreasing
    /// Rising velocity, as in infantile nystagmus.
    case increasing
    case unclear
  }

  /// Its speed over all recorded axes, in degrees a second.
  public var speed: Float {
    let recorded = velocity.replacing(with: 0, where: velocity .!= velocity)
    return (recorded * recorded).sum().squareRoot()
  }

  public var duration: Double { offset - onset }

  public init(
    onset: Double, offset: Double, samples: Range<Int>, velocity: SIMD3<Float>,
    velocityError: SIMD3<Float>, shape: Shape, start: SIMD2<Float>, end: SIMD2<Float>
  ) {
    self.onset = onset
    self.offset = offset
    self.samples = samples
    self.velocity = velocity
    self.velocityError = velocityError
    self.shape = shape
    self.start = start
    self.end = end
  }
}
