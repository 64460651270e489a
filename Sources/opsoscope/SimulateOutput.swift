import Reports
import Simulation

/// Writes a simulated recording and its truth; each file appears whole or not at all.
struct SimulateOutput {
  let path: String

  /// - Throws: `ReportsError`, or the exit code where the standard output cannot be written.
  func write(_ simulated: SimulatedRecording, style: TableStyle, decimals: Int) throws {
    if path == "-" {
      return try simulated.writeTable(style: style, decimals: decimals, StandardStreams.output)
    }
    let stem = stem
    let paths = [path, stem + "_truth.json", stem + "_truth_events.tsv"]
    for path in paths { try OutputFolder.checkReplaceable(path) }
    try file(paths[0]) { put in
      guard path.hasSuffix(".gz") else {
        return try simulated.writeTable(style: style, decimals: decimals, put)
      }
      guard let gzip = GzipWriter() else {
        throw ReportsError.cannotWrite(path: path, reason: "zlib does not start")
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
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = String(path[(slash.map(path.index(after:)) ?? path.startIndex)...])
    let file = try OutputFolder(creating: folder).file(name)
    try body { try file.append($0) }
    try file.finish()
  }
}
