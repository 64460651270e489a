/// The needed columns of a table as they were read, in the file's units.
struct SampleColumns: Sendable {
  /// Time since the first row, in the file's unit; empty without a time column.
  var time = ClockColumn()
  /// The numbers of each column that is neither time nor validity, in the layout's order; none of the
  /// third component of a direction (see ``GazeDirection``).
  var channels: [[Float]]
  /// The values of each validity column as small codes (see ``code(of:)``), in the layout's order.
  var codes: [[UInt8]]
  /// Rows at which the value of the split column changes, with the value from there on.
  var splits: [Split] = []
  var rows = 0
  /// Decimals of the time column.
  var clockDecimals = 0
  /// Whether the time column's first number is 0 or 1.
  var clockBeginsAsCount = false
  var malformedCells = 0
  /// Of these, cells of positions.
  var oddPositions: [ColumnRole: OddCells] = [:]
  var irregularRows = 0
  /// The line of the first irregular row.
  var firstIrregularLine: Int?
  /// Rows left out because their time is no number.
  var rowsWithoutTime = 0
  /// The first line among the rows that names other columns than the header.
  var laterHeader: LaterHeader?
  /// Screen pixels a degree, as declared at the ends of blocks.
  var pixelsPerDegree: (horizontal: Double, vertical: Double)?

  /// A cell that holds neither a number nor a word for missing.
  struct OddCell: Sendable, Equatable {
    var line: Int
    /// The number of the cell in its row, from 0.
    var cell: Int
    var text: String
  }

  /// How many such cells a column has, and the first of them.
  struct OddCells: Sendable, Equatable {
    var count: Int
    var first: OddCell
  }

  struct Split: Sendable, Equatable {
    var row: Int
    var value: String
  }

  /// A validity value as a code: whole numbers up to 200 stand for themselves, all others share one.
  static func code(of value: Double) -> UInt8 {
    value >= 0 && value <= 200 && value == value.rounded() ? UInt8(value) : otherCode
  }

  static let goodWordCode: UInt8 = 252
  static let badWordCode: UInt8 = 253
  static let otherCode: UInt8 = 254
  static let missingCode: UInt8 = 255
}

extension SampleColumns {
  /// Adds the rows of a chunk, whose times have some decimals.
  mutating func append(_ chunk: RowScratch, rows count: Int, decimals: Int) {
    guard count > 0 else { return }
    if chunk.ticks.count > count {
      time.append(ticks: chunk.ticks[..<count], scale: DecimalText.tens[decimals])
    }
    for channel in channels.indices {
      let start = channel * chunk.stride
      channels[channel].append(contentsOf: chunk.numbers[start..<(start + count)])
    }
    for code in codes.indices {
      let start = code * chunk.stride
      codes[code].append(contentsOf: chunk.codes[start..<(start + count)])
    }
    rows += count
  }

  /// Makes room, so that columns need not move as they grow.
  mutating func reserve(rows: Int, hasTime: Bool) {
    if hasTime { time.reserve(rows: rows) }
    for channel in channels.indices { channels[channel].reserveLargePages(rows) }
    for code in codes.indices { codes[code].reserveLargePages(rows) }
  }
}

extension SampleColumns {
  /// The most values that a split column may have.
  private static let partLimit = 10_000

  /// The rows of each value of the split column, in the order in which the values first occur.
  func parts() throws(RecordingError.Problem) -> [(value: String, columns: SampleColumns)] {
    var order: [String] = []
    var ranges: [String: [Range<Int>]] = [:]
    for (index, split) in splits.enumerated() {
      let end = index + 1 < splits.count ? splits[index + 1].row : rows
      if ranges[split.value] == nil { order.append(split.value) }
      ranges[split.value, default: []].append(split.row..<end)
      if order.count > Self.partLimit { throw .tooManyRecordings(limit: Self.partLimit) }
    }
    return order.map { value in (value, part(ranges[value] ?? [])) }
  }

  private func part(_ ranges: [Range<Int>]) -> SampleColumns {
    var part = self
    part.splits = []
    part.rows = ranges.reduce(0) { $0 + $1.count }
    part.channels = channels.map { channel in
      channel.isEmpty ? [] : ranges.flatMap { channel[$0] }
    }
    part.codes = codes.map { codes in ranges.flatMap { codes[$0] } }
    let stamps = time.isEmpty ? [] : ranges.flatMap { time[$0] }
    part.time = ClockColumn(stamps.map { $0 - stamps[0] })
    return part
  }
}

extension SampleColumns {
  /// Whether rows that share a stamp with the row before hold other samples than it.
  func repeatsDiffer() -> Bool {
    var same = 0
    var different = 0
    for row in 1..<max(rows, 1) where time[row] == time[row - 1] {
      let isSame = channels.allSatisfy {
        $0.isEmpty || $0[row] == $0[row - 1] || ($0[row].isNaN && $0[row - 1].isNaN)
      }
      if isSame { same += 1 } else { different += 1 }
      if same + different >= 1000 { break }
    }
    return different > same
  }
}
