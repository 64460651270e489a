package import Recordings
import SignalProcessing

extension VersionSignal {
  /// Velocity of the version: the mean of the eyes where both are valid, else of the valid one.
  ///
  /// Each eye is differentiated by itself, within its own valid stretches, so that an eye that
  /// comes or goes brings no step. Gaps of `bridgedGapSeconds` or less are bridged by a line.
  ///
  /// - Parameter recording: of positions.
  package init(of recording: Recording, parameters: MovementParameters) {
    let derivative = SavitzkyGolayDerivative(
      samplingRate: recording.samplingRate, cutoff: parameters.velocityCutoffHz)
    let bridge = Int(parameters.bridgedGapSeconds * recording.samplingRate)

    func velocity(_ axis: (EyeTrace) -> [Float]?) -> [Float] {
      let eyes = recording.traces.compactMap(axis)
      guard let first = eyes.first else { return [] }
      return Array(largePages: first.count) { mean in
        for (index, eye) in eyes.enumerated() {
          EyeVelocity(positions: eye, derivative: derivative, bridge: bridge)
            .add(to: mean, runs: recording.runs, isFirst: index == 0)
        }
      }
    }
    self.init(
      samplingRate: recording.samplingRate, runs: recording.runs,
      horizontalVelocity: velocity(\.horizontal), verticalVelocity: velocity(\.vertical),
      torsionalVelocity: velocity(\.torsional))
  }

  /// Stretches in which every recorded axis of horizontal and vertical has a velocity.
  var segments: [Range<Int>] {
    let channels = [horizontalVelocity, verticalVelocity].filter { !$0.isEmpty }
    return channels.reduce(runs.map(\.samples)) { ranges, channel in
      ranges.flatMap { finiteRanges(of: channel, in: $0) }
    }
  }
}
