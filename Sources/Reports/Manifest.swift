public import Cohorts

/// The contents of `manifest.ndjson`: a line an input, sorted by id and path.
///
/// Each line says as well what its result is made with, so that manifests of several runs can be
/// told to belong together.
public struct Manifest: Sendable {
  private let entries: [ManifestEntry]
  private let making: Making

  public init(_ entries: [ManifestEntry], making: Making) {
    self.entries = entries.sorted(by: ManifestEntry.precedes)
    self.making = making
  }

  /// Each made when it is asked for, with its end.
  var lines: some Sequence<String> {
    entries.lazy.map { [making] in JSONWriter.line($0.document(making)) + "\n" }
  }
}

/// A manifest that an earlier run wrote.
///
/// A run that goes on from an earlier one takes the lines that are whole, and does the rest anew;
/// what lists the inputs of a run that has ended needs every line.
struct StoredManifest {
  typealias Line = (entry: ManifestEntry, making: Making)

  /// The lines that are whole.
  let lines: [Line]
  /// The number, from 1, of the first line that is not; `nil` where all are.
  let damagedLine: Int?

  init(_ bytes: [UInt8]) {
    var lines: [Line] = []
    var damagedLine: Int?
    let newline = UInt8(ascii: "\n")
    let texts = bytes.split(separator: newline, omittingEmptySubsequences: false)
    for (index, text) in texts.enumerated() where !text.isEmpty {
      let line = String(validating: text, as: UTF8.self).flatMap(Self.line)
      if let line { lines.append(line) }
      // What follows the last end of a line was cut, even where it could be read.
      if line == nil || index == texts.count - 1 { damagedLine = damagedLine ?? index + 1 }
    }
    self.lines = lines
    self.damagedLine = damagedLine
  }

  /// Whether every input of the run was looked at.
  var isEnded: Bool {
    !lines.contains { $0.entry.outcome == .skipped && !$0.entry.isElsewhere }
  }

  private static func line(_ text: String) -> Line? {
    guard let value = JSONParser.value(of: text), let id = value["id"].string,
      let path = value["path"].string,
      let outcome = value["outcome"].string.flatMap(Outcome.init),
      case .array(let recordings) = value["recordings"],
      let version = value["version"].string,
      let parametersSha256 = value["parametersSha256"].string
    else { return nil }
    let ids = recordings.compactMap(\.string)
    guard ids.count == recordings.count else { return nil }
    let entry = ManifestEntry(
      id: id, path: path, bytes: value["bytes"].integer, sha256: value["sha256"].string,
      outcome: outcome, reason: value["reason"].string, recordings: ids)
    return (entry, Making(version: version, parametersSha256: parametersSha256))
  }
}

extension OutputFolder {
  /// The manifest of a run that has ended.
  ///
  /// - Throws: `MergeError.notResults`, `.incomplete` or `.damagedManifest`.
  func endedManifest() throws(MergeError) -> StoredManifest {
    guard let bytes = bytes(of: ResultsFolder.manifestName) else { throw .notResults(path: path) }
    let manifest = StoredManifest(bytes)
    if let line = manifest.damagedLine {
      throw .damagedManifest(path: path + "/" + ResultsFolder.manifestName, line: line)
    }
    guard manifest.isEnded, endsInLineEnd("scores.tsv") else { throw .incomplete(path: path) }
    return manifest
  }
}

extension ManifestEntry {
  /// What tells an input from the others of its run.
  struct Key: Hashable {
    private let id: [UInt8]
    private let path: [UInt8]

    init(id: String, path: String) {
      self.id = Array(id.utf8)
      self.path = Array(path.utf8)
    }
  }

  var key: Key { Key(id: id, path: path) }

  func with(recordings: [String]) -> ManifestEntry {
    ManifestEntry(
      id: id, path: path, bytes: bytes, sha256: sha256, outcome: outcome, reason: reason,
      recordings: recordings)
  }

  fileprivate func document(_ making: Making) -> JSONValue {
    [
      "id": .string(id),
      "path": .string(path),
      "bytes": bytes.map { .integer($0) } ?? .null,
      "sha256": JSONValue(sha256),
      "outcome": .string(outcome.rawValue),
      "reason": JSONValue(reason),
      "recordings": .array(recordings.map { .string($0) }),
      "version": .string(making.version),
      "parametersSha256": .string(making.parametersSha256),
    ]
  }
}
