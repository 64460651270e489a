import EyeMovements
import Foundation
import Oscillations
import Recordings
import Testing

@testable import Reports

@Suite struct RecordingDocumentTests {
  @Test func keysAreThoseOfTheContract() throws {
    let object = try document(of: Self.full)
    #expect(
      object.keys.sorted() == [
        "assessability", "episodes", "findings", "id", "notice", "nystagmus", "parameters",
        "pattern", "patterns", "pendular", "provenance", "schema", "signal",
      ])
    let finding = try #require((object["findings"] as? [[String: Any]])?.first)
    #expect(
      finding.keys.sorted() == [
        "burdenPercent", "episodes", "eyes", "hpo", "measures", "notes", "pattern", "score",
        "scoreInterval", "status",
      ])
    let episode = try #require((object["episodes"] as? [[String: Any]])?.first)
    #expect(
      episode.keys.sorted() == [
        "amplitudeDegrees", "axisDegrees", "durationSeconds", "frequencyHz", "number",
        "onsetSeconds", "pattern", "planeConcentration", "saccades",
      ])
    let contained: [String: [String]] = [
      "signal": [
        "samplingRateHz", "effectiveRateHz", "bandwidthHz", "durationSeconds", "validPercent",
        "noiseStdDegrees", "rmsS2sDegrees", "bceaSquareDegrees", "eyes", "axes", "unit",
        "resampled",
      ],
      "nystagmus": [
        "slowPhaseVelocity", "slowPhaseSpeedDegreesPerSecond", "beatDirectionDegrees",
        "beatFrequencyHz", "slowPhaseShape", "beats",
      ],
      "pendular": ["frequencyHz", "amplitudeDegrees", "axisDegrees", "coherence"],
      "provenance": ["software", "version", "fftw", "inputSha256", "inputBytes"],
    ]
    for (name, keys) in contained {
      let part = try #require(object[name] as? [String: Any])
      #expect(Set(keys).isSubset(of: part.keys), "\(name)")
    }
  }

  @Test func findingsStandInTheTablesOrder() throws {
    let findings = try #require(try document(of: Self.full)["findings"] as? [[String: Any]])
    #expect(
      findings.compactMap { $0["pattern"] as? String } == [
        "saccadic-oscillations", "opsoclonus", "ocular-flutter", "jerk-nystagmus",
        "pendular-nystagmus", "square-wave-jerks", "macrosaccadic-oscillations",
      ])
  }

  @Test func numbersHaveTheirDecimals() throws {
    let line = try RecordingDocument(Self.full, provenance: Self.provenance()).line
    for text in [
      #""noiseStdDegrees":0.0200"#, #""rmsS2sDegrees":null"#, #""validPercent":97.13"#,
      #""score":0.900"#, #""scoreInterval":[0.850,0.950]"#, #""burdenPercent":12.35"#,
      #""onsetSeconds":2.0000"#, #""beatDirectionDegrees":null"#,
      #""slowPhaseVelocity":{"horizontal":-12.35,"torsional":null,"vertical":0.50}"#,
      #""gapMedianMilliseconds":12.35,"gapMedianMillisecondsInterval":[10.00,15.00]"#,
    ] {
      #expect(line.contains(text), "\(text)")
    }
  }

  @Test func lineAndPageAreTheSameDocument() throws {
    let document = RecordingDocument(Self.full, provenance: try Self.provenance())
    let page = try JSONSerialization.jsonObject(with: Data(document.page.utf8)) as? NSDictionary
    let line = try JSONSerialization.jsonObject(with: Data(document.line.utf8)) as? NSDictionary
    #expect(page == line)
    #expect(document.line.filter { $0 == "\n" }.count == 1)
  }

  @Test func absentSummariesAreNull() throws {
    let object = try document(of: SampleAnalysis.make(level: .none))
    #expect(object["nystagmus"] is NSNull)
    #expect(object["pendular"] is NSNull)
    let finding = try #require((object["findings"] as? [[String: Any]])?.first)
    #expect(finding["score"] is NSNull)
    #expect(finding["scoreInterval"] is NSNull)
  }

  @Test func differentOptionsHaveDifferentHashes() throws {
    func hash(_ provenance: Provenance) throws -> String? {
      let object = try document(of: Self.full, provenance: provenance)
      return (object["provenance"] as? [String: Any])?["parametersSha256"] as? String
    }
    let plain = try hash(Self.provenance())
    #expect(plain == (try hash(Self.provenance())))
    #expect(plain != (try hash(Self.provenance(ReadingOptions(rate: 250)))))
    #expect(plain?.count == 64)
  }

  private func document(
    of analysis: Analysis, provenance: Provenance? = nil
  ) throws -> [String: Any] {
    let provenance = try provenance ?? Self.provenance()
    let page = RecordingDocument(analysis, provenance: provenance).page
    return try #require(
      try JSONSerialization.jsonObject(with: Data(page.utf8)) as? [String: Any])
  }

  private static func provenance(
    _ options: ReadingOptions = ReadingOptions()
  ) throws -> Provenance {
    try Provenance(parameters: Parameters(), options: options, fftw: "fftw-3")
  }

  private static let full = SampleAnalysis.make(
    consistent: [.opsoclonus],
    episodes: [
      Episode(
        number: 1, pattern: .opsoclonus, onset: 2, duration: 0.3, saccades: 0..<4, frequency: 8,
        amplitude: 5, axis: 90, planeConcentration: 0.2)
    ],
    nystagmus: NystagmusSummary(
      slowPhaseVelocity: [-12.345, 0.5, .nan], slowPhaseVelocityInterval: [-13...(-11), nil, nil],
      slowPhaseSpeed: 12.3, beatDirection: nil, beatFrequency: 2.5, slowPhaseShape: .linear,
      beats: 40, directionConsistency: 0.99, reversalPeriod: nil),
    pendular: PendularSummary(
      frequency: 4, amplitude: 2, axis: 0, coherence: nil, spectralConcentration: 0.9,
      ellipticity: 0.1),
    measures: [Measure("gapMedianMilliseconds", 12.3456, .milliseconds, interval: 10...15)])
}
