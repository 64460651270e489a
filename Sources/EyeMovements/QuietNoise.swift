import Foundation
import Recordings
import SignalProcessing

/// The noise of a recording's channels, from windows in which the eye is quiet.
///
/// The standard deviation about a parabola in windows of 50 ms (8 samples at least) that no saccade
/// touches; of these the lower quartile, corrected for what a quartile of white noise would be, so
/// that slow movement of the eye counts little. Where a recording has too few such windows, the
/// third difference of the trace, which holds little of what an eye can do.
struct QuietNoise {
  let samplingRate: Double
  let channels: [[Float]]

  /// A window, in seconds and in samples at least.
  private static let windowSeconds = 0.05
  private static let fewestSamples = 8
  /// A few hundred windows tell as much as all of an hour; fewer than five tell nothing.
  private static let mostWindows = 400
  private static let fewestWindows = 5
  /// How many third differences tell as much as all.
  private static let mostDifferences = 20_000

  init(recording: Recording) {
    samplingRate = recording.samplingRate
    channels = recording.traces.flatMap { [$0.horizontal, $0.vertical].compactMap { $0 } }
  }

  /// - Parameters:
  ///   - stretches: Samples between saccades.
  ///   - filters: What the velocity is made with.
  func level(in stretches: [Range<Int>], filters: DetectionFilters) -> NoiseLevel {
    let width = max(
      Self.fewestSamples, Int((Self.windowSeconds * samplingRate).rounded()))
    var windows: [Range<Int>] = []
    for stretch in stretches {
      for first in stride(from: stretch.lowerBound, through: stretch.upperBound - width, by: width)
      {
        windows.append(first..<(first + width))
      }
    }
    let step = max(1, windows.count / Self.mostWindows)
    let chosen = stride(from: 0, to: windows.count, by: step).map { windows[$0] }
    guard chosen.count >= Self.fewestWindows else {
      return fromThirdDifferences(filters)
    }
    var deviations: [Double] = []
    var steps: [Double] = []
    for channel in channels {
      let parts = chosen.compactMap { Self.spread(channel[$0]) }
      guard parts.count >= Self.fewestWindows else { continue }
      let expected = Self.lowerQuartileOfDeviation(freedom: Double(width - 3))
      deviations.append(Self.quartile(parts.map(\.deviation)) / expected)
      steps.append(Self.quartile(parts.map(\.steps)) / expected)
    }
    guard !deviations.isEmpty else { return fromThirdDifferences(filters) }
    let deviation = deviations.reduce(0, +) / Double(deviations.count)
    let rms = steps.reduce(0, +) / Double(steps.count)
    return NoiseLevel(
      standardDeviation: deviation, rmsSampleToSample: rms,
      velocityStandardDeviation: deviation * filters.velocityNoiseGain,
      smoothedVelocityStandardDeviation: deviation * filters.smoothedNoiseGain,
      isFromQuietStretches: true)
  }

  /// The deviation about a parabola, and the root mean square of steps about the mean step.
  private static func spread(_ values: ArraySlice<Float>) -> (deviation: Double, steps: Double)? {
    let n = Double(values.count)
    var s0 = 0.0
    var s1 = 0.0
    var s2 = 0.0
    var square = 0.0
    var stepSquare = 0.0
    let level = Double(values.first ?? 0)
    let half = (n - 1) / 2
    let mean2 = (n * n - 1) / 12
    var previous = 0.0
    for (i, sample) in values.enumerated() {
      let value = Double(sample) - level
      guard value.isFinite else { return nil }
      let t = Double(i) - half
      s0 += value
      s1 += t * value
      s2 += (t * t - mean2) * value
      square += value * value
      if i > 0 { stepSquare += (value - previous) * (value - previous) }
      previous = value
    }
    let spread1 = n * mean2
    let spread2 = n * (n * n - 1) * (n * n - 4) / 180
    let residual = square - s0 * s0 / n - s1 * s1 / spread1 - s2 * s2 / spread2
    let slope = s1 / spread1
    let steps = stepSquare / (n - 1) - slope * slope
    return ((max(0, residual) / (n - 3)).squareRoot(), max(0, steps).squareRoot())
  }

  private static func quartile(_ values: [Double]) -> Double {
    var values = values
    return values.withUnsafeMutableBufferPointer { $0.select($0.count / 4) }
  }

  /// The lower quartile of the sample deviation of white noise of 1 (Wilson & Hilferty 1931).
  private static func lowerQuartileOfDeviation(freedom: Double) -> Double {
    let part = 2 / (9 * freedom)
    return pow(1 - part - WhiteNoise.medianMagnitude * part.squareRoot(), 1.5)
  }

  private func fromThirdDifferences(_ filters: DetectionFilters) -> NoiseLevel {
    var deviations: [Double] = []
    for channel in channels {
      var differences: [Float] = []
      let step = max(1, channel.count / Self.mostDifferences)
      for i in stride(from: 3, to: channel.count, by: step) {
        let difference = channel[i] - 3 * channel[i - 1] + 3 * channel[i - 2] - channel[i - 3]
        if difference.isFinite { differences.append(abs(difference)) }
      }
      guard !differences.isEmpty else { continue }
      differences.sort()
      // Those of white noise of 1 have a deviation of √20.
      let median = Double(differences[differences.count / 2])
      deviations.append(median / WhiteNoise.medianMagnitude / 20.0.squareRoot())
    }
    let deviation =
      deviations.isEmpty ? 0 : deviations.reduce(0, +) / Double(deviations.count)
    var level = NoiseLevel(
      standardDeviation: deviation, rmsSampleToSample: deviation * 2.0.squareRoot(),
      velocityStandardDeviation: deviation * filters.velocityNoiseGain,
      smoothedVelocityStandardDeviation: deviation * filters.smoothedNoiseGain,
      isFromQuietStretches: false)
    level.isMeasured = !deviations.isEmpty
    return level
  }
}
