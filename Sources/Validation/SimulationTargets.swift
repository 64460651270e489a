internal import Oscillations
internal import Simulation

/// The targets that simulated recordings are measured for.
enum SimulationTargets {
  static func all(
    _ outcomes: [RecordingOutcome], falseSaccades: [(trial: PendularTrial, count: Int)]
  ) -> [Target] {
    let answerable = outcomes.filter(\.truth.isAnswerable)
    return saccades(answerable, falseSaccades) + judgements(answerable) + areas(answerable)
      + episodes(answerable) + beats(answerable) + [unanswerable(outcomes)]
  }

  private static func saccades(
    _ answerable: [RecordingOutcome], _ falseSaccades: [(trial: PendularTrial, count: Int)]
  ) -> [Target] {
    func f1(_ pattern: Pattern, _ family: FamilyChoice) -> Estimate {
      Estimate(f1Of: family.kept(answerable).filter { $0.shows(pattern) }.map(\.burstSaccades))
    }
    let single = [(Pattern.opsoclonus, 0.95), (.ocularFlutter, 0.98)].map { pattern, least in
      Target(
        "F1 of single saccades in \(ConfusionTables.shortened(pattern.rawValue))", .atLeast(least),
        decimals: 3, f1(pattern, .saccadic), burstNeuron: f1(pattern, .burstNeuron))
    }
    let trials = falseSaccades.map { trial, count in
      Target(
        "false saccades in 300 s of pendular nystagmus, noise \(trial.noise), \(Int(trial.rate)) Hz",
        .atMost(trial.noise < 0.05 ? 0 : 3), decimals: 0, Estimate(Double(count)))
    }
    return single + trials
  }

  private static func judgements(_ answerable: [RecordingOutcome]) -> [Target] {
    let neurons = answerable.filter(\.isBurstNeuron)
    func right(_ rows: [RecordingOutcome]) -> Estimate {
      Estimate(percentOf: rows.count(where: \.isRight), among: rows.count)
    }
    func worst(_ rows: [RecordingOutcome]) -> (name: String, estimate: Estimate) {
      let kinds = KindTable.groups(rows).map { ($0[0].member.simulation.kind.rawValue, right($0)) }
      let worst = kinds.min { ($0.1.value ?? 101) < ($1.1.value ?? 101) }
      return worst.map { (name: $0.0, estimate: $0.1) } ?? (name: "-", estimate: Estimate(nil))
    }
    func undecided(_ rows: [RecordingOutcome]) -> Estimate {
      Estimate(percentOf: rows.count { $0.found.summary == "indeterminate" }, among: rows.count)
    }
    let (kind, neuronKind) = (worst(answerable.filter { !$0.isBurstNeuron }), worst(neurons))
    let healthy = answerable.filter { $0.member.simulation.kind.isHealthy }
    return [
      Target(
        "right summary pattern, %", .atLeast(97), decimals: 1, right(answerable),
        burstNeuron: right(neurons)),
      Target(
        "the same, worst kind, % (\(kind.name); burst neurons: \(neuronKind.name))", .atLeast(90),
        decimals: 1, kind.estimate, burstNeuron: neuronKind.estimate),
      Target(
        "indeterminate, %", .atMost(2), decimals: 1, undecided(answerable),
        burstNeuron: undecided(neurons)),
      Target(
        "healthy with saccadic oscillations, opsoclonus or flutter, of \(healthy.count)",
        .atMost(0), decimals: 0,
        Estimate(healthy.isEmpty ? nil : Double(healthy.count(where: \.claimsOscillations)))),
    ]
  }

  private static func areas(_ answerable: [RecordingOutcome]) -> [Target] {
    [(OpsoclonusRival.everything, 0.995), (.flutter, 0.98), (.nystagmus, 0.999)]
      .map { rival, least in
        Target(
          "area under the curve, opsoclonus against \(rival.rawValue)", .atLeast(least),
          decimals: 4, rival.area(answerable),
          burstNeuron: rival.area(FamilyChoice.burstNeuron.kept(answerable)))
      }
  }

  private static func episodes(_ answerable: [RecordingOutcome]) -> [Target] {
    let shown = answerable.filter { $0.shows(.saccadicOscillations) }
    let neurons = shown.filter(\.isBurstNeuron)
    func agreement(_ rows: [RecordingOutcome]) -> Estimate {
      Estimate(medianOf: rows.compactMap(\.episodeAgreement))
    }
    func burden(_ rows: [RecordingOutcome]) -> Estimate {
      Estimate(medianOf: rows.compactMap { $0.errors.burden.map(abs) })
    }
    return [
      Target(
        "episodes and true bursts, intersection over union in time, median", .atLeast(0.9),
        decimals: 3, agreement(shown), burstNeuron: agreement(neurons)),
      Target(
        "burden error, median, percentage points", .atMost(2), decimals: 2, burden(shown),
        burstNeuron: burden(neurons)),
    ]
  }

  private static func beats(_ answerable: [RecordingOutcome]) -> [Target] {
    let jerk = answerable.filter { $0.shows(.jerkNystagmus) && !$0.alternates }
    let velocities = [(0.02, 2.0), (0.1, 4.0)].map { noise, most in
      let rows = jerk.filter { $0.member.simulation.tracker.noise == noise }
      return Target(
        "slow-phase velocity error at \(noise) degrees of noise, median, %", .atMost(most),
        decimals: 2, Estimate(medianOf: rows.compactMap(\.errors.slowPhaseVelocity), times: 100),
        burstNeuron: Estimate(
          medianOf: rows.filter(\.isBurstNeuron).compactMap(\.errors.slowPhaseVelocity), times: 100)
      )
    }
    func direction(_ rows: [RecordingOutcome]) -> Estimate {
      let errors = rows.compactMap(\.errors.beatDirection)
      return Estimate(percentOf: errors.count { $0 <= 22.5 }, among: errors.count)
    }
    return velocities + [
      Target(
        "beat direction right, %", .atLeast(99), decimals: 1, direction(jerk),
        burstNeuron: direction(jerk.filter(\.isBurstNeuron)))
    ]
  }

  private static func unanswerable(_ outcomes: [RecordingOutcome]) -> Target {
    let rows = outcomes.filter(\.member.group.cannotAnswer)
    return Target(
      "recordings that cannot answer called opsoclonus or flutter, of \(rows.count)", .atMost(0),
      decimals: 0,
      Estimate(
        rows.isEmpty
          ? nil : Double(rows.count { $0.claims(.opsoclonus) || $0.claims(.ocularFlutter) })))
  }
}
