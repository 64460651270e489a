import Testing

@testable import Recordings

/// The quick way through rows gives what the plain way gives.
@Suite struct RowKernelTests {
  /// Tables of odd cells, widths and line ends, made at random.
  @Test(arguments: 0..<60)
  func theTwoWaysAgree(seed: Int) throws {
    var random = Congruential(seed: UInt64(seed))
    let table = RandomTable(&random)
    let quick = try columns(of: table.text, isQuick: true)
    let plain = try columns(of: table.text, isQuick: false)
    #expect(quick.rows == plain.rows)
    #expect(quick.time.stamps == plain.time.stamps)
    #expect(quick.codes == plain.codes)
    #expect(quick.malformedCells == plain.malformedCells)
    #expect(quick.oddPositions == plain.oddPositions)
    #expect(quick.irregularRows == plain.irregularRows)
    #expect(quick.firstIrregularLine == plain.firstIrregularLine)
    #expect(quick.rowsWithoutTime == plain.rowsWithoutTime)
    for (one, other) in zip(quick.channels, plain.channels) {
      #expect(one.map(\.bitPattern) == other.map(\.bitPattern))
    }
  }

  /// A row longer than 64 bytes, its cells across the edges.
  @Test func wideRowsAreRead() throws {
    let names = (0..<70).map { "c\($0)" }
    let header = "time_ms," + names.joined(separator: ",") + ",x_deg,y_deg"
    let text = rows(header, count: 300, step: 2) { row in
      names.indices.map { "\($0 * row % 1000)" }.joined(separator: ",")
        + ",\(row % 100).5,-\(row % 2).25"
    }
    let trace = try #require(try read(text).traces.first)
    #expect(trace.horizontal == (0..<300).map { Float($0 % 100) + 0.5 })
    #expect(trace.vertical == (0..<300).map { -Float($0 % 2) - 0.25 })
  }

  /// Columns that take more than digits to read stand between those that do not.
  @Test func oddColumnsLeaveTheOthersInPlace() throws {
    let header =
      "time(100ns);eye_valid_L;gaze_direct_L.x;gaze_direct_L.y;gaze_direct_L.z;gaze_direct_R.x;"
      + "gaze_direct_R.y;gaze_direct_R.z"
    let text = rows(header, step: 1) { _ in "" }.split(separator: "\n").enumerated().map {
      $0.offset == 0 ? header : "\(638_342_794_000_000_000 + 80_000 * $0.offset);31;1;0;1;0;1;1"
    }
    let recording = try read(text.joined(separator: "\n"))
    #expect(recording.traces.map(\.eye) == [.left, .right])
    #expect(recording.traces[0].horizontal?.allSatisfy { abs($0 + 45) < 1e-4 } == true)
    #expect(recording.traces[0].vertical?.allSatisfy { $0 == 0 } == true)
    #expect(recording.traces[1].horizontal?.allSatisfy { $0 == 0 } == true)
    #expect(recording.traces[1].vertical?.allSatisfy { abs($0 - 45) < 1e-4 } == true)
  }

  /// Even stamps whose last eight digits carry, grow by a digit, or do not go on as they seem to.
  @Test(
    arguments: [
      (99_999_900, 1), (999_999_990, 7), (9_999_999_999_999_950, 1), (0, 1000), (-40, 1),
      (12_345_600_000_000, 99_999_999), (12_345_600_000_000, 100_000_001), (50, -1),
    ], [0, 1, 3, 6, 7, 8])
  func evenStampsAreTold(stamps: (first: Int, step: Int), decimals: Int) throws {
    func table(_ stamp: (Int) -> Int, width: Int = 0) -> String {
      let lines = (0..<200).map { Self.decimal(stamp($0), decimals, width: width) + ",0.25\r\n" }
      return "time_s,x_deg\r\n" + lines.joined()
    }
    let (first, step) = stamps
    let even = { first + $0 * step }
    let stampOf120 = Self.decimal(even(120), decimals, width: 0)
    let tables = [
      table(even), table { even($0) + ($0 == 150 ? 1 : 0) },
      table { even($0) + ($0 > 99 ? 10 : 0) },
      // Eight digits that begin anew.
      table({ (even($0) % 100_000_000 + 100_000_000) % 100_000_000 }, width: 8),
      table(even).replacing(stampOf120, with: stampOf120.replacing(".", with: ":")),
    ]
    for text in tables {
      let quick = try columns(of: text, isQuick: true)
      let plain = try columns(of: text, isQuick: false)
      #expect(quick.rows == plain.rows)
      #expect(quick.time.stamps == plain.time.stamps)
    }
  }

  /// Where tables were joined, the header is no row, even if it begins with a digit.
  @Test func aHeaderInTheMiddleIsNoRow() throws {
    let header = "3d_marker,time_ms,x_deg,y_deg"
    let lines = (0..<300).map { $0 % 100 == 50 ? header : "7,\($0),0.25,-0.5" }
    let text = ([header] + lines).joined(separator: "\n") + "\n"
    for isQuick in [true, false] {
      let columns = try columns(of: text, isQuick: isQuick)
      #expect(columns.rows == 297)
      #expect(columns.malformedCells == 0)
      #expect(columns.irregularRows == 0)
    }
  }

