public import Cohorts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The contents of `manifest.ndjson`: a line an input, sorted by id and path.
public struct Manifest: Sendable {
  private let entries: [ManifestEntry]

  public init(_ entries: [ManifestEntry]) {
    self.entries = entries.sorted(by: ManifestEntry.precedes)
  }

  public var text: String {
    entries.map { JSONWriter.line($0.document) + "\n" }.joined()
  }

  /// The ids of the recordings that a manifest of ours lists; lines that are not ours are passed
  /// over.
  static func recordings(in text: String) -> [String] {
    struct Line: Decodable { let recordings: [String] }
    let decoder = JSONDecoder()
    return text.utf8.split(separator: UInt8(ascii: "\n")).flatMap { line in
      (try? decoder.decode(Line.self, from: Data(line)))?.recordings ?? []
    }
  }
}

extension ManifestEntry {
  fileprivate var document: JSONValue {
    [
      "id": .string(id),
      "path": .string(path),
      "bytes": bytes.map { .integer($0) } ?? .null,
      "sha256": JSONValue(sha256),
      "outcome": .string(outcome.rawValue),
      "reason": JSONValue(reason),
      "recordings": .array(recordings.map { .string($0) }),
    ]
  }
}
