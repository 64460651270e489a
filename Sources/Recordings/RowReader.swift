#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads rows of text into columns.
///
/// Rows of plain numbers go the quick way of ``RowKernel``; all others, and single cells that it leaves,
/// the plain way below, which takes every delimiter, quote and odd cell.
struct RowReader {
  let layout: TableLayout
  private(set) var columns: SampleColumns
  private var clock = DecimalClock()
  private var cells: [Range<Int>] = []
  private var line: Int
  private var blocks = EyeLinkBlocks()
  private let slots: [Slot]
  private let header: [UInt8]
  private let splitCell: Int?
  private let directions: [GazeDirection]
  private let channelPlans: [ColumnPlan]
  private let codePlans: [ColumnPlan]
  private let timeCell: Int?
  private let kernel: RowKernel?
  private var scratch = RowScratch()

  /// Where a column's numbers go.
  private enum Slot {
    case time
    case channel(Int)
    case code(Int)
  }

  /// - Parameters:
  ///   - header: the header's line, which tables that were joined repeat.
  ///   - splitCell: the column whose values split the rows.
  ///   - isQuick: false to go the plain way only.
  init(layout: TableLayout, header: [UInt8], splitCell: Int?, isQuick: Bool = true) {
    self.layout = layout
    self.header = header
    self.splitCell = splitCell
    line = layout.firstLine - 1
    var channels = 0
    var codes = 0
    slots = layout.columns.map { plan in
      switch plan.role {
      case .time: return .time
      case .validity:
        codes += 1
        return .code(codes - 1)
      default:
        channels += 1
        return .channel(channels - 1)
      }
    }
    timeCell = layout.columns.first { $0.role == .time }?.cell
    channelPlans = layout.channelPlans
    codePlans = layout.columns.filter { $0.validity != nil }
    kernel = isQuick && splitCell == nil ? RowKernel(layout, header: header) : nil
    directions = GazeDirection.all(in: layout.channelPlans)
    columns = SampleColumns(
      channels: Array(repeating: [], count: channels), codes: Array(repeating: [], count: codes))
  }

  /// Reads the whole lines in `bytes[range]`.
  mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(RecordingError.Problem) {
    let isQuick = kernel != nil && !Self.holdsQuote(bytes, range)
    var start = range.lowerBound
    // Where the quick way gets nowhere, it is tried again after more and more lines.
    var plainLines = 1
    while start < range.upperBound {
      if isQuick {
        let next = readQuickly(bytes, start..<range.upperBound)
        if next > start { plainLines = 1 }
        start = next
      }
      var lines = isQuick ? plainLines : .max
      plainLines = min(plainLines * 2, 1024)
      while start < range.upperBound, lines > 0 {
        start = try readPlainly(bytes, start..<range.upperBound)
        lines -= 1
      }
    }
    for direction in directions { direction.reduce(&columns.channels) }
  }

  /// Reads rows as long as they are plain; returns where the first line begins that was not read.
  private mutating func readQuickly(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard let kernel else { return range.lowerBound }
    let (rows, end) = kernel.read(bytes, range, clock: clock, into: &scratch)
    let channels = channelPlans.count
    for rare in scratch.rareCells {
      let cell = rare.start..<(rare.start + rare.count)
      if rare.slot < channels {
        let plan = channelPlans[rare.slot]
        let value = number(bytes, plan, cell, line: line + rare.row + 1)
        scratch.numbers[rare.slot * scratch.stride + rare.row] = value
      } else {
        let column = rare.slot - channels
        let value = validity(bytes, codePlans[column], cell)
        scratch.codes[column * scratch.stride + rare.row] = value
      }
    }
    columns.append(scratch, rows: rows, decimals: clock.decimals)
    line += rows
    return end
  }

