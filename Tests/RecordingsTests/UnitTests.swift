import Testing

@testable import Recordings

@Suite struct UnitTests {
  /// `atan(offset from the middle / distance)` for each axis, y up.
  @Test func pixelsOfAScreenBecomeDegrees() throws {
    let text = rows("time_ms,x_px,y_px", step: 2) { _ in "80,10" }
    let recording = try read(text, options: tenMillimetrePixels)
    // 30 pixels of 10 mm to the right and up, from 600 mm: atan(1/2).
    #expect(abs(try #require(recording.traces[0].horizontal?.first) - 26.565051) < 1e-5)
    #expect(abs(try #require(recording.traces[0].vertical?.first) - 26.565051) < 1e-5)
    #expect(recording.unit == .degrees)
  }

  @Test func sharesOfAScreenBecomeDegrees() throws {
    var options = tenMillimetrePixels
    options.unit = .screenShare
    let recording = try read(rows("time_ms,x,y", step: 2) { _ in "0.8,0.875" }, options: options)
    #expect(abs(try #require(recording.traces[0].horizontal?.first) - 26.565051) < 1e-5)
    #expect(abs(try #require(recording.traces[0].vertical?.first) + 26.565051) < 1e-5)
  }

  @Test func radiansBecomeDegrees() throws {
    let recording = try read(rows("time_ms,x_rad,y_rad", step: 2) { _ in "0.5,-0.25" })
    #expect(abs(try #require(recording.traces[0].horizontal?.first) - 28.64789) < 1e-4)
    #expect(abs(try #require(recording.traces[0].vertical?.first) + 14.323945) < 1e-4)
  }

  @Test func theUnitOptionNamesWhatTheFileDoesNotSay() throws {
    let text = rows("time_ms,x,y", step: 2) { _ in "3,4" }
    let recording = try read(text, options: ReadingOptions(unit: .degrees))
    #expect(recording.source.columns[1].unit == "deg (option)")
    #expect(recording.traces[0].horizontal?.first == 3)
  }

  @Test func directionsBecomeAngles() throws {
    let header = "time_ms,gaze_direction_x,gaze_direction_y,gaze_direction_z"
    let recording = try read(rows(header, step: 2) { $0 == 0 ? "0.5,0,0.8660254" : "0,-0.6,0.8" })
    let trace = try #require(recording.traces.first)
    #expect(abs(try #require(trace.horizontal?[0]) - 30) < 1e-4)
    #expect(abs(try #require(trace.vertical?[1]) + 36.869896) < 1e-4)
  }

  /// Lines that are signals are read by the rules of columns.
  @Test func signalsKeepToTheColumnMap() throws {
    let text =
      "Impulse\nElapsed Time (s);0,00;0,01;0,02;0,03;0,04;0,05\n"
      + "Eye Data;(1,5);(2,5);(-99,0);(1e39,0);(x);(4,0)\n"
    var eye = ColumnMap.Entry(
      column: "Eye Data", role: "x", unit: "deg/s", isReversed: true, missing: [-99])
    eye.part = 1
    let time = ColumnMap.Entry(column: "Elapsed Time (s)", role: "time", unit: "s")
    let bytes = Array(text.utf8)
    var reader = RecordingReader(options: ReadingOptions(columns: ColumnMap(columns: [time, eye])))
    let recording = try #require(try reader.recordings(in: bytes, id: "a").first)
    #expect(same(recording.traces[0].horizontal, [-1, -2, .nan, .nan, .nan, -4]))
    #expect(recording.source.malformedCells == 2)
    reader.rowLimit = 5
    #expect(throws: RecordingError.self) { try reader.recordings(in: bytes, id: "a") }
  }

