/// Where the cells of some rows begin and end, as ``RowKernel`` finds them.
///
/// A row has the offset of the byte before its line, and the offsets behind each of its cells: each
/// cell but the first begins behind a delimiter.
struct CellEdges {
  let base: UnsafeRawPointer
  let edges: UnsafeMutablePointer<UInt32>
  let width: Int

  /// A cell of a row.
  @inline(__always)
  func cell(_ index: Int, _ row: Int) -> KernelCell {
    let edge = edges + (row &* (width &+ 1) &+ index)
    return KernelCell(start: base + Int(edge[0]) + 1, end: base + Int(edge[1]))
  }

  /// Where a row's line begins.
  func line(_ row: Int) -> Int { Int(edges[row * (width + 1)]) + 1 }

  /// A cell for the caller to read.
  func rare(_ slot: Int, _ row: Int, _ cell: KernelCell) -> RowScratch.RareCell {
    .init(slot: slot, row: row, start: cell.start - base, count: cell.end - cell.start)
  }

  /// Finds the cells of rows as long as these are plain: with as many cells as the table has columns,
  /// or one more that is blank.
  ///
  /// - Parameter range: whole lines.
  /// - Returns: how many rows there are, and where the first line begins that was not taken.
  func find(
    rows: Int, _ syntax: RowSyntax, _ range: Range<Int>
  ) -> (rows: Int, next: Int) {
    let end = base + range.upperBound
    var line = base + range.lowerBound
    var row = 0
    while row < rows, line < end, syntax.canBegin(line.load(as: UInt8.self)) {
      guard let next = split(line, edges + row &* (width &+ 1), syntax) else { break }
      line = next
      row &+= 1
    }
    return (row, line - base)
  }

  /// Finds the cells of a line; returns where the next line begins.
  @inline(__always)
  private func split(
    _ line: UnsafeRawPointer, _ target: UnsafeMutablePointer<UInt32>, _ syntax: RowSyntax
  ) -> UnsafeRawPointer? {
    var block = line
    var marks = syntax.structure(line)
    var edge = target
    let last = target + width
    edge.pointee = offset(line - 1)
    while true {
      edge += 1
      // The line has a newline, so that there is a next mark.
      while marks == 0 {
        block += 64
        marks = syntax.structure(block)
      }
      let mark = block + marks.trailingZeroBitCount
      marks &= marks &- 1
      edge.pointee = offset(mark)
      if edge == last { return lineEnd(line, edge, mark, syntax) }
      if mark.load(as: UInt8.self) == Ascii.newline { return nil }
    }
  }

  @inline(__always)
  private func offset(_ place: UnsafeRawPointer) -> UInt32 {
    UInt32(truncatingIfNeeded: base.distance(to: place))
  }

  /// Where the next line begins, by the mark behind the last cell.
  @inline(__always)
  private func lineEnd(
    _ line: UnsafeRawPointer, _ edge: UnsafeMutablePointer<UInt32>, _ mark: UnsafeRawPointer,
    _ syntax: RowSyntax
  ) -> UnsafeRawPointer? {
    if mark.load(as: UInt8.self) == Ascii.newline {
      if mark > line, (mark - 1).load(as: UInt8.self) == Ascii.carriageReturn {
        edge.pointee &-= 1
      }
      return mark + 1
    }
    if (mark + 1).load(as: UInt8.self) == Ascii.newline { return mark + 2 }
    let isReturn = (mark + 1).load(as: UInt8.self) == Ascii.carriageReturn
    return isReturn && (mark + 2).load(as: UInt8.self) == Ascii.newline ? mark + 3 : nil
  }
}
