import Foundation
import Testing

@testable import Recordings

/// What real exports do to a reader, each seen in a file of the field; numbered as they were noted.
@Suite struct TrapTests {
  private let header = "time_ms,x_deg,y_deg"

  private func first(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws -> Float {
    try #require(try read(text, options: options).traces.first?.horizontal?.first)
  }

  // 1: a byte-order mark; inside gzip: BIDSTests.
  @Test func aByteOrderMarkIsNoPartOfTheFirstName() throws {
    let recording = try read("\u{FEFF}" + rows(header, step: 2) { _ in "5,6" })
    #expect(recording.source.columns[0].name == "time_ms")
  }

  // 2: line ends.
  @Test(arguments: ["\r\n", "\r", "\r\r\n"])
  func linesEndInManyWays(_ end: String) throws {
    let text = rows(header, step: 2) { "\($0),6" }.replacing("\n", with: end)
    #expect(try read(text).source.rows == 50)
  }

  // 3: the delimiter says nothing about the decimals.
  @Test(arguments: [".", ","])
  func semicolonsGoWithEitherDecimal(_ point: String) throws {
    let text = rows("time_ms;x_deg;y_deg", step: 2) { _ in "" }.split(separator: "\n").enumerated()
      .map { $0 == 0 ? String($1) : "\(2 * $0);1\(point)5;-0\(point)25" }
    #expect(try first(text.joined(separator: "\n")) == 1.5)
  }

  // 4: separators that the file declares.
  @Test(arguments: [(";", ","), ("|", "."), (";", ".")])
  func declaredSeparatorsAreFollowed(_ list: String, _ point: String) throws {
    let rows = (0..<5).map { "\(40000 * $0)\(list)1\(point)5\(list)-2\(point)5" }
    let text =
      "<ListSeparator>\(list)</ListSeparator><DecimalSeparator>\(point)</DecimalSeparator>\n"
      + "<Time><LateralHead><EyeVelHR>\n" + rows.joined(separator: "\n")
    #expect(try first(text) == -2.5)
  }

  // 5: the name says nothing; gzip under another name: InputTests.
  @Test(arguments: ["a.csv", "a.xls", "a.txt", "a"])
  func theContentDecidesNotTheName(_ name: String) throws {
    let text = rows(header, step: 2) { _ in "5,6" }.replacing(",", with: "\t")
    #expect(try read(text, name: name).source.rows == 50)
  }

  // 6: a delimiter at the end makes no column; 7: a first column without a name.
  @Test func phantomColumnsAreNone() throws {
    let text = rows(header + ",", step: 2) { _ in "5,6," }
    #expect(try read(text).source.columns.count == 3)
    let indexed = rows(",time_ms,x_deg,y_deg", step: 1) { "\(2 * $0),5,6" }
    #expect(try first(indexed) == 5)
  }

  // 8: spaces, dates, brackets and units in names.
  @Test func namesCarrySpacesAndUnits() throws {
    #expect(try first(rows("Time [ms], Gaze X (deg), Gaze Y (deg)", step: 2) { _ in "5,6" }) == 5)
  }

  // 9: no header; a repeated one; a preamble; comments.
  @Test func headersAreMissingOrRepeatedOrLate() throws {
    let body = (0..<20).map { "\(2 * $0),5,6" }.joined(separator: "\n")
    let map = try ColumnMap(parsing: "1=time:ms,2=x:deg,3=y:deg")
    #expect(try first(body, ReadingOptions(columns: map)) == 5)
    #expect(problem(reading: body)?.code == "no-header")
    let second = (20..<40).map { "\(2 * $0),5,6" }.joined(separator: "\n")
    let joined = try read([header, body, header, second].joined(separator: "\n"))
    #expect(joined.source.rows == 40 && joined.source.malformedCells == 0)
    let preamble = (1...45).map { "Setting \($0): on" }.joined(separator: "\n")
    #expect(try first(preamble + "\n\n" + header + "\n" + body) == 5)
    #expect(try first("# one\n## two\n% three\n" + header + "\n# four\n" + body) == 5)
  }

  // 11: one trial a row, its samples side by side, is no table of samples.
  @Test func tablesOfTrialsAreRefused() {
    let wide = (0..<5).map { row in (0..<300).map { "\($0 * row)" }.joined(separator: ",") }
    #expect(problem(reading: wide.joined(separator: "\n"))?.code == "no-header")
  }

  // 12: all units of time, with all their digits.
  @Test(arguments: [
    ("s", "1685088813.%03d", 4), ("ms", "1685088813%03d", 4), ("us", "1685088813%03d000", 4),
    ("ns", "1685088813%03d000017", 4), ("100ns", "638342794%03d0003", 4), ("ms", "-%03d", -4),
  ])
  func timesKeepTheirDigits(_ unit: String, _ format: String, _ step: Int) throws {
    let text = (0..<100).map { row in
      let number = step > 0 ? row * step : 500 + row * step
      return String(format: format, number) + ",5,6"
    }
    let map = try ColumnMap(parsing: "t=time:\(unit),x=x:deg,y=y:deg")
    let recording = try read(
      "t,x,y\n" + text.joined(separator: "\n"), options: ReadingOptions(columns: map))
    #expect(recording.clock.gaps == 0 && recording.clock.jitter < 1e-6)
    #expect(recording.sampleCount == 100)
  }

  // 13: no clock, or a column called time that is none.
  @Test func withoutAClockTheRateIsAskedFor() throws {
    let text = "x_deg,y_deg\n" + String(repeating: "5,6\n", count: 20)
    #expect(problem(reading: text)?.code == "no-clock")
    #expect(try read(text, options: ReadingOptions(rate: 60)).samplingRate == 60)
    let constant = "t,x_deg,y_deg\n" + String(repeating: "1,5,6\n", count: 20)
    #expect(problem(reading: constant)?.code == "constant-clock")
  }

  // 14: repeats, jitter, restarts and gaps, which nothing bridges.
  @Test func restartsAndGapsBeginNewRuns() throws {
    let times = (0..<50).map { 4.0 * Double($0) }
    let restart = try read(table(header, times: times + times))
    #expect(restart.runs.count == 2 && restart.clock.stepsBack == 1)
    let gap = try read(table(header, times: times + times.map { $0 + 98_000 }))
    #expect(gap.runs.count == 2 && gap.clock.gaps == 1)
    let late = try read(
      table("Time,X Coordinate,Y Coordinate", times: [1245.3] + times + [200, 204]),
      options: ReadingOptions(allowsUncalibrated: true))
    #expect(late.source.format == "webgazer")
  }

  // 15: marks of missing values.
  @Test(arguments: [".", "", "NaN", "nan", "-", "FAIL", "n/a", "NOPURKINJE"])
  func marksOfMissingValuesAreMissing(_ mark: String) throws {
    let recording = try read(rows(header, step: 2) { $0 == 3 ? "\(mark),\(mark)" : "5,6" })
    #expect(recording.source.missingRows == 1 && recording.source.malformedCells == 0)
  }

  // 16: origins, and the order of the eyes.
  @Test func theRightEyeMayComeFirst() throws {
    let recording = try read(
      rows("t,x_right,x_left,y_right,y_left", step: 0.002) { _ in "1,2,3,4" },
      options: ReadingOptions(unit: .degrees))
    #expect(recording.traces.map(\.eye) == [.left, .right])
    #expect(recording.traces[0].horizontal?.first == 2 && recording.traces[0].vertical?.first == 4)
  }

  // 17: degrees cannot be known.
  @Test func pixelsWithoutGeometryAreRefused() {
    #expect(
      problem(reading: rows("time_ms,x_px,y_px", step: 2) { _ in "5,6" })?.code
        == "pixels-without-geometry")
  }

