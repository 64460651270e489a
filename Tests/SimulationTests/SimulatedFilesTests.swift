import Recordings
import Testing

@testable import Simulation

@Suite struct SimulatedFilesTests {
  private func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }

  @Test(arguments: SimulationKind.allCases)
  func oneSeedGivesTheSameBytes(kind: SimulationKind) throws {
    var simulation = Simulation(
      kind: kind, seed: 77, duration: 3, tracker: TrackerModel(samplingRate: 120))
    simulation.eyes = .right
    simulation.family = .burstNeuron
    let first = try simulation.run()
    let second = try simulation.run()
    // Compared first: what is expected of arrays so long would be explained byte by byte.
    let areSame =
      first.csv() == second.csv() && first.truthJSON() == second.truthJSON()
      && first.truthEvents() == second.truthEvents()
    #expect(areSame)
    simulation.seed = 78
    let isOther = try simulation.run().csv() != first.csv()
    #expect(isOther)
  }

  @Test func trackersChangeNothingThatTheEyesDo() throws {
    let clean = Simulation(kind: .opsoclonus, seed: 4, duration: 5)
    var noisy = clean
    noisy.tracker = TrackerModel(samplingRate: 60, noise: 0.5)
    let areSame = try clean.truth().saccades == noisy.truth().saccades
    #expect(areSame)
  }

  @Test func numbersHaveFixedDecimals() {
    func written(_ value: Double, _ decimals: Int) -> String {
      var bytes: [UInt8] = []
      bytes.append(value, decimals: decimals)
      return text(bytes)
    }
    #expect(written(0, 4) == "0.0000")
    #expect(written(-0.00004, 4) == "0.0000")
    #expect(written(-1.5, 1) == "-1.5")
    #expect(written(12.3456, 2) == "12.35")
    #expect(written(-0.05, 2) == "-0.05")
    #expect(written(7, 0) == "7")
    #expect(written(1234567.0625, 3) == "1234567.063")
  }

  @Test(
    arguments: [
      (TableStyle.degrees, "time_s,left_x_deg,left_y_deg,right_x_deg,right_y_deg", "0.004000,"),
      (.milliseconds, "Time (ms);x_left [deg];y_left [deg];x_right [deg];y_right [deg]", "4.000;"),
      (
        .nanoseconds, "timestamp [ns]\tleft_x_deg\tleft_y_deg\tright_x_deg\tright_y_deg",
        "1700000000004000000\t"
      ),
      (
        .validity,
        "time_us,left_h_deg,left_v_deg,left_validity,right_h_deg,right_v_deg,right_validity",
        "52004000,"
      ),
      (.capitals, "TIME_MS\tRIGHT_X_DEG\tRIGHT_Y_DEG\tLEFT_X_DEG\tLEFT_Y_DEG", "100004.000\t"),
      (.pixels, "time_ms,left_x_px,left_y_px,right_x_px,right_y_px", "4.000,"),
    ])
  func tablesHaveTheirStyle(style: TableStyle, header: String, second: String) throws {
    let simulation = Simulation(
      kind: .fixation, seed: 1, duration: 1, tracker: TrackerModel(samplingRate: 250))
    let lines = text(try simulation.run().csv(style: style)).split(separator: "\n")
    #expect(lines.count == 251)
    #expect(lines[0] == header)
    #expect(lines[2].hasPrefix(second))
    let delimiter = Character(UnicodeScalar(style.delimiter))
    #expect(
      lines.allSatisfy { line in
        line.filter { $0 == delimiter }.count == header.filter { $0 == delimiter }.count
      })
  }

  @Test func partsMakeTheWholeTable() throws {
    let simulation = Simulation(
      kind: .viewing, seed: 1, duration: 30, tracker: TrackerModel(samplingRate: 1000))
    let simulated = try simulation.run()
    var parts: [[UInt8]] = []
    simulated.writeTable { parts.append($0) }
    #expect(parts.count > 1)
    let isWhole = parts.flatMap { $0 } == simulated.csv()
    #expect(isWhole)
  }

  @Test func truthIsSortedAndComplete() throws {
    let simulated = try Simulation(kind: .opsoclonusWithNystagmus, seed: 3, duration: 20).run()
    let json = text(simulated.truthJSON())
    let keys = json.split(separator: "\n").filter { $0.hasPrefix("  \"") }
      .map { $0.split(separator: "\"")[1] }
    #expect(keys == keys.sorted())
    #expect(
      json.contains("\"patterns\": [\"opsoclonus\", \"saccadic-oscillations\", \"jerk-nystagmus\"]")
    )
    let rows = text(simulated.truthEvents()).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.allSatisfy { $0.count == 17 })
    let onsets = rows.compactMap { Double($0[0]) }
    #expect(onsets == onsets.sorted())
    #expect(
      rows.filter { $0[2] == "saccade" || $0[2] == "quick_phase" }.count
        == simulated.truth.saccades.count)
    #expect(rows.filter { $0[2] == "slow_phase" }.count == simulated.truth.slowPhases.count)
  }

  @Test func torsionIsWrittenWhereRecorded() throws {
    var simulation = Simulation(kind: .torsional, seed: 1, duration: 2)
    simulation.eyes = .left
    let simulated = try simulation.run()
    #expect(simulated.recording.traces[0].torsional != nil)
    #expect(text(simulated.csv().prefix(60)).contains("left_torsion_deg"))
    simulation.kind = .viewing
    #expect(try simulation.run().recording.traces[0].torsional == nil)
  }

  @Test func valuesThatCannotBeAreRefused() {
    func refuses(_ change: (inout Simulation) -> Void) -> Bool {
      var simulation = Simulation(kind: .viewing, seed: 1, duration: 2)
      change(&simulation)
      return (try? simulation.truth()) == nil
    }
    #expect(refuses { $0.duration = 0 })
    #expect(refuses { $0.severity = 1.5 })
    #expect(refuses { $0.tracker.samplingRate = 5 })
    #expect(refuses { $0.tracker.noise = -1 })
    #expect(refuses { $0.tracker.noise = .nan })
    #expect(refuses { $0.tracker.exportRate = 100 })
    #expect(refuses { $0.tracker.lowPass = 400 })
    #expect(refuses { $0.amplitude = 200 })
    #expect(!refuses { _ in })
  }

  @Test func compressedFilesCarryNoNameAndNoTime() throws {
    let gzip = try #require(GzipWriter())
    let bytes = gzip.compress(Array("0123456789".utf8)) + gzip.compress([], isLast: true)
    // Magic, deflate, no flags, time 0.
    #expect(Array(bytes.prefix(8)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
  }
}
