internal import EyeMovements
internal import Recordings
internal import SignalProcessing

/// The spectrum of velocity inside bursts of saccades: where it peaks, and how sharply.
struct BurstSpectrum {
  /// In Hz.
  let peak: Double
  /// The share of the power from 1 to 40 Hz that lies within 1 Hz of the peak.
  let concentration: Double

  private static let pieceSeconds = 1.0
  private static let peakBand = 3.0...30.0
  private static let wholeBand = 1.0...40.0

  /// - Returns: `nil` where no burst has a second of signal around it.
  init?(of bursts: [Burst], in movements: EyeMovements) {
    guard !bursts.isEmpty else { return nil }
    let version = movements.version
    let ranges = Self.ranges(of: bursts, movements)
    func spectrum(_ values: [Float]) -> PowerSpectrum? {
      PowerSpectrum(
        of: values, ranges: ranges, samplingRate: version.samplingRate,
        segmentDuration: Self.pieceSeconds)
    }
    let axes = [version.horizontalVelocity, version.verticalVelocity].compactMap(spectrum)
    guard let first = axes.first else { return nil }
    let whole = axes.dropFirst().reduce(first, +)
    guard let peak = whole.peak(in: Self.peakBand),
      let concentration = whole.concentration(
        around: peak.frequency, halfWidth: 1, in: Self.wholeBand)
    else { return nil }
    self.peak = peak.frequency
    self.concentration = concentration
  }

  /// The bursts' samples, each range widened about its middle to the length of a piece, and joined
  /// where they touch.
  private static func ranges(of bursts: [Burst], _ movements: EyeMovements) -> [Range<Int>] {
    // A little more than a piece, whose length is rounded up.
    let least = Int((pieceSeconds * 1.1 * movements.version.samplingRate).rounded(.up)) + 2
    let count = movements.version.runs.last?.samples.upperBound ?? 0
    var runs = movements.version.runs[...]
    var ranges: [Range<Int>] = []
    for burst in bursts {
      let first = movements.saccades[burst.saccades.lowerBound].samples.lowerBound
      let last = movements.saccades[burst.saccades.upperBound - 1].samples.upperBound
      let widen = max(0, least - (last - first) + 1) / 2
      while let run = runs.first, run.samples.upperBound <= first { runs.removeFirst() }
      let run = runs.first?.samples ?? 0..<count
      let range = max(run.lowerBound, first - widen)..<min(run.upperBound, last + widen)
      if let before = ranges.last, range.lowerBound <= before.upperBound {
        ranges[ranges.count - 1] =
          before.lowerBound..<max(before.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }
}
