/// A run of back-to-back saccades, from the first onset to the last offset.
public struct Episode: Sendable, Equatable {
  /// 1 for the first.
  public let number: Int
  /// The label of its pool: opsoclonus, ocular flutter, or saccadic oscillations where undecided.
  public internal(set) var pattern: Pattern
  /// In seconds since the recording's first sample: `[onset, onset + duration)`.
  public let onset: Double
  public let duration: Double
  /// The indices of its saccades in the recording's.
  public let saccades: Range<Int>
  /// 1 / (2 × the median time from onset to onset), in Hz.
  public let frequency: Double
  /// The median amplitude of its saccades, in degrees.
  public let amplitude: Double
  /// The axis of its saccades, in degrees from 0 (horizontal) to 180, counter-clockwise.
  public let axis: Double
  /// The axis concentration R2 of its pool, 0 to 1.
  public let planeConcentration: Double

  public init(
    number: Int, pattern: Pattern, onset: Double, duration: Double, saccades: Range<Int>,
    frequency: Double, amplitude: Double, axis: Double, planeConcentration: Double
  ) {
    self.number = number
    self.pattern = pattern
    self.onset = onset
    self.duration = duration
    self.saccades = saccades
    self.frequency = frequency
    self.amplitude = amplitude
    self.axis = axis
    self.planeConcentration = planeConcentration
  }
}
