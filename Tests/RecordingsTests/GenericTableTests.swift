import Testing

@testable import Recordings

@Suite struct GenericTableTests {
  @Test func degreesAreTakenBeforePixels() throws {
    let text = rows("time_s,x_px,y_px,x_deg,y_deg", step: 0.002) { "900,500,\($0),-1.5" }
    let recording = try read(text)
    let trace = try #require(recording.traces.first)
    #expect(recording.samplingRate == 500)
    #expect(recording.unit == .degrees)
    #expect(trace.horizontal?.prefix(3) == [0, 1, 2])
    #expect(trace.vertical?.prefix(3) == [-1.5, -1.5, -1.5])
  }

  @Test(arguments: [",", ";", "\t", " ", "|"], ["\n", "\r\n", "\r", "\r\r\n"])
  func delimitersAndLineEnds(delimiter: String, end: String) throws {
    let text = rows("t_ms,left_x_deg,left_y_deg", step: 4) { "\($0).25,-\($0).5" }
    let written = text.replacing(",", with: delimiter).replacing("\n", with: end)
    let recording = try read("\u{FEFF}" + written)
    #expect(recording.samplingRate == 250)
    #expect(recording.traces.first?.eye == .left)
    #expect(recording.traces.first?.horizontal?.prefix(3) == [0.25, 1.25, 2.25])
    #expect(recording.sampleCount == 50)
  }

  /// A list with semicolons may have points or commas before the decimals; one is not inferred from
  /// the other.
  @Test(arguments: [".", ","])
  func decimalMarks(mark: String) throws {
    let text = rows("time_s,x_deg,y_deg", step: 0.004) { "\($0).25,-0.5" }
    let lines = text.replacing(",", with: ";").replacing(".", with: mark)
    let recording = try read(lines)
    #expect(recording.samplingRate == 250)
    #expect(recording.traces.first?.horizontal?.prefix(2) == [0.25, 1.25])
    #expect(recording.traces.first?.vertical?.first == -0.5)
  }

  @Test func commentsBlankLinesQuotesAndTrailingDelimiters() throws {
    let text = """
      # made by hand

      "time_ms", "x_deg" ,y_deg,

      0,"1.5", 2 ,
      # in between
      10, -1.5,2,

      20,+.5,2.,
      30,1e1,-2E0,
      """
    let recording = try read(text)
    #expect(recording.traces.first?.horizontal == [1.5, -1.5, 0.5, 10])
    #expect(recording.traces.first?.vertical == [2, 2, 2, -2])
    #expect(recording.source.malformedCells == 0)
    #expect(recording.source.irregularRows == 0)
  }

  @Test(arguments: [
    "", " ", "NaN", "nan", "n/a", "NA", ".", "-", "null", "None", "inf", "-Inf", "FAIL",
  ])
  func wordsForMissing(word: String) throws {
    let text = rows("time_ms,x_deg,y_deg", step: 2) { $0 == 1 ? "\(word),7" : "5,7" }
    let recording = try read(text)
    #expect(recording.traces.first?.horizontal?[1].isNaN == true)
    #expect(recording.traces.first?.horizontal?[2] == 5)
    #expect(recording.source.malformedCells == 0)
  }

  /// What is neither a number nor a word for missing counts; it is never missing in silence.
  @Test(arguments: ["1.2.3", "--5", "abc", "1e", "0x10", "12a", "1e400", "1,5x", "∞", "NaN(0x123)"])
  func malformedCellsAreCounted(word: String) throws {
    let text = rows("time_ms,x_deg,y_deg", step: 2) { $0 == 1 ? "\"\(word)\",7" : "5,7" }
    let recording = try read(text)
    #expect(recording.traces.first?.horizontal?[1].isNaN == true)
    #expect(recording.source.malformedCells == 1)
  }

  /// Below what a `Float` holds is nothing; beyond 64 bits is a number as any other.
  @Test(
    arguments: [
      ("1e-310", 0), ("1e-400", 0), ("-0.0", 0), ("18446744073709551616", 0x1p64),
      ("-99999999999999999999999", -1e23),
    ] as [(String, Float)])
  func numbersOfAnySizeAreRead(word: String, value: Float) throws {
    let text = rows("time_ms,x,y", step: 2) { $0 == 1 ? "\(word),7" : "5,7" }
    let recording = try read(text, options: ReadingOptions(allowsUncalibrated: true))
    #expect(recording.traces.first?.horizontal?[1] == value)
    #expect(recording.source.malformedCells == 0)
  }

