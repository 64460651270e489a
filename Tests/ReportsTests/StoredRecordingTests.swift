import EyeMovements
import Oscillations
import Recordings
import Testing

@testable import Reports

@Suite struct StoredRecordingTests {
  @Test(arguments: [
    SampleAnalysis.make(id: "a\"\\\n\u{1b}é眼/b", consistent: Pattern.allCases),
    SampleAnalysis.make(indeterminate: [.opsoclonus], measures: measures),
    SampleAnalysis.make(level: .none),
    SampleAnalysis.make(
      consistent: [.jerkNystagmus, .pendularNystagmus], nystagmus: nystagmus, pendular: pendular,
      measures: measures),
  ])
  func whatIsReadIsWhatWasWritten(analysis: Analysis) throws {
    let document = RecordingDocument(analysis, provenance: try provenance)
    let stored = try #require(StoredRecording(document.page))
    #expect(stored.id == analysis.id)
    #expect(stored.document.page == document.page)
    #expect(stored.document.element == document.element)
    #expect(stored.document.line == document.line)
    #expect(ScoreRow(stored.analysis).line == ScoreRow(analysis).line)
    let tables = [stored.analysis, analysis].map {
      ScoreSummaryTable([ScoreSummary($0)]).text(width: 200, colour: true)
    }
    #expect(tables[0] == tables[1])
  }

  @Test func itSaysWhatItWasMadeWithAndFrom() throws {
    let provenance = try provenance
    let page = RecordingDocument(SampleAnalysis.make(), provenance: provenance).page
    let stored = try #require(StoredRecording(page))
    #expect(stored.making == provenance.making)
    #expect(stored.inputSha256 == SampleAnalysis.source.sha256)
    let other = try Provenance(
      parameters: Parameters(), options: ReadingOptions(unit: .degrees), fftw: "3.3.10")
    #expect(other.making != provenance.making)
  }

  @Test func whatIsNotWholeIsNotRead() throws {
    let page = RecordingDocument(SampleAnalysis.make(), provenance: try provenance).page
    for length in stride(from: 0, to: page.count, by: 97) {
      #expect(StoredRecording(String(page.prefix(length))) == nil)
    }
    for text in ["{}\n", "[]\n", "{\"schema\": \"other/1\", \"id\": \"a\"}\n", page + page] {
      #expect(StoredRecording(text) == nil)
    }
  }

  @Test(arguments: ["\"a", "{\"a\":1,}", "[1 2]", "nul", "1.2.3", "\"\\ud800\"", "{} x", ""])
  func whatIsNotJSONIsNotRead(text: String) {
    #expect(JSONParser.value(of: text) == nil)
  }

  @Test func deepNestingIsNotRead() {
    let text = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    #expect(JSONParser.value(of: text) == nil)
  }

  @Test func escapesAreRead() {
    #expect(JSONParser.value(of: #" "a\u00e9\ud83d\ude00\/\n" "#)?.string == "aé😀/\n")
  }

  private var provenance: Provenance {
    get throws {
      try Provenance(parameters: Parameters(), options: ReadingOptions(), fftw: "3.3.10")
    }
  }

  private static let measures = [
    Measure("gapMedianMilliseconds", 12.3456, .milliseconds),
    Measure("episodesPerMinute", 9.6, .perMinute, interval: 8.00049...11.5),
    Measure("amplitudeMedianDegrees", nil, .degrees),
    Measure("upperRatePerMinute", 9.55, .perMinute),
    Measure("smallestDetectableDegrees", 0.25, .degrees),
  ]
  private static let nystagmus = NystagmusSummary(
    slowPhaseVelocity: [-12.345, 0.5, .nan], slowPhaseVelocityInterval: [-13 ... -11, nil, nil],
    slowPhaseSpeed: 12.3, beatDirection: 1.25, beatFrequency: 2.5, slowPhaseShape: .linear,
    beats: 40, directionConsistency: 0.99, reversalPeriod: nil)
  private static let pendular = PendularSummary(
    frequency: 3.25, amplitude: 2.12345, axis: 45, coherence: nil, spectralConcentration: 0.8,
    ellipticity: 0.25)
}
