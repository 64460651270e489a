/// One recording: what the eyes did, sampled on a uniform grid of time.
///
/// Samples of all channels share one index. The grid is uniform inside a ``Run``; between two runs
/// the clock has a gap, and nothing may be computed across it. Missing samples are `NaN`.
public struct Recording: Sendable {
  /// The recording's id: its path below the folder that was given, without suffixes.
  public let id: String
  /// Samples a second inside a run, measured from the clock, in Hz.
  public let samplingRate: Double
  /// The stretches between gaps of the clock, in order. Together they cover every sample once.
  public let runs: [Run]
  /// The stretches of time that it is of, in order: all of it, or the parts that were chosen. What lies
  /// outside was not lost.
  public let spans: [Range<Double>]
  /// One trace an eye: left and right, or a single one.
  public let traces: [EyeTrace]
  /// Whether the channels hold positions or velocities (of the unit a second).
  public let quantity: Quantity
  /// The speed of the head's rotation in degrees a second, one value a sample, where the file tells it.
  ///
  /// A head that moves makes the eyes move in it: their slow movements are then vestibulo-ocular.
  public let headSpeed: [Float]?
  /// The unit of horizontal and vertical channels. Torsion is always in degrees.
  public let unit: Unit
  /// What the angles are relative to.
  public let frame: Frame
  /// What was found in the clock.
  public let clock: ClockReport
  /// What was read, and what each column was taken for.
  public let source: Source

  public init(
    id: String, samplingRate: Double, runs: [Run], traces: [EyeTrace],
    headSpeed: [Float]? = nil, quantity: Quantity = .position, unit: Unit = .degrees,
    frame: Frame = .unknown, clock: ClockReport, source: Source, spans: [Range<Double>]? = nil
  ) {
    self.id = id
    self.samplingRate = samplingRate
    self.runs = runs
    self.traces = traces
    self.headSpeed = headSpeed
    self.quantity = quantity
    self.unit = unit
    self.frame = frame
    self.clock = clock
    self.source = source
    let end = runs.last.map { $0.end(samplingRate: samplingRate) } ?? 0
    self.spans = spans ?? [0..<max(0, end)]
  }

  /// Samples in all runs together.
  public var sampleCount: Int { runs.last?.samples.upperBound ?? 0 }

  /// Seconds from the first sample to the end of the last one.
  public var duration: Double { runs.last.map { $0.end(samplingRate: samplingRate) } ?? 0 }

  /// Seconds that it is of: its duration, less what was not chosen.
  public var spannedSeconds: Double {
    spans.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
  }

  /// The time of a sample, in seconds since the first one.
  public func time(of sample: Int) -> Double {
    var low = 0
    var high = runs.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if runs[middle].samples.lowerBound <= sample { low = middle } else { high = middle - 1 }
    }
    let run = runs[low]
    return run.onset + Double(sample - run.samples.lowerBound) / samplingRate
  }

  /// A stretch that was sampled without a gap in the clock.
  public struct Run: Sendable, Equatable {
    /// The time of its first sample, in seconds since the recording's first one.
    public let onset: Double
    /// The indices of its samples.
    public let samples: Range<Int>

    public init(onset: Double, samples: Range<Int>) {
      self.onset = onset
      self.samples = samples
    }

    /// The end of its last sample, in seconds since the recording's first one.
    public func end(samplingRate: Double) -> Double {
      onset + Double(samples.count) / samplingRate
    }
  }

  public enum Quantity: String, Sendable { case position, velocity }

  /// The unit of the horizontal and vertical channels.
  public enum Unit: String, Sendable {
    /// Degrees of visual angle or of eye rotation.
    case degrees
    /// Pixels of a screen or a camera whose geometry is not known: an uncalibrated recording.
    case pixels
    /// Any other number that rises with rotation (volts, a share of the screen): uncalibrated.
    case arbitrary
  }

  /// What the angles are relative to.
  public enum Frame: String, Sendable {
    case eyeInHead = "eye-in-head"
    case gazeOnScreen = "gaze-on-screen"
    case gazeInWorld = "gaze-in-world"
    case unknown
  }
}
