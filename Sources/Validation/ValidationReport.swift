/// Everything that a validation measured, as tables.
package struct ValidationReport: Sendable {
  package let tables: [ValidationTable]
  package let targets: [Target]
  /// How many recordings were simulated.
  package let simulated: Int

  /// - Parameters:
  ///   - outcomes: of the simulated cohort; empty where none was simulated.
  ///   - falseSaccades: of the pendular trials.
  ///   - labelled: the outcomes of each folder with labels.
  ///   - followUps: those of simulated patients over two visits.
  ///   - disturbances: those of healthy recordings under what trackers and rooms do to them.
  package init(
    outcomes: [RecordingOutcome], falseSaccades: [(trial: PendularTrial, count: Int)],
    labelled: [(name: String, outcomes: [LabelledOutcome])],
    followUps: [FollowUpTrial.Outcome] = [], disturbances: [DisturbanceTrial.Outcome] = []
  ) {
    var targets = Self.labelledTargets(labelled)
    var tables: [ValidationTable] = []
    if !labelled.isEmpty {
      tables += [LabelledTables.agreement(labelled), LabelledTables.recordings(labelled)]
    }
    if !outcomes.isEmpty {
      targets += SimulationTargets.all(outcomes, falseSaccades: falseSaccades)
      tables += [
        ConfusionTables.summaries(outcomes), ConfusionTables.sets(outcomes),
        PatternTables.accuracy(outcomes), PatternTables.opsoclonusAreas(outcomes),
        KindTable.table(outcomes), MeasurementTable.table(outcomes),
      ]
      tables += StratumTables.all(outcomes)
      tables += [GroupTable.table(outcomes), FailureTable.table(outcomes)]
    }
    if !followUps.isEmpty {
      targets += FollowUpTable.targets(followUps)
      tables.append(FollowUpTable.table(followUps))
    }
    if !disturbances.isEmpty {
      targets += DisturbanceTable.targets(disturbances)
      tables += [DisturbanceTable.table(disturbances), DisturbanceTable.failures(disturbances)]
    }
    self.tables = tables + [TargetTable.table(targets)]
    self.targets = targets
    simulated = outcomes.count
  }

  /// The recordings that the targets were set on are known by their folder's name.
  private static func labelledTargets(
    _ folders: [(name: String, outcomes: [LabelledOutcome])]
  ) -> [Target] {
    guard !folders.isEmpty else { return [] }
    let lund = folders.filter { $0.name.split(separator: "/").last == "lund2013" }
    let assessable = folders.flatMap(\.outcomes).filter(\.isAssessable)
    return lund.flatMap { LabelledFigures($0.outcomes).targets } + [
      Target(
        "labelled with saccadic oscillations, opsoclonus or flutter, of \(assessable.count)",
        .atMost(0), decimals: 0, Estimate(Double(assessable.count(where: \.claimsOscillations))))
    ]
  }
}