  // 18: a geometry without a unit.
  @Test(arguments: [("0.6", "1.0", "0.8"), ("60", "100", "80"), ("600", "1000", "800")])
  func aGeometryIsInWhatMakesSense(_ distance: String, _ width: String, _ height: String) throws {
    let text =
      "gaze 100 80\ngeometry distance \(distance) width \(width) height \(height)\n"
      + (0..<5).map { "\(4000 * $0) 80.0 10.0 1\n" }.joined()
    #expect(abs(try first(text) - FormatSample.half) < 1e-3)
  }

  // 19: filtered twins.
  @Test func filteredTwinsArePassedOver() throws {
    let text = rows("time_ms,filtered_x_deg,filtered_y_deg,x_deg,y_deg", step: 2) { _ in "1,1,5,6" }
    #expect(try first(text) == 5)
  }

  // 20: velocity, and the head's beside it.
  @Test func velocitiesAreNoPositions() throws {
    let text = rows("time_ms,eye_x [deg/s],head_x [deg/s]", step: 4) { _ in "-12,12" }
    let recording = try read(text)
    #expect(recording.quantity == .velocity && recording.traces.count == 1)
    #expect(recording.headSpeed?.allSatisfy { $0 == 12 } == true)
  }

  // 21: one eye of two lost.
  @Test func oneEyeMayBeLostAlone() throws {
    let text = rows("time_ms,lx_deg,ly_deg,rx_deg,ry_deg", step: 2) { $0 < 9 ? ",,5,6" : "1,2,5,6" }
    let source = try read(text).source
    #expect(source.missingRows == 0)
    #expect(source.missing == [.init(eye: .left, rows: 9), .init(eye: .right, rows: 0)])
  }

