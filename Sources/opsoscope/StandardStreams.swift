import ArgumentParser
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The standard output, for results, and the standard error, for everything else.
enum StandardStreams {
  /// - Throws: exit code 74, having said why, where the output cannot be written.
  static func output(_ text: String) throws {
    try output(Array(text.utf8))
  }

  static func output(_ bytes: [UInt8]) throws {
    guard bytes.withUnsafeBytes({ $0.writeAll(to: STDOUT_FILENO) }) else {
      error("standard output: cannot be written (\(String(cString: strerror(errno))))\n")
      throw ExitStatus.inputOutput
    }
  }

  /// What cannot be said is lost: there is nowhere to say it.
  static func error(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { $0.writeAll(to: STDERR_FILENO) }
  }
}

/// A standard stream, as a place for people to read.
struct Terminal {
  let isTerminal: Bool
  /// Whether it shows colour: a terminal that can, unless `NO_COLOR` is set; anywhere where
  /// `FORCE_COLOR` is. `--no-color` comes before all of them.
  let hasColour: Bool
  /// In cells; 100 where it is not known.
  let width: Int

  static let output = Terminal(STDOUT_FILENO)
  static let error = Terminal(STDERR_FILENO)

  private init(_ file: Int32) {
    isTerminal = isatty(file) == 1
    let isDumb = Self.variable("TERM") == "dumb"
    let isUnwanted = Self.variable("NO_COLOR").map { !$0.isEmpty } ?? false
    let isForced = Self.variable("FORCE_COLOR").map { !["", "0", "false"].contains($0) } ?? false
    hasColour = isForced || (isTerminal && !isDumb && !isUnwanted)
    var size = winsize()
    let isKnown = ioctl(file, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    width = isKnown ? max(Int(size.ws_col), 60) : 100
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
