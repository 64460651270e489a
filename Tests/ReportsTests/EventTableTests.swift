import EyeMovements
import Oscillations
import Recordings
import Testing

@testable import Reports

@Suite struct EventTableTests {
  @Test func columnsAreThoseOfTheContract() {
    let contract = """
      onset duration trial_type eye amplitude peak_velocity direction start_x start_y end_x end_y \
      peak_velocity_time episode slow_phase_velocity_x slow_phase_velocity_y \
      slow_phase_velocity_t slow_phase_shape
      """
    #expect(EventTable.columns == contract.split(separator: " ").map(String.init))
  }

  @Test func aSaccadeHasItsGeometryAndItsEpisode() {
    let saccades = [
      SampleAnalysis.saccade(1, by: [3, 4]), SampleAnalysis.saccade(2, by: [0, -5]),
    ]
    let episode = Episode(
      number: 7, pattern: .opsoclonus, onset: 2, duration: 0.05, saccades: 1..<2, frequency: 8,
      amplitude: 5, axis: 90, planeConcentration: 0.2)
    let rows = rows(saccades: saccades, episodes: [episode])
    #expect(
      rows[0] == [
        "1.0000", "0.0500", "saccade", "both", "5.0000", "123.46", "53.1301", "1.0000", "2.0000",
        "4.0000", "6.0000", "1.0200", "n/a", "n/a", "n/a", "n/a", "n/a",
      ])
    #expect(rows[1][6] == "270.0000")
    #expect(rows[1][12] == "7")
  }

  @Test func aSlowPhaseHasItsVelocityAndShape() {
    let slowPhase = SlowPhase(
      onset: 0.5, offset: 0.75, samples: 0..<10, velocity: [-10, 0, .nan],
      velocityError: [1, 1, .nan], shape: .decreasing, start: [2, 0], end: [-0.5, 0])
    let rows = rows(slowPhases: [slowPhase])
    #expect(
      rows[0] == [
        "0.5000", "0.2500", "slow_phase", "both", "2.5000", "n/a", "180.0000", "2.0000", "0.0000",
        "-0.5000", "0.0000", "n/a", "n/a", "-10.00", "0.00", "n/a", "decreasing",
      ])
  }

  @Test func velocitiesTellNoPlaces() {
    let movements = SampleAnalysis.movements(saccades: [SampleAnalysis.saccade(1, by: [3, 4])])
    let table = EventTable(SampleAnalysis.make(movements: movements, quantity: .velocity))
    let cells = table.text.split(separator: "\n")[1].split(separator: "\t").map(String.init)
    #expect(cells[4..<12] == ["5.0000", "123.46", "53.1301", "n/a", "n/a", "n/a", "n/a", "1.0200"])
  }

  @Test func aLossHasItsTimeAndKind() {
    let rows = rows(losses: [SignalLoss(onset: 3, offset: 3.2, kind: .blink)])
    #expect(rows[0].prefix(4) == ["3.0000", "0.2000", "blink", "both"])
    #expect(rows[0].dropFirst(4).allSatisfy { $0 == "n/a" })
  }

  @Test func quickPhasesAreNamed() {
    let rows = rows(saccades: [SampleAnalysis.saccade(1, by: [3, 4], isQuickPhase: true)])
    #expect(rows[0][2] == "quick_phase")
  }

  @Test func rowsAreSortedByOnsetThenType() {
    let rows = rows(
      saccades: [SampleAnalysis.saccade(2, by: [3, 4]), SampleAnalysis.saccade(1, by: [3, 4])],
      losses: [
        SignalLoss(onset: 2, offset: 3, kind: .missing),
        SignalLoss(onset: 1.5, offset: 1.7, kind: .blink),
      ])
    #expect(rows.map { $0[2] } == ["saccade", "blink", "missing", "saccade"])
  }

  @Test func directionsStayBelow360() {
    let rows = rows(saccades: [SampleAnalysis.saccade(1, by: [10, -0.000001])])
    #expect(rows[0][6] == "0.0000")
  }

  @Test func severalRecordingsStandInOneTable() {
    var listing = EventListing(isSingleFile: false)
    let table = EventTable(
      SampleAnalysis.make(
        movements: SampleAnalysis.movements(losses: [
          SignalLoss(onset: 3, offset: 3.2, kind: .blink)
        ])))
    let text = listing.add([(id: "a", table: table)]) + listing.add([(id: "b", table: table)])
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("id\tonset\t"))
    #expect(lines[2].hasPrefix("b\t3.0000\t"))
  }

  private func rows(
    saccades: [Saccade] = [], slowPhases: [SlowPhase] = [], losses: [SignalLoss] = [],
    episodes: [Episode] = []
  ) -> [[String]] {
    let analysis = SampleAnalysis.make(
      movements: SampleAnalysis.movements(
        saccades: saccades, slowPhases: slowPhases, losses: losses), episodes: episodes)
    return EventTable(analysis).text.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t").map(String.init)
    }
  }
}
