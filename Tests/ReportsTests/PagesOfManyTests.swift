import Cohorts
import Foundation
import Oscillations
import Recordings
import Simulation
import Testing

@testable import Reports

/// The pages of a cohort and of a course say the words and numbers of the JSON beside them.
@Suite struct PagesOfManyTests {
  @Test func theCohortSaysWhatItsDocumentsHold() throws {
    let kinds: [SimulationKind] = [
      .opsoclonus, .flutter, .jerkNystagmus, .pendular, .squareWaveJerks, .viewing, .noise,
    ]
    let judged = try kinds.map { try Self.judged($0, id: "sub-01_task-\($0.rawValue)") }
    let analyses = judged.map(\.analysis)
    let page = CohortPage(
      rows: analyses.map { ScoreRow($0) }, entries: [], groups: nil, trace: { _ in nil }
    ).text
    var patterns: [String: Int] = [:]
    for analysis in analyses {
      let document = try Self.document(analysis)
      let row = try #require(
        Self.cells(page, from: "<tr data-pattern", holding: ">\(analysis.id)<"))
      let pattern = try #require(document["pattern"] as? String)
      patterns[pattern, default: 0] += 1
      #expect(row.contains(Self.words(pattern)))
      let findings = try #require(document["findings"] as? [[String: Any]])
      let lead = findings.first { $0["pattern"] as? String == pattern } ?? findings[0]
      let assessability = try #require(document["assessability"] as? [String: Any])
      let family = try #require(assessability["saccadicOscillations"] as? [String: Any])
      let signal = try #require(document["signal"] as? [String: Any])
      // After the id, the trace and the pattern: score, burden, …, assessable time, rate.
      #expect(Self.isRounded(row[3], lead["score"], decimals: 2))
      // Where nothing could be judged, a burden would say too much.
      let burden = lead["score"] is Double ? lead["burdenPercent"] : nil
      #expect(Self.isRounded(row[4], burden, decimals: 1))
      #expect(Self.isRounded(row[8], family["assessableSeconds"], decimals: 1))
      #expect(Self.isRounded(row[9], signal["effectiveRateHz"], decimals: 0))
    }
    for (pattern, count) in patterns {
      let row = Self.cells(page, from: "<tr>", holding: ">\(Self.words(pattern))<")
      #expect(row?.dropFirst().first == String(count), "\(pattern)")
    }
    #expect(page.contains("\(kinds.count) recordings:"))
  }

  @Test func theCourseSaysWhatItsDocumentHolds() throws {
    let visits = try [SimulationKind.opsoclonus, .flutter, .jerkNystagmus].enumerated().map {
      let judged = try Self.judged($0.element, id: "sub-01_ses-\($0.offset + 1)")
      return Visit(judged.analysis, of: judged.recording)
    }
    let courses = Course.courses(of: visits)
    let page = CoursePage(courses).text
    let document = try #require(Self.object(CourseDocument(courses).page))
    let course = try #require((document["courses"] as? [[String: Any]])?.first)
    let measures = try #require(course["measures"] as? [[String: Any]])
    #expect(measures.count == courses[0].measures.count)
    for (series, measure) in zip(courses[0].measures, measures) {
      let name = CourseWords.name(series.quantity)
      let row = try #require(Self.cells(page, from: "<tr>", holding: ">\(name)<"), "\(name)")
      let values = try #require(measure["values"] as? [Any])
      let changes = try #require(measure["changesFromFirst"] as? [Any])
      for (index, (value, change)) in zip(values, changes).enumerated() {
        let texts = row[index + 1].components(separatedBy: "change ")
        #expect(Self.tells(texts[0], value), "\(name), visit \(index + 1)")
        #expect(Self.tells(texts.count > 1 ? texts[1] : "", change), "\(name), \(index + 1)")
      }
    }
    let doubts = try #require(course["doubts"] as? [String])
    #expect(!doubts.isEmpty)
    for doubt in doubts { #expect(page.contains(">\(Markup.text(doubt).text)<")) }
  }

  private static func judged(
    _ kind: SimulationKind, id: String
  ) throws -> (recording: Recording, analysis: Analysis) {
    var simulation = Simulation(kind: kind, seed: 5, duration: 14, severity: 0.6)
    simulation.tracker.samplingRate = 250
    let simulated = try simulation.run().recording
    let recording = Recording(
      id: id, samplingRate: simulated.samplingRate, runs: simulated.runs,
      traces: simulated.traces, quantity: simulated.quantity, unit: simulated.unit,
      frame: simulated.frame, clock: simulated.clock, source: Source(format: "table"))
    return (recording, Analyzer().analysis(of: recording))
  }

  private static func document(_ analysis: Analysis) throws -> [String: Any] {
    let provenance = try Provenance(
      parameters: Parameters(), options: ReadingOptions(), fftw: "fftw-3")
    return try #require(object(RecordingDocument(analysis, provenance: provenance).page))
  }

  private static func object(_ text: String) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
  }

  private static func words(_ pattern: String) -> String {
    pattern.replacing("-", with: " ").replacing("square wave", with: "square-wave")
  }

  /// The texts of the cells of the first row that holds something.
  private static func cells(
    _ page: String, from opening: String, holding text: String
  ) -> [String]? {
    page.components(separatedBy: opening).dropFirst()
      .map { $0.components(separatedBy: "</tr>")[0] }
      .first { $0.contains(text) }
      .map { row in
        row.replacing("</td>", with: "</th>").components(separatedBy: "</th>").dropLast()
          .map { Self.text(of: String($0)) }
      }
  }

  private static func text(of markup: String) -> String {
    var text = ""
    var isTag = !markup.hasPrefix("<")
    for character in markup.drop(while: { $0 != "<" && $0 != ">" }) {
      if character == "<" {
        isTag = true
      } else if character == ">" {
        isTag = false
      } else if !isTag {
        text.append(character)
      }
    }
    return text
  }

  private static func numbers(_ text: String) -> [Double] {
    text.replacing("\u{2212}", with: "-").components(
      separatedBy: CharacterSet(charactersIn: "0123456789.-").inverted
    ).compactMap(Double.init)
  }

  /// Whether a text begins with a number of a document, rounded; a dash where it has none.
  private static func isRounded(_ text: String, _ value: Any?, decimals: Int) -> Bool {
    guard let value = value as? Double else { return numbers(text).isEmpty }
    guard let shown = numbers(text).first else { return false }
    return abs(shown - value) <= 0.5 * pow(10, -Double(decimals)) + 1e-9
  }

  /// Whether a text gives the value and the interval of an estimate, to the digits that it has.
  private static func tells(_ text: String, _ estimate: Any) -> Bool {
    guard let estimate = estimate as? [String: Any] else { return numbers(text).isEmpty }
    let expected =
      [estimate["value"] as? Double].compactMap(\.self)
      + (estimate["interval"] as? [Double] ?? [])
    let shown = numbers(text)
    return shown.count == expected.count
      && zip(shown, expected).allSatisfy { abs($0 - $1) <= 0.05 + 1e-9 }
  }
}
