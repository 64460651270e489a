public import Recordings
import SignalProcessing

/// From a recording to what the eyes did in it.
public struct MovementFinder: Sendable {
  public let parameters: MovementParameters

  public init(parameters: MovementParameters = MovementParameters()) {
    self.parameters = parameters
  }

  /// Finds saccades, slow phases and losses.
  ///
  /// - Complexity: O(*n*) in the samples.
  public func movements(in recording: Recording) -> EyeMovements {
    let version = VersionSignal(of: recording, parameters: parameters)
    let positions = GazePositions(recording, version: version)
    let segments = version.segments
    let (candidates, partialBlinks) = SaccadeDetector(
      parameters: parameters, version: version, positions: positions
    ).detect(in: segments)
    let between = Self.stretches(of: segments, without: candidates)
    let slowPhases = SlowPhaseFinder(recording: recording, parameters: parameters)
      .slowPhases(in: between)
    let saccades = SaccadeMeasurement(recording: recording, positions: positions)
      .saccades(candidates, after: slowPhases)
    let derivative = SavitzkyGolayDerivative(
      samplingRate: recording.samplingRate, cutoff: parameters.velocityCutoffHz)
    let noise = QuietNoise(recording: recording)
      .level(in: between, velocityGain: derivative.noiseGain)
    return EyeMovements(
      saccades: saccades, slowPhases: slowPhases,
      losses: SignalLossFinder(parameters: parameters, recording: recording)
        .losses(between: segments, partialBlinks: partialBlinks),
      validStretches: validStretches(segments, in: recording), noise: noise,
      bandwidth: EffectiveBandwidth(
        effectiveRate: recording.samplingRate, velocityCutoff: derivative.cutoff,
        isUpsampled: false, isFiltered: false),
      version: version)
  }

  /// Segments less the padding of what borders them; those too short to use left out.
  private func validStretches(_ segments: [Range<Int>], in recording: Recording) -> [Range<Double>]
  {
    let step = 1 / recording.samplingRate
    return segments.compactMap { segment in
      let onset = recording.time(of: segment.lowerBound)
      let offset = recording.time(of: segment.upperBound - 1) + step
      let low = onset <= step ? onset : onset + parameters.lossPaddingSeconds
      let high =
        offset >= recording.duration - step ? offset : offset - parameters.lossPaddingSeconds
      return high - low >= parameters.shortestValidSeconds ? low..<high : nil
    }
  }

  /// What saccades, with their oscillations, leave of the segments.
  private static func stretches(
    of segments: [Range<Int>], without saccades: [SaccadeCandidate]
  ) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var next = 0
    for segment in segments {
      var first = segment.lowerBound
      while next < saccades.count, saccades[next].onset < segment.upperBound {
        if saccades[next].onset > first { stretches.append(first..<saccades[next].onset) }
        first = saccades[next].rest
        next += 1
      }
      if first < segment.upperBound { stretches.append(first..<segment.upperBound) }
    }
    return stretches
  }
}
