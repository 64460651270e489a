/// What stands between the eye and the file: exposure, sampling, noise, filters, export.
///
/// Its stages, in the order in which they work: exposure, sampling with clock jitter, losses,
/// noise and spikes, quantisation, the vendor's low-pass, up-sampled export, mains hum, gain error
/// and crosstalk.
public struct TrackerModel: Sendable, Equatable {
  /// Samples a second that the tracker takes, in Hz; 25 to 2000.
  public var samplingRate: Double
  /// How long each sample averages, as a share of the sampling interval, 0 to 1.
  public var exposure = 0.5
  /// Standard deviation of the sampling times, as a share of the sampling interval, 0 to 0.3. The
  /// file tells the times at which samples were really taken.
  public var clockJitter = 0.0
  /// Share of the samples that are lost besides blinks, 0 to 0.95.
  public var lossShare = 0.0
  /// Mean length of a loss, in seconds.
  public var lossDuration = 0.15
  /// Whether both eyes are lost together.
  public var lossIsBinocular = true
  /// Whether lost samples have no row at all, so that the clock has gaps.
  public var dropsRows = false
  /// Standard deviation of each channel's noise, in degrees.
  public var noise: Double
  public var noiseColour = NoiseColour.white
  /// Single wrong samples a second, and the standard deviation of their size in degrees.
  public var spikesPerSecond = 0.0
  public var spikeSize = 3.0
  /// The step to which positions are rounded, in degrees; 0 for none.
  public var quantisation = 0.0
  /// The vendor's low-pass: −3 dB in Hz, Butterworth of order 2.
  public var lowPass: Double?
  /// Whether the low-pass runs forward and backward, and so without delay.
  public var lowPassIsZeroPhase = false
  /// Samples a second in the file where it is more than were taken.
  public var exportRate: Double?
  public var interpolation = Interpolation.linear
  /// Amplitude of mains hum in degrees, and its frequency in Hz.
  public var hum = 0.0
  public var humFrequency = 50.0
  /// What horizontal and vertical positions are multiplied by.
  public var gain = SIMD2(1.0, 1.0)
  /// The share of the vertical position that leaks into the horizontal one, and the reverse.
  public var crosstalk = SIMD2(0.0, 0.0)
  /// How much of the pupil's ringing after saccades the tracker shows: 0 for a search coil, 1 for a
  /// pupil tracker and a lively iris. `nil` draws it from the seed.
  public var pupilRinging: Double?
  public var blinkHandling = BlinkHandling.missing
  /// Whether the file has a pupil column for each eye.
  public var recordsPupil = false

  public init(samplingRate: Double = 500, noise: Double = 0.03) {
    self.samplingRate = samplingRate
    self.noise = noise
  }

  public enum NoiseColour: String, Sendable, CaseIterable {
    case white
    /// Power falls with frequency, as in remote trackers.
    case pink
    /// White noise that the tracker has smoothed over about 8 ms.
    case filtered
  }

  /// How samples are made up for an export at a higher rate.
  public enum Interpolation: String, Sendable, CaseIterable {
    case hold, linear, spline
  }

  /// What the file holds while the lid covers the pupil.
  public enum BlinkHandling: String, Sendable, CaseIterable {
    case missing
    /// A straight line from the last sample to the next.
    case interpolated
    /// The last sample, repeated.
    case held
  }

  /// Samples a second in the file, in Hz.
  public var fileRate: Double { exportRate ?? samplingRate }

  func validate() throws(SimulationError) {
    func check(_ name: String, _ value: Double, _ range: ClosedRange<Double>)
      throws(SimulationError)
    {
      guard range.contains(value) else {
        throw .outOfRange(name: name, value: value, allowed: range)
      }
    }
    try check("sampling rate", samplingRate, 25...2000)
    try check("exposure", exposure, 0...1)
    try check("clock jitter", clockJitter, 0...0.3)
    try check("loss share", lossShare, 0...0.95)
    try check("loss duration", lossDuration, 0.005...10)
    try check("noise", noise, 0...5)
    try check("spikes a second", spikesPerSecond, 0...50)
    try check("spike size", spikeSize, 0...90)
    try check("quantisation", quantisation, 0...2)
    try check("hum", hum, 0...2)
    try check("hum frequency", humFrequency, 10...120)
    if let lowPass { try check("low-pass", lowPass, 2...(0.45 * samplingRate)) }
    if let exportRate { try check("export rate", exportRate, samplingRate...4000) }
    if let pupilRinging { try check("pupil ringing", pupilRinging, 0...2) }
    for axis in 0..<2 {
      try check("gain", gain[axis], 0.2...3)
      try check("crosstalk", crosstalk[axis], -0.5...0.5)
    }
  }
}

/// What cannot be simulated.
public enum SimulationError: Error, Equatable, CustomStringConvertible {
  case outOfRange(name: String, value: Double, allowed: ClosedRange<Double>)

  public var description: String {
    switch self {
    case .outOfRange(let name, let value, let allowed):
      "\(name) \(Self.text(value)) cannot be simulated; give \(Self.text(allowed.lowerBound)) to \(Self.text(allowed.upperBound))"
    }
  }

  /// Without the `.0` of whole numbers.
  private static func text(_ value: Double) -> String {
    let text = String(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
