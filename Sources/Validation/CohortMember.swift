package import Simulation

/// One recording of the cohort: everything that makes it, and where it stands.
package struct CohortMember: Sendable {
  /// Group, kind, family and number, such as `main/flutter/saccadic/17`.
  package let id: String
  package let group: CohortGroup
  package let simulation: Simulation
  package let artefacts: [Artefact]

  /// The member of a row; the same whatever other rows and members there are.
  init(row: CohortRow, index: Int, seed: UInt64) {
    id = "\(row.name)/\(index)"
    group = row.group
    var hash = seed ^ 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var random = RandomGenerator(seed: hash, stream: .cohort)
    // Severity comes evenly, so that few recordings cover the range as well.
    let place = (Double(index) * 0.618_033_988_749_895 + random.uniform(0...0.05))
      .truncatingRemainder(dividingBy: 1)
    let severity =
      row.severity.lowerBound + (row.severity.upperBound - row.severity.lowerBound) * place
    let rate = row.rates[Int(random.uniform() * Double(row.rates.count))]
    let noise = row.noise[Int(random.uniform() * Double(row.noise.count))]
    var simulation = Simulation(
      kind: row.kind, seed: random.next() >> 16, duration: row.seconds,
      severity: (1000 * severity).rounded() / 1000,
      tracker: TrackerModel(samplingRate: rate, noise: noise))
    simulation.family = row.family
    artefacts = row.artefacts.draw(rate: rate, random: &random)
    for artefact in artefacts { artefact.apply(to: &simulation, random: &random) }
    self.simulation = simulation
  }

  /// Samples a second that the signal can hold: less than in the file where it was up-sampled or
  /// low-passed.
  package var effectiveRate: Double {
    let tracker = simulation.tracker
    return min(tracker.samplingRate, tracker.lowPass.map { 2.5 * $0 } ?? .infinity)
  }
}
