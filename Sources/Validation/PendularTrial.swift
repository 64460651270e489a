package import EyeMovements
internal import Oscillations
package import Simulation

/// Clean pendular nystagmus, in which every saccade that was found and not made is false.
///
/// 15 recordings of 20 s, amplitudes to ±8 degrees, frequencies to 6 Hz: peak speeds up to 300
/// degrees a second.
package struct PendularTrial: Sendable {
  package let noise: Double
  package let rate: Double
  package let simulations: [Simulation]

  /// Those that are run.
  package static let all: [PendularTrial] = [250.0, 500, 1000].flatMap { rate in
    [0.02, 0.1].map { PendularTrial(noise: $0, rate: rate) }
  }

  init(noise: Double, rate: Double) {
    self.noise = noise
    self.rate = rate
    // Half of peak to peak in degrees, and Hz.
    let swings: [(Double, Double)] = [
      (0.5, 3), (1, 4.5), (1, 6), (2, 2.5), (2, 5), (3, 3), (3, 6), (4, 4), (5, 2.5), (5, 5.5),
      (6, 6), (7, 3.5), (8, 2.5), (8, 4.5), (8, 6),
    ]
    simulations = swings.enumerated().map { index, swing in
      var simulation = Simulation(
        kind: .pendular, seed: Cohort.seed + UInt64(index), duration: 20,
        tracker: TrackerModel(samplingRate: rate, noise: noise))
      simulation.amplitude = 2 * swing.0
      simulation.frequency = swing.1
      simulation.blinkRate = 0
      return simulation
    }
  }

  /// Found saccades that overlap none that was made.
  package static func falseSaccades(
    _ truth: SimulationTruth, _ movements: EyeMovements
  ) -> Int {
    var next = 0
    return movements.saccades.count { saccade in
      while next < truth.saccades.count, truth.saccades[next].offset <= saccade.onset { next += 1 }
      return next == truth.saccades.count || truth.saccades[next].onset >= saccade.offset
    }
  }
}
