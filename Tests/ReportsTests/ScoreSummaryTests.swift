import Oscillations
import Recordings
import Testing

@testable import Reports

@Suite struct ScoreSummaryTests {
  @Test func theTableLeadsWithThePatternAndNamesTheOthers() {
    let text = table([
      SampleAnalysis.make(
        id: "a", consistent: [.opsoclonus, .saccadicOscillations, .jerkNystagmus])
    ])
    #expect(
      text == """
        RECORDING  PATTERN     SCORE [95 %]      BURDEN  EPISODES  ASSESSED    RATE
        a          opsoclonus  0.90 [0.85–0.95]  12.4 %         3    18.8 s  500 Hz
            also jerk nystagmus

        """)
  }

  @Test func notAssessableHasNoScoreAndSaysWhy() {
    let lines = table([SampleAnalysis.make(id: "a", level: .none)]).split(separator: "\n")
    #expect(
      lines[1] == "a          not assessable  –                  –         –     0.0 s  500 Hz")
    #expect(lines[2] == "    The rate is too low.")
  }

  @Test func noneSeenSaysWhatCouldHaveBeenMissed() {
    let measures = [
      Measure("upperRatePerMinute", 9.5, .perMinute),
      Measure("smallestDetectableDegrees", 0.3, .degrees),
    ]
    let text = table([SampleAnalysis.make(id: "a", measures: measures)])
    #expect(text.contains("none seen"))
    #expect(text.contains("bursts of 0.3° or more: fewer than 9.5 a minute (95 %)"))
    let uncalibrated = table([
      SampleAnalysis.make(id: "a", measures: measures, unit: .arbitrary)
    ])
    #expect(uncalibrated.contains("    bursts: fewer than 9.5 a minute (95 %)"))
  }

  @Test func burdenOfBurstsFoundInPartIsALowerBound() {
    let part = Remark("bursts-found-in-part", "The burden is a lower bound.")
    let text = table([SampleAnalysis.make(id: "a", consistent: [.opsoclonus], notes: [part])])
    #expect(text.contains("≥ 12.4 %"))
  }

  @Test func whatIsUndecidedIsNamed() {
    let text = table([
      SampleAnalysis.make(id: "a", indeterminate: [.opsoclonus, .ocularFlutter])
    ])
    #expect(text.contains("a          indeterminate  0.60 [0.55–0.65]"))
    #expect(text.contains("undecided: opsoclonus, ocular flutter"))
  }

  @Test func remarksStandBesideTheRowWhereThereIsRoom() {
    let text = table([SampleAnalysis.make(id: "a", level: .none)], width: 140)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasSuffix("RATE  REMARK"))
    #expect(lines[1].hasSuffix("500 Hz  The rate is too low."))
  }

  @Test(arguments: [60, 80, 100, 160])
  func noLineIsWiderThanTheTerminal(width: Int) {
    let long = String(repeating: "folder/", count: 20) + "眼球運動"
    let analyses = [
      SampleAnalysis.make(id: long, consistent: Pattern.allCases),
      SampleAnalysis.make(id: long + "2", indeterminate: Pattern.allCases),
    ]
    let lines = table(analyses, width: width).split(separator: "\n")
    // Below 80 only the id gives way: the numbers stand.
    #expect(lines.allSatisfy { String($0).displayWidth <= max(width, 100) })
    #expect(lines[1].contains("…"))
  }

  @Test func namesDoNotDrawOnTheScreen() {
    let text = table([SampleAnalysis.make(id: "a\u{1b}[31m\nb\u{202e}c")])
    #expect(text.contains("a\u{fffd}[31m\u{fffd}b\u{fffd}c"))
  }

  @Test func colourOnlyAddsToTheText() {
    let rows = [ScoreSummary(SampleAnalysis.make(id: "a", level: .none))]
    let plain = ScoreSummaryTable(rows).text(width: 100, colour: false)
    let coloured = ScoreSummaryTable(rows).text(width: 100, colour: true)
    #expect(coloured.replacing(#/\u{1b}\[[0-9]+m/#, with: "") == plain)
    #expect(coloured != plain)
  }

  @Test func pathsAreShortenedInTheirMiddle() {
    #expect("folder/recording-17".shortened(to: 11) == "folde…ng-17")
    #expect("short".shortened(to: 11) == "short")
  }

  private func table(_ analyses: [Analysis], width: Int = 100) -> String {
    ScoreSummaryTable(analyses.map(ScoreSummary.init)).text(width: width, colour: false)
  }
}