  /// HREF lies on a plane 15000 units away, whatever the screen and its distance.
  @Test(arguments: [ReadingOptions(), tenMillimetrePixels])
  func aScreenChangesNoHREF(_ options: ReadingOptions) throws {
    let text =
      "MSG\t1 DISPLAY_COORDS 0 0 1919 1079\nSTART\t1\tLEFT\tSAMPLES\n"
      + "SAMPLES\tHREF\tLEFT\tRATE\t250.00\n"
      + (0..<9).map { "\(4 * $0)\t7500.0\t-7500.0\t900.0\t...\n" }.joined()
      + "END\t36\tSAMPLES\tEVENTS\tRES\t45.00\t42.00\n"
    let trace = try #require(try read(text, options: options, name: "a.asc").traces.first)
    #expect(abs(try #require(trace.horizontal?.first) - 26.565051) < 1e-4)
    #expect(abs(try #require(trace.vertical?.first) - 26.565051) < 1e-4)
  }

  /// Optical axes of Neon's eyes, the left one's and the right one's, which rise from row to row.
  private func directions(
    _ header: String, stamps: [Int], cells: (Int) -> String
  ) -> String {
    table(
      "timestamp [ns],optical axis left x,optical axis left y,optical axis left z,"
        + "optical axis right x,optical axis right y,optical axis right z" + header,
      times: stamps.map { Double($0) * 5e6 }
    ) { "0,0.0\(stamps[$0] % 7),1,0,\(-0.01 * Double(stamps[$0])),1" + cells($0) }
  }

  @Test func directionsAreSplit() throws {
    let text = directions(",trial", stamps: Array(0..<40)) { ",\($0 / 20)" }
    let parts = try RecordingReader(options: ReadingOptions(splitColumn: "trial"))
      .recordings(in: Array(text.utf8), id: "a")
    #expect(parts.map(\.id) == ["a_split-0", "a_split-1"])
    // atan(0.19) and atan(0.2).
    #expect(abs(try #require(parts[0].traces[1].vertical?.last) - 10.757967) < 1e-4)
    #expect(abs(try #require(parts[1].traces[1].vertical?.first) - 11.309932) < 1e-4)
  }

  /// Rows that share a stamp and a direction are one sample.
  @Test func repeatedDirectionsAreDuplicates() throws {
    let recording = try read(directions("", stamps: (0..<40).map { $0 / 2 }) { _ in "" })
    #expect(recording.sampleCount == 20 && recording.clock.duplicates == 20)
  }

  /// V is volts behind an axis.
  @Test(arguments: ["left_x_mV,left_y_mV", "left_x [mV],left_y [mV]", "left_x_V,left_y_V"])
  func voltsAreUncalibrated(names: String) throws {
    let text = rows("time_s," + names, step: 0.01) { "\($0),\($0 % 5)" }
    #expect(problem(reading: text)?.code == "uncalibrated")
    let recording = try read(text, options: ReadingOptions(allowsUncalibrated: true))
    #expect(recording.unit == .arbitrary)
    #expect(recording.traces.map(\.eye) == [.left])
    #expect(recording.traces[0].horizontal?[7] == 7 && recording.traces[0].vertical?[7] == 2)
  }

  @Test(arguments: ["60", "60cm", "600 mm", "0.6m"])
  func aDistanceIsReadInItsUnit(distance: String) throws {
    let text =
      "#SimpleGazeTrackerDataFile\n#DATAFORMAT,T,LX,LY\n#SCREEN_WIDTH,100\n#SCREEN_HEIGHT,80\n"
      + "#DOTS_PER_CENTIMETER_H,1\n#DOTS_PER_CENTIMETER_V,1\n#VIEWING_DISTANCE,\(distance)\n#START_REC\n"
      + (0..<9).map { "\(4 * $0),\($0 < 8 ? 110 : 111),40\n" }.joined()
    // One distance to the right of the centre.
    let horizontal = try #require(try read(text).traces[0].horizontal?.first)
    #expect(abs(horizontal - 45) < 1e-4)
  }

  @Test func theTimeIsNotOfferedAsAPosition() {
    let error = problem(reading: rows("time_s,HEOG,VEOG", step: 0.01) { _ in "1,2" })
    #expect(error?.description.contains("--columns 'time_s'=time:s,'HEOG'=x:deg") == true)
  }

