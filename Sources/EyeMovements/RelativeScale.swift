import Foundation
package import Recordings
import SignalProcessing

/// The scale on which a recording that is not in degrees is looked at: its noise sets the thresholds.
///
/// Positions are divided by ``unitsPerDegree``, so that the threshold of a saccade's peak, nine
/// standard deviations of the noise, lies where it lies for the quietest recordings in degrees. The
/// scale is coarser where gaze would else range over more than ``widestDegrees``, beyond which the
/// main sequence of real eyes saturates. What is found is given in the file's unit again.
package struct RelativeScale: Sendable, Equatable {
  /// How much of the file's unit counts as a degree.
  package let unitsPerDegree: Double

  /// How far gaze ranges on a screen, from the first to the last percentile, in degrees.
  private static let widestDegrees = 30.0

  package init(of recording: Recording, parameters: MovementParameters) {
    let recording = recording.asPositions(bridging: parameters.bridgedGapSeconds)
    let version = VersionSignal(of: recording, parameters: parameters)
    let reference = Double(parameters.lowestPeakThreshold / parameters.peakToNoise)
    let noise = Self.velocityNoise(version, recording, parameters)
    let candidates = [noise / reference, Self.range(of: recording) / Self.widestDegrees]
    unitsPerDegree = candidates.filter { $0 > 0 && $0.isFinite }.max() ?? 1
  }

  /// The velocity's noise: that of the quietest windows, or of what third differences leave of the
  /// positions, which movements hardly touch; the lower of both.
  private static func velocityNoise(
    _ version: VersionSignal, _ recording: Recording, _ parameters: MovementParameters
  ) -> Double {
    let width = max(2, Int((parameters.noiseWindowSeconds * version.samplingRate).rounded()))
    let axes = [version.horizontalVelocity, version.verticalVelocity].filter { !$0.isEmpty }
    guard let first = axes.first else { return 0 }
    var speeds: [Double] = []
    for start in stride(from: 0, through: first.count - width, by: width) {
      var sum = 0.0
      for index in start..<(start + width) {
        sum += Double(axes.reduce(0) { $0 + $1[index] * $1[index] }.squareRoot())
      }
      if sum.isFinite { speeds.append(sum / Double(width)) }
    }
    let quiet =
      speeds.quantile(0.05).map { $0 / WhiteNoise.meanMagnitude(axes: axes.count) } ?? 0
    let filters = DetectionFilters(samplingRate: version.samplingRate, parameters: parameters)
    let residual =
      QuietNoise(recording: recording).level(in: [], filters: filters).velocityStandardDeviation
    return [quiet, residual].filter { $0 > 0 }.min() ?? 0
  }

  private static func range(of recording: Recording) -> Double {
    let channels = recording.traces.flatMap { [$0.horizontal, $0.vertical].compactMap { $0 } }
    let ranges = channels.map { channel -> Double in
      let step = max(1, channel.count / 20_000)
      let values = stride(from: 0, to: channel.count, by: step).map { Double(channel[$0]) }
        .filter(\.isFinite)
      guard let low = values.quantile(0.01), let high = values.quantile(0.99) else { return 0 }
      return high - low
    }
    return ranges.max() ?? 0
  }
}
