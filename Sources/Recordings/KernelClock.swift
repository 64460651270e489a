/// The time column's clock, as stamps of up to 60 bits need it.
///
/// Most stamps are the one before and a step: ``EvenStamps`` only compares them with what is expected.
struct KernelClock {
  private let origin: Int64
  private let decimals: Int
  private let point: UInt8
  private let form: StampForm

  init(_ clock: DecimalClock, point: UInt8) {
    self.point = point
    origin = clock.quickOrigin ?? 0
    decimals = clock.decimals
    form = StampForm(decimals: decimals, point: point)
  }

  /// The times of some rows since the first stamp, in units of the clock's last decimal.
  ///
  /// - Returns: how many there are before one that takes the plain way to tell.
  @inline(never)
  func read(
    _ edges: CellEdges, _ index: Int, rows: Int, into ticks: UnsafeMutablePointer<Int64>
  ) -> Int {
    var even = EvenStamps(form)
    var row = 0
    while row < rows {
      let cell = edges.cell(index, row)
      let digits = form.digits(of: cell)
      let plain = digits.flatMap(\.number).map { Int64(bitPattern: $0) &- origin }
      guard let elapsed = plain ?? elapsed(cell) else { return row }
      ticks[row] = elapsed
      row += 1
      guard let digits, plain != nil, row > 2 else { continue }
      let step = elapsed &- ticks[row - 2]
      guard step == ticks[row - 2] &- ticks[row - 3], even.follow(digits, step: step) else {
        continue
      }
      let end = row + even.count(edges, index, row..<rows)
      while row < end {
        ticks[row] = ticks[row - 1] &+ step
        row += 1
      }
    }
    return rows
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

/// How the stamps of a clock are written: with so many decimals, up to seven, and up to sixteen digits.
private struct StampForm {
  /// A byte for the point, where there are decimals.
  let pointWidth: Int
  /// The bytes of a stamp's last eight that stand before the decimals.
  let before: UInt64
  /// Where among the last eight bytes the point stands, and the point there.
  let pointPlace: UInt64
  let point: UInt64
  /// The fewest digits; more than there can be where stamps have too many decimals.
  private let fewest: Int

  init(decimals: Int, point: UInt8) {
    pointWidth = decimals > 0 ? 1 : 0
    fewest = decimals < 8 ? max(decimals, 1) : .max
    let bits = UInt64(max(8 - decimals, 1)) * 8
    before = decimals > 0 ? ~0 &>> (64 - bits) : 0
    pointPlace = decimals > 0 ? 0xFF << (bits - 8) : 0
    self.point = decimals > 0 ? UInt64(point) << (bits - 8) : 0
  }

  /// The digits of a stamp; `nil` where it is written otherwise.
  func digits(of cell: KernelCell) -> StampDigits? {
    let count = cell.start.distance(to: cell.end) &- pointWidth
    let late = KernelCell.word(cell.end - 8)
    guard count >= fewest, count <= 16, (late ^ point) & pointPlace == 0 else { return nil }
    let early = KernelCell.word(cell.end - 9)
    return StampDigits(
      low: (late ^ (late ^ early) & before ^ KernelCell.zeros) & StampDigits.last(min(count, 8)),
      high: (KernelCell.word(cell.end - (16 + pointWidth)) ^ KernelCell.zeros)
        & StampDigits.last(count &- 8),
      count: count)
  }
}

/// What the characters of a stamp without its point are as digits, the last in the highest byte of
/// `low`.
private struct StampDigits {
  let low: UInt64
  /// Those before the last eight.
  let high: UInt64
  let count: Int

  /// The number that they make; `nil` where one is no digit.
  var number: UInt64? {
    let digits = SIMD2(low, high)
    var check = DigitCheck()
    check.add(digits)
    guard check.passed else { return nil }
    let parts = EightDigits.numbers(digits, SIMD2())
    return UInt64(truncatingIfNeeded: parts.y) &* 100_000_000 &+ UInt64(truncatingIfNeeded: parts.x)
  }

  /// All ones in so many of a word's last bytes; none for less than one.
  @inline(__always)
  static func last(_ count: Int) -> UInt64 {
    count > 0 ? ~0 &<< UInt64(truncatingIfNeeded: (8 &- count) &<< 3) : 0
  }
}

/// Stamps in even steps, which are counted on as digits and compared as text.
private struct EvenStamps {
  private let form: StampForm
  /// The last eight digits of the next stamp, the last in the lowest byte.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var digits = 0
  private var step: Int64 = 0
  private var lowStep: UInt64 = 0

  init(_ form: StampForm) { self.form = form }

  /// Expects the stamps that come after one; false where a step is none that is counted.
  mutating func follow(_ stamp: StampDigits, step: Int64) -> Bool {
    guard step > 0, step < 100_000_000 else { return false }
    if step != self.step { lowStep = Self.digits(step) }
    self.step = step
    low = stamp.low.byteSwapped
    high = stamp.high
    digits = stamp.count
    return true
  }

  /// How many of some rows go on evenly, as long as the digits before the last eight stay.
  @inline(never)
  func count(_ edges: CellEdges, _ index: Int, _ rows: Range<Int>) -> Int {
    let form = form
    let (lowStep, high) = (lowStep, high ^ KernelCell.zeros)
    let lowMask = StampDigits.last(min(digits, 8))
    let highMask = StampDigits.last(digits &- 8)
    let length = UInt32(
      truncatingIfNeeded: digits &+ form.pointWidth &+ edges.margin(of: index) &+ 1)
    let text = edges.base - (8 &+ edges.margin(of: index))
    let highPlace = -8 &- form.pointWidth
    var edge = edges.edge(index, rows.lowerBound)
    var low = low
    // Each byte of a sum is 246 too high, and carries where it should, to lose those 246.
    let tooHigh: UInt64 = 0xF6F6_F6F6_F6F6_F6F6
    for taken in 0..<rows.count {
      let sum = low &+ lowStep &+ tooHigh
      let uncarried = sum & 0x8080_8080_8080_8080
      low = sum &- (((uncarried &<< 1) &- (uncarried &>> 7)) & tooHigh)
      let end = text + Int(edge[1])
      let late = KernelCell.word(end)
      let other = late ^ (late ^ KernelCell.word(end - 1)) & form.before ^ KernelCell.zeros
      let difference =
        (other & lowMask ^ low.byteSwapped) | (late ^ form.point) & form.pointPlace
        | (KernelCell.word(end + highPlace) ^ high) & highMask
        | UInt64((edge[1] &- edge[0]) ^ length) | (~uncarried & (1 &<< 63))
      if difference != 0 { return taken }
      edge += edges.stride
    }
    return rows.count
  }

  /// The digit values of a number below 10^8, the last in the lowest byte.
  private static func digits(_ number: Int64) -> UInt64 {
    var rest = UInt64(number)
    var digits: UInt64 = 0
    for place in stride(from: UInt64(0), to: 64, by: 8) {
      digits |= (rest % 10) << place
      rest /= 10
    }
    return digits
  }
}