  /// Reads one line; returns where the next one begins.
  private mutating func readPlainly(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(RecordingError.Problem) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] != Ascii.newline { end += 1 }
    line += 1
    let next = end + 1
    while end > range.lowerBound, bytes[end - 1] == Ascii.carriageReturn { end -= 1 }
    if end > range.lowerBound { try readLine(bytes, range.lowerBound..<end) }
    return next
  }

  private static func holdsQuote(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, !range.isEmpty else { return false }
      return memchr(base + range.lowerBound, Int32(Ascii.quote), range.count) != nil
    }
  }

  /// Makes room for the rows that are expected in all, of which a share is read.
  ///
  /// - Parameter limit: the most rows that are read.
  mutating func reserve(share: Double, limit: Int) {
    let rows = Double(columns.rows) / share * 1.02
    guard share < 1, rows <= Double(limit) else { return }
    columns.reserve(rows: Int(rows) + 1000, hasTime: timeCell != nil)
  }

  /// What was read.
  func finished() -> SampleColumns {
    var result = columns
    result.clockDecimals = clock.decimals
    result.clockBeginsAsCount = clock.beginsAsCount
    result.pixelsPerDegree = blocks.pixelsPerDegree
    return result
  }

  private mutating func readLine(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(RecordingError.Problem) {
    let first = bytes[range.lowerBound]
    if layout.rule.comments.contains(first) { return }
    if layout.rule.beginsWithDigit, first &- Ascii.zero >= 10 {
      if layout.rule.isEyeLink { try blocks.read(bytes, range, line: line) }
      return
    }
    layout.delimiter.split(bytes, range, into: &cells)
    if let kind = layout.rule.kind, !isKind(kind, bytes) { return }
    if timeCell != nil, cells.allSatisfy({ Cell.trimmed(bytes, $0).isEmpty }) { return }
    if !hasRequired(bytes) || isHeader(bytes, range) { return }
    guard let isRegular = checkWidth(bytes) else { return }
    readCells(bytes, isRegular: isRegular)
  }

  private func isKind(_ kind: RowRule.Kind, _ bytes: Span<UInt8>) -> Bool {
    guard kind.cell < cells.count else { return false }
    let cell = Cell.trimmed(bytes, cells[kind.cell])
    let wanted = kind.sample.utf8
    return cell.count == wanted.count && zip(cell, wanted).allSatisfy { bytes[$0] == $1 }
  }

  private func hasRequired(_ bytes: Span<UInt8>) -> Bool {
    for cell in layout.rule.required {
      guard cell < cells.count, !Cell.trimmed(bytes, cells[cell]).isEmpty else { return false }
    }
    return true
  }

  /// Whether the header is repeated, as it is where tables were joined.
  private func isHeader(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == header.count, !header.isEmpty else { return false }
    return zip(range, header).allSatisfy { bytes[$0] == $1 }
  }

  /// Whether a row is as wide as others, so that its cells stand below their names; counts one that is
  /// not. `nil` where it is no row at all.
  private mutating func checkWidth(_ bytes: Span<UInt8>) -> Bool? {
    if let least = layout.rule.leastCells { return cells.count >= least ? true : nil }
    let expected = layout.names.count
    if cells.count == expected { return true }
    if cells.count == expected + 1, Cell.trimmed(bytes, cells[expected]).isEmpty { return true }
    if layout.rule.allowsMessages { return nil }
    // Some writers leave out blank cells at the end of a row.
    if cells.count < expected, let last = cells.last, Cell.trimmed(bytes, last).isEmpty {
      return true
    }
    columns.irregularRows += 1
    if columns.firstIrregularLine == nil { columns.firstIrregularLine = line }
    return false
  }

  private mutating func readCells(_ bytes: Span<UInt8>, isRegular: Bool) {
    let malformed = columns.malformedCells
    if let timeCell {
      guard let time = elapsed(bytes, timeCell) else {
        if columns.malformedCells > malformed { noteHeader(bytes) }
        columns.rowsWithoutTime += 1
        return
      }
      columns.time.append(time)
    }
    for (plan, slot) in zip(layout.columns, slots) {
      switch slot {
      case .time: break
      case .channel(let channel):
        let isThere = isRegular && plan.cell < cells.count
        let value = isThere ? number(bytes, plan, cells[plan.cell], line: line) : .nan
        columns.channels[channel].append(value)
      case .code(let code):
        let isThere = isRegular && plan.cell < cells.count
        let value = isThere ? validity(bytes, plan, cells[plan.cell]) : SampleColumns.missingCode
        columns.codes[code].append(value)
      }
    }
    if timeCell == nil, !isRegular || columns.malformedCells > malformed { noteHeader(bytes) }
    if let splitCell { noteSplit(bytes, splitCell) }
    columns.rows += 1
  }

  /// Notes a line that could not be read as samples where it names other columns than the header.
  private mutating func noteHeader(_ bytes: Span<UInt8>) {
    guard columns.rows > 0, columns.laterHeader == nil else { return }
    for cell in cells
    where DecimalText(bytes, Cell.trimmed(bytes, cell), point: layout.point) != nil {
      return
    }
    func text(_ cells: [Range<Int>], in bytes: Span<UInt8>) -> [String] {
      cells.map { cell in
        let cell = Cell.trimmed(bytes, cell)
        return String(decoding: cell.prefix(400).map { bytes[$0] }, as: UTF8.self)
      }
    }
    var last: [Range<Int>] = []
    layout.delimiter.split(header.span, header.indices, into: &last)
    columns.laterHeader = LaterHeader(
      text(cells, in: bytes), line: line, layout: layout, lastHeader: text(last, in: header.span))
  }

  /// The time since the first row; `nil` where the cell holds no number.
  private mutating func elapsed(_ bytes: Span<UInt8>, _ cell: Int) -> Double? {
    guard cell < cells.count else { return nil }
    let range = Cell.trimmed(bytes, cells[cell])
    guard let stamp = DecimalText(bytes, range, point: layout.point) else {
      if !Cell.isMissing(bytes, range) { columns.malformedCells += 1 }
      return nil
    }
    let time = clock.elapsed(stamp)
    return time.isNaN ? nil : time
  }

  private mutating func number(
    _ bytes: Span<UInt8>, _ plan: ColumnPlan, _ cell: Range<Int>, line: Int
  ) -> Float {
    columns.number(bytes, plan, cell, point: layout.point, line: line)
  }

  private mutating func validity(
    _ bytes: Span<UInt8>, _ plan: ColumnPlan, _ cell: Range<Int>
  ) -> UInt8 {
    let range = Cell.trimmed(bytes, cell)
    if let value = DecimalText.value(bytes, range, point: layout.point) {
      let code = SampleColumns.code(of: value)
      // Numbers without a code of their own are judged here, where they are known.
      guard code == SampleColumns.otherCode, let isGood = plan.validity?.isGood(value) else {
        return code
      }
      return isGood ? SampleColumns.goodWordCode : SampleColumns.badWordCode
    }
    if Cell.isMissing(bytes, range) { return SampleColumns.missingCode }
    switch String(decoding: range.prefix(8).map { bytes[$0] | 0x20 }, as: UTF8.self) {
    case "valid", "true", "yes", "good", "ok": return SampleColumns.goodWordCode
    case "invalid", "false", "no", "bad", "lost": return SampleColumns.badWordCode
    default:
      columns.malformedCells += 1
      return SampleColumns.missingCode
    }
  }

  private mutating func noteSplit(_ bytes: Span<UInt8>, _ cell: Int) {
    let range = cell < cells.count ? Cell.trimmed(bytes, cells[cell]) : 0..<0
    if let last = columns.splits.last, last.value.utf8.count == range.count,
      zip(last.value.utf8, range).allSatisfy({ $0 == bytes[$1] })
    {
      return
    }
    let value = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
    columns.splits.append(.init(row: columns.rows, value: value))
  }
}