  /// Options that say another thing than the file change nothing, and the result says so.
  @Test func optionsThatContradictTheFileAreNamed() throws {
    let text = rows("time_s,x_deg,y_deg", step: 0.01) { "\($0 % 9),1" }
    let plain = try read(text)
    #expect(plain.source.remarks.isEmpty)
    for (options, remark) in [
      (ReadingOptions(unit: .radians), "unit rad is not the file's, which says deg"),
      (ReadingOptions(unit: .pixels), "unit px is not the file's, which says deg"),
    ] {
      let recording = try read(text, options: options)
      #expect(recording.traces[0].horizontal == plain.traces[0].horizontal)
      #expect(recording.source.remarks.count == 1)
      #expect(recording.source.remarks[0].contains(remark))
    }
    #expect(try read(text, options: ReadingOptions(unit: .degrees)).source.remarks.isEmpty)
  }

  @Test func uncalibratedPositionsKeepTheirUnit() throws {
    let text = rows("time_ms,x_px,y_px", step: 2) { _ in "80,10" }
    let recording = try read(text, options: ReadingOptions(allowsUncalibrated: true))
    #expect(recording.unit == .pixels)
    #expect(recording.traces[0].horizontal?.first == 80)
    #expect(recording.traces[0].vertical?.first == -10)
  }

  @Test func velocityIsReadAsVelocity() throws {
    let recording = try read(rows("time_ms,left_x_velocity [deg/s]", step: 4) { "\($0)" })
    #expect(recording.quantity == .velocity)
    #expect(recording.traces[0].eye == .left)
    #expect(recording.traces[0].vertical == nil)
  }

  /// Velocities that no eye reaches are numbers for missing, in any unit.
  @Test(arguments: [
    ("deg/s", "1e9", 3), ("deg/s", "-3.4e38", 3), ("deg/s", "9999", 3),
    ("rad/s", "-90", 3), ("deg/s", "1200", 0), ("rad/s", "20", 0),
  ])
  func velocitiesThatNoEyeReachesAreMissing(_ unit: String, _ value: String, _ lost: Int) throws {
    let recording = try read(
      rows("time_ms,x_velocity [\(unit)],y_velocity [\(unit)]", step: 4) {
        "\($0 < 3 ? value : "1.\($0)"),0.\($0)"
      })
    #expect(recording.source.missingRows == lost)
    #expect(recording.traces[0].horizontal?.filter(\.isNaN).count == lost)
    #expect(recording.source.remarks.contains { $0.contains("no eye reaches") } == (lost > 0))
  }

  /// A torsion that is a position is left out where the rest is velocity; pixels may have one.
  @Test func torsionIsOfTheSameQuantity() throws {
    let text = rows(
      "time_ms,x_velocity [deg/s],y_velocity [deg/s],torsion [deg]", step: 4
    ) { "\($0),1,7" }
    let velocity = try read(text)
    #expect(velocity.quantity == .velocity && velocity.traces[0].torsional == nil)
    let pixels = try read(
      rows("time_ms,x_px,y_px,torsion_deg", step: 4) { "\($0),1,\($0)" },
      options: ReadingOptions(allowsUncalibrated: true))
    #expect(pixels.unit == .pixels && pixels.traces[0].torsional?.last == 49)
  }

  @Test(arguments: ["valid", "Valid"])
  func oneIsGoodInAColumnCalledValid(name: String) throws {
    let text = rows("time_ms,x_deg,y_deg,\(name)", step: 2) { "1,2,\($0 % 2)" }
    let horizontal = try #require(try read(text).traces[0].horizontal)
    #expect(horizontal[0].isNaN && horizontal[1] == 1)
  }

