/// What the eyes really did in a simulated recording.
///
/// Times are seconds since the first sample, angles degrees. What no eye of the recording shows,
/// because a blink or a loss hides it, is left out.
public struct SimulationTruth: Sendable {
  /// The patterns that the recording is consistent with by the contract's definitions, the most
  /// telling first, by their names: `opsoclonus`, `ocular-flutter`, `saccadic-oscillations` …
  public let patterns: [String]
  /// The recording in one word: the first pattern or `none-seen`, were the recording good enough.
  public let pattern: String
  /// Whether tracker and length allow an answer: effective rate of 100 Hz or more, noise of 0.1
  /// degrees or less (500 Hz and 0.02 degrees for saccades below a degree), 20 s or more free of
  /// blinks and losses.
  public let isAnswerable: Bool
  public let saccades: [TrueSaccade]
  /// Runs of back-to-back saccades.
  public let episodes: [TrueEpisode]
  public let slowPhases: [TrueSlowPhase]
  public let losses: [TrueLoss]
  /// Seconds free of blinks and losses.
  public let validSeconds: Double
  /// The episodes' share of the valid time, in percent.
  public let burdenPercent: Double
  /// The median over episodes of 1 / (2 × the median time from onset to onset), in Hz.
  public let episodeFrequency: Double?
  /// Axis concentration R2 of the saccades of all episodes, 0 (every direction) to 1 (one axis).
  public let planeConcentration: Double?
  /// The median over slow phases, an axis each, in degrees a second.
  public let slowPhaseVelocity: SIMD3<Double>?
  /// The direction of the quick phases in degrees counter-clockwise from the right, 0 to 360; `nil`
  /// without beats and where they are torsional.
  public let beatDirection: Double?
  /// Beats a second: 1 / the median time from quick phase to quick phase.
  public let beatFrequency: Double?
  /// Of pendular nystagmus: cycles a second, and peak to peak along the long axis in degrees.
  public let pendularFrequency: Double?
  public let pendularAmplitude: Double?
}

/// A saccade as it was made.
public struct TrueSaccade: Sendable, Equatable {
  /// `[onset, offset)`.
  public let onset: Double
  public let offset: Double
  /// Displacement: horizontal, vertical, torsional.
  public let displacement: SIMD3<Double>
  /// Position at onset.
  public let start: SIMD3<Double>
  /// Highest speed, in degrees a second, and when.
  public let peakVelocity: Double
  public let peakTime: Double
  public let isQuickPhase: Bool
  /// The number of its episode, 1 for the first.
  public internal(set) var episode: Int?

  /// Horizontal and vertical together.
  public var amplitude: Double {
    (displacement.x * displacement.x + displacement.y * displacement.y).squareRoot()
  }
}

/// A true episode by the contract's definition: three saccades or more, each gap 40 ms or less, at
/// least one turn of more than 90°.
public struct TrueEpisode: Sendable, Equatable {
  public let onset: Double
  public let offset: Double
  /// The indices of its saccades.
  public let saccades: Range<Int>
  /// 1 / (2 × the median time from onset to onset), in Hz.
  public let frequency: Double
  /// The median amplitude of its saccades, in degrees.
  public let amplitude: Double
}

/// A slow phase between quick phases.
public struct TrueSlowPhase: Sendable, Equatable {
  public let onset: Double
  public let offset: Double
  /// Its least-squares slope: horizontal, vertical, torsional, in degrees a second.
  public let velocity: SIMD3<Double>
  /// From its speed at both ends, which differ by less than a fifth where it is linear.
  public let shape: SlowPhaseShape
  public let start: SIMD3<Double>
  public let end: SIMD3<Double>
}

/// A time without signal of any eye.
public struct TrueLoss: Sendable, Equatable {
  public let onset: Double
  public let offset: Double
  public let isBlink: Bool
}
