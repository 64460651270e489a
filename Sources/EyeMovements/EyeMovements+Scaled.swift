extension EyeMovements {
  /// The same movements on another scale: sizes and speeds multiplied, torsion and times as they are.
  package func scaled(by factor: Double) -> EyeMovements {
    let float = Float(factor)
    var noise = noise
    noise.standardDeviation *= factor
    noise.rmsSampleToSample *= factor
    noise.velocityStandardDeviation *= factor
    noise.smoothedVelocityStandardDeviation *= factor
    var version = version
    version.horizontalVelocity = version.horizontalVelocity.map { $0 * float }
    version.verticalVelocity = version.verticalVelocity.map { $0 * float }
    return EyeMovements(
      saccades: saccades.map { $0.scaled(by: float) },
      slowPhases: slowPhases.map { $0.scaled(by: float) }, losses: losses,
      validStretches: validStretches, noise: noise, bandwidth: bandwidth, version: version,
      agreement: agreement)
  }
}

extension Saccade {
  fileprivate func scaled(by factor: Float) -> Saccade {
    var saccade = self
    saccade.displacement *= factor
    saccade.start *= factor
    saccade.peakVelocity *= factor
    saccade.longestStep *= factor
    saccade.leftDisplacement = leftDisplacement.map { $0 * factor }
    saccade.rightDisplacement = rightDisplacement.map { $0 * factor }
    return saccade
  }
}

extension SlowPhase {
  fileprivate func scaled(by factor: Float) -> SlowPhase {
    var phase = self
    let factors = SIMD3(factor, factor, 1)
    phase.velocity *= factors
    phase.velocityError *= factors
    phase.start *= factor
    phase.end *= factor
    return phase
  }
}