  // 22: tables of events, and other devices' samples.
  @Test(arguments: [
    "RECORDING_SESSION_LABEL,CURRENT_FIX_X,CURRENT_FIX_Y,CURRENT_FIX_DURATION\ns,1,2,200\ns,1,2,9",
    "section id,saccade id,start timestamp [ns],end timestamp [ns],duration [ms]\na,1,5,9,4\na,2,5,9,4",
    "section id,timestamp [ns],gyro x [deg/s],roll [deg],pitch [deg]\na,1,5,9,4\na,2,5,9,4\na,3,5,9,4",
    "{\"ts\":484838561,\"s\":0,\"gp\":[0.5,0.5]}\n{\"ts\":484838562,\"s\":0,\"gp\":[0.5,0.5]}",
  ])
  func whatHoldsNoSamplesIsRefused(_ text: String) {
    #expect(["not-samples", "no-position-column"].contains(problem(reading: text)?.code))
  }

  // 23: nothing but a header.
  @Test func aHeaderAloneIsRefused() {
    #expect(problem(reading: header + "\r\n\r\n")?.code == "header-only")
  }

  // 24: letters beyond ASCII; 25: many columns.
  @Test func namesMayBeForeignAndMany() throws {
    let names = (0..<86).map { "\u{394}\u{8A66}\($0)" }.joined(separator: ",")
    let cells = Array(repeating: "7", count: 86).joined(separator: ",")
    let text = rows("time_\u{B5}s,\(names),x_deg,y_deg", step: 2000) { _ in cells + ",5,6" }
    #expect(try first(text) == 5)
  }

  /// A column's values make recordings of their own, also where they come back.
  @Test func aColumnSplitsTheFile() throws {
    let text = rows("time_ms,trial,x_deg,y_deg", step: 2) { "\($0 / 10 % 2),\($0),6" }
    let options = ReadingOptions(splitColumn: "trial")
    let parts = try RecordingReader(options: options).recordings(in: Array(text.utf8), id: "a")
    #expect(parts.map(\.id) == ["a_split-0", "a_split-1"])
    #expect(parts.map(\.source.rows) == [30, 20])
    #expect(parts[0].runs.count == 3 && parts[1].traces[0].horizontal?.first == 10)
  }
}
