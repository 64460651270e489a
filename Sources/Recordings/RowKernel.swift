/// The quick way through rows of plain numbers, straight from the bytes.
///
/// The ends of a row's cells come out of a mask of its delimiters, so that its cells can be read out
/// of order; eight digits at a time become a number by three multiplications. A row that is anything
/// but plain ends the kernel's work: the caller reads it the plain way (``RowReader``, the reference
/// that the kernel must agree with) and comes back. Cells that are no short decimals are left for the
/// caller in ``RowScratch/rareCells``.
///
/// Pointers are used between the bounds that ``read(_:_:clock:into:)`` checks, and nowhere else.
struct RowKernel: Sendable {
  private let width: Int
  private let timeCell: Int?
  private let numbers: [Number]
  /// Cells that hold numbers which take more than digits to read, and their channels.
  private let odd: [(cell: Int, slot: Int)]
  /// The cells of validity columns.
  private let codes: [Int]
  private let syntax: RowSyntax

  /// A cell that holds decimals.
  private struct Number {
    var cell: Int
    var slot: Int
  }

  /// `nil` where the layout needs more than delimiters, line ends and numbers.
  init?(_ layout: TableLayout, header: [UInt8]) {
    guard case .byte(let delimiter) = layout.delimiter, layout.rule.isPlain,
      layout.columns.allSatisfy({ $0.cell < layout.names.count })
    else { return nil }
    width = layout.names.count
    syntax = RowSyntax(
      delimiter: delimiter, point: layout.point, comment: layout.rule.comments.first,
      header: header.first)
    timeCell = layout.columns.first { $0.role == .time }?.cell
    let channels = layout.channelPlans.enumerated()
    let isDecimal = { (plan: ColumnPlan) in
      plan.part == nil && plan.missingNumbers.isEmpty && !plan.isReversed
    }
    numbers = channels.filter { isDecimal($1) }.map { slot, plan in
      Number(cell: plan.cell, slot: slot)
    }
    odd = channels.filter { !isDecimal($1) }.map { slot, plan in (plan.cell, slot) }
    codes = layout.columns.filter { $0.validity != nil }.map(\.cell)
  }

