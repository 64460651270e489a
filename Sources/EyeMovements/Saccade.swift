/// A rapid, conjugate or single-eyed shift of gaze; in nystagmus, the quick phase of a beat.
///
/// Times are seconds since the recording's first sample; angles are degrees. Its post-saccadic
/// oscillation is no part of it.
public struct Saccade: Sendable, Equatable {
  /// When it begins and ends: `[onset, offset)`.
  public var onset: Double
  public var offset: Double
  /// Its samples, from the first that moves to the one after the last.
  public var samples: Range<Int>
  /// Displacement from onset to offset, right and up positive (mean of the eyes that show it).
  /// An axis that was not recorded is 0.
  public var displacement: SIMD2<Float>
  /// Displacement about the line of sight, in degrees; `NaN` where torsion was not recorded.
  public var torsionalDisplacement: Float
  /// Position at onset; `NaN` on an axis that was not recorded. In a recording of velocities, how far the
  /// eye has come since its first sample.
  public var start: SIMD2<Float>
  /// Highest speed, in degrees a second.
  public var peakVelocity: Float
  /// When the speed is highest.
  public var peakTime: Double
  /// Displacement of each eye by itself, where both were recorded and valid throughout.
  public var leftDisplacement: SIMD2<Float>?
  public var rightDisplacement: SIMD2<Float>?
  /// The eyes that it was found on.
  public var eyes: EyesUsed
  /// Whether it brings the eye back after a slow phase that took it off.
  public var isQuickPhase = false
  /// The longest way from one sample of the signal to the next, from just before its onset to just
  /// after its offset, in degrees; 0 where it was not measured. No eye jumps: it tells a tracker's jump.
  public var longestStep: Float = 0
  /// The share that this step has of the way that the eye goes on in its direction: 1 for a jump; 0
  /// where the step is no more than half of the saccade.
  public var longestStepShare: Float = 0

  /// Its size in degrees.
  public var amplitude: Float { (displacement * displacement).sum().squareRoot() }

  /// Its length in seconds.
  public var duration: Double { offset - onset }

  public init(
    onset: Double, offset: Double, samples: Range<Int>, displacement: SIMD2<Float>,
    torsionalDisplacement: Float = .nan, start: SIMD2<Float>, peakVelocity: Float,
    peakTime: Double, leftDisplacement: SIMD2<Float>? = nil,
    rightDisplacement: SIMD2<Float>? = nil, eyes: EyesUsed = .unknown
  ) {
    self.onset = onset
    self.offset = offset
    self.samples = samples
    self.displacement = displacement
    self.torsionalDisplacement = torsionalDisplacement
    self.start = start
    self.peakVelocity = peakVelocity
    self.peakTime = peakTime
    self.leftDisplacement = leftDisplacement
    self.rightDisplacement = rightDisplacement
    self.eyes = eyes
  }
}

/// The eyes that an event or a finding rests on.
public enum EyesUsed: String, Sendable {
  case both, left, right
  /// The eyes do not move together.
  case disconjugate
  /// A single trace without a name, or both eyes combined by the tracker.
  case unknown
}
