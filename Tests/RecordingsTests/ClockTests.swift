import Testing

@testable import Recordings

@Suite struct ClockTests {
  /// Stamps rounded to whole milliseconds give the true rate: steps of 16 and 17, 8 and 9, 3 and 4.
  @Test(arguments: [60.0, 120, 300, 333.3333333333333, 59.94, 90])
  func roundedStampsGiveTheTrueRate(rate: Double) throws {
    let times = (0..<3000).map { (Double($0) * 1000 / rate).rounded() }
    let recording = try read(table("time_ms,x_deg,y_deg", times: times))
    #expect(abs(recording.samplingRate - rate) < 0.0005 * rate)
    #expect(recording.runs.count == 1)
    #expect(recording.sampleCount == 3000)
    #expect(recording.clock.gaps == 0)
    #expect(!recording.clock.resampled)
  }

  @Test(arguments: [30.0, 200, 250, 500, 1000, 1250])
  func evenStampsGiveARoundRate(rate: Double) throws {
    let times = (0..<400).map { (Double($0) / rate * 1e5).rounded() / 1e5 }
    let recording = try read(table("time_s,x_deg,y_deg", times: times))
    #expect(recording.samplingRate == rate)
  }

  /// 2000 Hz stamped in whole milliseconds: each stamp stands twice, over different samples.
  @Test func repeatedStampsOfDifferentSamplesAreSamples() throws {
    let times = (0..<2000).map { Double($0 / 2) }
    let recording = try read(table("time_ms,x_deg,y_deg", times: times))
    #expect(abs(recording.samplingRate - 2000) < 2)
    #expect(recording.sampleCount == 2000)
    #expect(recording.clock.duplicates == 0)
  }

  /// The same stamps over the same samples: each row was written twice.
  /// Rows that arrive in batches of one to three share a stamp; their rate is that of all of them.
  @Test func batchesOfRowsKeepTheirRate() throws {
    var random = Congruential(seed: 3)
    var times: [Double] = []
    while times.count < 6000 {
      let rows = 1 + Int(random.next() * 3)
      let stamp = (Double(times.count + rows) / 2).rounded(.down)
      times += repeatElement(stamp, count: rows)
    }
    let recording = try read(
      table("time_ms,x_deg,y_deg", times: times) { "\(Double($0 * 7 % 11) / 100),0" })
    #expect(abs(recording.samplingRate - 2000) < 2)
    #expect(recording.sampleCount == times.count && recording.runs.count == 1)
  }

  /// Rows at which a clock stands still have no time: they neither make the rate nor become samples.
  @Test(arguments: [1, 3])
  func aClockThatStandsStillLosesRows(batch: Int) throws {
    let times = (0..<4000).map { Double(min($0 / batch * batch, 3000)) * 2 }
    let recording = try read(
      table("time_ms,x_deg,y_deg", times: times) { "\(Double($0 * 7 % 11) / 100),0" })
    #expect(abs(recording.samplingRate - 500) < 1)
    #expect(abs(recording.duration - 6) < (batch == 1 ? 0.003 : 2.01))
  }

  @Test func repeatedRowsAreDuplicates() throws {
    let times = (0..<2000).map { Double($0 / 2) }
    let recording = try read(table("time_ms,x_deg,y_deg", times: times) { "\($0 / 2),0" })
    #expect(recording.samplingRate == 1000)
    #expect(recording.sampleCount == 1000)
    #expect(recording.clock.duplicates == 1000)
  }

  @Test func aSingleDuplicateIsLeftOut() throws {
    var times = (0..<100).map { Double($0) * 4 }
    times.insert(times[50], at: 51)
    let recording = try read(table("time_ms,x_deg,y_deg", times: times))
    #expect(recording.clock.duplicates == 1)
    #expect(recording.sampleCount == 100)
    #expect(recording.runs.count == 1)
  }

