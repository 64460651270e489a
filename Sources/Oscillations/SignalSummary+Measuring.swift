internal import EyeMovements
internal import Recordings

extension SignalSummary {
  init(of subject: Subject) {
    let recording = subject.recording
    let movements = subject.movements
    let noise = movements.noise
    let single = recording.traces.first?.eye
    let eyes: String =
      switch subject.eyes {
      case .both: "both"
      case .left: "left"
      case .right: "right"
      default: single == .cyclopean ? "cyclopean" : "unknown"
      }
    self.init(
      samplingRate: recording.samplingRate, effectiveRate: movements.bandwidth.effectiveRate,
      bandwidth: movements.bandwidth.velocityCutoff, duration: recording.spannedSeconds,
      validPercent: 100 * subject.validShare,
      noiseStandardDeviation: noise.isMeasured ? noise.standardDeviation : .nan,
      rmsSampleToSample: noise.isMeasured ? noise.rmsSampleToSample : .nan,
      bivariateContourEllipseArea: movements.agreement == .apart
        ? .nan : PositionSpread(of: recording).ellipseArea, eyes: eyes,
      axes: subject.axes.names, unit: recording.unit, quantity: recording.quantity,
      frame: recording.frame, clock: recording.clock)
  }
}