  /// What stands in which column of them is not known.
  @Test func rowsOfOtherWidthAreCountedAndMissing() throws {
    let text = rows("time_ms,x_deg,y_deg", step: 2) { $0 == 3 ? "5" : $0 == 4 ? "5,7,9,11" : "5,7" }
    let recording = try read(text)
    #expect(recording.source.irregularRows == 2)
    #expect(recording.sampleCount == 50)
    for axis in [recording.traces.first?.horizontal, recording.traces.first?.vertical] {
      #expect(axis?.indices.filter { axis?[$0].isNaN == true } == [3, 4])
    }
    #expect(recording.source.remarks.contains { $0.contains("the first is line 5") })
  }

  @Test func blankCellsAtTheEndMayBeLeftOut() throws {
    let text = rows("time_ms,x_deg,y_deg,x_px,y_px", step: 2) { $0 < 40 ? "," : "1,2,3,4" }
    let recording = try read(text)
    #expect(recording.source.irregularRows == 0)
    #expect(recording.traces.first?.horizontal?.filter { !$0.isNaN }.count == 10)
  }

  /// Labels, targets and events beside the samples are not eye positions.
  @Test func columnsThatAreNotNeededAreIgnored() throws {
    let header = "t_s,evt,xT,target_x_deg,stimulus_y_deg,head_yaw_deg,x_deg,y_deg,label_RA,saccade"
    let recording = try read(rows(header, step: 0.001) { "1,9,9,9,9,\($0),2,1,0" })
    let used = recording.source.columns.filter { $0.role != nil }.map(\.name)
    // The head is no eye, but where it moves the eyes answer it.
    #expect(used == ["t_s", "head_yaw_deg", "x_deg", "y_deg"])
    #expect(recording.source.columns.map(\.name) == header.split(separator: ",").map(String.init))
  }

  @Test func rowNamesOfRAreAColumn() throws {
    let recording = try read("time_ms,x_deg,y_deg\n1,0,5,7\n2,4,6,8\n3,8,7,9\n")
    #expect(recording.samplingRate == 250)
    #expect(recording.traces.first?.horizontal == [5, 6, 7])
  }

  @Test func anUnnamedFirstColumnIsPassedOver() throws {
    let recording = try read(",time_ms,x_deg,y_deg\n0,0,5,7\n1,4,6,8\n2,8,7,9\n")
    #expect(recording.traces.first?.horizontal == [5, 6, 7])
  }

  @Test func aPreambleAndARepeatedHeaderArePassedOver() throws {
    let header = "time_ms,x_deg,y_deg"
    let text = "Subject: 17\nSite: A, B\n\n" + header + "\n0,5,7\n4,6,8\n" + header + "\n8,7,9\n"
    let recording = try read(text)
    #expect(recording.traces.first?.horizontal == [5, 6, 7])
    #expect(recording.source.malformedCells == 0)
  }

  /// Where tables of other columns or units were joined, what follows would be read as something else.
  @Test(arguments: [
    "time_ms,x_rad,y_rad", "time_ms,y_deg,x_deg", "time_s,x_deg,y_deg", "time_ms,x_deg,y_deg,pupil",
    "Time_us,Left X,Left Y", "ms,rad,rad",
  ])
  func anotherHeaderAmongTheRowsIsRefused(other: String) throws {
    let body = (0..<300).map { "\(4 * $0),0.5,-0.25\n" }.joined()
    let text = "time_ms,x_deg,y_deg\n" + body + other + "\n" + body
    let error = try #require(problem(reading: text))
    #expect(error.code == "mixed-layouts")
    for part in ["line 302", "_", "split the file there"] {
      #expect(error.description.contains(part), "\(error)")
    }
  }

