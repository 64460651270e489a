import EyeMovements
import Foundation
import Oscillations
import Recordings
import Simulation
import Testing

@testable import Reports

/// A recording's page says the words and numbers of its JSON: read back from the page, cell by cell.
@Suite struct RecordingPageGoldenTests {
  static let kinds: [SimulationKind] = [
    .opsoclonus, .flutter, .flutterOpsoclonus, .opsoclonusWithNystagmus, .jerkNystagmus,
    .torsional, .pendular, .squareWaveJerks, .macrosaccadicOscillations, .viewing, .noise,
  ]

  @Test(arguments: kinds)
  func theMeasuresAreThoseOfTheDocument(kind: SimulationKind) throws {
    let golden = try Golden(kind)
    let rows = golden.page.rows(ofTable: "measures")
    #expect((4...10).contains(rows.count))
    for row in rows {
      let expected = try #require(golden.measure(row[0]), "\(row[0]) is in no document")
      let (value, interval) = (row[1], row[2])
      #expect(PageText.isRounded(value, expected.value), "\(row)")
      if expected.value != nil { #expect(value.hasSuffix(expected.unit), "\(row)") }
      if expected.value == nil { #expect(value == "n/a" && !interval.isEmpty, "\(row)") }
      if expected.value != nil {
        let numbers = interval.hasPrefix("P") ? String(interval.drop { $0 != ":" }) : interval
        #expect(PageText.areRounded(numbers, expected.interval), "\(row)")
      }
      #expect(row[3].contains("⚑") == expected.isFlagged, "\(row)")
    }
  }

  @Test(arguments: kinds)
  func theSentenceIsThatOfTheDocument(kind: SimulationKind) throws {
    let golden = try Golden(kind)
    let sentence = try #require(golden.page.texts("<h1>", to: "</h1>").first)
    let also = golden.page.texts("<p class=\"also\"", to: "</p>").first ?? ""
    // Up to the end of the clause.
    let named = "\(sentence) \(also)".components(separatedBy: "consistent with ").dropFirst().map {
      String($0.prefix { $0 != "." && $0 != "," })
    }
    let patterns = try #require(golden.document["patterns"] as? [String])
    for pattern in Pattern.allCases {
      let isNamed = named.contains {
        $0 == pattern.words || pattern == .jerkNystagmus && $0.hasSuffix(pattern.words)
      }
      let leads = golden.document["pattern"] as? String == pattern.rawValue
      let expected =
        leads || patterns.contains(pattern.rawValue) && pattern != .saccadicOscillations
      #expect(isNamed == expected, "\(pattern)")
    }
    #expect(PageText.areRounded(sentence, golden.numbersOfSentence), "\(sentence)")
    if let direction = golden.document.number("nystagmus", "beatDirectionDegrees") {
      let side = (direction + 45).truncatingRemainder(dividingBy: 360)
      let name = ["right", "up", "left", "down"][Int(side / 90)]
      #expect(named.contains { $0.contains("\(name)-") })
    }
  }

  @Test(arguments: kinds)
  func scoreAssessabilityAndSignalAreThoseOfTheDocument(kind: SimulationKind) throws {
    let golden = try Golden(kind)
    let score = try #require(golden.page.texts("<div class=\"score\">", to: "</strong>").first)
    let finding = golden.document.finding(golden.lead)
    let interval = finding["scoreInterval"] as? [Double] ?? []
    #expect(
      PageText.areRounded(score, [finding["score"] as? Double].compactMap(\.self) + interval))
    let families = golden.page.texts("<p><strong>", to: "</p>").filter {
      $0.contains("assessable.")
    }
    #expect(families.count == 2)
    for (text, key) in zip(families, ["saccadicOscillations", "nystagmus"]) {
      let level = try #require(golden.document["assessability", key, "level"] as? String)
      let word = ["full": "yes", "limited": "in part", "none": "no"][level]
      #expect(text.contains(": \(word ?? "?"), "))
      let seconds = golden.document.number("assessability", key, "assessableSeconds")
      #expect(PageText.isRounded(String(text.drop { $0 != "," }), seconds))
      let reasons = golden.document["assessability", key, "reasons"] as? [[String: Any]] ?? []
      for reason in reasons.prefix(3) {
        #expect(text.contains(try #require(reason["text"] as? String)))
      }
    }
    let facts = golden.page.texts("<li><b>", to: "</li>")
    for (name, key, unit) in [
      ("sampled", "samplingRateHz", "Hz"), ("effective rate", "effectiveRateHz", "Hz"),
      ("bandwidth", "bandwidthHz", "Hz"), ("valid", "validPercent", "%"),
      ("noise (STD)", "noiseStdDegrees", "°"),
    ] {
      let fact = try #require(facts.first { $0.hasSuffix(name) }, "\(name)")
      #expect(PageText.isRounded(fact, golden.document.number("signal", key)), "\(fact)")
      #expect(fact.contains(unit + " "), "\(fact)")
    }
    for (word, count) in golden.losses {
      #expect(facts.contains { $0.hasPrefix("\(count) \(word)") }, "\(word)")
    }
    let hash = try #require(golden.document["provenance", "parametersSha256"] as? String)
    #expect(golden.page.html.contains("parameters \(hash.prefix(8)) · input"))
  }

  @Test(arguments: kinds)
  func whatSeparatesTheAlternativesIsThatOfTheDocument(kind: SimulationKind) throws {
    let golden = try Golden(kind)
    let rows = golden.page.rows(ofTable: "alternatives")
    #expect((3...4).contains(rows.count))
    for row in rows {
      let numbers = PageText.numbers(row[2])
      guard let shown = numbers.first else { continue }
      let candidates = golden.separating(row[0]).compactMap(\.self)
      #expect(
        candidates.contains { PageText.isRounded(row[2], $0) }, "\(row): \(shown)")
    }
  }

  @Test func sizesOfUncalibratedRecordingsAreInTheirUnit() throws {
    let golden = try Golden(.flutter, unit: .pixels)
    let rows = golden.page.rows(ofTable: "measures")
    let amplitude = try #require(rows.first { $0[0] == "Their amplitude" })
    #expect(amplitude[1].hasSuffix("\u{202f}px"))
    #expect(
      PageText.isRounded(
        amplitude[1],
        golden.document.measure("amplitudeMedianDegrees", of: "saccadic-oscillations")))
    #expect(!rows.contains { $0[1].contains("°") || $0[1].contains("deg") })
    #expect(!rows.contains { $0[0].contains("main sequence") })
    #expect(golden.page.html.contains("velocity,\u{202f}px/s:"))
  }
}