  @Test func marksOfBytesAreThoseOfAnyProcessor() {
    var random = Congruential(seed: 4)
    for _ in 0..<2000 {
      let marks = (0..<64).map { _ in random.next() < 0.3 }
      let bytes = marks.map { $0 ? UInt8.max : 0 }
      let lanes = bytes.withUnsafeBytes { bytes in
        (0..<4).map { bytes.loadUnaligned(fromByteOffset: $0 * 16, as: SIMD2<UInt64>.self) }
      }
      let expected = marks.indices.reduce(UInt64(0)) { $0 | (marks[$1] ? 1 << UInt64($1) : 0) }
      #expect(ByteMask.bits(lanes[0], lanes[1], lanes[2], lanes[3]) == expected)
      #expect(ByteMask.plainBits(lanes[0], lanes[1], lanes[2], lanes[3]) == expected)
    }
  }

  @Test func numbersOfDigitsAreThoseOfAnyProcessor() {
    var random = Congruential(seed: 5)
    for _ in 0..<5000 {
      let numbers = (0..<4).map { _ in
        random.next() < 0.1 ? 99_999_999 : Int32(random.next() * 1e8)
      }
      let words = numbers.map { number in
        "\(Int64(number) + 100_000_000)".utf8.dropFirst().enumerated().reduce(UInt64(0)) {
          $0 | UInt64($1.element - Ascii.zero) << UInt64(8 * $1.offset)
        }
      }
      let (first, second) = (SIMD2(words[0], words[1]), SIMD2(words[2], words[3]))
      #expect(EightDigits.numbers(first, second) == SIMD4(numbers))
      #expect(EightDigits.plainNumbers(first, second) == SIMD4(numbers))
    }
  }

  /// So many units of the last decimal.
  private static func decimal(_ units: Int, _ decimals: Int, width: Int) -> String {
    let digits = "\(abs(units))"
    let zeros = String(repeating: "0", count: max(max(width, decimals + 1) - digits.count, 0))
    let text = (units < 0 ? "-" : "") + zeros + digits
    return decimals == 0 ? text : "\(text.dropLast(decimals)).\(text.suffix(decimals))"
  }

  private func columns(of text: String, isQuick: Bool) throws -> SampleColumns {
    let input = ByteInput(memory: Array(text.utf8))
    var buffer = LineBuffer(try TextInput(input))
    #expect(try buffer.advance())
    let opening = try Opening(buffer, path: "test.csv")
    let layout = try GenericTable(opening: opening, options: ReadingOptions()).layout()
    let header = Array(opening.bytes[opening.lines[layout.firstLine - 2]])
    var reader = RowReader(layout: layout, header: header, splitCell: nil, isQuick: isQuick)
    var skipped = layout.firstRow
    repeat {
      try buffer.withLines { (bytes, lines) throws(RecordingError.Problem) in
        try reader.read(bytes, (lines.lowerBound + skipped)..<lines.upperBound)
      }
      skipped = 0
    } while try buffer.advance()
    return reader.finished()
  }
}

/// A table with a clock, whose other cells and row ends are anything.
private struct RandomTable {
  let text: String

  init(_ random: inout Congruential) {
    func choice<Element>(_ elements: [Element]) -> Element {
      elements[Int(random.next() * Double(elements.count))]
    }
    let delimiter = choice([",", ";", "\t"])
    let point = delimiter == "," ? "." : choice([".", ","])
    let end = choice(["\n", "\r\n"])
    let isOdd = random.next() < 0.8
    let decimals = choice([0, 1, 3, 6, 9])
    let isShort = random.next() < 0.3
    let start = choice([0, 17, 1_234_567, 98_765_432_101_234])
    var lines = [["time_ms", "x_deg", "y_deg", "label", "validity"].joined(separator: delimiter)]
    for row in 0..<200 {
      var time = "\(start + row * 2)"
      if decimals > 0 { time += "." + String(repeating: "0", count: decimals - 1) + "5" }
      if isShort, decimals > 0 { time = String(time.dropLast(choice([0, 0, 1, decimals]))) }
      if isOdd, random.next() < 0.02 {
        time = choice(["", "x", "-", "\(start + row * 2).1234567"])
      }
      var cells = [time]
      for _ in 0..<2 {
        let number = (random.next() - 0.5) * choice([0.01, 1, 100, 1e7])
        cells.append("\((number * 1e4).rounded() / 1e4)".replacing(".", with: point))
        if isOdd, random.next() < 0.05 {
          cells[cells.count - 1] = choice([
            "", "NaN", ".", "abc", " 1.5 ", "1e3", "12345678901234567890", "-", "+5",
            "0.1234567890123", "-0.07484921813011169", "12345678.", "123456789", "0.12345678", ".5",
            "1234.56789012345678", "9007199254740993.5", "1..5", "12.5.", "5-", "-.5", "1234567.8",
            "-0.0", "00012.50", "--1", "12:30", "1e400",
          ]).replacing(".", with: point)
        }
      }
      cells.append(choice(["a", "", "b.c", "7", "1.2.3", "x:y"]))
      cells.append(choice(["0", "0", "0", "4", "1", isOdd ? "2.0" : "2"]))
      if isOdd, random.next() < 0.02 { cells.removeLast(choice([1, 2])) }
      if isOdd, random.next() < 0.02 { cells += choice([[""], ["", ""], ["9"]]) }
      var line = cells.joined(separator: delimiter)
      if isOdd, random.next() < 0.01 {
        line = choice(["", "# note", lines[0], "  ", ";,;", "\"q\""])
      }
      lines.append(line)
    }
    text = lines.joined(separator: end) + choice(["", end])
  }
}
