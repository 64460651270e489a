/// Reads the cells of a column that are written alike: with so many decimals, and one to eight digits.
///
/// Many cells at a time: first the digits of each, side by side in a word; then what numbers they
/// are, four words at once. Whether all were as expected is asked in the end.
///
/// - Source: eight digits at a time as in Lemire, *Number parsing at a gigabyte per second*, 2021.
struct AlikeCells {
  /// The most cells that are read at a time.
  static let atOnce = 32

  /// The fewest digits: a digit for each decimal, and one at least.
  private let fewestDigits: Int
  /// A byte for the point, where there are decimals.
  private let pointWidth: Int
  /// The bytes of a cell's last eight that stand before the decimals.
  private let before: UInt64
  /// Where among the last eight bytes the point stands, and the point there.
  private let pointPlace: UInt64
  private let point: UInt64
  private let power: SIMD4<Double>

  /// - Parameter decimals: from 0 to 7; with none there is no point.
  init(decimals: Int, point: UInt8) {
    fewestDigits = max(decimals, 1)
    pointWidth = decimals > 0 ? 1 : 0
    let bits = UInt64(8 - decimals) * 8
    before = decimals > 0 ? ~0 &>> (64 - bits) : 0
    pointPlace = decimals > 0 ? 0xFF << (bits - 8) : 0
    self.point = decimals > 0 ? UInt64(point) << (bits - 8) : 0
    power = SIMD4(repeating: DecimalText.tens[decimals])
  }

  /// Room for the digits and signs of cells, fours of them.
  struct Scratch {
    let digits: UnsafeMutablePointer<UInt64>
    /// The sign bits of `Float`s.
    let signs: UnsafeMutablePointer<UInt32>
    /// Eight bytes from byte n on are a word whose last n bytes are all ones, for n up to 8.
    let kept: UnsafeRawPointer
  }

  /// Gives room for ``atOnce`` cells.
  @inline(__always)
  static func withScratch(_ body: (Scratch) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: atOnce) { digits in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: atOnce) { signs in
        // The bytes behind are for cells that are too long, which are told later.
        withUnsafeBytes(of: (0, ~0, 0) as (UInt64, UInt64, UInt64)) { kept in
          digits.initialize(repeating: 0)
          signs.initialize(repeating: 0)
          body(
            Scratch(
              digits: digits.baseAddress!, signs: signs.baseAddress!, kept: kept.baseAddress!))
        }
      }
    }
  }

  /// The cells of some rows, as the `Float`s nearest to the `Double`s nearest to them.
  ///
  /// - Parameters:
  ///   - edges: where the cells are.
  ///   - index: the cell of each row.
  ///   - rows: no more than ``atOnce``.
  /// - Returns: whether all cells were written so; else what was written to `target` means nothing.
  @inline(__always)
  func read(
    _ edges: CellEdges, _ index: Int, _ rows: Range<Int>, _ scratch: Scratch,
    into target: UnsafeMutablePointer<Float>
  ) -> Bool {
    gather(edges, index, rows, scratch) && convert(rows.count, scratch, into: target)
  }

  /// The digit values of each cell, the last in the highest byte of a word.
  @inline(__always)
  private func gather(
    _ edges: CellEdges, _ index: Int, _ rows: Range<Int>, _ scratch: Scratch
  ) -> Bool {
    let base = edges.base
    let margin = edges.margin(of: index)
    let taken = 1 + pointWidth
    var edge = edges.edge(index, rows.lowerBound)
    var unexpected: UInt64 = 0
    var outside = 0
    for i in 0..<rows.count {
      let start = Int(edge[0])
      let end = Int(edge[1]) &- margin
      let sign: UInt32 = (base + (start &+ 1)).load(as: UInt8.self) == Ascii.minus ? 1 : 0
      let count = end &- start &- taken &- Int(sign)
      outside |= (8 &- count) | (count &- fewestDigits)
      let late = KernelCell.word(base + (end &- 8))
      let early = KernelCell.word(base + (end &- 9))
      unexpected |= (late ^ point) & pointPlace
      let kept = KernelCell.word(scratch.kept + (count & 15))
      scratch.digits[i] = (late ^ ((late ^ early) & before) ^ KernelCell.zeros) & kept
      scratch.signs[i] = sign &<< 31
      edge += edges.stride
    }
    return outside >= 0 && unexpected == 0
  }

  /// The numbers that digits make; false where one is no digit.
  @inline(__always)
  private func convert(
    _ count: Int, _ scratch: Scratch, into target: UnsafeMutablePointer<Float>
  ) -> Bool {
    var check = DigitCheck()
    var i = 0
    while i &+ 4 <= count {
      UnsafeMutableRawPointer(target + i)
        .storeBytes(of: floats(i, scratch, &check), as: SIMD4<UInt32>.self)
      i &+= 4
    }
    if i < count {
      for behind in count..<(i &+ 4) { scratch.digits[behind] = 0 }
      let last = floats(i, scratch, &check)
      for lane in 0..<(count &- i) { target[i &+ lane] = Float(bitPattern: last[lane]) }
    }
    return check.passed
  }

  /// Four numbers, as the bits of `Float`s.
  @inline(__always)
  private func floats(_ i: Int, _ scratch: Scratch, _ check: inout DigitCheck) -> SIMD4<UInt32> {
    let digits = UnsafeRawPointer(scratch.digits + i)
    let first = digits.loadUnaligned(as: SIMD2<UInt64>.self)
    let second = digits.loadUnaligned(fromByteOffset: 16, as: SIMD2<UInt64>.self)
    let signs = UnsafeRawPointer(scratch.signs + i).loadUnaligned(as: SIMD4<UInt32>.self)
    check.add(first)
    check.add(second)
    let numbers = SIMD4<Double>(EightDigits.numbers(first, second)) / power
    return unsafeBitCast(SIMD4<Float>(numbers), to: SIMD4<UInt32>.self) | signs
  }
}

/// Pairs of words of eight digit values each.
struct DigitCheck {
  private var bits = SIMD16<UInt8>()

  /// Takes note of what is no digit.
  @inline(__always)
  mutating func add(_ digits: SIMD2<UInt64>) {
    let beyondNine = SIMD16<UInt8>(repeating: 0x76)
    let bytes = unsafeBitCast(digits, to: SIMD16<UInt8>.self)
    bits |= (bytes &+ beyondNine) | bytes
  }

  /// Whether all were digits.
  var passed: Bool {
    let words = unsafeBitCast(bits, to: SIMD2<UInt64>.self)
    return (words.x | words.y) & 0x8080_8080_8080_8080 == 0
  }
}