  /// Up to three steps, or 20 ms, are filled with missing samples; more begins a new run.
  @Test(arguments: [(2, 1), (3, 1), (5, 1), (6, 2), (100, 2)])
  func gapsAreFilledOrBeginARun(steps: Int, runs: Int) throws {
    let times = (0..<100).map { Double($0 + ($0 >= 50 ? steps - 1 : 0)) * 4 }
    let recording = try read(table("time_ms,x_deg,y_deg", times: times))
    #expect(recording.clock.gaps == 1)
    #expect(abs(recording.clock.longestGap - Double(steps) * 0.004) < 1e-12)
    #expect(recording.runs.count == runs)
    #expect(recording.sampleCount == (runs == 1 ? 99 + steps : 100))
    let last = recording.time(of: recording.sampleCount - 1)
    #expect(abs(last - times[99] / 1000) < 1e-9)
    if runs == 1 { #expect(recording.traces[0].horizontal?[50].isNaN == true) }
  }

  @Test func tenYearsOfGapCostNothing() throws {
    let times = (0..<100).map { Double($0) * 0.004 + ($0 >= 50 ? 3.2e8 : 0) }
    let recording = try read(table("time_s,x_deg,y_deg", times: times))
    #expect(recording.runs.count == 2)
    #expect(recording.sampleCount == 100)
    #expect(recording.samplingRate == 250)
  }

  @Test func aStampBeyondAllBoundsIsRefused() throws {
    let first = ["time_ms", String(repeating: "1", count: 34), "170000000.200000000232000000"]
    let rows = first + (0..<50).map { "\($0 * 4)" }
    let text = rows.enumerated().map { $0 == 0 ? "\($1),x_deg,y_deg" : "\($1),1,2" }
    #expect(problem(reading: text.joined(separator: "\n"))?.code == "clock-backward")
  }

  /// A stamp of a thousand zeros behind the point is as good as none.
  @Test func verySmallStampsAreNothing() {
    var clock = DecimalClock()
    #expect(clock.elapsed(DecimalText(isNegative: false, significand: 1, exponent: -99_999)) == 0)
    let stamp = DecimalText(isNegative: false, significand: 29_999_999_999_999_999, exponent: -34)
    #expect(clock.elapsed(stamp) == 2e-18)
  }

  /// A stamp far from all others, first, last or alone, has no part in the recording's length; nor has
  /// the time by which a clock was set.
  @Test(arguments: [0, 1, 500, 999], [-1e6, 1.7e9])
  func aStrayStampIsLeftOut(row: Int, stray: Double) throws {
    var times = (0..<1000).map { 20 + Double($0) * 0.004 }
    times[row] += stray
    let recording = try read(table("time_s,x_deg,y_deg", times: times))
    #expect(abs(recording.duration - 4) < 0.009)
    #expect(recording.sampleCount >= 998 && recording.clock.stepsBack > 0)
  }

  @Test(arguments: [0, 0.0015]) func aClockThatIsSetAheadStartsAgain(jitter: Double) throws {
    let times = (0..<1000).map { Double($0) * 0.004 + ($0 % 2 == 0 ? 0 : jitter) }
    let set = times.enumerated().map { $0 < 500 ? $1 : $1 + 1e9 }
    let recording = try read(table("time_s,x_deg,y_deg", times: set))
    #expect(abs(recording.duration - 4) < 0.02)
    #expect(recording.clock.stepsBack == 1 && recording.clock.gaps == 0)
    #expect(recording.source.remarks.contains { $0.contains("ahead by more than a day") })
  }

  /// Stamps of whole seconds say nothing of losses within them, unless their rows are fewer.
  @Test func aCoarseClockIsNamed() throws {
    func stamped(_ isThere: (Int) -> Bool) -> String {
      let rows = (0..<5000).filter(isThere)
      return table("time_s,x_deg,y_deg", times: rows.map { Double($0 / 250) }) {
        "\(Double($0 * 7 % 11) / 100),0"
      }
    }
    let whole = try read(stamped { _ in true })
    #expect(whole.samplingRate == 250)
    #expect(whole.source.remarks.contains { $0.contains("advances every 1.0 s only") })
    // A quarter of every other second is lost.
    let lossy = stamped { $0 % 500 >= 63 }
    let error = try #require(problem(reading: lossy))
    #expect(error.code == "coarse-clock")
    #expect(error.description.contains("187 to 250 rows") && error.description.contains("--rate"))
    let byRows = try read(lossy, options: ReadingOptions(rate: 250))
    #expect(byRows.samplingRate == 250 && byRows.clock.rateIsDeclared)
  }

  @Test(arguments: [4, 5.5]) func stampsAfterACenturyAreLeftOut(step: Double) throws {
    var times = (0..<100).map { Double($0) * 4 + ($0 % 2 == 0 ? 0 : step - 4) }
    times += (0..<20).map { 1e33 + Double($0) * 1e30 }
    let recording = try read(table("time_ms,x_deg,y_deg", times: times))
    #expect(recording.duration < 0.41)
    #expect(recording.clock.stepsBack > 0)
  }

  /// As the message about such a clock advises.
  @Test func timesOfDayGiveWayToTheGivenRate() throws {
    let text = (["time,x_deg,y_deg"] + (0..<50).map { "10:00:00.0\($0 + 10),\($0),2" })
      .joined(separator: "\n")
    #expect(problem(reading: text)?.description.contains("--rate") == true)
    let recording = try read(text, options: ReadingOptions(rate: 100))
    #expect(recording.samplingRate == 100 && recording.duration == 0.5)
    #expect(recording.source.remarks.contains { $0.contains("'time' holds no number") })
  }

  @Test func stepsBelowAnyTrackersAreRefused() {
    let rows = (0..<50).map { "0.0000000\($0 + 10),1,2" }
    let text = (["time_s,x_deg,y_deg"] + rows).joined(separator: "\n")
    #expect(problem(reading: text)?.code == "implausible-rate")
  }

  @Test func aClockThatStartsAgainBeginsARun() throws {
    let times = (0..<100).map { Double($0 % 50) * 4 }
    let recording = try read(table("time_ms,x_deg,y_deg", times: times))
    #expect(recording.clock.stepsBack == 1)
    #expect(recording.runs.map(\.samples) == [0..<50, 50..<100])
    #expect(recording.runs[1].onset >= recording.runs[0].end(samplingRate: 250) - 1e-9)
    #expect(recording.source.remarks.contains { $0.contains("set 1 time,") })
  }

  /// WebGazer's first stamp lies behind the second.
  @Test func aSingleStampOutOfOrderIsLeftOut() throws {
    var times = (0..<100).map { Double($0) * 4 }
    times[50] = times[20]
    #expect(try read(table("time_ms,x_deg,y_deg", times: times)).runs.count == 1)
    times[50] = 1e6
    #expect(try read(table("time_ms,x_deg,y_deg", times: times)).runs.count == 1)
    times[50] = 200
    times[0] = 1245
    let recording = try read(table("time_ms,x_deg,y_deg", times: times))
    #expect(recording.runs.count == 1)
    #expect(recording.sampleCount == 99)
    #expect(recording.runs[0].onset == 0)
  }

  @Test func jitterUpToAFifthOfAStepIsUniform() throws {
    var random = Congruential(seed: 7)
    let times = (0..<2000).map { Double($0) * 0.01 + (random.next() - 0.5) * 0.0015 }
    let recording = try read(table("time_s,x_deg,y_deg", times: times))
    #expect(!recording.clock.resampled)
    #expect(recording.clock.jitter > 0.05 && recording.clock.jitter < 0.2)
    #expect(recording.sampleCount == 2000)
    #expect(abs(recording.samplingRate - 100) < 0.1)
  }

  /// A straight line sampled at uneven times stays a straight line.
  @Test func moreJitterIsInterpolated() throws {
    var random = Congruential(seed: 3)
    let times = (0..<2000).map { Double($0) * 0.01 + (random.next() - 0.5) * 0.008 }
    let start = times[0]
    let text = table("time_s,x_deg,y_deg", times: times) { "\((times[$0] - start) * 3),0" }
    let recording = try read(text)
    #expect(recording.clock.resampled)
    let horizontal = try #require(recording.traces[0].horizontal)
    let present = horizontal.indices.filter { !horizontal[$0].isNaN }
    #expect(present.count * 10 > horizontal.count * 8)
    for sample in present {
      #expect(abs(Double(horizontal[sample]) - recording.time(of: sample) * 3) < 1e-4)
    }
  }

  @Test func nothingIsInterpolatedAcrossMoreThanOneAndAHalfSteps() throws {
    var random = Congruential(seed: 5)
    var times = (0..<2000).map { Double($0) * 0.01 + (random.next() - 0.5) * 0.008 }
    times.removeSubrange(1000..<1002)
    let recording = try read(table("time_s,x_deg,y_deg", times: times) { _ in "1,1" })
    let step = 1 / recording.samplingRate
    let horizontal = try #require(recording.traces[0].horizontal)
    let start = times[0]
    for (before, after) in zip(times, times.dropFirst()) where after - before > 1.500001 * step {
      for sample in horizontal.indices {
        let time = recording.time(of: sample) + start
        if time > before + 1e-4 * step, time < after - 1e-4 * step {
          #expect(horizontal[sample].isNaN)
        }
      }
    }
  }

  /// Every fifth frame dropped: no sample is more than 1.5 steps of the grid from the next.
  /// Steps of some microseconds and of 19 ms: the long ones are not filled with samples without end.
  @Test func shortGapsOfAnIrregularClockAreBounded() throws {
    var time = 0.0
    let times = (0..<6000).map { row in
      time += [6.2e-6, 10.1e-6, 0.019][row % 3]
      return (time * 1e7).rounded() / 1e7
    }
    let recording = try read(table("time_s,x_deg,y_deg", times: times))
    #expect(recording.clock.resampled)
    #expect(recording.sampleCount <= 3 * times.count)
  }

  @Test func framesDroppedInARhythmAreInterpolated() throws {
    let times = (0..<1000).map { Double($0 + $0 / 4) * 4 }
    let recording = try read(table("time_ms,x_deg,y_deg", times: times) { "\(times[$0] / 100),0" })
    #expect(recording.clock.resampled)
    let horizontal = try #require(recording.traces[0].horizontal)
    #expect(!horizontal.contains { $0.isNaN })
    #expect(recording.samplingRate > 180 && recording.samplingRate <= 200)
  }

  /// A constant added to the clock changes no bit, in any unit and with any number of decimals.
  @Test(arguments: [
    ("time_s", 1_000_000.0, 0.002, 4), ("time_ms", 7_382_468, 2, 1),
    ("time_s", -12.5, 0.0166667, 7),
    ("time_us", 2_619_771_723, 3333, 0),
  ])
  func aConstantAddedToTheClockChangesNothing(
    name: String, constant: Double, step: Double, decimals: Int
  ) throws {
    func text(from start: Double) -> String {
      let lines = (0..<500).map { row in
        "\(fixed(start + Double(row) * step, decimals: decimals)),\(row),1"
      }
      return "\(name),x_deg,y_deg\n" + lines.joined(separator: "\n")
    }
    let first = try read(text(from: 0))
    let second = try read(text(from: constant))
    #expect(first.samplingRate == second.samplingRate)
    #expect(first.runs == second.runs)
    #expect(first.clock == second.clock)
    #expect(same(first.traces[0].horizontal, second.traces[0].horizontal ?? []))
  }

  /// Nanoseconds since 1970 are beyond what a Double holds; 100 ns ticks since the year 1 as well.
  @Test(arguments: [
    ("timestamp [ns]", 1_685_088_813_175_076_015, 5_000_000),
    ("time(100ns)", 638_342_794_000_115_346, 50_000),
  ])
  func nothingIsLostOfLongStamps(name: String, start: Int, step: Int) throws {
    let lines = (0..<300).map { "\(start + $0 * step),\($0),1" }
    let recording = try read("\(name),x_deg,y_deg\n" + lines.joined(separator: "\n"))
    #expect(recording.samplingRate == 200)
    #expect(recording.clock.jitter == 0)
    #expect(recording.sampleCount == 300)
  }

  @Test func negativeTimesAreTimes() throws {
    let times = (0..<100).map { Double($0) * 8 - 1_512_415_845 }
    let recording = try read(table("time_stamp(ms),x_deg,y_deg", times: times))
    #expect(recording.samplingRate == 125)
    #expect(recording.runs[0].onset == 0)
  }

  @Test(arguments: [
    (0.002, 500.0, "s"), (2, 500, "ms"), (2000, 500, "us"), (2e6, 500, "ns"),
  ])
  func aTimeUnitIsDeducedWhereOnlyOneFits(step: Double, rate: Double, unit: String) throws {
    let recording = try read(rows("time,x_deg,y_deg", step: step) { "\($0),1" })
    #expect(recording.samplingRate == rate)
    #expect(recording.source.columns[0].unit == "\(unit) (deduced)")
  }

  /// A column that counts by one from the start may count samples as well as milliseconds.
  @Test(arguments: [0, 1]) func aCountWithoutAUnitTakesARate(start: Double) throws {
    let times = (0..<50).map { start + Double($0 + ($0 < 20 ? 0 : 30)) }
    let text = table("time,x_deg,y_deg", times: times)
    let error = try #require(problem(reading: text))
    #expect(error.code == "no-time-unit" && error.description.contains("--rate"))
    let recording = try read(text, options: ReadingOptions(rate: 250))
    #expect(recording.samplingRate == 250)
    #expect(recording.source.columns[0].unit == "samples (deduced)")
    #expect(recording.clock.gaps == 1 && abs(recording.clock.longestGap - 31.0 / 250) < 1e-9)
    #expect(try read(text.replacing("time", with: "time_ms")).samplingRate == 1000)
  }

  /// The clock of a tracker counts from its own start.
  @Test func aLateStartTellsMillisecondsFromACount() throws {
    let recording = try read(
      rows("time,x_deg,y_deg", step: 1) { "\($0),1" }.replacing("\n", with: "\n7"))
    #expect(recording.samplingRate == 1000)
  }

  @Test(arguments: [1.0, 100_000])
  func veryLowAndVeryHighRates(rate: Double) throws {
    let times = (0..<100).map { Double($0) * 1e6 / rate }
    #expect(try read(table("time_us,x_deg,y_deg", times: times)).samplingRate == rate)
  }

  @Test func partOfARecordingKeepsItsTimes() throws {
    let text = rows("time_s,x_deg,y_deg", count: 500, step: 0.01) { "\(Double($0) / 4),1" }
    let part = try read(text, options: ReadingOptions(from: 1, to: 2))
    #expect(part.sampleCount == 100)
    #expect(part.traces[0].horizontal?.first == 25)
    #expect(part.traces[0].horizontal?.last == 49.75)
    #expect(part.time(of: 0) == 1)
    #expect(part.spans == [1..<2] && part.spannedSeconds == 1)
    let tail = try read(text, options: ReadingOptions(from: 4.5))
    #expect(tail.sampleCount == 50)
    #expect(abs(tail.duration - 5) < 1e-9)
  }

  @Test func aRowWithoutTimeIsLeftOut() throws {
    let text = rows("i,time_ms,x_deg,y_deg", step: 1) { $0 == 7 ? ",9,9" : "\($0 * 4),1,2" }
    let recording = try read(text)
    #expect(recording.sampleCount == 50)
    #expect(recording.clock.gaps == 1)
    #expect(recording.traces[0].horizontal?[7].isNaN == true)
  }

  /// A row that lies on a sample but for rounding is that sample, though its neighbour is missing.
  @Test(arguments: [-1e-9, 0, 1e-9])
  func aRowOnTheGridIsItsSample(rounding: Double) {
    let places = [0, 1 + rounding, 2]
    var grid = SampleGrid.even(rows: 3, samplingRate: 100)
    grid.isResampled = true
    let placed = grid.place([5, 7, .nan]) { places[$0] }
    #expect(placed[1] == 7)
  }
}

/// Numbers between 0 and 1 that are the same in every run.
struct Congruential {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 0x1p53
  }
}

/// A number with a fixed number of decimals.
private func fixed(_ value: Double, decimals: Int) -> String {
  let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
  let whole = Int64((abs(value) * scale).rounded())
  let sign = value < 0 ? "-" : ""
  guard decimals > 0 else { return "\(sign)\(whole)" }
  let digits = String(repeating: "0", count: max(decimals + 1 - "\(whole)".count, 0)) + "\(whole)"
  return "\(sign)\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
}
