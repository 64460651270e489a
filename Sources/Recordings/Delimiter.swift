/// What stands between the cells of a row.
enum Delimiter: Sendable, Equatable {
  case byte(UInt8)
  /// One or more spaces or tabs.
  case spaces

  /// Splits `bytes[line]` into cells, without their quotes; what quotes enclose is not split.
  func split(_ bytes: Span<UInt8>, _ line: Range<Int>, into cells: inout [Range<Int>]) {
    cells.removeAll(keepingCapacity: true)
    switch self {
    case .byte(let byte): Self.split(bytes, line, at: byte, into: &cells)
    case .spaces: Self.splitAtSpaces(bytes, line, into: &cells)
    }
  }

  private static func split(
    _ bytes: Span<UInt8>, _ line: Range<Int>, at delimiter: UInt8, into cells: inout [Range<Int>]
  ) {
    var start = line.lowerBound
    var isQuoted = false
    for index in line {
      let byte = bytes[index]
      if byte == Ascii.quote {
        isQuoted.toggle()
      } else if byte == delimiter, !isQuoted {
        cells.append(start..<index)
        start = index + 1
      }
    }
    cells.append(start..<line.upperBound)
  }

  private static func splitAtSpaces(
    _ bytes: Span<UInt8>, _ line: Range<Int>, into cells: inout [Range<Int>]
  ) {
    var index = line.lowerBound
    while index < line.upperBound {
      while index < line.upperBound, isSpace(bytes[index]) { index += 1 }
      let start = index
      while index < line.upperBound, !isSpace(bytes[index]) { index += 1 }
      if index > start { cells.append(start..<index) }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == Ascii.space || byte == Ascii.tab }
}
