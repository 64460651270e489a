internal import EyeMovements
internal import Recordings

extension Analysis {
  /// The analysis of a recording that is not in degrees, in the unit of its file.
  ///
  /// - Parameter factor: what counted as a degree while it was judged, in the file's unit.
  func inFileUnits(_ factor: Double) -> Analysis {
    Analysis(
      id: id, signal: signal.scaled(by: factor), assessability: assessability,
      findings: findings.map { $0.inFileUnits(factor, signal.unit) },
      episodes: episodes.map { $0.scaled(by: factor) },
      nystagmus: nystagmus?.scaled(by: factor), pendular: pendular?.scaled(by: factor),
      movements: movements.scaled(by: factor), parameters: parameters, source: source)
  }
}

extension Finding {
  /// Without degrees nothing is consistent with a definition that is given in degrees.
  fileprivate func inFileUnits(_ factor: Double, _ unit: Recording.Unit) -> Finding {
    let word = unit == .pixels ? "pixels" : "own unit"
    let remark = Remark("file-units", "Sizes and speeds are in the file's \(word), not in degrees.")
    let isConsistent = status == .consistent
    return Finding(
      pattern: pattern, status: isConsistent ? .indeterminate : status, score: score,
      scoreInterval: scoreInterval, burdenPercent: burdenPercent, episodes: episodes, eyes: eyes,
      measures: measures.map { $0.scaled(by: factor) },
      notes: notes + (status == .notAssessable ? [] : [remark]))
  }
}

extension Measure {
  fileprivate func scaled(by factor: Double) -> Measure {
    // Directions and axes are angles in the plane whatever the unit.
    let isAngle = name.contains("Axis") || name.contains("Direction")
    let own: Double
    switch dimension {
    case .degrees where !isAngle, .degreesPerSecond: own = factor
    case .squareDegrees: own = factor * factor
    default: return self
    }
    return Measure(
      name, value.map { $0 * own }, dimension,
      interval: interval.map { $0.lowerBound * own...$0.upperBound * own })
  }
}

extension Episode {
  fileprivate func scaled(by factor: Double) -> Episode {
    Episode(
      number: number, pattern: pattern, onset: onset, duration: duration, saccades: saccades,
      frequency: frequency, amplitude: amplitude * factor, axis: axis,
      planeConcentration: planeConcentration)
  }
}

extension SignalSummary {
  fileprivate func scaled(by factor: Double) -> SignalSummary {
    SignalSummary(
      samplingRate: samplingRate, effectiveRate: effectiveRate, bandwidth: bandwidth,
      duration: duration, validPercent: validPercent,
      noiseStandardDeviation: noiseStandardDeviation * factor,
      rmsSampleToSample: rmsSampleToSample * factor,
      bivariateContourEllipseArea: bivariateContourEllipseArea * factor * factor, eyes: eyes,
      axes: axes, unit: unit, quantity: quantity, frame: frame, clock: clock)
  }
}

extension NystagmusSummary {
  fileprivate func scaled(by factor: Double) -> NystagmusSummary {
    let factors = SIMD3(factor, factor, 1)
    return NystagmusSummary(
      slowPhaseVelocity: slowPhaseVelocity * factors,
      slowPhaseVelocityInterval: slowPhaseVelocityInterval.enumerated().map { axis, interval in
        interval.map { $0.lowerBound * factors[axis]...$0.upperBound * factors[axis] }
      },
      slowPhaseSpeed: slowPhaseSpeed * factor, beatDirection: beatDirection,
      beatFrequency: beatFrequency, slowPhaseShape: slowPhaseShape, beats: beats,
      directionConsistency: directionConsistency, reversalPeriod: reversalPeriod)
  }
}

extension PendularSummary {
  fileprivate func scaled(by factor: Double) -> PendularSummary {
    PendularSummary(
      frequency: frequency, amplitude: amplitude * factor, axis: axis, coherence: coherence,
      spectralConcentration: spectralConcentration, ellipticity: ellipticity)
  }
}
