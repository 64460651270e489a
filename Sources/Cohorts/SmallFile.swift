#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file that is read at once: a list, a table about recordings.
package enum SmallFile {
  /// The text of a file, without a byte order mark; `-` is the standard input. `nil` where it
  /// cannot be read, or is not UTF-8.
  package static func text(_ path: String) -> String? {
    let bytes: Data?
    if path == InputFile.standardInput {
      bytes = FileManager.default.contents(atPath: "/dev/stdin")
    } else {
      bytes = FileManager.default.contents(atPath: path)
    }
    guard let bytes, let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return text.hasPrefix("\u{feff}") ? String(text.dropFirst()) : text
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

  /// The index of the first of several names that is a column, in any letter case.
  package func index(of names: String...) -> Int? {
    for name in names {
      if let index = columns.firstIndex(where: { $0.lowercased() == name }) { return index }
    }
    return nil
  }
}
