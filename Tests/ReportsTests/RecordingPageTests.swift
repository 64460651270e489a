import EyeMovements
import Foundation
import Oscillations
import Recordings
import Simulation
import Testing

@testable import Reports

@Suite struct RecordingPageTests {
  @Test(arguments: [
    SimulationKind.opsoclonus, .flutter, .jerkNystagmus, .pendular, .viewing, .squareWaveJerks,
  ])
  func wordsAndNumbersAreThoseOfTheDocument(kind: SimulationKind) throws {
    let recording = try Self.recording(kind)
    let analysis = Analyzer().analysis(of: recording)
    let page = RecordingPage(analysis, of: recording, provenance: try Self.provenance())
    let text = RecordingDocument(analysis, provenance: try Self.provenance()).page
    let stored = try #require(StoredRecording(text)).analysis
    let read = PageSubject(
      analysis: Self.analysis(stored, analysis.movements), recording: recording,
      velocity: analysis.movements.version, origin: try Self.provenance().origin)
    #expect(MeasureRow.rows(read) == MeasureRow.rows(page.subject))
    #expect(Alternative.nearest(read) == Alternative.nearest(page.subject))
    #expect(PageWords.sentence(read) == PageWords.sentence(page.subject))
    #expect(SignalFact.all(read) == SignalFact.all(page.subject))
    #expect(Limits.all(read) == Limits.all(page.subject))
    for row in MeasureRow.rows(read) {
      if let value = row.value { #expect(page.text.contains(">\(value)<"), "\(row.name)") }
    }
    #expect(page.text.contains(Markup.text(PageWords.sentence(read)).text))
  }

  @Test func whatCouldBeMissedHasNoBoundBelowItsSize() {
    #expect(
      PageWords.missable("3.3", "5.6°")
        == "Up to 3.3 bursts a minute of 5.6° or more could have gone unseen (95\u{202f}%), and more of"
        + " smaller ones.")
    #expect(
      PageWords.missable("3.3", nil)
        == "Up to 3.3 bursts a minute could have gone unseen (95\u{202f}%).")
  }

  @Test func namesAndColumnsOfMarkupDoNoHarm() throws {
    let name = "<img src=x onerror=alert(1)>"
    let recording = try Self.recording(.viewing, id: name, column: "<script>alert(2)</script>")
    let page = RecordingPage(
      Analyzer().analysis(of: recording), of: recording, provenance: try Self.provenance()
    ).text
    #expect(!page.contains("<img"))
    #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(!page.contains("<script>alert"))
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"))
  }

  /// Power is the square of a velocity, which a file may give as any number.
  @Test func velocitiesWhosePowerIsBeyondAllNumbersHaveAPage() throws {
    let samples = (0..<6000).map { index in
      index % 97 == 0 ? Float.greatestFiniteMagnitude : Float(index * 7919 % 13)
    }
    let recording = Recording(
      id: "a", samplingRate: 200, runs: [Recording.Run(onset: 0, samples: 0..<6000)],
      traces: [EyeTrace(eye: .unknown, horizontal: samples)], quantity: .velocity,
      clock: ClockReport(), source: Source(format: "table"))
    let version = VersionSignal(
      samplingRate: 200, runs: recording.runs, horizontalVelocity: samples, verticalVelocity: [],
      torsionalVelocity: [])
    let page = RecordingPage(
      PageSubject(
        analysis: SampleAnalysis.make(), recording: recording, velocity: version,
        origin: try Self.provenance().origin))
    #expect(page.text.contains("</html>"))
    #expect(page.text.range(of: "\\b(nan|inf)\\b", options: .regularExpression) == nil)
  }

  @Test func aLongRecordingHasASmallPage() throws {
    let count = 200_000
    let samples = (0..<count).map { Float($0 % 997) / 100 }
    let recording = Recording(
      id: "long", samplingRate: 1000,
      runs: [Recording.Run(onset: 0, samples: 0..<count)],
      traces: [.left, .right].map {
        EyeTrace(eye: $0, horizontal: samples, vertical: samples, torsional: samples)
      }, clock: ClockReport(), source: Source(format: "table"))
    let subject = PageSubject(
      analysis: SampleAnalysis.make(), recording: recording,
      velocity: SampleAnalysis.movements().version, origin: try Self.provenance().origin)
    #expect(RecordingPage(subject).text.utf8.count < 1_000_000)
  }

  @Test func anEnvelopeHoldsEveryExtreme() {
    var samples = [Float](repeating: 0, count: 1000)
    samples[503] = 7
    samples[504] = -3
    samples[20] = .nan
    let recording = Recording(
      id: "a", samplingRate: 100, runs: [Recording.Run(onset: 0, samples: 0..<1000)],
      traces: [EyeTrace(eye: .left, horizontal: samples)], clock: ClockReport(),
      source: Source(format: "table"))
    let envelope = Envelope(of: samples, in: recording, times: 0...10, count: 100)
    #expect(envelope.high[50] == 7)
    #expect(envelope.low[50] == -3)
    #expect(envelope.high[49] == 0)
    #expect(envelope.low.allSatisfy { !$0.isNaN })
  }

  private static func recording(
    _ kind: SimulationKind, id: String = "a", column: String = "x"
  ) throws -> Recording {
    var simulation = Simulation(kind: kind, seed: 11, duration: 12, severity: 0.6)
    simulation.tracker.samplingRate = 250
    let simulated = try simulation.run().recording
    return Recording(
      id: id, samplingRate: simulated.samplingRate, runs: simulated.runs,
      traces: simulated.traces, quantity: simulated.quantity, unit: simulated.unit,
      frame: simulated.frame, clock: simulated.clock,
      source: Source(format: "table", columns: [Source.ColumnUse(name: column)]))
  }

  private static func analysis(_ stored: Analysis, _ movements: EyeMovements) -> Analysis {
    Analysis(
      id: stored.id, signal: stored.signal, assessability: stored.assessability,
      findings: stored.findings, episodes: stored.episodes, nystagmus: stored.nystagmus,
      pendular: stored.pendular, movements: movements, parameters: Parameters(),
      source: stored.source)
  }

  private static func provenance() throws -> Provenance {
    try Provenance(parameters: Parameters(), options: ReadingOptions(), fftw: "fftw-3")
  }
}
