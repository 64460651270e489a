/// Where the cells of some rows begin and end, as ``RowKernel`` finds them.
///
/// The offsets of the marks behind cells, row after row, with that of the mark before the first row: a
/// cell lies between two of them.
struct CellEdges {
  let base: UnsafeRawPointer
  /// Room for ``limit`` edges and those of a block more.
  let edges: UnsafeMutablePointer<UInt32>
  /// The cells that a row has.
  let width: Int
  /// Edges from one row to the next.
  private(set) var stride: Int
  /// Bytes between a row's last cell and the mark behind it: a carriage return or none.
  private var lineEnd = 0
  /// Whether all rows so far had as many marks as cells.
  private var isEven = true

  /// Edges kept at a time: what stays in the nearest cache beside the text.
  static let limit = 1536

  init(base: UnsafeRawPointer, edges: UnsafeMutablePointer<UInt32>, width: Int) {
    self.base = base
    self.edges = edges
    self.width = width
    stride = width
  }

  /// The room for edges that rows of some width take.
  static func capacity(width: Int) -> Int { max(limit, width + 1) + 64 + marksAtOnce + 1 }

  /// The edge before a cell of a row; the one behind the cell follows.
  @inline(__always)
  func edge(_ index: Int, _ row: Int) -> UnsafeMutablePointer<UInt32> {
    edges + (row &* stride &+ index)
  }

  /// The bytes between a cell's end and the mark behind it.
  func margin(of index: Int) -> Int { index == width - 1 ? lineEnd : 0 }

  /// A cell of a row.
  @inline(__always)
  func cell(_ index: Int, _ row: Int) -> KernelCell {
    let edge = edge(index, row)
    return KernelCell(
      start: base + Int(edge[0]) + 1, end: base + Int(edge[1]) - margin(of: index))
  }

  /// Where a row's line begins.
  func line(_ row: Int) -> Int { Int(edges[row * stride]) + 1 }

  /// A cell for the caller to read.
  func rare(_ slot: Int, _ row: Int, _ cell: KernelCell) -> RowScratch.RareCell {
    .init(slot: slot, row: row, start: cell.start - base, count: cell.end - cell.start)
  }

  /// Finds the cells of rows as long as these are plain: with as many cells as the table has columns,
  /// or one more that is blank.
  ///
  /// - Parameters:
  ///   - rows: the most that are found.
  ///   - range: whole lines.
  /// - Returns: how many rows there are, and where the first line begins that was not taken.
  mutating func find(
    rows: Int, _ syntax: RowSyntax, _ range: Range<Int>
  ) -> (rows: Int, next: Int) {
    if isEven {
      let found = findEven(rows: rows, syntax, range)
      if found > 0 { return (found, line(found)) }
      isEven = false
    }
    return findEach(rows: rows, syntax, range)
  }

  /// Finds the marks of many rows at once; 0 where a row is not as expected.
  private mutating func findEven(rows: Int, _ syntax: RowSyntax, _ range: Range<Int>) -> Int {
    let end = UInt32(truncatingIfNeeded: range.upperBound)
    var block = base + range.lowerBound
    var count = 0
    edges[0] = UInt32(truncatingIfNeeded: range.lowerBound &- 1)
    let most = min(rows &* width, Self.limit)
    var newlines = NewlineCount()
    while count < most, block < base + range.upperBound {
      count &+= put(syntax.structure(block), of: block, behind: count)
      newlines.add(syntax.newlines(block))
      block += 64
    }
    while count > 0, edges[count] >= end { count &-= 1 }
    let found = min(count / width, rows)
    stride = width
    // Those behind the last row are the next ones'.
    let behind = (line(found)..<base.distance(to: block)).count {
      (base + $0).load(as: UInt8.self) == Ascii.newline
    }
    return newlines.total() - behind == found && areRows(found, syntax) ? found : 0
  }

  private static let marksAtOnce = 10

  /// Puts the marks of a block of text behind those that are there; returns how many there are.
  @inline(__always)
  private func put(_ marks: UInt64, of block: UnsafeRawPointer, behind count: Int) -> Int {
    let start = offset(block)
    let target = edges + count
    var rest = marks
    // Most blocks have no more than these, of which the last are overwritten by the next block.
    for index in 1...Self.marksAtOnce {
      target[index] = start &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
    var index = Self.marksAtOnce
    while rest != 0 {
      index &+= 1
      target[index] = start &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
    return marks.nonzeroBitCount
  }

  /// Whether each row may be one, and ends in a newline.
  private mutating func areRows(_ rows: Int, _ syntax: RowSyntax) -> Bool {
    guard rows > 0, beginsRow(0, syntax) else { return false }
    var returns = 0
    var unexpected: UInt32 = 0
    var others = 0
    for row in 1...rows {
      // The byte before the mark, the mark, and the first byte of the next line.
      let bytes = UInt32(
        littleEndian: (base + (Int(edges[row &* width]) &- 1)).loadUnaligned(as: UInt32.self))
      returns &+= UInt8(truncatingIfNeeded: bytes) == Ascii.carriageReturn ? 1 : 0
      unexpected |= bytes ^ UInt32(Ascii.newline) &<< 8
      others &+= UInt8(truncatingIfNeeded: bytes &>> 16) &- Ascii.zero > 9 ? 1 : 0
    }
    guard unexpected & 0xFF00 == 0 else { return false }
    lineEnd = returns == 0 ? 0 : 1
    return (returns == 0 || returns == rows)
      && (others == 0 && syntax.digitsBegin || (1..<rows).allSatisfy { beginsRow($0, syntax) })
  }

  private func beginsRow(_ row: Int, _ syntax: RowSyntax) -> Bool {
    syntax.canBegin((base + line(row)).load(as: UInt8.self))
  }

  /// Finds the cells row by row.
  private mutating func findEach(
    rows: Int, _ syntax: RowSyntax, _ range: Range<Int>
  ) -> (rows: Int, next: Int) {
    stride = width + 1
    lineEnd = 0
    let end = base + range.upperBound
    let most = min(rows, max(Self.limit / stride, 1))
    var line = base + range.lowerBound
    var row = 0
    while row < most, line < end, syntax.canBegin(line.load(as: UInt8.self)) {
      guard let next = split(line, edges + row &* stride, syntax) else { break }
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
