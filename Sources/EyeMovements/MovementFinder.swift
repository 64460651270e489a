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
    let agreement = EyeAgreement(of: recording)
    let recorded = recording.judged(agreement)
    let recording = recorded.asPositions(bridging: parameters.bridgedGapSeconds)
    let version = VersionSignal(of: recording, parameters: parameters)
    let segments = version.segments
    let losses = BriefLosses(
      version: version, positions: GazePositions(recording, version: version))
    guard losses.comeWithMovement(in: segments) else {
      return movements(
        in: recording, recorded: recorded, version: version, segments: segments,
        agreement: agreement)
    }
    var parameters = parameters
    parameters.bridgedGapSeconds = 0
    let unbridged = VersionSignal(of: recording, parameters: parameters)
    return MovementFinder(parameters: parameters).movements(
      in: recording, recorded: recorded, version: unbridged, segments: unbridged.segments,
      agreement: agreement)
  }

  /// - Parameters:
  ///   - recording: positions.
  ///   - recorded: what they were recorded as.
  private func movements(
    in recording: Recording, recorded: Recording, version: VersionSignal, segments: [Range<Int>],
    agreement: EyeAgreement
  ) -> EyeMovements {
    let positions = GazePositions(recording, version: version)
    let filters = DetectionFilters(
      samplingRate: recording.samplingRate, parameters: parameters)
    let (planar, partialBlinks) = SaccadeDetector(
      parameters: parameters, version: version, positions: positions
    ).detect(in: segments, filters: filters)
    let torsional = torsional(in: recording, version: version, filters: filters)
    let candidates = Self.merged(planar, with: torsional)
    let between = Self.stretches(of: segments, without: candidates)
    let slowPhases = SlowPhaseFinder(recording: recording, parameters: parameters)
      .slowPhases(in: between)
    let bandwidth = EffectiveBandwidth(of: recorded, derivativeCutoff: filters.velocityCutoff)
    let saccades = SaccadeMeasurement(
      recording: recording, positions: positions, effectiveRate: bandwidth.effectiveRate
    ).saccades(candidates, after: slowPhases)
    let noise = QuietNoise(recording: recording).level(in: between, filters: filters)
    let areApart = agreement == .apart
    return EyeMovements(
      saccades: areApart ? [] : saccades, slowPhases: areApart ? [] : slowPhases,
      losses: SignalLossFinder(parameters: parameters, recording: recording)
        .losses(between: segments, partialBlinks: partialBlinks),
      validStretches: validStretches(segments, around: saccades, in: recording), noise: noise,
      bandwidth: bandwidth, version: version, agreement: agreement)
  }

  /// Saccades about the line of sight, found on torsion alone.
  private func torsional(
    in recording: Recording, version: VersionSignal, filters: DetectionFilters
  ) -> [SaccadeCandidate] {
    guard !version.torsionalVelocity.isEmpty else { return [] }
    var alone = version
    alone.horizontalVelocity = version.torsionalVelocity
    alone.verticalVelocity = []
    let positions = GazePositions(torsionOf: recording, version: alone)
    return SaccadeDetector(parameters: parameters, version: alone, positions: positions)
      .detect(in: alone.segments, filters: filters).saccades
      .filter { $0.amplitude >= parameters.smallestTorsionDegrees }
  }

  /// Adds the saccades of the second list that overlap none of the first.
  private static func merged(
    _ first: [SaccadeCandidate], with second: [SaccadeCandidate]
  ) -> [SaccadeCandidate] {
    var merged = first
    var next = 0
    for candidate in second {
      while next < first.count, first[next].rest <= candidate.onset { next += 1 }
      if next == first.count || first[next].onset >= candidate.rest { merged.append(candidate) }
    }
    return second.isEmpty ? first : merged.sorted { $0.onset < $1.onset }
  }

  /// Segments less the padding of the losses that border them, which never takes away a saccade that
  /// was found in it; those too short to use left out.
  private func validStretches(
    _ segments: [Range<Int>], around saccades: [Saccade], in recording: Recording
  ) -> [Range<Double>] {
    let step = 1 / recording.samplingRate
    var next = 0
    return segments.compactMap { segment in
      let onset = recording.time(of: segment.lowerBound)
      let offset = recording.time(of: segment.upperBound - 1) + step
      while next < saccades.count, saccades[next].onset < onset { next += 1 }
      let first = next
      while next < saccades.count, saccades[next].onset < offset { next += 1 }
      var low = onset <= step ? onset : onset + parameters.lossPaddingSeconds
      var high =
        offset >= recording.duration - step ? offset : offset - parameters.lossPaddingSeconds
      if first < next {
        low = min(low, saccades[first].onset)
        high = max(high, saccades[next - 1].offset)
      }
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
        first = max(first, saccades[next].rest)
        next += 1
      }
      if first < segment.upperBound { stretches.append(first..<segment.upperBound) }
    }
    return stretches
  }
}
