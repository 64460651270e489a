import ArgumentParser
import Simulation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a simulated recording and its truth; each file appears whole or not at all.
struct SimulateOutput {
  let path: String

  func write(_ simulated: SimulatedRecording, style: TableStyle, decimals: Int) throws {
    if path == "-" {
      return try simulated.writeTable(style: style, decimals: decimals) { part in
        try Self.put(part, to: STDOUT_FILENO, path: "standard output")
      }
    }
    let stem = stem
    let paths = [path, stem + "_truth.json", stem + "_truth_events.tsv"]
    try file(paths[0]) { put in
      guard path.hasSuffix(".gz") else {
        return try simulated.writeTable(style: style, decimals: decimals, put)
      }
      guard let gzip = GzipWriter() else {
        throw CannotWrite.path(path, reason: "zlib does not start")
      }
      try simulated.writeTable(style: style, decimals: decimals) { try put(gzip.compress($0)) }
      try put(gzip.compress([], isLast: true))
    }
    try file(paths[1]) { try $0(simulated.truthJSON()) }
    try file(paths[2]) { try $0(simulated.truthEvents()) }
  }

  /// The path without `.gz` and the suffix before it.
  private var stem: String {
    var name = path[...]
    if name.hasSuffix(".gz") { name = name.dropLast(3) }
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/"), dot != name.startIndex
    else { return String(name) }
    return String(name[..<dot])
  }

  private func file(_ path: String, _ body: (([UInt8]) throws -> Void) throws -> Void) throws {
    let unfinished = path + ".part"
    let handle = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard handle >= 0 else {
      throw CannotWrite.path(path, reason: String(cString: strerror(errno)))
    }
    do {
      try body { try Self.put($0, to: handle, path: path) }
    } catch {
      close(handle)
      unlink(unfinished)
      throw error
    }
    guard close(handle) == 0, rename(unfinished, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(unfinished)
      throw CannotWrite.path(path, reason: reason)
    }
  }

  static func put(_ bytes: [UInt8], to handle: Int32, path: String) throws {
    var first = 0
    while first < bytes.count {
      let count = bytes[first...].withUnsafeBytes { rest in
        #if canImport(Glibc)
          Glibc.write(handle, rest.baseAddress, rest.count)
        #else
          Darwin.write(handle, rest.baseAddress, rest.count)
        #endif
      }
      guard count > 0 else {
        throw CannotWrite.path(path, reason: String(cString: strerror(errno)))
      }
      first += count
    }
  }
}

/// Output that cannot be made: exit code 73.
enum CannotWrite: Error, CustomStringConvertible {
  case path(String, reason: String)

  var description: String {
    switch self {
    case .path(let path, let reason): "\(path) cannot be written: \(reason)"
    }
  }
}
