import Cohorts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A Chromium or Chrome of this machine, which prints pages.
struct Browser {
  let path: String

  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
  ]
  private static let places = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ]

  /// The first that is found on the search path, or where macOS keeps it.
  static func find() -> Browser? {
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":")
    let paths = names.flatMap { name in folders.map { "\($0)/\(name)" } } + places
    return paths.first { access($0, X_OK) == 0 }.map { Browser(path: $0) }
  }

  /// Prints a page to a PDF of the same name, written aside and renamed.
  func printPage(at page: String) throws(Problem) {
    let stem = page.hasSuffix(".html") ? String(page.dropLast(5)) : page
    let partial = stem + ".partial.pdf"
    defer { unlink(partial) }
    guard let whole = realpath(page, nil) else { throw failure(page) }
    defer { free(whole) }
    var template = Array("/tmp/opsoscope-print-XXXXXX".utf8CString)
    guard let profile = mkdtemp(&template).map({ String(cString: $0) }) else { throw failure(page) }
    defer { try? FileManager.default.removeItem(atPath: profile) }
    var arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer",
      "--user-data-dir=" + profile, "--print-to-pdf=" + partial,
      "file://" + Self.address(String(cString: whole)),
    ]
    // Chromium's sandbox does not work for root, whose pages these are.
    if geteuid() == 0 { arguments.insert("--no-sandbox", at: 1) }
    guard run(arguments) == 0, rename(partial, stem + ".pdf") == 0 else { throw failure(page) }
  }

  private func failure(_ page: String) -> Problem {
    Problem(
      .inputOutput, code: "not-printed",
      message: "\(page): could not be printed with \(path); open it and print it by hand")
  }

  /// - Returns: the exit status; -1 where it did not start or did not end by itself.
  private func run(_ arguments: [String]) -> Int32 {
    let words = [path] + arguments
    let pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var child = pid_t()
    guard posix_spawn(&child, path, &actions, nil, pointers, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : -1
  }

  /// A path as it stands in an address.
  private static func address(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
