import Foundation
import Testing

@testable import Recordings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers are what `strtod` gives, bit for bit, in every shape, on both ways through a table.
@Suite struct DecimalTests {
  enum Shape: CaseIterable, Sendable {
    /// As trackers write a column: so many decimals throughout.
    case column
    case cells, digits, shortest, exponents, halfway, integers, stamps
  }

  /// A million numbers together, or `OPSOSCOPE_NUMBERS` of each shape.
  private static let count =
    ProcessInfo.processInfo.environment["OPSOSCOPE_NUMBERS"].flatMap { Int($0) } ?? 125_000

  /// As cells of a table, most of which go the quick way, and one by one.
  @Test(arguments: Shape.allCases)
  func numbersAreExact(shape: Shape) throws {
    let table = NumberTable(shape, count: Self.count)
    // In a unit without bounds.
    let reader = RecordingReader(options: ReadingOptions(allowsUncalibrated: true))
    let recording = try #require(try reader.recordings(in: table.bytes, id: "numbers").first)
    let horizontal = try #require(recording.traces.first?.horizontal)
    #expect(horizontal.count == table.places.count)
    let span = table.bytes.span
    table.bytes.withUnsafeBytes { bytes in
      for (index, place) in table.places.enumerated() {
        // A comma stands behind each number, where `strtod` stops.
        let text = bytes.baseAddress! + place.lowerBound
        let expected = strtod(text.assumingMemoryBound(to: CChar.self), nil)
        let cell = Float(expected)
        let isSame =
          cell.isFinite
          ? horizontal[index].bitPattern == cell.bitPattern : horizontal[index].isNaN
        let value = DecimalText.value(span, place, point: Ascii.point)
        if !isSame || value?.bitPattern != expected.bitPattern {
          let number = String(decoding: table.bytes[place], as: UTF8.self)
          Issue.record(
            "\(number): \(horizontal[index]), \(String(describing: value)) instead of \(expected)")
        }
      }
    }
  }

  /// The largest and the smallest numbers, ties between neighbours, and zeros.
  @Test(arguments: [
    "0", "-0", "0.0", "-0.000", "9007199254740993", "9007199254740992.5", "1e22", "1e23",
    "8.98846567431158e307", "1.7976931348623157e308", "4.9e-324", "2.4703282292062327e-324",
    "2.2250738585072011e-308", "123456789012345678", "18446744073709551615", "18446744073709551616",
    "0.000000000000000000000000001", "9999999999999999999", "1.", ".5", "1e-27", "7e27",
    "9007199254740993e-5", "3.0517578125e-05", "8388608.5", "16777217",
  ])
  func particularNumbersAreExact(text: String) {
    let bytes = Array(text.utf8)
    let value = DecimalText.value(bytes.span, 0..<bytes.count, point: Ascii.point)
    #expect(value?.bitPattern == strtod(text, nil).bitPattern)
  }

  @Test(arguments: ["", ".", "-", "+", "e5", "1e", "1e+", "1.2.3", "--1", "1-", "0x1", "1 2", "１"])
  func otherTextIsNoNumber(text: String) {
    let bytes = Array(text.utf8)
    #expect(DecimalText.value(bytes.span, 0..<bytes.count, point: Ascii.point) == nil)
  }
}

/// A table with a column of numbers of one shape.
private struct NumberTable {
  private(set) var bytes = Array("time_ms,x,y\n".utf8)
  /// Where the numbers stand.
  private(set) var places: [Range<Int>] = []
  private var random: Congruential

  init(_ shape: DecimalTests.Shape, count: Int) {
    random = Congruential(seed: UInt64(DecimalTests.Shape.allCases.firstIndex(of: shape) ?? 0) + 11)
    bytes.reserveCapacity(count * 40)
    places.reserveCapacity(count)
    for row in 0..<count {
      add("\(2 * row),")
      let first = bytes.count
      add(shape, row)
      places.append(first..<bytes.count)
      add(",\(row % 2)\n")
    }
  }

  private mutating func add(_ text: String) { bytes += text.utf8 }

  private mutating func below(_ limit: Int) -> Int { Int(random.next() * Double(limit)) }

  private mutating func addDigits(_ count: Int) {
    var rest = 0
    for index in 0..<count {
      if index % 15 == 0 { rest = below(1_000_000_000_000_000) }
      bytes.append(UInt8(48 + rest % 10))
      rest /= 10
    }
  }

  private mutating func add(_ shape: DecimalTests.Shape, _ row: Int) {
    let hasSign = shape != .shortest && shape != .halfway && shape != .stamps
    if hasSign { add(["", "-", "", shape == .column ? "-" : "+"][below(4)]) }
    switch shape {
    case .column:
      let decimals = row / 5000 % 9
      addDigits(below(5) + 1)
      if decimals > 0 { add(".") }
      addDigits(decimals)
    case .cells:
      addDigits(below(5) + 1)
      add(".")
      addDigits(below(7))
    case .digits:
      let count = below(28) + 1
      let point = below(count + 1)
      addDigits(point)
      add(".")
      addDigits(count - point)
      if point == count { add("0") }
    case .shortest:
      let bits = UInt64(random.next() * 0x1p53) << 11 ^ UInt64(random.next() * 0x1p53)
      let value = Double(bitPattern: bits)
      add(value.isFinite ? "\(value)" : "1.5")
    case .exponents:
      addDigits(below(17) + 1)
      add("e" + ["", "-", "+"][below(3)] + "\(below(40))")
    case .halfway:
      // Exactly between two neighbours, or beside.
      add("\(UInt64(0x1p53) + UInt64(below(1 << 30)) * 2 + 1)")
      add(["", ".0", ".5", "e0", "0e-1", ".000000000000000001"][below(6)])
    case .integers: addDigits(below(22) + 1)
    case .stamps:
      addDigits(below(19) + 1)
      add(".")
      addDigits(6)
    }
  }
}
