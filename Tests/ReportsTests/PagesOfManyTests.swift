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
    let analyses = try kinds.enumerated().map {
      try Self.judged($0.element, id: "sub-\($0.offset)_task-\($0.element.rawValue)").analysis
    }
    let groups = Participants("participant_id\tgroup\nsub-0\tA&B\nsub-1\tA&B\nsub-2\tC\n")
    let page = PageText(
      CohortPage(
        rows: analyses.map { ScoreRow($0) }, entries: [], groups: groups, trace: { _ in nil }
      ).text)
    var patterns: [String: Int] = [:]
    for analysis in analyses {
      let document = try Self.document(analysis)
      let row = try #require(page.cells(from: "<tr data-pattern", holding: ">\(analysis.id)<"))
      let pattern = try #require(document["pattern"] as? String)
      patterns[pattern, default: 0] += 1
      #expect(row[2] == Self.words(pattern))
      let patternFinding = document.finding(pattern)
      let lead =
        patternFinding.isEmpty ? document.finding("saccadic-oscillations") : patternFinding
      let isScored = lead["score"] is Double
      func measure(_ name: String) -> Double? {
        document.measure(name, of: "saccadic-oscillations")
      }
      // After the id, the trace and the pattern. Where nothing could be judged, a burden or a rate
      // would say too much.
      let expected: [(Any?, String)] = [
        (lead["score"], ""), (isScored ? lead["burdenPercent"] : nil, "%"),
        (isScored ? measure("episodesPerMinute") : nil, "/min"),
        (measure("amplitudeMedianDegrees"), "°"), (measure("frequencyMedianHertz"), "Hz"),
        (document["assessability", "saccadicOscillations", "assessableSeconds"], "s"),
        (document["signal", "effectiveRateHz"], "Hz"),
      ]
      #expect(row.count == 3 + expected.count)
      for (cell, (value, unit)) in zip(row.dropFirst(3), expected) {
        #expect(PageText.isRounded(cell, value), "\(analysis.id): \(cell)")
        #expect(!(value is Double) || cell.hasSuffix(unit), "\(analysis.id): \(cell)")
      }
      // Its dot among the distributions.
      let burden = document.finding("saccadic-oscillations")["burdenPercent"]
      let dot = page.texts("<title>", to: "</title>").first { $0.hasPrefix(analysis.id + ": ") }
      #expect((dot != nil) == isScored)
      if let dot {
        #expect(PageText.isRounded(String(dot.dropFirst(analysis.id.count)), burden), "\(dot)")
      }
    }
    for (pattern, count) in patterns {
      let row = page.cells(from: "<tr>", holding: ">\(Self.words(pattern))<")
      #expect(row?.dropFirst().first == String(count), "\(pattern)")
    }
    let summary = try #require(page.texts("<h1>", to: "</h1>").first)
    let known = patterns.filter { Pattern(rawValue: $0.key) != nil }.values.reduce(0, +)
    #expect(
      PageText.numbers(summary).map { Int($0) } == [kinds.count, known]
        + ["none-seen", "indeterminate", "not-assessable"].compactMap { patterns[$0] })
    #expect(page.html.contains(">A&amp;B (2)</text>") && page.html.contains(">C (1)</text>"))
  }

  @Test func theCourseSaysWhatItsDocumentHolds() throws {
    let visits = try [SimulationKind.opsoclonus, .flutter, .jerkNystagmus].enumerated().map {
      let judged = try Self.judged($0.element, id: "sub-01_ses-\($0.offset + 1)")
      return Visit(judged.analysis, of: judged.recording)
    }
    let courses = Course.courses(of: visits)
    let page = PageText(CoursePage(courses).text)
    let document = try #require(StoredValues(CourseDocument(courses).page))
    let course = try #require((document["courses"] as? [[String: Any]])?.first)
    let measures = try #require(course["measures"] as? [[String: Any]])
    let rows = page.rows(ofTable: "measures")
    #expect(rows.count == measures.count)
    let units = ["1/min": "/min", "degree": "°", "degree^2": "deg²", "degree/s": "°/s", "%": "%"]
    for (row, measure) in zip(rows, measures) {
      let unit = try #require((measure["unit"] as? String).flatMap { units[$0] })
      let values = try #require(measure["values"] as? [Any])
      let changes = try #require(measure["changesFromFirst"] as? [Any])
      #expect(row.count == 1 + values.count)
      for (index, (value, change)) in zip(values, changes).enumerated() {
        let texts = row[index + 1].components(separatedBy: "change ")
        #expect(Self.tells(texts[0], value, unit), "\(row[0]), visit \(index + 1)")
        // A change of a percentage is in points.
        let changeUnit = unit == "%" ? "points" : unit
        #expect(
          Self.tells(texts.count > 1 ? texts[1] : "", change, changeUnit), "\(row[0]), \(index)")
      }
    }
    let sentence = try #require(page.texts("<p class=\"answer\"", to: "</p>").first)
    for text in [rows[0][1], rows[0][3].components(separatedBy: "change ")[0]] {
      #expect(sentence.contains(text), "\(sentence)")
    }
    let doubts = try #require(course["doubts"] as? [String])
    #expect(!doubts.isEmpty)
    for doubt in doubts { #expect(page.html.contains(">\(Markup.text(doubt).text)<")) }
    let seen = try #require(course["visits"] as? [[String: Any]])
    for (row, visit) in zip(page.rows(ofTable: "visits"), seen) {
      #expect(row[1] == visit["id"] as? String)
      #expect(row[2] == Self.words(try #require(visit["pattern"] as? String)))
      for (cell, key) in zip(
        row[3...5], ["assessableSeconds", "effectiveRateHz", "noiseStdDegrees"])
      {
        #expect(PageText.isRounded(cell, visit[key]), "\(key): \(cell)")
      }
    }
    #expect(page.rows(ofTable: "visits").count == seen.count)
  }

  /// Numbers, then words, then what has none: in any order in which they come.
  @Test func visitsAreInTheOrderOfTheirSessions() throws {
    let judged = try Self.judged(.viewing, id: "a")
    let visit = Visit(judged.analysis, of: judged.recording)
    let sessions = ["2", "10", "1a", "baseline", nil]
    for orders in [[4, 1, 2, 0, 3], [2, 1, 4, 3, 0], [3, 0, 4, 1, 2], [1, 2, 0, 4, 3]] {
      let visits = orders.map { visit.named(subject: "01", session: sessions[$0]) }
      #expect(Course.courses(of: visits).map { $0.visits.map(\.session) } == [sessions])
    }
  }

  /// Where bursts are found in part, more of them may be there, and no change can be told.
  @Test func lowerBoundsAreToldFromMeasures() throws {
    let slow = try Self.judged(.opsoclonus, id: "sub-01_ses-1", rate: 60)
    let fast = try Self.judged(.opsoclonus, id: "sub-01_ses-2", rate: 500)
    let isBound = slow.analysis.findings.contains { $0.burdenIsLowerBound }
    #expect(isBound)
    let visits = [slow, fast].map { Visit($0.analysis, of: $0.recording) }
    let page = PageText(CoursePage(Course.courses(of: visits)).text)
    let burden = try #require(page.rows(ofTable: "measures").first)
    #expect(burden[1].hasPrefix("≥ ") && !burden[2].hasPrefix("≥ "))
    #expect(!burden[2].contains("change"))
    let rows = [slow, fast].map { ScoreRow($0.analysis) }
    let cohort = PageText(
      CohortPage(rows: rows, entries: [], groups: nil, trace: { _ in nil }).text)
    let cells = try rows.map {
      try #require(cohort.cells(from: "<tr data-pattern", holding: ">\($0.id)<"))
    }
    #expect(cells[0][4].hasPrefix("≥ ") && !cells[1][4].hasPrefix("≥ "))
  }

  /// At 80 Hz the small saccades of bursts are lost, and the others look smaller than they are; at 60 Hz
  /// none of 1.5 degrees is seen.
  @Test(arguments: [(SimulationKind.flutter, 80.0, "part only"), (.viewing, 60, "as small as")])
  func visitsThatLoseSmallBurstsShowNoChange(
    kind: SimulationKind, rate: Double, doubt: String
  ) throws {
    let fast = try Self.judged(.flutter, id: "sub-01_ses-1", rate: 500, amplitude: 1.5)
    let slow = try Self.judged(kind, id: "sub-01_ses-2", rate: rate, amplitude: 1.5)
    for pair in [[fast, slow], [slow, fast]] {
      let visits = pair.map { Visit($0.analysis, of: $0.recording) }
      #expect(!visits.contains { $0.id.hasSuffix("1") && $0.burdenIsLowerBound })
      let course = Course(subject: "01", visits: visits)
      for quantity in [Course.Quantity.burden(nil), .rate(nil), .amplitude] {
        let series = try #require(course.measures.first { $0.quantity == quantity })
        #expect(series.changes == [nil, nil], "\(quantity)")
      }
      let page = CoursePage([course]).text
      #expect(page.contains(doubt) && page.contains("No two visits can be compared"))
    }
  }

  private static func judged(
    _ kind: SimulationKind, id: String, rate: Double = 250, amplitude: Double? = nil
  ) throws -> (recording: Recording, analysis: Analysis) {
    var simulation = Simulation(kind: kind, seed: 5, duration: 14, severity: 0.6)
    simulation.amplitude = amplitude
    simulation.tracker.samplingRate = rate
    let simulated = try simulation.run().recording
    let recording = Recording(
      id: id, samplingRate: simulated.samplingRate, runs: simulated.runs,
      traces: simulated.traces, quantity: simulated.quantity, unit: simulated.unit,
      frame: simulated.frame, clock: simulated.clock, source: Source(format: "table"))
    return (recording, Analyzer().analysis(of: recording))
  }

  private static func document(_ analysis: Analysis) throws -> StoredValues {
    let provenance = try Provenance(
      parameters: Parameters(), options: ReadingOptions(), fftw: "fftw-3")
    return try #require(StoredValues(RecordingDocument(analysis, provenance: provenance).page))
  }

  private static func words(_ pattern: String) -> String {
    pattern.replacing("-", with: " ").replacing("square wave", with: "square-wave")
  }

  /// Whether a text gives the value and the interval of an estimate, to the digits that it has, in
  /// its unit.
  private static func tells(_ text: String, _ estimate: Any, _ unit: String) -> Bool {
    guard let estimate = estimate as? [String: Any], let value = estimate["value"] as? Double else {
      return PageText.numbers(text).isEmpty
    }
    let numbers = text.replacing("deg²", with: "").replacing("+", with: "")
    return PageText.areRounded(numbers, [value] + (estimate["interval"] as? [Double] ?? []))
      && text.contains(unit)
  }
}
