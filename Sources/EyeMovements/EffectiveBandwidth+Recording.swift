import Recordings
import SignalProcessing

extension EffectiveBandwidth {
  /// Sees through what the tracker and its export did to a recording.
  ///
  /// Each eye is looked at by itself, and the one that is limited less counts: a channel that is
  /// mostly lost, or filled in, says little. Recordings of velocity are taken as they are.
  ///
  /// - Parameter derivativeCutoff: the −3 dB frequency of our own differentiation, in Hz.
  init(of recording: Recording, derivativeCutoff: Double) {
    let runs = recording.runs.map(\.samples)
    let estimates =
      recording.quantity == .position
      ? recording.traces.compactMap { trace in
        estimateBandwidth(
          of: [trace.horizontal, trace.vertical].compactMap { $0 }, ranges: runs,
          samplingRate: recording.samplingRate)
      } : []
    let best =
      estimates.max { $0.effectiveRate < $1.effectiveRate }
      ?? BandwidthEstimate(effectiveRate: recording.samplingRate)
    // Two filters in a row: the reciprocals of the squares add up, nearly.
    let cutoff = best.cutoff.map {
      (1 / (1 / ($0 * $0) + 1 / (derivativeCutoff * derivativeCutoff))).squareRoot()
    }
    self.init(
      effectiveRate: best.effectiveRate, velocityCutoff: cutoff ?? derivativeCutoff,
      isUpsampled: best.isUpsampled, isFiltered: best.isFiltered)
  }
}
