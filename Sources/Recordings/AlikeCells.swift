/// Reads the cells of a column that are written alike: with so many decimals, and one to eight digits.
///
/// Many cells at a time: first the digits of each, side by side in a word; then what numbers they
/// are, two words at once. Whether all were as expected is asked in the end.
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
  private let power: SIMD2<Double>

  /// - Parameter decimals: from 0 to 7; with none there is no point.
  init(decimals: Int, point: UInt8) {
    fewestDigits = max(decimals, 1)
    pointWidth = decimals > 0 ? 1 : 0
    let bits = UInt64(8 - decimals) * 8
    before = decimals > 0 ? ~0 &>> (64 - bits) : 0
    pointPlace = decimals > 0 ? 0xFF << (bits - 8) : 0
    self.point = decimals > 0 ? UInt64(point) << (bits - 8) : 0
    power = SIMD2(repeating: DecimalText.tens[decimals])
  }

  /// Room for the digits and signs of cells; an even number of them.
  struct Scratch {
    let digits: UnsafeMutablePointer<UInt64>
    /// The sign bits of `Float`s.
    let signs: UnsafeMutablePointer<UInt32>
  }

  /// Gives room for ``atOnce`` cells.
  @inline(__always)
  static func withScratch(_ body: (Scratch) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: atOnce) { digits in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: atOnce) { signs in
        digits.initialize(repeating: 0)
        signs.initialize(repeating: 0)
        body(Scratch(digits: digits.baseAddress!, signs: signs.baseAddress!))
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
      let late = UInt64(littleEndian: (base + (end &- 8)).loadUnaligned(as: UInt64.self))
      let early = UInt64(littleEndian: (base + (end &- 9)).loadUnaligned(as: UInt64.self))
      unexpected |= (late ^ point) & pointPlace
      let kept: UInt64 = ~0 &<< UInt64(truncatingIfNeeded: (8 &- count) &<< 3)
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
    while i &+ 2 <= count {
      let bits = floats(i, scratch, &check)
      UnsafeMutableRawPointer(target + i).storeBytes(of: bits, as: SIMD2<UInt32>.self)
      i &+= 2
    }
    // The last cell by itself; what the scratch holds behind it are digits too.
    if i < count { target[i] = Float(bitPattern: floats(i, scratch, &check).x) }
    return check.passed
  }

  /// Two numbers, as the bits of `Float`s.
  @inline(__always)
  private func floats(_ i: Int, _ scratch: Scratch, _ check: inout DigitCheck) -> SIMD2<UInt32> {
    let digits = UnsafeRawPointer(scratch.digits + i).loadUnaligned(as: SIMD2<UInt64>.self)
    let signs = UnsafeRawPointer(scratch.signs + i).loadUnaligned(as: SIMD2<UInt32>.self)
    check.add(digits)
    // Exact below 2^52.
    let exponents = SIMD2<UInt64>(repeating: 0x4330_0000_0000_0000)
    let numbers =
      unsafeBitCast(DigitCheck.wholes(digits) | exponents, to: SIMD2<Double>.self)
      - SIMD2(repeating: 0x1p52)
    return unsafeBitCast(SIMD2<Float>(numbers / power), to: SIMD2<UInt32>.self) | signs
  }
}

/// Pairs of words of eight digit values each, the first in the lowest byte.
struct DigitCheck {
  private var bits = SIMD2<UInt64>()

  /// Takes note of what is no digit.
  @inline(__always)
  mutating func add(_ digits: SIMD2<UInt64>) {
    let beyondNine = SIMD2<UInt64>(repeating: 0x7676_7676_7676_7676)
    bits |= (digits &+ beyondNine) | digits
  }

  /// Whether all were digits.
  var passed: Bool { (bits.x | bits.y) & 0x8080_8080_8080_8080 == 0 }

  /// The whole numbers that words make: pairs of digits, then fours, then eights.
  @inline(__always)
  static func wholes(_ digits: SIMD2<UInt64>) -> SIMD2<UInt64> {
    let lowBytes = SIMD8<UInt16>(repeating: 0xFF)
    let tens = SIMD8<UInt16>(repeating: 10)
    let byte = SIMD8<UInt16>(repeating: 8)
    let hundreds = SIMD8<UInt16>(100, 1, 100, 1, 100, 1, 100, 1)
    let lowHalves = SIMD4<UInt32>(repeating: 0xFFFF)
    let half = SIMD4<UInt32>(repeating: 16)
    let lowWords = SIMD2<UInt64>(repeating: 0xFFFF_FFFF)
    let word = SIMD2<UInt64>(repeating: 32)
    let tenThousands = SIMD2<UInt64>(repeating: 10_000)
    let bytes = unsafeBitCast(digits, to: SIMD8<UInt16>.self)
    let pairs = (bytes & lowBytes) &* tens &+ bytes &>> byte
    let scaled = unsafeBitCast(pairs &* hundreds, to: SIMD4<UInt32>.self)
    let fours = unsafeBitCast(
      (scaled & lowHalves) &+ scaled &>> half, to: SIMD2<UInt64>.self)
    return (fours & lowWords) &* tenThousands &+ fours &>> word
  }
}
