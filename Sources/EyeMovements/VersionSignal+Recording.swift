package import Recordings
import SignalProcessing

extension VersionSignal {
  /// Velocity of the version: the mean of the eyes where both are valid, else of the valid one.
  ///
  /// Each eye is differentiated by itself, within its own valid stretches, so that an eye that
  /// comes or goes brings no step. Gaps of `bridgedGapSeconds` or less are bridged by a line.
  package init(of recording: Recording, parameters: MovementParameters) {
    let derivative = SavitzkyGolayDerivative(
      samplingRate: recording.samplingRate, cutoff: parameters.velocityCutoffHz)
    let bridge = Int(parameters.bridgedGapSeconds * recording.samplingRate)

    func velocity(_ axis: (EyeTrace) -> [Float]?) -> [Float] {
      var mean: [Float] = []
      for trace in recording.traces {
        guard let positions = axis(trace) else { continue }
        let eye =
          recording.quantity == .velocity
          ? positions
          : Self.differentiate(
            positions, runs: recording.runs, with: derivative, bridge: bridge)
        if mean.isEmpty {
          mean = eye
        } else {
          Self.average(&mean, eye)
        }
      }
      return mean
    }
    self.init(
      samplingRate: recording.samplingRate, runs: recording.runs,
      horizontalVelocity: velocity(\.horizontal), verticalVelocity: velocity(\.vertical),
      torsionalVelocity: velocity(\.torsional))
  }

  /// Stretches in which every recorded axis of horizontal and vertical has a velocity.
  var segments: [Range<Int>] {
    runs.flatMap { run in
      let channels = [horizontalVelocity, verticalVelocity].filter { !$0.isEmpty }
      if !channels.contains(where: { $0[run.samples].hasMissing }) { return [run.samples] }
      var stretches: [Range<Int>] = []
      var first: Int?
      for i in run.samples {
        let isValid =
          (horizontalVelocity.isEmpty || horizontalVelocity[i].isFinite)
          && (verticalVelocity.isEmpty || verticalVelocity[i].isFinite)
        if isValid {
          if first == nil { first = i }
        } else if let start = first {
          stretches.append(start..<i)
          first = nil
        }
      }
      if let first { stretches.append(first..<run.samples.upperBound) }
      return stretches
    }
  }

  private static func average(_ mean: inout [Float], _ other: [Float]) {
    for i in mean.indices {
      let both = (mean[i] + other[i]) / 2
      mean[i] = both == both ? both : (mean[i] == mean[i] ? mean[i] : other[i])
    }
  }

  /// The derivative inside each valid stretch; `NaN` elsewhere.
  private static func differentiate(
    _ positions: [Float], runs: [Recording.Run], with derivative: SavitzkyGolayDerivative,
    bridge: Int
  ) -> [Float] {
    var velocity = [Float](repeating: .nan, count: positions.count)
    var scratch: [Float] = []
    var slopes: [Float] = []
    for run in runs {
      for stretch in validStretches(of: positions, in: run.samples, bridging: bridge)
      where stretch.count > 1 {
        scratch = Array(positions[stretch])
        if scratch.hasMissing { bridgeGaps(in: &scratch) }
        if slopes.count < scratch.count {
          slopes = [Float](repeating: 0, count: scratch.count)
        }
        derivative(scratch, into: &slopes)
        velocity.replaceSubrange(stretch, with: slopes[..<scratch.count])
      }
    }
    return velocity
  }
}

extension Collection<Float> {
  /// Whether a value is missing. The sum of all is NaN where one is: no branch a sample.
  var hasMissing: Bool {
    let nothing = withContiguousStorageIfAvailable { values in
      var sum: Float = 0
      var lanes = SIMD16<Float>()
      var i = 0
      while i + 16 <= values.count {
        lanes += UnsafeRawPointer(values.baseAddress! + i).loadUnaligned(as: SIMD16<Float>.self) * 0
        i += 16
      }
      while i < values.count {
        sum += values[i] * 0
        i += 1
      }
      return lanes.sum() + sum
    }
    return nothing.map(\.isNaN) ?? contains(where: \.isNaN)
  }
}

/// Maximal stretches of `values` that begin and end with a number and hold no gap longer than
/// `bridging` samples.
func validStretches(of values: [Float], in range: Range<Int>, bridging: Int) -> [Range<Int>] {
  if !range.isEmpty, !values[range].hasMissing { return [range] }
  var stretches: [Range<Int>] = []
  var first: Int?
  var last = range.lowerBound
  for i in range where values[i].isFinite {
    if let start = first, i - last - 1 > bridging {
      stretches.append(start..<last + 1)
      first = i
    } else if first == nil {
      first = i
    }
    last = i
  }
  if let first { stretches.append(first..<last + 1) }
  return stretches
}

/// Replaces what is missing between two numbers by the line that joins them.
private func bridgeGaps(in values: inout [Float]) {
  var last = 0
  for i in values.indices where values[i].isFinite {
    if i - last > 1 {
      let step = (values[i] - values[last]) / Float(i - last)
      for k in (last + 1)..<i { values[k] = values[last] + step * Float(k - last) }
    }
    last = i
  }
}
