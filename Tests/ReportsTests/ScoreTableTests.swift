import Cohorts
import EyeMovements
import Foundation
import Oscillations
import Testing

@testable import Reports

@Suite struct ScoreTableTests {
  @Test func columnsAreThoseOfTheContract() {
    let first = """
      id subject session task run pattern patterns assess_saccadic assess_nystagmus reasons \
      sampling_rate_hz effective_rate_hz duration_s assessable_saccadic_s assessable_nystagmus_s \
      valid_percent noise_std_deg rms_s2s_deg bcea_deg2 eyes axes unit
      """
    let patterns = """
      saccadic_oscillations opsoclonus ocular_flutter jerk_nystagmus pendular_nystagmus \
      square_wave_jerks macrosaccadic_oscillations
      """
    let last = """
      episodes_per_min gap_median_ms amplitude_median_deg frequency_median_hz plane_r2 \
      slow_phase_horizontal_deg_s slow_phase_vertical_deg_s slow_phase_torsional_deg_s \
      beat_direction_deg beat_frequency_hz pendular_frequency_hz pendular_amplitude_deg \
      input_sha256
      """
    let findings = patterns.split(separator: " ").flatMap { pattern in
      ["status", "score", "score_low", "score_high", "burden_percent", "episodes"].map {
        "\(pattern)_\($0)"
      }
    }
    let expected =
      first.split(separator: " ").map(String.init) + findings
      + last.split(separator: " ").map(String.init)
    #expect(ScoreTable.columnNames == expected)
  }

  private let nystagmus = NystagmusSummary(
    slowPhaseVelocity: [-12.345, 0.5, .nan], slowPhaseVelocityInterval: [nil, nil, nil],
    slowPhaseSpeed: 12.3, beatDirection: 1.25, beatFrequency: 2.5, slowPhaseShape: .linear,
    beats: 40, directionConsistency: 0.99, reversalPeriod: nil)
  private let measures = [
    Measure("gapMedianMilliseconds", 12.3456, .milliseconds),
    Measure("episodesPerMinute", 9.6, .perMinute),
    Measure("amplitudeMedianDegrees", nil, .degrees),
  ]

  @Test func aRowHasTheValuesOfItsAnalysis() throws {
    let analysis = SampleAnalysis.make(
      consistent: [.opsoclonus, .saccadicOscillations, .jerkNystagmus], nystagmus: nystagmus,
      measures: measures)
    let row = try row(of: analysis)
    let expected = [
      "id": "sub-01_ses-2_task-gaze_run-3", "subject": "01", "session": "2", "task": "gaze",
      "run": "3", "pattern": "opsoclonus",
      "patterns": "opsoclonus,saccadic-oscillations,jerk-nystagmus", "assess_saccadic": "full",
      "reasons": "n/a", "sampling_rate_hz": "500.000", "duration_s": "20.0000",
      "assessable_saccadic_s": "18.7500", "valid_percent": "97.13", "noise_std_deg": "0.0200",
      "rms_s2s_deg": "n/a", "eyes": "both", "axes": "horizontal,vertical", "unit": "degrees",
      "opsoclonus_status": "consistent", "opsoclonus_score": "0.900",
      "opsoclonus_score_low": "0.850", "opsoclonus_burden_percent": "12.35",
      "opsoclonus_episodes": "3", "ocular_flutter_status": "not-seen", "gap_median_ms": "12.35",
      "episodes_per_min": "9.600", "amplitude_median_deg": "n/a", "frequency_median_hz": "n/a",
      "slow_phase_horizontal_deg_s": "-12.35", "slow_phase_torsional_deg_s": "n/a",
      "beat_direction_deg": "1.2500", "pendular_frequency_hz": "n/a",
      "input_sha256": String(repeating: "ab", count: 32),
    ]
    for (column, value) in expected { #expect(row[column] == value, "\(column)") }
  }

  @Test func whatCannotBeShownHasNoNumbers() throws {
    let row = try row(
      of: SampleAnalysis.make(level: .none, nystagmus: nystagmus, measures: measures))
    #expect(row["pattern"] == "not-assessable")
    #expect(row["patterns"] == "n/a")
    #expect(row["reasons"] == "rate-too-low")
    #expect(row["opsoclonus_score"] == "n/a")
    for column in [
      "opsoclonus_burden_percent", "opsoclonus_episodes", "episodes_per_min", "gap_median_ms",
      "slow_phase_horizontal_deg_s", "beat_direction_deg",
    ] {
      #expect(row[column] == "n/a", "\(column)")
    }
  }

  @Test func rowsAreSortedByTheBytesOfTheirIDs() {
    let rows = ["b", "a_split-2", "a-b", "Z", "é", "a"].map {
      ScoreRow(SampleAnalysis.make(id: $0))
    }
    let ids = ScoreTable(rows).text.split(separator: "\n").dropFirst()
      .map { $0.prefix { $0 != "\t" } }
    #expect(ids == ["Z", "a", "a-b", "a_split-2", "b", "é"])
  }

  @Test func oddNamesAreQuoted() {
    let row = ScoreRow(SampleAnalysis.make(id: "a\t\"b\"\nc"))
    #expect(ScoreTable([row]).text.contains("\n\"a\t\"\"b\"\"\nc\"\tn/a\t"))
  }

  @Test func theDictionaryDescribesEveryColumn() throws {
    let data = Data(ScoreTable.dictionary.utf8)
    let object = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
    #expect(object.keys.sorted() == ScoreTable.columnNames.sorted())
    #expect(object.values.allSatisfy { ($0["Description"] as? String)?.isEmpty == false })
    let levels = try #require(object["pattern"]?["Levels"] as? [String: String])
    #expect(levels.count == 10)
    #expect(object["duration_s"]?["Units"] as? String == "s")
  }

  private func row(of analysis: Analysis) throws -> [String: String] {
    let lines = ScoreTable([ScoreRow(analysis)]).text.split(separator: "\n")
    let cells = try #require(lines.last).split(separator: "\t").map(String.init)
    #expect(cells.count == ScoreTable.columnNames.count)
    return Dictionary(uniqueKeysWithValues: zip(ScoreTable.columnNames, cells))
  }
}
