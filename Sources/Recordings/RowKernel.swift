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

  /// `nil` where the layout needs more than delimiters, line ends and numbers, or names no column.
  init?(_ layout: TableLayout, header: [UInt8]) {
    guard case .byte(let delimiter) = layout.delimiter, layout.rule.isPlain,
      !layout.names.isEmpty,
      layout.columns.allSatisfy({ $0.cell < layout.names.count })
    else { return nil }
    width = layout.names.count
    timeCell = layout.columns.first { $0.role == .time }?.cell
    // With a clock, a row of words ends the kernel's work for want of a time.
    syntax = RowSyntax(
      delimiter: delimiter, point: layout.point, comment: layout.rule.comments.first,
      header: header.first, lettersBegin: timeCell != nil)
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
        let capacity = CellEdges.capacity(width: width)
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: capacity) {
          var edges = CellEdges(base: base, edges: $0.baseAddress!, width: width)
          return readRows(
            &edges, range, columns, KernelClock(clock, point: syntax.point), &rare)
        }
      }
    }
  }

  private func readRows(
    _ edges: inout CellEdges, _ range: Range<Int>, _ columns: RowScratch.Pointers,
    _ clock: KernelClock, _ rare: inout [RowScratch.RareCell]
  ) -> (rows: Int, end: Int) {
    var line = range.lowerBound
    var row = 0
    while line < range.upperBound, row < columns.stride {
      let (found, next) = edges.find(
        rows: columns.stride - row, syntax, line..<range.upperBound)
      var rows = found
      if let timeCell {
        rows = clock.read(edges, timeCell, rows: found, into: columns.ticks + row)
      }
      for number in numbers {
        readNumbers(edges, rows, number, row, columns, &rare)
      }
      if !odd.isEmpty || !codes.isEmpty { readOthers(edges, rows, row, columns, &rare) }
      row += rows
      line = rows < found ? edges.line(rows) : next
      if rows < found || found == 0 { break }
    }
    return (row, line)
  }

  /// Reads a column of some rows: a small loop by itself keeps its constants in registers.
  @inline(never)
  private func readNumbers(
    _ edges: CellEdges, _ rows: Int, _ number: Number, _ firstRow: Int,
    _ columns: RowScratch.Pointers, _ rare: inout [RowScratch.RareCell]
  ) {
    let target = columns.numbers + (number.slot &* columns.stride &+ firstRow)
    let decimals = KernelDecimals(point: syntax.point, columns.powers)
    let alike = AlikeCells(
      decimals: mostDecimals(edges, min(rows, 4), number.cell),
      point: syntax.point)
    AlikeCells.withScratch { scratch in
      for first in stride(from: 0, to: rows, by: AlikeCells.atOnce) {
        let part = first..<min(first &+ AlikeCells.atOnce, rows)
        if alike.read(edges, number.cell, part, scratch, into: target + first) { continue }
        for row in part {
          let cell = edges.cell(number.cell, row)
          let value = decimals.value(cell)
          target[row] = value
          if value.isNaN, cell.end > cell.start {
            rare.append(edges.rare(number.slot, firstRow + row, cell))
          }
        }
      }
    }
  }

  /// The most decimals that a column has in some rows.
  private func mostDecimals(_ edges: CellEdges, _ rows: Int, _ cell: Int) -> Int {
    var most = 0
    for row in 0..<rows {
      let cell = edges.cell(cell, row)
      var place = cell.end
      while place > cell.start, place > cell.end - 8 {
        place -= 1
        if place.load(as: UInt8.self) == syntax.point {
          most = max(most, place.distance(to: cell.end) &- 1)
        }
      }
    }
    return min(most, 7)
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