  /// Numbers that are negative, fractional or large are themselves, and digits are numbers, whichever
  /// way rows are read.
  @Test(
    arguments: [
      ("255", ["255", "-7", "0.3", "5"]), ("-7", ["-7", "255", "0.3", "1"]),
      ("0.3", ["0.3", "-7", "255", "0"]), (">=3", ["3", "1", "2", "-3"]),
      (">=0.5", ["7", "0", "0.3", "-7"]), (">=200", ["255", "1", "199", "0.3"]),
    ])
  func onlyTheValuesThatAreCalledGoodAreGood(_ good: String, _ values: [String]) throws {
    let text = rows("time_ms,x_deg,y_deg,q", step: 2) { "\($0),2,\(values[$0 % 4])" }
    let map = try ColumnMap(parsing: "time_ms=time,x_deg=x,y_deg=y,q=validity:" + good)
    let horizontal = try #require(
      try read(text, options: ReadingOptions(columns: map)).traces[0].horizontal)
    #expect(horizontal.prefix(8).map(\.isNaN) == (0..<8).map { $0 % 4 > 0 })
  }

  /// 0 good to 4 lost, as Tobii counts.
  @Test func tobiisValidity() throws {
    let text = rows("time_ms,x_deg,y_deg,validity", step: 2) { "1,2,\($0 % 5)" }
    let recording = try read(text)
    let horizontal = try #require(recording.traces[0].horizontal)
    #expect(horizontal.prefix(5).map(\.isNaN) == [false, false, true, true, true])
    #expect(recording.source.remarks.contains { $0.contains("Tobii") })
  }

  /// The value that goes with lost positions is the bad one, whichever it is.
  @Test(arguments: [0, 1])
  func validityOfEitherMeaning(good: Int) throws {
    let text = rows("time_ms,x_deg,y_deg,validity", step: 2) {
      $0 % 3 == 0 ? "-1,-1,\(1 - good)" : "5,6,\(good)"
    }
    let horizontal = try #require(try read(text).traces[0].horizontal)
    #expect(horizontal[0].isNaN && horizontal[1] == 5)
  }

  @Test func wordsOfValidity() throws {
    let text = rows("time_ms,x_deg,y_deg,validity", step: 2) {
      "1,2,\($0 == 0 ? "Invalid" : "Valid")"
    }
    let horizontal = try #require(try read(text).traces[0].horizontal)
    #expect(horizontal[0].isNaN && horizontal[1] == 1)
  }

  @Test func validityOfOneEyeLeavesTheOther() throws {
    let text = rows("time_ms,lx_deg,rx_deg,left_valid,right_valid", step: 2) { "1,2,\($0 % 2),1" }
    let recording = try read(text)
    #expect(recording.traces[0].horizontal?[0].isNaN == true)
    #expect(recording.traces[1].horizontal?[0] == 2)
  }

  @Test func lowConfidenceIsMissing() throws {
    let text = rows("time_ms,x_deg,y_deg,confidence", step: 2) { "1,2,\($0 == 0 ? 0.59 : 0.6)" }
    let horizontal = try #require(try read(text).traces[0].horizontal)
    #expect(horizontal[0].isNaN && horizontal[1] == 1)
  }

  /// In percent, a limit of 0.6 would let everything pass.
  @Test(arguments: ["85", "85.5"]) func aConfidenceInPercentTakesALimit(good: String) throws {
    let text = rows("time_ms,x_deg,y_deg,confidence", step: 2) { "1,2,\($0 == 0 ? "12" : good)" }
    let error = try #require(problem(reading: text))
    #expect(error.code == "ambiguous-validity" && error.description.contains("validity:>=60"))
    let map = try ColumnMap(
      parsing: "time_ms=time:ms,x_deg=x:deg,y_deg=y:deg,confidence=validity:>=60")
    let horizontal = try #require(
      try read(text, options: ReadingOptions(columns: map)).traces[0].horizontal)
    #expect(horizontal[0].isNaN && horizontal[1] == 1)
  }

  @Test func aColumnMapSaysWhatNamesDoNot() throws {
    let map = try ColumnMap(parsing: "TS=time:ms,A=left.x:deg,b=left.y:deg,q=validity:0")
    let text = rows("TS,A,B,Q,x_deg", step: 4) { "1,2,\($0 == 3 ? 9 : 0),7" }
    let recording = try read(text, options: ReadingOptions(columns: map))
    #expect(recording.samplingRate == 250)
    #expect(recording.traces.map(\.eye) == [.left])
    #expect(recording.traces[0].horizontal?[2] == 1)
    #expect(recording.traces[0].horizontal?[3].isNaN == true)
  }

  @Test func aColumnMapGivesTheLeastGoodValue() throws {
    let map = try ColumnMap(parsing: "TS=time:ms,x=1=left.x:deg,b=left.y:deg,q=left.validity:>=0.6")
    let text = rows("TS,x=1,B,Q", step: 4) { "1,2,\($0 == 3 ? 0.59 : 0.6)" }
    let trace = try read(text, options: ReadingOptions(columns: map)).traces[0]
    #expect(trace.horizontal?[2] == 1)
    #expect(trace.horizontal?[3].isNaN == true)
  }

  @Test func aColumnMapNumbersColumnsWithoutAHeader() throws {
    let map = try ColumnMap(parsing: "1=time:ms,3=x:deg,2=y:deg")
    let recording = try read(
      "0,1,5\n4,2,6\n8,3,7\n", options: ReadingOptions(columns: map))
    #expect(recording.traces[0].horizontal == [5, 6, 7])
    #expect(recording.traces[0].vertical == [1, 2, 3])
  }

  @Test func aColumnMayBeReversed() throws {
    let entries = [
      ColumnMap.Entry(column: "t", role: "time", unit: "ms"),
      ColumnMap.Entry(column: "x", role: "horizontal", unit: "deg", isReversed: true),
    ]
    let text = rows("t,x", step: 4) { "\($0)" }
    let recording = try read(text, options: ReadingOptions(columns: ColumnMap(columns: entries)))
    #expect(recording.traces[0].horizontal?[2] == -2)
  }

  @Test(arguments: [
    "", "x", "x=nothing", "x=x:furlong", "time_ms=time:fortnight,x=x:deg", "time_ms=time:ms",
    "x=x:deg,y=x:deg", "x=validity:maybe", "time_ms=time:ms,x=x:deg,x=y:deg",
    "time_ms=time:ms,x=x:deg,2=pupil", "x=time:ms,x=x:deg",
  ])
  func badColumnMaps(line: String) {
    do throws(RecordingError.Problem) {
      let options = ReadingOptions(columns: try ColumnMap(parsing: line))
      let text = rows("time_ms,x,y", step: 4) { _ in "1,2" }
      #expect(problem(reading: text, options: options)?.code == "bad-column-map")
    } catch {
      #expect(error.code == "bad-column-map")
    }
  }

  @Test func aPositionsColumnMayTellItsValidity() throws {
    var map = try ColumnMap(parsing: "time_ms=time:ms,x=x:deg,y=y:deg")
    map.columns.append(ColumnMap.Entry(column: "x", role: "validity", atLeast: 1))
    let text = rows("time_ms,x,y", step: 4) { "\($0),1" }
    let recording = try read(text, options: ReadingOptions(columns: map))
    #expect(recording.traces[0].vertical?.prefix(2).map(\.isNaN) == [true, false])
  }

  @Test func aColumnSplitsAFileIntoRecordings() throws {
    let text = rows("time_ms,trial,x_deg,y_deg", count: 60, step: 4) { "t\($0 / 20 % 2),\($0),1" }
    let reader = RecordingReader(options: ReadingOptions(splitColumn: "trial"))
    let recordings = try reader.recordings(in: Array(text.utf8), id: "s1")
    #expect(recordings.map(\.id) == ["s1_split-t0", "s1_split-t1"])
    #expect(recordings.map(\.sampleCount) == [40, 20])
    #expect(recordings[0].runs.count == 2)
    #expect(recordings[1].traces[0].horizontal?.first == 20)
    #expect(recordings[1].runs[0].onset == 0)
  }
}
