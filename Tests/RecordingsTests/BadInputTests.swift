import Testing

@testable import Recordings

/// Each bad input ends in one sentence that names the file, what was found and what to do.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var code: String
    var text: String
    /// Parts of the message.
    var says: [String]
    var options = ReadingOptions()
    var testDescription: String { code }
  }

  static let cases: [Case] = [
    Case(code: "empty", text: "", says: ["empty"]),
    Case(code: "empty", text: "\n \n\n", says: ["empty"]),
    Case(code: "header-only", text: "time_s,x_deg,y_deg\n", says: ["3 columns", "no row"]),
    Case(
      code: "no-position-column", text: rows("time_s,a,b", step: 0.01) { _ in "1,2" },
      says: ["'a', 'b'", "--columns 'time_s'=time:s,'a'=x:deg"]),
    Case(
      code: "bad-column-map", text: rows("time_s,a,b", step: 0.01) { _ in "1,2" },
      says: ["names no time", "--rate"],
      options: ReadingOptions(columns: try? ColumnMap(parsing: "a=x:deg"))),
    Case(
      code: "no-position-column",
      text: "#SimpleGazeTrackerDataFile\n#DATAFORMAT,\n#START_REC\n1,2,3\n2,3,4\n3,4,5\n",
      says: ["no columns"]),
    Case(
      code: "bad-column-map",
      text: "Impulse\nElapsed Time (s);0,00;0,01;0,02\nEye Data;1;2;3\nHead Data;1;0;1\n",
      says: ["'validity'", "each line is a signal"],
      options: ReadingOptions(
        columns: try? ColumnMap(
          parsing: "Elapsed Time (s)=time:s,Eye Data=x:deg/s,Head Data=validity:0"))),
    Case(
      code: "pixels-without-geometry", text: rows("time_s,x_px,y_px", step: 0.01) { _ in "1,2" },
      says: ["pixels", "--screen", "--distance", "--uncalibrated"]),
    Case(
      code: "pixels-without-geometry", text: rows("time_s,x_px,y_px", step: 0.01) { _ in "1,2" },
      says: ["screen's size is not known"], options: ReadingOptions(distance: 600)),
    // Centimetres that are taken for millimetres, in the size and in the distance.
    Case(
      code: "implausible-screen", text: rows("time_s,x_px,y_px", step: 0.01) { _ in "1,2" },
      says: ["53.1 by 29.9 mm at 600.0 mm", "--screen"],
      options: ReadingOptions(
        screen: Screen(
          widthPixels: 1920, heightPixels: 1080, widthMillimetres: 53.1, heightMillimetres: 29.9),
        distance: 600)),
    Case(
      code: "implausible-screen", text: rows("time_s,x_px,y_px", step: 0.01) { _ in "1,2" },
      says: ["531.0 by 299.0 mm at 60.0 mm", "--distance"],
      options: ReadingOptions(
        screen: Screen(
          widthPixels: 1920, heightPixels: 1080, widthMillimetres: 531, heightMillimetres: 299),
        distance: 60)),
    Case(
      code: "no-unit", text: rows("time_s,x,y", step: 0.01) { _ in "1,2" },
      says: ["'x', 'y'", "--unit deg"]),
    Case(
      code: "no-clock", text: "x_deg,y_deg\n1,2\n1,2\n1,2\n1,2\n",
      says: ["no time", "'x_deg', 'y_deg'", "--rate"]),
    Case(
      code: "rows-of-one-eye",
      text: rows("time_ms,eye,x_deg,y_deg", step: 2) { "\($0 % 2 == 0 ? "L" : "R"),1,2" },
      says: ["'eye'", "--split"]),
    Case(
      code: "rows-of-one-eye",
      text: rows("time_ms,\"Recorded eye\",x_deg,y_deg", step: 2) {
        "\"\($0 % 2 == 0 ? "left" : "Right eye")\",1,2"
      },
      says: ["'Recorded eye'", "--split"]),
    Case(
      code: "rows-of-one-eye",
      text: rows("time_ms,eye_id,x_deg,y_deg", step: 2) { "\($0 % 2),1,2" },
      says: ["'eye_id'", "--split"]),
    Case(
      code: "constant-clock", text: table("t,x_deg,y_deg", times: Array(repeating: 1, count: 9)),
      says: ["'t'", "does not advance", "line 2", "--rate"]),
    Case(
      code: "clock-backward",
      text: table("time_s,x_deg,y_deg", times: (0..<50).map { Double(50 - $0) / 10 }),
      says: ["'time_s'", "backwards in 49 of 50 rows"]),
    Case(
      code: "no-time-unit",
      text: table("time,x_deg,y_deg", times: (0..<50).map { Double($0) * 0.15 }),
      says: ["'time'", "--rate"]),
    Case(
      code: "unreadable-clock", text: rows("i,time_s,x_deg,y_deg", step: 1) { "n\($0),1,2" },
      says: ["'time_s'", "no number"]),
    Case(
      code: "irregular-rows", text: rows("time_s,x_deg,y_deg", step: 0.01) { "1,2,3,\($0)" },
      says: ["50 of 50 rows", "line 2", "header's 3"]),
    Case(
      code: "not-samples",
      text: "fixation,start_ms,end_ms,duration_ms,x_px,y_px\n1,0,200,200,5,5\n2,250,400,150,6,6\n",
      says: ["fixations", "raw samples"]),
    Case(
      code: "not-samples", text: "onset\tduration\ttrial_type\n0.1\t0.2\tsaccade\n",
      says: ["events"]),
    Case(
      code: "too-few-samples", text: "time_s,x_deg,y_deg\n0,1,2\n0.01,1,2\n", says: ["found 2"]),
    Case(
      code: "no-header", text: "0,1.5,2.5\n2,1.6,2.4\n4,1.7,2.2\n",
      says: ["3 columns", "--columns"]),
    Case(
      code: "ambiguous-validity",
      text: rows("time_s,x_deg,y_deg,validity", step: 0.01) { "1,2,\($0 % 2)" },
      says: ["'validity'", "0 and 1"]),
    Case(
      code: "no-position-column",
      text: rows("time_s,gaze_direction_x,gaze_direction_y", step: 0.01) { _ in "0.1,0.2" },
      says: ["'gaze_direction_x'"]),
    Case(
      code: "bad-column-map", text: rows("time_s,a,b", step: 0.01) { _ in "0.1,0.2" },
      says: ["direction x, y and z"],
      options: ReadingOptions(
        columns: try? ColumnMap(parsing: "time_s=time,a=direction.x,b=direction.y"))),
    Case(
      code: "bad-column-map", text: rows("time_s,x,y", step: 0.01) { _ in "1,2" },
      says: ["positions", "velocities"],
      options: ReadingOptions(columns: try? ColumnMap(parsing: "time_s=time,x=x:deg,y=y:deg/s"))),
    Case(
      code: "bad-column-map", text: rows("time_s,x,y", step: 0.01) { _ in "1,2" },
      says: ["some positions are degrees"],
      options: ReadingOptions(
        columns: try? ColumnMap(parsing: "time_s=time,x=x:deg,y=y:px"), allowsUncalibrated: true)),
    Case(
      code: "ambiguous-validity",
      text: rows("time_s,x_deg,y_deg,validity", step: 0.01) { "1,2,0.\($0 % 20 + 80)" },
      says: ["'validity'", "other than whole"]),
    Case(
      code: "implausible-rate", text: table("time_s,x_deg,y_deg", times: [0, 1e4, 2e4, 3e4]),
      says: ["'time_s', read in s", "between 0.5 and 200000", "--columns"]),
    // Milliseconds under the name of seconds, with the rate that they give.
    Case(
      code: "implausible-rate", text: rows("time_s,x_deg,y_deg", step: 4) { _ in "1,2" },
      says: ["'time_s', read in s", "0.25 samples"], options: ReadingOptions(rate: 250)),
    Case(
      code: "implausible-rate", text: "x_deg,y_deg\n1,2\n1,2\n1,2\n1,2\n",
      says: ["1000000.0 Hz", "--rate"], options: ReadingOptions(rate: 1e6)),
    Case(
      code: "nothing-in-range", text: rows("time_s,x_deg,y_deg", step: 0.01) { _ in "1,2" },
      says: ["between 7.0 s and 8.0 s", "0.5 s"], options: ReadingOptions(from: 7, to: 8)),
    Case(
      code: "unknown-column", text: rows("time_s,x_deg,y_deg", step: 0.01) { _ in "1,2" },
      says: ["'trial'"], options: ReadingOptions(splitColumn: "trial")),
    Case(
      code: "not-samples", text: "Dear all,\nplease find the data attached.\nBest\n",
      says: ["without a table"]),
  ]

  @Test(arguments: cases)
  func isRefusedWithOneSentence(_ bad: Case) throws {
    let error = try #require(problem(reading: bad.text, options: bad.options))
    #expect(error.code == bad.code)
    #expect(error.kind == .data)
    #expect(error.description.hasPrefix("test.csv: "))
    #expect(!error.description.contains("\n"))
    for part in bad.says { #expect(error.description.contains(part), "\(error)") }
  }

  @Test func binaryIsNoText() throws {
    var bytes = Array("SR_RESEARCH".utf8)
    bytes += (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }
    #expect(problem(reading: bytes)?.code == "binary")
  }

  @Test(arguments: [2, 4], [true, false])
  func wideCharactersAreNamed(width: Int, isLittle: Bool) throws {
    let text = rows("time_s,x_deg,y_deg", step: 0.01) { "\($0),1" }
    for mark in ["\u{FEFF}", ""] {
      let bytes = (mark + text).unicodeScalars.flatMap { scalar in
        let bytes = (0..<width).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(8 * $0)) }
        return isLittle ? bytes : bytes.reversed()
      }
      let error = try #require(problem(reading: bytes))
      #expect(error.code == "not-utf8")
      #expect(
        error.description.contains("UTF-\(8 * width)") && error.description.contains("as UTF-8"))
    }
  }

  /// The micro sign of another encoding does not leave seconds.
  @Test func aSignThatIsNoTextIsNotPassedOver() throws {
    let body = (0..<50).map { "\($0 * 4000),1,2\n" }.joined()
    for sign in [0xB5, 0xE6] as [UInt8] {
      let header = Array("time (".utf8) + [sign] + Array("s),x_deg,y_deg\n".utf8)
      let recording = try #require(
        RecordingReader().recordings(in: header + Array(body.utf8), id: "test").first)
      #expect(recording.samplingRate == 250)
      #expect(recording.source.columns[0].unit == "us (deduced)")
    }
  }

  /// All rows are counted, those without a time as well.
  @Test func irregularRowsAreSomeOfAll() throws {
    let text = "time_s,x_deg,y_deg\n" + rows("time_s;x;y", step: 0.01) { "1;\($0)" }
    let good = (0..<100).map { "\(Double($0) / 100),1,2\n" }.joined()
    let error = try #require(problem(reading: text.replacing("y_deg\n", with: "y_deg\n" + good)))
    #expect(error.description.contains("51 of 151 rows"))
  }

  @Test func aStartBehindTheEndNamesNoEnd() throws {
    let text = rows("time_s,x_deg,y_deg", step: 0.01) { _ in "1,2" }
    let error = try #require(problem(reading: text, options: ReadingOptions(from: 100)))
    #expect(error.description.contains("no sample lies after 100.0 s of a recording of 0.5 s"))
  }

  @Test func aZeroByteFarInsideIsABadCell() throws {
    var text = rows("time_s,x_deg,y_deg", count: 40_000, step: 0.001) { _ in "1.25,2.5" }
    text += "40,1\u{0}5,2\n"
    let recording = try read(text)
    #expect(recording.source.malformedCells == 1)
  }

  @Test func theRateHelpsWhereTheClockIsUseless() throws {
    let options = ReadingOptions(rate: 250)
    for text in [
      "x_deg,y_deg\n1,2\n1,2\n1,2\n1,2\n",
      table("t,x_deg,y_deg", times: Array(repeating: 1, count: 4)),
      table("time_s,x_deg,y_deg", times: [4, 3, 2, 1]),
    ] {
      let recording = try read(text, options: options)
      #expect(recording.samplingRate == 250)
      #expect(recording.clock.rateIsDeclared)
      #expect(recording.sampleCount == 4)
    }
  }

  @Test func aVeryLongLineIsRefused() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: (1 << 24) + 5000)
    #expect(problem(reading: bytes)?.code == "line-too-long")
  }

  @Test func thousandsOfColumnsAreRead() throws {
    let names = (0..<5_000).map { "c\($0)" }.joined(separator: ",")
    let cells = repeatElement("1", count: 5_000).joined(separator: ",")
    let text =
      "time_ms,x_deg,y_deg,\(names)\n"
      + (0..<3).map { "\($0 * 2),5,6,\(cells)\n" }.joined()
    #expect(try read(text).traces.first?.horizontal == [5, 5, 5])
  }
}
