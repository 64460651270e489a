/// What stands in a cell where a number is expected.
enum Cell: Sendable, Equatable {
  case number(Double)
  /// Blank, or a word for missing.
  case missing
  /// Neither.
  case malformed

  /// Reads `bytes[range]`.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>, point: UInt8) {
    let cell = Cell.trimmed(bytes, range)
    if let value = DecimalText.value(bytes, cell, point: point) {
      self = .number(value)
    } else {
      self = Cell.isMissing(bytes, cell) ? .missing : .malformed
    }
  }

  /// The range without spaces and quotes around it.
  static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isPadding(bytes[low]) { low += 1 }
    while high > low, isPadding(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  private static func isPadding(_ byte: UInt8) -> Bool {
    byte == Ascii.space || byte == Ascii.tab || byte == Ascii.carriageReturn || byte == Ascii.quote
  }

  /// Whether the cell is blank or holds a word for missing, in any letter case.
  static func isMissing(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    // The longest word is "multipurkinje".
    guard range.count <= 13 else { return false }
    var word: UInt128 = 0
    for index in range {
      let byte = bytes[index]
      word = word << 8 | UInt128(byte &- 65 < 26 ? byte | 0x20 : byte)
    }
    return missingWords.contains(word)
  }

  private static let missingWords: Set<UInt128> = Set(
    [
      ".", "..", "...", "-", "--", "---", "?", "*", "nan", "-nan", "+nan", "n/a", "na", "#n/a",
      "<na>", "null", "none", "nil", "inf", "-inf", "+inf", "infinity", "-infinity", "missing",
      "nan.0",
      "nodata", "undefined", "fail", "nopupil", "multipupil", "nopurkinje",
      "multipurkinje", "1.#qnan", "-1.#ind", "1.#ind", "1.#inf", "-1.#inf",
    ].map { $0.utf8.reduce(UInt128(0)) { $0 << 8 | UInt128($1) } })
}
