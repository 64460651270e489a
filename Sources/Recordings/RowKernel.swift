/// The quick way through rows of plain numbers, straight from the bytes.
///
/// A few hundred rows at a time: first the edges of all their cells, out of masks of delimiters; then
/// column after column, eight digits at a time. What is done to a cell depends on no other one, so
/// that the processor works on several. A row that is anything but plain ends the kernel's work: the
/// caller reads it the plain way (``RowReader``, the reference that the kernel must agree with) and
/// comes back. Cells that are no decimals of up to 19 digits are left for the caller in
/// ``RowScratch/rareCells``.
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
        let batch = max(Self.edgeLimit / (width + 1), 1)
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: batch * (width + 1)) {
          let edges = CellEdges(base: base, edges: $0.baseAddress!, width: width)
          return readRows(edges, range, columns, batch: batch, clock, &rare)
        }
      }
    }
  }

  /// Edges kept at a time: what stays in the nearest cache beside the text.
  private static let edgeLimit = 4096

  private func readRows(
    _ edges: CellEdges, _ range: Range<Int>, _ columns: RowScratch.Pointers, batch: Int,
    _ clock: DecimalClock, _ rare: inout [RowScratch.RareCell]
  ) -> (rows: Int, end: Int) {
    var line = range.lowerBound
    var row = 0
    while line < range.upperBound, row < columns.stride {
      let wanted = min(batch, columns.stride - row)
      let (found, next) = edges.find(rows: wanted, syntax, line..<range.upperBound)
      let rows = readTimes(edges, found, clock, into: columns.ticks + row)
      for number in numbers {
        readNumbers(edges, rows, number, row, columns, &rare)
      }
      if !odd.isEmpty || !codes.isEmpty { readOthers(edges, rows, row, columns, &rare) }
      row += rows
      line = rows < found ? edges.line(rows) : next
      if rows < wanted { break }
    }
    return (row, line)
  }

  /// Reads the times of some rows; returns how many there are before one that takes the plain way.
  private func readTimes(
    _ edges: CellEdges, _ rows: Int, _ clock: DecimalClock,
    into ticks: UnsafeMutablePointer<Int64>
  ) -> Int {
    guard let timeCell else { return rows }
    let clock = KernelClock(clock, point: syntax.point)
    for row in 0..<rows {
      guard let elapsed = clock.elapsed(edges.cell(timeCell, row)) else { return row }
      ticks[row] = elapsed
    }
    return rows
  }

  /// Reads a column of some rows: a small loop by itself keeps its constants in registers.
  @inline(never)
  private func readNumbers(
    _ edges: CellEdges, _ rows: Int, _ number: Number, _ firstRow: Int,
    _ columns: RowScratch.Pointers, _ rare: inout [RowScratch.RareCell]
  ) {
    let target = columns.numbers + (number.slot &* columns.stride &+ firstRow)
    let decimals = KernelDecimals(point: syntax.point, columns.powers)
    var isComplete = true
    for row in 0..<rows {
      let value = decimals.value(edges.cell(number.cell, row))
      target[row] = value
      if value.isNaN { isComplete = false }
    }
    guard !isComplete else { return }
    for row in 0..<rows where target[row].isNaN {
      let cell = edges.cell(number.cell, row)
      if cell.end > cell.start { rare.append(edges.rare(number.slot, firstRow + row, cell)) }
    }
  }

  /// Odd numbers and validities.
  private func readOthers(
    _ edges: CellEdges, _ rows: Int, _ firstRow: Int, _ columns: RowScratch.Pointers,
    _ rare: inout [RowScratch.RareCell]
  ) {
    for (index, slot) in odd {
      for row in 0..<rows {
        rare.append(edges.rare(slot, firstRow + row, edges.cell(index, row)))
      }
    }
    for (column, index) in codes.enumerated() {
      let target = columns.codes + (column &* columns.stride &+ firstRow)
      let slot = numbers.count + odd.count + column
      for row in 0..<rows {
        let cell = edges.cell(index, row)
        let digit = cell.start.load(as: UInt8.self) &- Ascii.zero
        target[row] = digit
        if cell.end - cell.start != 1 || digit > 9 {
          rare.append(edges.rare(slot, firstRow + row, cell))
        }
      }
    }
  }
}
