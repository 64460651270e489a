internal import Cohorts
internal import Oscillations
package import Simulation

/// Two visits of a simulated patient who gets better, as `compare` sees them.
///
/// The true change is that of what the patient's eyes do in the long run: the share of time in
/// bursts in the same simulation, run on for hours. The oracle is the same estimate from the true
/// bursts of the visits.
package struct FollowUpTrial: Sendable {
  package let number: Int
  package let visits: [Simulation]

  /// What the bursts are at the first and at the second visit.
  private static let kinds: [(SimulationKind, SimulationKind)] = [
    (.opsoclonus, .opsoclonus), (.flutter, .flutter), (.opsoclonus, .flutter),
  ]

  /// - Parameter rate: samples a second.
  package static func all(_ count: Int, rate: Double) -> [FollowUpTrial] {
    (0..<count).map { FollowUpTrial(number: $0, rate: rate) }
  }

  /// Three minutes a visit, in which the least severe has 40 bursts.
  init(number: Int, rate: Double) {
    self.number = number
    var random = RandomGenerator(seed: Cohort.seed + UInt64(number), stream: .cohort)
    let kinds = Self.kinds[number % Self.kinds.count]
    let isNeuron = number / Self.kinds.count % 2 == 1
    let first = random.uniform(0.45...0.85)
    let severities = [first, random.uniform(0.2...first - 0.15)]
    visits = zip([kinds.0, kinds.1], severities).map { kind, severity in
      var simulation = Simulation(
        kind: kind, seed: random.next() >> 16, duration: 180,
        severity: (1000 * severity).rounded() / 1000,
        tracker: TrackerModel(samplingRate: rate, noise: 0.02))
      simulation.family = isNeuron ? .burstNeuron : .saccadic
      return simulation
    }
  }

  /// What it is called in tables: the kinds of both visits, and the family.
  package var name: String {
    let kinds = visits.map(\.kind.rawValue)
    let course = kinds[0] == kinds[1] ? kinds[0] : kinds.joined(separator: " to ")
    return course + (visits[0].family == .burstNeuron ? " (burst neurons)" : "")
  }

  package struct Outcome: Sendable {
    package let name: String
    /// In percentage points of the assessable time.
    package let truth: Double
    package let found: Change
    package let oracle: Change
  }

  package struct Change: Sendable {
    package let value: Double
    package let interval: ClosedRange<Double>

    package var width: Double { interval.upperBound - interval.lowerBound }
  }

  /// - Returns: `nil` where there was no interval.
  /// - Throws: what keeps a visit from being simulated.
  func outcome(_ analyzer: Analyzer) throws(SimulationError) -> Outcome? {
    var visited: [Visit] = []
    var known: [Cohorts.Estimate] = []
    var truths: [Double] = []
    for simulation in visits {
      let simulated = try simulation.run()
      let recording = simulated.recording
      visited.append(Visit(analyzer.analysis(of: recording), of: recording))
      guard let burden = Self.burden(of: simulated.truth, seconds: simulation.duration) else {
        return nil
      }
      known.append(burden)
      var long = simulation
      long.duration = Self.longRunSeconds
      truths.append(try long.truth().burdenPercent)
    }
    let burden = Course(subject: nil, visits: visited).measures.first {
      $0.quantity == .burden(nil)
    }
    guard let found = burden?.changes[1].flatMap(Self.change),
      let oracle = Self.change(known[1].minus(known[0]))
    else { return nil }
    return Outcome(name: name, truth: truths[1] - truths[0], found: found, oracle: oracle)
  }

  /// Thousands of bursts: their mean length is known to half a percent.
  private static let longRunSeconds = 7200.0

  private static func burden(of truth: SimulationTruth, seconds: Double) -> Cohorts.Estimate? {
    BurdenEstimate(
      episodes: truth.episodes.map { ($0.onset, $0.offset - $0.onset) },
      assessableSeconds: truth.validSeconds, duration: seconds, typicalSeconds: nil
    ).map { Cohorts.Estimate($0.percent, $0.interval) }
  }

  private static func change(_ estimate: Cohorts.Estimate) -> Change? {
    estimate.interval.map { Change(value: estimate.value, interval: $0) }
  }
}
