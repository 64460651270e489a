import EyeMovements
import Foundation
import Oscillations
import Recordings
import Simulation
import Testing

/// What holds of every result, whatever the eyes and the tracker do.
///
/// A few dozen recordings by default; `OPSOSCOPE_CASES=1000` draws as many.
@Suite struct PropertyTests {
  static let count =
    ProcessInfo.processInfo.environment["OPSOSCOPE_CASES"].flatMap { Int($0) } ?? 24

  static func recording(_ number: Int) throws -> Recording { try simulated(number).recording }

  /// A recording of any kind by any tracker, from its number.
  static func simulated(_ number: Int, seconds: Double = 12) throws -> SimulatedRecording {
    var random = Random(state: UInt64(number) &* 7919)
    let kinds = SimulationKind.allCases
    var simulation = Simulation(
      kind: kinds[number % kinds.count], seed: UInt64(number), duration: seconds,
      severity: random.uniform())
    simulation.tracker.samplingRate = [30, 60, 100, 120, 200, 250][Int(random.uniform() * 6)]
    simulation.tracker.noise = 0.005 * pow(100, random.uniform())
    simulation.tracker.lossShare = random.uniform() < 0.5 ? 0 : random.uniform() * 0.9
    simulation.tracker.dropsRows = random.uniform() < 0.3
    simulation.tracker.lossIsBinocular = random.uniform() < 0.5
    simulation.tracker.spikesPerSecond = random.uniform() < 0.7 ? 0 : 10 * random.uniform()
    simulation.tracker.quantisation = random.uniform() < 0.7 ? 0 : 0.5 * random.uniform()
    simulation.tracker.clockJitter = random.uniform() < 0.7 ? 0 : 0.3 * random.uniform()
    simulation.tracker.hum = random.uniform() < 0.8 ? 0 : random.uniform()
    simulation.eyes = Simulation.EyesRecorded.allCases[number % 4]
    return try simulation.run()
  }

  private func read(_ bytes: [UInt8]) throws -> Recording {
    let recordings = try RecordingReader().recordings(in: bytes, id: "drawn")
    #expect(recordings.count == 1)
    return recordings[0]
  }

  /// Whether what is clearly seen in the one analysis is not unseen in the other.
  private func expectNothingTurned(_ a: Analysis, _ b: Analysis) {
    for (one, other) in zip(a.findings, b.findings) {
      for (seen, again) in [(one, other), (other, one)]
      where seen.status == .consistent && (seen.score ?? 0) > 0.6 {
        #expect(again.status != .notSeen, "\(one.pattern)")
      }
    }
  }

  @Test(arguments: 0..<count)
  func spansLieInsideTheRecordingAndApart(number: Int) throws {
    let recording = try Self.recording(number)
    let analysis = Analyzer().analysis(of: recording)
    let whole = -1e-9...(recording.duration + 1e-9)
    func expectApart(_ spans: [(onset: Double, offset: Double)], _ what: String) {
      for span in spans {
        #expect(whole.contains(span.onset) && whole.contains(span.offset), "\(what) \(span)")
        #expect(span.onset <= span.offset, "\(what) \(span)")
      }
      for (one, next) in zip(spans, spans.dropFirst()) {
        #expect(one.offset <= next.onset + 1e-9, "\(what) \(one) \(next)")
      }
    }
    let movements = analysis.movements
    expectApart(movements.saccades.map { ($0.onset, $0.offset) }, "saccades")
    expectApart(movements.validStretches.map { ($0.lowerBound, $0.upperBound) }, "valid")
    expectApart(analysis.episodes.map { ($0.onset, $0.onset + $0.duration) }, "episodes")
    #expect(analysis.episodes.map(\.number) == Array(1..<(analysis.episodes.count + 1)))
    for episode in analysis.episodes {
      #expect(movements.saccades.indices.contains(episode.saccades))
    }
  }

