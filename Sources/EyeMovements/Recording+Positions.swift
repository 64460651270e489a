import Recordings

extension Recording {
  /// The recording as positions; one of velocities is summed up, so that all that is found in positions is
  /// found in it as well: noise, drifts, displacements.
  ///
  /// By the trapezoidal rule, from 0 on in each trace: where an eye points at first is not known. Nothing
  /// is missing but what was: a gap of `bridgedSeconds` or less is crossed at the mean of the velocities
  /// beside it; through a longer one, or from one run to the next, the position stays what it was.
  ///
  /// Sums are kept as `Float`: beyond some 10,000 degrees, an hour of 3 °/s one way, they are as coarse
  /// as a tracker's noise.
  ///
  /// - Complexity: O(*n*) in the samples of a recording of velocities.
  func asPositions(bridging bridgedSeconds: Double) -> Recording {
    guard quantity == .velocity else { return self }
    let longestStep = Int(bridgedSeconds * samplingRate) + 1
    func summed(_ velocity: [Float]) -> [Float] {
      var position = [Float](repeating: .nan, count: velocity.count)
      var sum = 0.0
      for run in runs {
        var last: Int?
        for sample in run.samples where velocity[sample].isFinite {
          if let last, sample - last <= longestStep {
            let mean = (Double(velocity[last]) + Double(velocity[sample])) / 2
            sum += mean * Double(sample - last) / samplingRate
          }
          position[sample] = Float(sum)
          last = sample
        }
      }
      return position
    }
    return replacing(traces: traces.map { $0.mapAxes(summed) }, quantity: .position)
  }
}
