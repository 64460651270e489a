extension String {
  /// The text with everything that a terminal would act on, or that would turn the direction of
  /// what follows, replaced: what comes from a file or a name must not draw on the screen.
  package var printable: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7f..<0xa0, 0x200b...0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff:
        result.unicodeScalars.append("\u{fffd}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// How many cells of a terminal the text takes: two for East Asian letters and pictographs.
  var displayWidth: Int {
    reduce(0) { $0 + $1.displayWidth }
  }

  /// The text cut in its middle to fit, so that both ends of a path can be read.
  func shortened(to width: Int) -> String {
    guard displayWidth > width, width > 1 else { return self }
    let tail = String(suffix { $0 + $1 <= width / 2 })
    let head = String(prefix { $0 + $1 <= width - 1 - tail.displayWidth })
    return head + "…" + tail
  }

  /// The text in lines of at most so many cells, broken at spaces; words that are longer stand on
  /// lines of their own.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.displayWidth + 1 + String(word).displayWidth <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private func prefix(while fits: (Int, Int) -> Bool) -> Substring {
    var width = 0
    return prefix { character in
      guard fits(width, character.displayWidth) else { return false }
      width += character.displayWidth
      return true
    }
  }

  private func suffix(while fits: (Int, Int) -> Bool) -> Substring {
    var width = 0
    var start = endIndex
    while start > startIndex {
      let before = index(before: start)
      guard fits(width, self[before].displayWidth) else { break }
      width += self[before].displayWidth
      start = before
    }
    return self[start...]
  }
}

extension Character {
  fileprivate var displayWidth: Int {
    switch unicodeScalars[unicodeScalars.startIndex].value {
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
      0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
      2
    default: 1
    }
  }
}