  /// Reads rows from the start of `range` on.
  ///
  /// - Parameters:
  ///   - bytes: text with ``LineBuffer/padding`` bytes before and behind the range.
  ///   - range: whole lines, the last one with its newline.
  ///   - clock: the time column's; without a first stamp nothing is read.
  /// - Returns: how many rows were read, and where the first line begins that was not.
  func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, clock: DecimalClock, into scratch: inout RowScratch
  ) -> (rows: Int, end: Int) {
    scratch.rareCells.removeAll(keepingCapacity: true)
    guard !range.isEmpty, timeCell == nil || clock.quickOrigin != nil else {
      return (0, range.lowerBound)
    }
    precondition(
      range.lowerBound >= LineBuffer.padding
        && range.upperBound + LineBuffer.padding <= bytes.count)
    precondition(bytes[range.upperBound - 1] == Ascii.newline)
    // A row has a byte a cell at least, and four as a rule; where there are more, the caller comes back.
    scratch.prepare(
      rows: min(range.count / width, max(range.count / width / 4, 4096)) + 1,
      channels: numbers.count + odd.count, codes: codes.count,
      hasTime: timeCell != nil)
    return bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return (0, range.lowerBound) }
      return scratch.withPointers { columns, rare in
        withUnsafeTemporaryAllocation(of: KernelCell.self, capacity: width) { cells in
          readRows(base, range, columns, cells.baseAddress!, clock, &rare)
        }
      }
    }
  }

  private func readRows(
    _ base: UnsafeRawPointer, _ range: Range<Int>, _ columns: RowScratch.Pointers,
    _ cells: UnsafeMutablePointer<KernelCell>, _ clock: DecimalClock,
    _ rare: inout [RowScratch.RareCell]
  ) -> (rows: Int, end: Int) {
    let origin = clock.quickOrigin ?? 0
    let decimals = clock.decimals
    let scale = DecimalText.tens[decimals]
    let hasOthers = !odd.isEmpty || !codes.isEmpty
    let end = base + range.upperBound
    var line = base + range.lowerBound
    var row = 0
    while line < end, row < columns.stride {
      guard syntax.canBegin(line.load(as: UInt8.self)),
        let next = split(line, cells)
      else { break }
      if let timeCell {
        let cell = cells[timeCell]
        let from = timeCell == 0 ? line : cells[timeCell &- 1].end + 1
        guard let digits = cell.digits(from), digits < 1 << 60, max(cell.fraction, 0) == decimals
        else { break }
        let isNegative = from.load(as: UInt8.self) == Ascii.minus
        let stamp = Int64(bitPattern: isNegative ? 0 &- digits : digits)
        columns.times[row] = Double(stamp &- origin) / scale
      }
      for index in 0..<numbers.count {
        let number = numbers[index]
        let cell = cells[number.cell]
        let from = number.cell == 0 ? line : cells[number.cell &- 1].end + 1
        let value = cell.value(from, columns.tens)
        columns.numbers[number.slot &* columns.stride &+ row] = Float(value)
        if value.isNaN, cell.end > from {
          rare.append(
            .init(slot: number.slot, row: row, start: from - base, count: cell.end - from))
        }
      }
      if hasOthers { readOthers(line, row, base, columns, cells, &rare) }
      row &+= 1
      line = next
    }
    return (row, line - base)
  }

  /// Odd numbers and validities.
  private func readOthers(
    _ line: UnsafeRawPointer, _ row: Int, _ base: UnsafeRawPointer,
    _ columns: RowScratch.Pointers, _ cells: UnsafeMutablePointer<KernelCell>,
    _ rare: inout [RowScratch.RareCell]
  ) {
    func start(_ cell: Int) -> UnsafeRawPointer { cell == 0 ? line : cells[cell - 1].end + 1 }
    for (cell, slot) in odd {
      let from = start(cell)
      rare.append(.init(slot: slot, row: row, start: from - base, count: cells[cell].end - from))
    }
    for index in codes.indices {
      let from = start(codes[index])
      let count = cells[codes[index]].end - from
      let digit = from.load(as: UInt8.self) &- Ascii.zero
      columns.codes[index &* columns.stride &+ row] = digit
      guard count != 1 || digit > 9 else { continue }
      let slot = numbers.count &+ odd.count &+ index
      rare.append(.init(slot: slot, row: row, start: from - base, count: count))
    }
  }

  /// Finds the cells of a line; returns where the next line begins, or `nil` where this one has not as
  /// many cells as it should, or one more that is blank.
  @inline(__always)
  private func split(
    _ line: UnsafeRawPointer, _ cells: UnsafeMutablePointer<KernelCell>
  ) -> UnsafeRawPointer? {
    let last = cells + (width &- 1)
    var marks = KernelMarks(syntax, line)
    var cell = cells
    while true {
      var mark = marks.next(syntax)
      var byte = mark.load(as: UInt8.self)
      if byte == syntax.point {
        let behind = mark + 1
        mark = marks.next(syntax)
        byte = mark.load(as: UInt8.self)
        cell.pointee = KernelCell(end: mark, fraction: behind.distance(to: mark))
      } else {
        cell.pointee = KernelCell(end: mark, fraction: -1)
      }
      if cell == last { return lineEnd(line, cell, mark, byte) }
      guard byte == syntax.delimiter else { return nil }
      cell += 1
    }
  }

  @inline(__always)
  private func lineEnd(
    _ line: UnsafeRawPointer, _ cell: UnsafeMutablePointer<KernelCell>, _ mark: UnsafeRawPointer,
    _ byte: UInt8
  ) -> UnsafeRawPointer? {
    if byte == Ascii.newline {
      if mark > line, (mark - 1).load(as: UInt8.self) == Ascii.carriageReturn {
        cell.pointee.end = mark - 1
        if cell.pointee.fraction >= 0 { cell.pointee.fraction &-= 1 }
      }
      return mark + 1
    }
    guard byte == syntax.delimiter else { return nil }
    if (mark + 1).load(as: UInt8.self) == Ascii.newline { return mark + 2 }
    let isReturn = (mark + 1).load(as: UInt8.self) == Ascii.carriageReturn
    return isReturn && (mark + 2).load(as: UInt8.self) == Ascii.newline ? mark + 3 : nil
  }
}

/// The delimiters, points and newlines of a line, one after the other.
private struct KernelMarks {
  private var block: UnsafeRawPointer
  private var marks: UInt64

  @inline(__always)
  init(_ syntax: RowSyntax, _ line: UnsafeRawPointer) {
    block = line
    marks = syntax.structure(line)
  }

  /// There is a next one up to the end of the line.
  @inline(__always)
  mutating func next(_ syntax: RowSyntax) -> UnsafeRawPointer {
    while marks == 0 {
      block += 64
      marks = syntax.structure(block)
    }
    let mark = block + marks.trailingZeroBitCount
    marks &= marks &- 1
    return mark
  }
}
