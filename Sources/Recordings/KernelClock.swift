/// The time column's clock, as stamps of up to 60 bits need it.
struct KernelClock {
  private let origin: Int64
  private let decimals: Int
  private let point: UInt8

  init(_ clock: DecimalClock, point: UInt8) {
    self.point = point
    origin = clock.quickOrigin ?? 0
    decimals = clock.decimals
  }

  /// The times of some rows since the first stamp, in units of the clock's last decimal.
  ///
  /// - Returns: how many there are before one that takes the plain way to tell.
  @inline(never)
  func read(
    _ edges: CellEdges, _ index: Int, rows: Int, into ticks: UnsafeMutablePointer<Int64>
  ) -> Int {
    let margin = edges.margin(of: index)
    let pointWidth = decimals > 0 ? 1 : 0
    let bits = UInt64(max(8 - decimals, 0)) * 8
    let before: UInt64 = decimals > 0 && bits > 0 ? ~0 &>> (64 - bits) : 0
    // With more decimals than seven, none is as expected.
    let fewestDigits = decimals < 8 ? max(decimals, 1) : .max
    let last = edges.base - (1 + decimals)
    for row in 0..<rows {
      let edge = edges.edge(index, row)
      let end = edges.base + (Int(edge[1]) &- margin)
      let count = Int(edge[1]) &- margin &- Int(edge[0]) &- 1 &- pointWidth
      if count >= fewestDigits, count <= 16,
        pointWidth == 0 || (last + (Int(edge[1]) &- margin)).load(as: UInt8.self) == point
      {
        // The last eight digits, and up to eight before them.
        let late = UInt64(littleEndian: (end - 8).loadUnaligned(as: UInt64.self))
        let early = UInt64(littleEndian: (end - 9).loadUnaligned(as: UInt64.self))
        let high = UInt64(
          littleEndian: (end - (16 &+ pointWidth)).loadUnaligned(as: UInt64.self))
        let digits = SIMD2(
          (late ^ ((late ^ early) & before) ^ KernelCell.zeros) & Self.last(min(count, 8)),
          (high ^ KernelCell.zeros) & Self.last(count &- 8))
        var check = DigitCheck()
        check.add(digits)
        if check.passed {
          let parts = DigitCheck.wholes(digits)
          ticks[row] = Int64(bitPattern: parts.y &* 100_000_000 &+ parts.x) &- origin
          continue
        }
      }
      guard let elapsed = elapsed(edges.cell(index, row)) else { return row }
      ticks[row] = elapsed
    }
    return rows
  }

  /// All ones in so many of a word's last bytes; none for less than one.
  @inline(__always)
  private static func last(_ count: Int) -> UInt64 {
    count > 0 ? ~0 &<< UInt64(truncatingIfNeeded: (8 &- count) &<< 3) : 0
  }

  /// The same for a stamp that is longer than most, or written otherwise.
  private func elapsed(_ cell: KernelCell) -> Int64? {
    guard let ticks = ticks(cell), ticks < 1 << 60 else { return nil }
    let isNegative = cell.start.load(as: UInt8.self) == Ascii.minus
    return (isNegative ? -Int64(ticks) : Int64(ticks)) - origin
  }

  /// The stamp without its sign in units of the clock's last decimal.
  private func ticks(_ cell: KernelCell) -> UInt64? {
    if decimals == 0 {
      if let digits = cell.digits(fraction: -1) { return digits }
    } else if cell.start.distance(to: cell.end) > decimals,
      (cell.end - decimals - 1).load(as: UInt8.self) == point,
      let digits = cell.digits(fraction: decimals)
    {
      return digits
    }
    return fewerDecimals(cell)
  }

  /// The same where the cell has fewer decimals than others.
  @inline(never)
  private func fewerDecimals(_ cell: KernelCell) -> UInt64? {
    guard let (significand, fraction) = cell.decimal(point: point), fraction <= decimals else {
      return nil
    }
    let power = UInt64(DecimalText.tens[min(decimals - fraction, 18)])
    let (ticks, overflow) = significand.multipliedReportingOverflow(by: power)
    return overflow ? nil : ticks
  }
}