  @Test(arguments: ["y_deg,x_deg", "x_rad,y_rad", "left_x_deg,left_y_deg,right_x_deg"])
  func anotherHeaderIsRefusedWithoutAClock(other: String) throws {
    let body = (0..<300).map { "\(Double($0 % 7) / 4),-0.25\n" }.joined()
    let text = "x_deg,y_deg\n" + body + other + "\n" + body
    let options = ReadingOptions(rate: 250)
    #expect(problem(reading: text, options: options)?.code == "mixed-layouts")
    let again = text.replacing(other, with: "x_deg,y_deg")
    #expect(try read(again, options: options).source.rows == 600)
  }

  /// The header again, written a little differently, and words of people.
  @Test(arguments: [
    "Time_ms, x_deg, y_deg", "\"time_ms\",\"x_deg\",\"y_deg\",", "MSG,trial 2 starts,now",
    "time out,,",
    "pause,s,", "TRIAL,left,right",
  ])
  func rowsOfWordsAmongTheSamplesAreLeftOut(words: String) throws {
    let body = (0..<300).map { "\(4 * $0),0.5,-0.25\n" }.joined()
    let recording = try read("time_ms,x_deg,y_deg\n" + body + words + "\n" + body)
    #expect(recording.source.rows == 600)
  }

  /// Of columns with decimal points and others with commas, one kind would be lost.
  @Test func aColumnWithoutNumbersIsRefused() throws {
    let text = (0..<50).map { "\($0 * 4);0.\($0);0,\($0);0.\($0);0,\($0)\n" }.joined()
    let error = problem(
      reading: "time_ms;left_x_deg;left_y_deg;right_x_deg;right_y_deg\n" + text)
    #expect(error?.code == "unreadable-positions")
    #expect(error?.description.contains("'left_y_deg', found '0,0' in line 2") == true)
  }