  @Test(arguments: 0..<count)
  func sharesIntervalsAndFindingsFit(number: Int) throws {
    let recording = try Self.recording(number)
    let analysis = Analyzer().analysis(of: recording)
    #expect((0...100).contains(analysis.signal.validPercent))
    let oscillations = analysis.finding(.saccadicOscillations)
    #expect(oscillations.episodes == analysis.episodes.count)
    for measure in oscillations.measures where measure.name == "longestFreeSeconds" {
      #expect(measure.value.map { (0...recording.spannedSeconds).contains($0) } ?? true)
    }
    #expect(analysis.findings.map(\.pattern) == Pattern.allCases)
    for finding in analysis.findings {
      #expect(finding.burdenPercent.map { (0...100).contains($0) } ?? true, "\(finding.pattern)")
      #expect((finding.score == nil) == (finding.status == .notAssessable), "\(finding.pattern)")
      if let score = finding.score {
        #expect((0...1).contains(score))
        if finding.status == .consistent { #expect(score >= 0.5, "\(finding.pattern)") }
        if finding.status == .notSeen { #expect(score < 0.5, "\(finding.pattern)") }
        if let interval = finding.scoreInterval { #expect(interval.contains(score)) }
      }
      for measure in finding.measures {
        guard let value = measure.value, let interval = measure.interval else { continue }
        #expect(interval.contains(value), "\(finding.pattern) \(measure.name)")
      }
    }
    let consistent = analysis.findings.filter { $0.status == .consistent }.map(\.pattern)
    #expect(Set(analysis.patterns) == Set(consistent))
    if let first = analysis.patterns.first { #expect(analysis.summary == first.rawValue) }
  }

  /// Missing rows before the first and after the last sample say nothing of what the eyes did. (What
  /// the recording's end cuts then stands beside a loss, with its padding: what was only just enough
  /// may no longer be, in 4 of 1,000; but what was clearly seen is not unseen.)
  @Test(arguments: 0..<count)
  func missingRowsAtTheEndsTurnNoFinding(number: Int) throws {
    let recording = try Self.recording(number)
    guard recording.runs.count == 1 else { return }
    let more = 40
    func longer(_ channel: [Float]?) -> [Float]? {
      let missing = [Float](repeating: .nan, count: more)
      return channel.map { missing + $0 + missing }
    }
    let extended = Recording(
      id: recording.id, samplingRate: recording.samplingRate,
      runs: [.init(onset: 0, samples: 0..<recording.sampleCount + 2 * more)],
      traces: recording.traces.map {
        EyeTrace(
          eye: $0.eye, horizontal: longer($0.horizontal), vertical: longer($0.vertical),
          torsional: longer($0.torsional), pupil: longer($0.pupil))
      },
      quantity: recording.quantity, unit: recording.unit, frame: recording.frame,
      clock: recording.clock, source: recording.source)
    expectNothingTurned(Analyzer().analysis(of: recording), Analyzer().analysis(of: extended))
  }

  /// The same rows in another dress are the same samples on the same clock, bit by bit: nothing that is
  /// computed from them can differ.
  @Test(arguments: 0..<count)
  func reformattingChangesNoSample(number: Int) throws {
    let table = try Self.simulated(number).csv()
    let plain = try read(table)
    let again = try read(try Self.reformatted(table, number))
    #expect(again.samplingRate == plain.samplingRate && again.runs == plain.runs)
    #expect(again.clock == plain.clock && again.unit == plain.unit)
    #expect(again.traces.map(\.eye) == plain.traces.map(\.eye))
    for (one, other) in zip(again.traces, plain.traces) {
      for channel in [\EyeTrace.horizontal, \.vertical, \.torsional] {
        #expect(
          one[keyPath: channel]?.map(\.bitPattern) == other[keyPath: channel]?.map(\.bitPattern))
      }
    }
  }

  /// Another delimiter, decimal mark and line end, a column that nothing is computed from before each
  /// row or after it, and compressed or not.
  private static func reformatted(_ table: [UInt8], _ number: Int) throws -> [UInt8] {
    var random = Random(state: UInt64(number) &* 104_729)
    let delimiter = Array([",", ";", "\t"][Int(random.uniform() * 3)].utf8)
    let hasCommas = delimiter != [UInt8(ascii: ",")] && random.uniform() < 0.5
    let end = Array(["\n", "\r\n", "\r"][Int(random.uniform() * 3)].utf8)
    let (isFirst, isLast) = (random.uniform() < 0.5, random.uniform() < 0.5)
    var bytes: [UInt8] = []
    for (index, line) in table.split(separator: UInt8(ascii: "\n")).enumerated() {
      let extra = Array((index == 0 ? "remark" : "n\(index % 7)").utf8)
      if isFirst { bytes += extra + delimiter }
      for byte in line {
        switch byte {
        case UInt8(ascii: ","): bytes += delimiter
        case UInt8(ascii: ".") where hasCommas: bytes.append(UInt8(ascii: ","))
        default: bytes.append(byte)
        }
      }
      if isLast { bytes += delimiter + extra }
      bytes += end
    }
    guard random.uniform() < 0.5 else { return bytes }
    return try #require(GzipWriter()).compress(bytes, isLast: true)
  }

  /// A tenth of the least noise that is drawn: digits beyond it say nothing.
  @Test(arguments: 0..<count)
  func digitsBelowTheNoiseTurnNoFinding(number: Int) throws {
    let simulated = try Self.simulated(number)
    func analysis(decimals: Int) throws -> Analysis {
      Analyzer().analysis(of: try read(simulated.csv(decimals: decimals)))
    }
    expectNothingTurned(try analysis(decimals: 3), try analysis(decimals: 6))
  }
}
