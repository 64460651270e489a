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

/// A manifest that an earlier run wrote; lines that are not ours are passed over.
struct StoredManifest {
  let lines: [(entry: ManifestEntry, making: Making)]

  init(_ text: String) {
    lines = text.split(separator: "\n").compactMap { line in
      guard let value = JSONParser.value(of: String(line)), let id = value["id"].string,
        let path = value["path"].string,
        let outcome = value["outcome"].string.flatMap(Outcome.init)
      else { return nil }
      let entry = ManifestEntry(
        id: id, path: path, bytes: value["bytes"].integer, sha256: value["sha256"].string,
        outcome: outcome, reason: value["reason"].string,
        recordings: value["recordings"].elements.compactMap(\.string))
      return (
        entry,
        Making(
          version: value["version"].string ?? "",
          parametersSha256: value["parametersSha256"].string ?? "")
      )
    }
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
