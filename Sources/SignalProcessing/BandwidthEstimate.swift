/// How much of a movement sampled positions can hold, whatever their number a second.
public struct BandwidthEstimate: Sendable, Equatable {
  /// The rate at which the signal carries news, in Hz: at most the sampling rate, and the sampling
  /// rate itself where nothing speaks for less.
  public var effectiveRate: Double
  /// The half-power (−3 dB) frequency of what limits the signal, in Hz; `nil` where nothing does
  /// below about 80 Hz.
  public var cutoff: Double?
  /// Whether samples are repeated or interpolated between sparser ones. A low-pass filter as steep
  /// as a wall looks the same.
  public var isUpsampled: Bool
  /// Whether a low-pass filter was at work.
  public var isFiltered: Bool

  public init(
    effectiveRate: Double, cutoff: Double? = nil, isUpsampled: Bool = false,
    isFiltered: Bool = false
  ) {
    self.effectiveRate = effectiveRate
    self.cutoff = cutoff
    self.isUpsampled = isUpsampled
    self.isFiltered = isFiltered
  }
}

/// Sees through up-sampling and low-pass filters.
///
/// Three traces that they leave are looked for, in this order:
///
/// 1. samples that repeat exactly while the signal moves (sample and hold);
/// 2. straight lines between sparse samples, bent at regular places (linear interpolation);
/// 3. noise that falls off. A tracker's own noise is white, or falls gently, up to half the
///    sampling rate; where it ends earlier, a filter or a smooth interpolation took it. The fall
///    is fitted by a Butterworth characteristic, in quiet stretches and in moving ones, and the
///    higher cut-off counts: some trackers smooth a still eye only. Without quiet stretches, or
///    without noise, only what no saccade does by itself is taken for a limit.
///
/// A recording without any noise that is sampled finely, and one of an eye that never rests, can
/// therefore hide a mild filter. What is limited above 80 Hz counts as not limited: it harms no
/// measure.
///
/// On simulated viewing and bursts, hold and linear interpolation are measured within 5 %, smooth
/// ones and filters of order 3 and more within about 20 %; smooth interpolation from 25 or 30 Hz up
/// to a third too high. Filters of order 1, and of order 2 above 50 Hz, often pass unseen.
///
/// - Parameters:
///   - channels: positions of one eye, an axis each, in degrees; NaN where missing.
///   - ranges: samples that belong together, such as a recording's runs; all when `nil`.
///   - samplingRate: in Hz.
/// - Returns: `nil` where there are fewer than four windows of a quarter of a second without a
///   missing sample: too little to tell.
/// - Complexity: at most 240 windows of a quarter of a second are looked at, spread over the
///   recording, and 32 of them transformed; besides that, one pass to find missing samples.
public func estimateBandwidth(
  of channels: [[Float]], ranges: [Range<Int>]? = nil, samplingRate: Double
) -> BandwidthEstimate? {
  guard let first = channels.first else { return nil }
  precondition(channels.allSatisfy { $0.count == first.count } && samplingRate > 0)
  guard
    let windows = ActivityWindows(
      channels: channels, ranges: ranges ?? [0..<first.count], samplingRate: samplingRate)
  else { return nil }
  let sparse = SparseSamples(channels: channels, windows: windows)
  if let interval = sparse.heldInterval ?? sparse.interpolatedInterval {
    let rate = samplingRate / interval
    // Linear interpolation and hold both halve the power a little below half their rate.
    return BandwidthEstimate(effectiveRate: rate, cutoff: 0.44 * rate, isUpsampled: true)
  }
  guard samplingRate >= 60,
    let limit = NoiseRollOff(
      channels: channels, windows: windows, quanta: sparse.quanta, samplingRate: samplingRate
    ).limit
  else { return BandwidthEstimate(effectiveRate: samplingRate) }
  return BandwidthEstimate(
    effectiveRate: min(samplingRate, 2 * limit.quarterPowerFrequency),
    cutoff: limit.halfPowerFrequency, isUpsampled: limit.hasImages,
    isFiltered: !limit.hasImages)
}
