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

  /// The time since the first stamp, in units of the clock's last decimal; `nil` where it takes the plain way to tell.
  @inline(__always)
  func elapsed(_ cell: KernelCell) -> Int64? {
    guard let digits = ticks(cell), digits < 1 << 60 else { return nil }
    let isNegative = cell.start.load(as: UInt8.self) == Ascii.minus
    let stamp = Int64(bitPattern: isNegative ? 0 &- digits : digits)
    return stamp &- origin
  }

  /// The stamp without its sign in units of the clock's last decimal.
  @inline(__always)
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