  /// An eye that was not tracked may hold a word of the tracker's own.
  @Test func wordsOfOneEyeAreMissing() throws {
    let text = (0..<50).map { "\($0 * 4),0.\($0),1,N/D,N/D\n" }.joined()
    let recording = try read(
      "time_ms,left_x_deg,left_y_deg,right_x_deg,right_y_deg\n" + text)
    #expect(recording.traces.first { $0.eye == .left }?.vertical?.first == 1)
    #expect(
      recording.source.remarks.contains { $0.contains("100 cells of positions hold no number") })
    let alone = problem(
      reading: "time_ms,x_deg,y_deg\n" + (0..<50).map { "\($0),1,N/D\n" }.joined())
    #expect(alone?.code == "unreadable-positions")
  }

  @Test func columnsOfAPairWithAndWithoutAUnitAreRefused() throws {
    let text = rows("time_s,left_x [°],left_y,right_x,right_y", step: 0.01) { "\($0),1,2,3" }
    let error = try #require(problem(reading: text))
    #expect(error.code == "no-unit")
    #expect(
      error.description.contains("'left_x [°]' names its unit, but 'left_y', 'right_x', 'right_y'"))
    let recording = try read(text, options: ReadingOptions(unit: .degrees))
    #expect(recording.traces.map(\.eye) == [.left, .right])
    #expect(recording.traces[0].vertical?.first == 1)
    // Columns for the same thing in another unit are passed over.
    let both = rows("time_s,x,y,x_deg,y_deg,pupil", step: 0.01) { _ in "900,700,1,2,3" }
    #expect(try read(both).traces[0].horizontal?.first == 1)
  }

  @Test(arguments: ["s,deg,deg,mm", "[ms],[pixel],[pixel],-", "(s),°,°,"])
  func unitsMayStandBelowTheNames(units: String) throws {
    let text = "time,left x,left y,pupil\n" + rows(units, step: 0.01) { "\($0).5,-\($0),3" }
    let options = units.contains("pixel") ? tenMillimetrePixels : ReadingOptions(unit: .degrees)
    let scaled = text.replacing("\n0.", with: "\n")
    let recording = try read(units.hasPrefix("[") ? scaled : text, options: options)
    #expect(recording.traces.map(\.eye) == [.left])
    #expect(recording.sampleCount == 50)
    #expect(recording.source.rows == 50)
    #expect(recording.source.columns.map(\.name) == ["time", "left x", "left y", "pupil"])
    #expect(recording.source.columns[1].unit?.hasSuffix("(name)") == true)
    // A map calls the columns by their names, whether units stand below them or not.
    let map = try ColumnMap(parsing: "time=time:s,left x=left.x:deg,left y=left.y:deg")
    let mapped = try read(text, options: ReadingOptions(columns: map))
    #expect(mapped.traces[0].horizontal?[3] == 3.5)
  }

  @Test func smoothedTwinsArePassedOver() throws {
    let text = rows("time_ms,x_filtered_deg,y_filtered_deg,x_deg,y_deg", step: 2) { "0,0,\($0),1" }
    #expect(try read(text).traces.first?.horizontal?.prefix(3) == [0, 1, 2])
  }

  @Test func theEyesGoBeforeTheirCombination() throws {
    let text = rows("time_ms,x_deg,y_deg,rx_deg,ry_deg,lx_deg,ly_deg", step: 2) {
      _ in "0,0,1,2,3,4"
    }
    let recording = try read(text)
    #expect(recording.traces.map(\.eye) == [.left, .right])
    #expect(recording.traces[0].horizontal?[0] == 3)
    #expect(recording.traces[1].horizontal?[0] == 1)
  }

  @Test func anEyeWithoutSamplesIsLeftOut() throws {
    let text = rows("time_ms,lx_deg,ly_deg,rx_deg,ry_deg", step: 2) { _ in ".,.,1,2" }
    #expect(try read(text).traces.map(\.eye) == [.right])
  }

  @Test func torsionStandsBesideTheOtherAxes() throws {
    let text = rows("time_ms,right_x_deg,right_y_deg,right_torsion_deg", step: 4) { "\($0),2,-3" }
    let trace = try #require(try read(text).traces.first)
    #expect(trace.eye == .right)
    #expect(trace.torsional?.first == -3)
  }

  @Test func theColumnsOrderDoesNotMatter() throws {
    let names = ["y_left_deg", "pupil_left", "time_ms", "x_left_deg"]
    let text =
      names.joined(separator: ",") + "\n"
      + (0..<5).map { "\($0),3.5,\($0 * 2),-\($0)" }.joined(separator: "\n")
    let trace = try #require(try read(text).traces.first)
    #expect(trace.horizontal == [0, -1, -2, -3, -4])
    #expect(trace.vertical == [0, 1, 2, 3, 4])
    #expect(trace.pupil == [3.5, 3.5, 3.5, 3.5, 3.5])
  }

  @Test func decisionsAreTold() throws {
    let text = rows("t,x_deg,y_deg", step: 2) { _ in "1,2" }
    let recording = try read(text)
    #expect(recording.samplingRate == 500)
    #expect(recording.source.remarks.count == 1)
    #expect(recording.source.remarks[0].contains("'t' is taken to be in ms"))
  }

  /// Numbers that trackers write for missing are no positions; on a screen, they lie near its horizon.
  @Test(arguments: [9999, -9999, -32768])
  func positionsWhereNoEyePointsAreMissing(mark: Int) throws {
    let text = rows("time_ms,x_deg,y_deg", step: 2) {
      $0 % 10 == 3 ? "\(mark),\(mark)" : "\($0 % 7),7"
    }
    let recording = try read(text)
    #expect(recording.traces[0].horizontal?.count { $0.isNaN } == 5)
    #expect(recording.source.remarks.contains { $0.hasPrefix("5 positions of column 'x_deg' lie") })
    let screen = ReadingOptions(
      screen: Screen(
        widthPixels: 1920, heightPixels: 1080, widthMillimetres: 531, heightMillimetres: 299),
      distance: 600)
    let pixels = try read(text.replacing("deg", with: "px"), options: screen)
    #expect(pixels.traces[0].horizontal?.count { $0.isNaN } == 5)
  }

  /// An eye whose number never changes was not recorded; where neither's does, nothing was.
  @Test func anEyeThatNeverMovesIsNoEye() throws {
    let header = "time_ms,left_x_deg,left_y_deg,right_x_deg,right_y_deg"
    let one = try read(rows(header, count: 200, step: 2) { "0,0,\($0 % 7),\($0 % 5)" })
    #expect(one.traces.map(\.eye) == [.right])
    #expect(one.source.remarks.contains { $0.contains("the left eye is the same number") })
    let none = try read(rows(header, count: 200, step: 2) { _ in "9,9,1,2" })
    #expect(none.traces.allSatisfy { $0.horizontal?.allSatisfy(\.isNaN) == true })
  }

  /// So is an axis by itself: it would halve what the other eye does, or show one plane where two are.
  @Test func anAxisThatNeverMovesIsNoAxis() throws {
    let header = "time_ms,left_x_deg,left_y_deg,right_x_deg,right_y_deg"
    let one = try read(
      rows(header, count: 200, step: 2) { "3,\($0 % 3),\($0 % 7),\($0 % 5)" })
    #expect(one.traces.map { $0.horizontal == nil } == [true, false])
    #expect(one.traces.allSatisfy { $0.vertical != nil })
    #expect(
      one.source.remarks.contains {
        $0.hasPrefix("Each horizontal position of the left eye is the same number")
      })
    let flat = try read(rows("time_ms,x_deg,y_deg", count: 200, step: 2) { "\($0 % 7),0" })
    #expect(flat.traces[0].vertical == nil && flat.traces[0].horizontal != nil)
  }

  @Test func anAxisWithoutANumberWasNotRecorded() throws {
    let recording = try read(rows("time_ms,x_deg,y_deg", step: 2) { "\($0 % 7)," })
    #expect(recording.traces[0].vertical == nil && recording.traces[0].horizontal != nil)
  }

  @Test func rowsWithoutATimeAreSaidAndFew() throws {
    func text(every: Int) -> String {
      "time_ms,x_deg,y_deg\n"
        + (0..<100).map { ($0 % every == 3 ? "" : "\($0 * 4)") + ",\($0 % 7),1\n" }.joined()
    }
    let few = try read(text(every: 20))
    #expect(few.source.remarks.contains("5 rows without a time are left out."))
    #expect(throws: RecordingError.self) { try read(text(every: 5)) }
    let many = #expect(throws: RecordingError.self) { try read(text(every: 4)) }
    #expect(many?.description.contains("holds no number in 25 of 100 rows") == true)
  }

  @Test func columnsOfPositionsWithoutNumbersAreRefused() throws {
    let text = rows("time_ms,x_deg,y_deg", step: 2) { "\($0 % 7)deg,1deg" }
    let error = #expect(throws: RecordingError.self) { try read(text) }
    #expect(error?.code == "unreadable-positions")
    #expect(error?.description.contains("column 'x_deg', found '0deg' in line 2") == true)
  }

  @Test func rowsOfOneEyeAreReadWhereTheyAreSplitOrAllOfIt() throws {
    func text(_ eye: (Int) -> String) -> String {
      table("time_ms,eye,x_deg,y_deg", times: (0..<100).map { Double($0 / 2 * 4) }) {
        "\(eye($0)),\($0 % 2),0"
      }
    }
    let both = try RecordingReader(options: ReadingOptions(splitColumn: "eye"))
      .recordings(in: Array(text { $0 % 2 == 0 ? "L" : "R" }.utf8), id: "test")
    #expect(both.map(\.id) == ["test_split-L", "test_split-R"])
    #expect(both.map(\.samplingRate) == [250, 250])
    #expect(both.map { $0.traces[0].horizontal?.first } == [0, 1])
    #expect(problem(reading: text { _ in "L" }) == nil)
  }

  @Test(arguments: [1, 2]) func remarksCount(slips: Int) throws {
    var lines = rows("time_ms,x_deg,y_deg", count: 200, step: 4) { "\($0 % 7),0" }
      .split(separator: "\n").map(String.init)
    for slip in 0..<slips {
      lines[10 + slip] = "n,1,2"
      lines[20 + slip] += ",3"
      lines[30 + slip] = "\((29 + slip) * 4),high,0"
      lines[40 + slip] = "\((39 + slip) * 4),999,0"
    }
    let remarks = try read(lines.joined(separator: "\n")).source.remarks.joined(separator: "\n")
    let one = ["row without a time is", "row has", "cell of positions holds", "position of column"]
    let two = ["rows without a time are", "rows have", "cells of positions hold", "positions of"]
    for text in slips == 1 ? one : two {
      #expect(remarks.contains("\(slips) \(text)"), "\(remarks)")
    }
  }
}
