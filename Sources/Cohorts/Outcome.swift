/// What became of an input.
public enum Outcome: String, Sendable, CaseIterable {
  /// It was judged.
  case scored
  /// It was read, its events are listed, and it cannot show what it is asked for.
  case notAssessable = "not-assessable"
  /// It is not a recording that could be read, or its id is not its own.
  case refused
  /// It could not be reached, or its results could not be written.
  case failed
  /// It was not looked at.
  case skipped
}

/// An input's line in `manifest.ndjson`.
public struct ManifestEntry: Sendable, Equatable {
  /// The id that the file's name gives.
  public let id: String
  /// The path below the folder that was given; for a file that was given, its name.
  public let path: String
  /// Its size and the SHA-256 of its bytes; `nil` where it was not read.
  public let bytes: Int?
  public let sha256: String?
  public let outcome: Outcome
  /// The code of the reason for every outcome other than `scored`.
  public let reason: String?
  /// The ids of the recordings that it gave, which have results of their own.
  public let recordings: [String]

  public init(
    id: String, path: String, bytes: Int?, sha256: String?, outcome: Outcome, reason: String?,
    recordings: [String]
  ) {
    self.id = id
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.outcome = outcome
    self.reason = reason
    self.recordings = recordings
  }

  /// The entries of an item that was not looked at.
  public static func skipped(_ item: WorkList.Item, reason: String) -> [ManifestEntry] {
    item.files.map { file in
      ManifestEntry(
        id: item.id, path: file.relativePath, bytes: file.bytes, sha256: nil, outcome: .skipped,
        reason: reason, recordings: [])
    }
  }

  /// The reason of what another shard scores.
  public static let otherShard = "other-shard"

  /// Whether it says no more than that another shard scores the input.
  public var isElsewhere: Bool { outcome == .skipped && reason == Self.otherShard }

  /// Entries in the manifest's order: by id, then by path, bytewise.
  public static func precedes(_ one: ManifestEntry, _ other: ManifestEntry) -> Bool {
    if one.id.isSameBytes(as: other.id) { return one.path.precedesBytewise(other.path) }
    return one.id.precedesBytewise(other.id)
  }
}

extension String {
  /// The order of ids everywhere: by bytes, so that no locale and no Unicode version changes it.
  public func precedesBytewise(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// Whether both are the same bytes. (`==` holds composed and decomposed letters for the same,
  /// which are two names to a file system.)
  public func isSameBytes(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}
