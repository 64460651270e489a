#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is read at once: a list, a table about recordings.
package enum SmallFile {
  /// The text of a file or a pipe, without a byte order mark; `-` is the standard input. `nil` where
  /// it cannot be read, or is not UTF-8.
  package static func text(_ path: String) -> String? {
    let isInput = path == InputFile.standardInput
    let file = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { if !isInput { close(file) } }
    guard let bytes = bytes(of: file), let text = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    return text.hasPrefix("\u{feff}") ? String(text.dropFirst()) : text
  }

  private static func bytes(of file: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }

  /// The lines of a text, whatever ends them, without empty ones.
  package static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
  }
}

/// A small table with a header, its cells parted by tabs, else by commas.
package struct SmallTable {
  package let columns: [String]
  /// As many cells as there are columns, `n/a` and empty cells as `nil`.
  package let rows: [[String?]]

  /// - Returns: `nil` where there is no header.
  package init?(_ text: String) {
    let lines = SmallFile.lines(text)
    guard let header = lines.first else { return nil }
    let separator: Character = header.contains("\t") ? "\t" : ","
    func cells(_ line: String) -> [String] {
      line.split(separator: separator, omittingEmptySubsequences: false).map { cell in
        let word = cell.drop { $0 == " " }
        let trimmed = word.prefix(word.count - word.reversed().prefix { $0 == " " }.count)
        guard trimmed.count > 1, trimmed.first == "\"", trimmed.last == "\"" else {
          return String(trimmed)
        }
        return String(trimmed.dropFirst().dropLast())
      }
    }
    columns = cells(header)
    let count = columns.count
    rows = lines.dropFirst().map { line in
      let row = cells(line).prefix(count).map { ["", "n/a"].contains($0) ? nil : $0 }
      return row + Array(repeating: nil, count: count - row.count)
    }
  }

  /// The first word of a column that several rows have which say different things.
  package func contradiction(in column: Int) -> String? {
    var rowOf: [[UInt8]: [String?]] = [:]
    for row in rows {
      guard let name = row[column] else { continue }
      if let other = rowOf.updateValue(row, forKey: Array(name.utf8)), other != row { return name }
    }
    return nil
  }

  /// The index of the first of several names that is a column, in any letter case.
  package func index(of names: String...) -> Int? {
    for name in names {
      if let index = columns.firstIndex(where: { $0.lowercased() == name }) { return index }
    }
    return nil
  }
}
