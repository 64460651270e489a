public import Cohorts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder that a run writes its results to.
///
///     OUT/scores.tsv, scores.json          a row a recording, and its data dictionary
///     OUT/recordings/<id>.json             everything about one recording
///     OUT/recordings/<id>_events.tsv       its events
///     OUT/manifest.ndjson                  what became of each input
///
/// The results of a recording are written when it is judged; the tables at the end, the manifest
/// last of all.
public struct ResultsFolder: Sendable {
  private let folder: OutputFolder
  /// The recordings whose results an earlier run left here.
  private let earlier: [String]

  /// Creates the folder where it is not there.
  ///
  /// - Throws: `ReportsError.cannotCreate`.
  public init(path: String) throws(ReportsError) {
    folder = try OutputFolder(creating: path)
    let manifest = FileManager.default.contents(atPath: path + "/" + Self.manifestName)
    earlier = manifest.map { Manifest.recordings(in: String(decoding: $0, as: UTF8.self)) } ?? []
  }

  /// Where the manifest is, for a message.
  public var manifestPath: String { folder.path + "/" + Self.manifestName }

  /// Writes the results of one recording. Safe to call from several tasks at a time.
  ///
  /// - Throws: any `ReportsError`.
  public func write(
    _ document: RecordingDocument, events: EventTable, id: String
  ) throws(ReportsError) {
    try folder.write(document.page, to: Self.name(id) + ".json")
    do {
      try folder.write(events.text, to: Self.name(id) + "_events.tsv")
    } catch {
      folder.remove(Self.name(id) + ".json")
      throw error
    }
  }

  /// Writes the tables and the manifest, and removes the results of recordings that an earlier run
  /// left and this one has none for.
  ///
  /// - Throws: any `ReportsError`.
  public func finish(rows: [ScoreRow], entries: [ManifestEntry]) throws(ReportsError) {
    let current = Set(entries.flatMap(\.recordings))
    for id in earlier where !current.contains(id) {
      for suffix in [".json", "_events.tsv", ".html"] { folder.remove(Self.name(id) + suffix) }
    }
    try folder.write(ScoreTable(rows).text, to: "scores.tsv")
    try folder.write(ScoreTable.dictionary, to: "scores.json")
    try folder.write(Manifest(entries).text, to: Self.manifestName)
  }

  /// Writes the manifest of a run that was interrupted: what has been done stands.
  ///
  /// - Throws: any `ReportsError`.
  public func interrupt(entries: [ManifestEntry]) throws(ReportsError) {
    try folder.write(Manifest(entries).text, to: Self.manifestName)
  }

  private static let manifestName = "manifest.ndjson"

  private static func name(_ id: String) -> String { "recordings/" + id }
}
