package import EyeMovements

extension MainSequence {
  /// That of reference, in a signal of a bandwidth.
  init(_ parameters: OscillationParameters, bandwidth: EffectiveBandwidth) {
    self.init(parameters, cutoff: bandwidth.velocityCutoff)
  }

  /// - Parameter cutoff: the −3 dB frequency of the velocity, in Hz.
  package init(_ parameters: OscillationParameters, cutoff: Double) {
    self.init(
      maximum: parameters.mainSequenceMaximumDegreesPerSecond,
      constant: parameters.mainSequenceConstantDegrees, cutoff: cutoff)
  }
}
