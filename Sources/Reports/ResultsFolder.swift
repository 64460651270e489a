public import Cohorts

/// The folder that a run writes its results to.
///
///     OUT/scores.tsv, scores.json          a row a recording, and its data dictionary
///     OUT/recordings/<id>.json             everything about one recording
///     OUT/recordings/<id>_events.tsv       its events
///     OUT/recordings/<id>.html             its page
///     OUT/manifest.ndjson                  what became of each input
///
/// The results of a recording are written when it is judged, its document last: where that stands,
/// the recording is done. The tables are written at the end, so that a folder with a `scores.tsv`
/// is complete; the manifest stands from the beginning, and has a line an input at any time. One
/// run at a time writes to a folder.
public final class ResultsFolder: Sendable {
  let folder: OutputFolder
  private let lock: FolderLock
  private let making: Making
  /// Whether each recording, and the run as a whole, gets a page.
  public let hasPages: Bool
  /// The recordings that an earlier run's manifest lists, by its input.
  private let earlier: [ManifestEntry.Key: [String]]

  /// Creates the folder where it is not there.
  ///
  /// - Parameters:
  ///   - provenance: how the results of this run come about.
  ///   - hasPages: whether recordings, and the run as a whole, get pages.
  /// - Throws: `ReportsError.cannotCreate`, or `.inUse` where another run writes to it.
  public convenience init(
    path: String, provenance: Provenance, hasPages: Bool = true
  ) throws(ReportsError) {
    try self.init(path: path, making: provenance.making, hasPages: hasPages)
  }

  init(path: String, making: Making, hasPages: Bool) throws(ReportsError) {
    self.hasPages = hasPages
    folder = try OutputFolder(creating: path)
    lock = try FolderLock(path: path)
    self.making = making
    let manifest = folder.bytes(of: Self.manifestName).map { StoredManifest($0) }
    earlier = Dictionary(
      (manifest?.lines ?? []).map { ($0.entry.key, $0.entry.recordings) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether there is a folder with a manifest at a path.
  package static func isThere(_ path: String) -> Bool {
    OutputFolder(existing: path).bytes(of: manifestName) != nil
  }

  /// Where the manifest is, for a message.
  public var manifestPath: String { folder.path + "/" + Self.manifestName }

  /// Makes ready for the results of a list: what a run that was killed left half-written goes, and
  /// so do the tables, which may not be true any more; the manifest says that nothing has begun.
  ///
  /// - Throws: any `ReportsError`.
  public func begin(_ list: WorkList) throws(ReportsError) {
    let entries = list.items.flatMap { ManifestEntry.skipped($0, reason: "not-begun") }
    let others = list.others.flatMap { ManifestEntry.skipped($0, reason: ManifestEntry.otherShard) }
    try begin(entries + others)
  }

  /// Makes ready for results, with these lines in the manifest.
  func begin(_ entries: [ManifestEntry]) throws(ReportsError) {
    ResultsSweep(folder: folder).removeUnfinished()
    for name in Self.tables { folder.remove(name) }
    try write(entries)
  }

  /// Copies the results of a recording from another folder.
  ///
  /// - Returns: its row.
  /// - Throws: any `ReportsError`, or `MergeError.damaged`.
  func copy(_ id: String, from source: OutputFolder) throws -> ScoreRow {
    guard let text = source.text(of: Self.name(id) + ".json"),
      let recording = StoredRecording(text), recording.id.isSameBytes(as: id),
      recording.making == making, source.endsInLineEnd(Self.name(id) + "_events.tsv")
    else { throw MergeError.damaged(path: source.path, id: id) }
    for suffix in Self.suffixes.reversed() {
      guard let bytes = source.bytes(of: Self.name(id) + suffix) else { continue }
      try folder.write(bytes, to: Self.name(id) + suffix)
    }
    return ScoreRow(recording.analysis)
  }

  /// What an earlier run left of an input, made by this version with the same parameters, whole; an
  /// empty array where there is not all of it.
  package func stored(_ item: WorkList.Item) -> [StoredRecording] {
    let path = item.files[0].relativePath
    let known = earlier[ManifestEntry.Key(id: item.id, path: path)] ?? []
    let ids = known.isEmpty ? [item.id] : known
    let stored = ids.compactMap(stored)
    guard stored.count == ids.count, Set(stored.map(\.inputSha256)).count == 1 else { return [] }
    return stored
  }

  private func stored(_ id: String) -> StoredRecording? {
    guard let text = folder.text(of: Self.name(id) + ".json"),
      let recording = StoredRecording(text), recording.id.isSameBytes(as: id),
      recording.making == making,
      folder.endsInLineEnd(Self.name(id) + "_events.tsv"),
      !hasPages || folder.endsInLineEnd(Self.name(id) + ".html")
    else { return nil }
    return recording
  }

  /// Writes the results of one recording. Safe to call from several tasks at a time.
  ///
  /// - Parameter page: its page; `nil` where none is wanted, and then none is left.
  /// - Throws: any `ReportsError`.
  public func write(
    _ document: RecordingDocument, events: EventTable, page: String? = nil, id: String
  ) throws(ReportsError) {
    do {
      // The document of another version must not stand beside new events, nor a print of another
      // page beside the page.
      folder.remove(Self.name(id) + ".json")
      folder.remove(Self.name(id) + ".pdf")
      try folder.write(events.bytes, to: Self.name(id) + "_events.tsv")
      if let page {
        try folder.write(page, to: Self.name(id) + ".html")
      } else {
        folder.remove(Self.name(id) + ".html")
      }
      try folder.write(document.pageBytes, to: Self.name(id) + ".json")
    } catch {
      for suffix in Self.suffixes { folder.remove(Self.name(id) + suffix) }
      throw error
    }
  }

  /// Writes the tables and the manifest, and removes the results of recordings that an earlier run
  /// left and this one has none for.
  ///
  /// - Throws: any `ReportsError`.
  public func finish(rows: [ScoreRow], entries: [ManifestEntry]) throws(ReportsError) {
    ResultsSweep(folder: folder).removeRecordings(except: entries.flatMap(\.recordings))
    try write(entries)
    if hasPages { try folder.write(cohortPage(rows, entries), to: Self.indexName) }
    try folder.write(ScoreTable.dictionary, to: "scores.json")
    try folder.write(lines: ScoreTable(rows).lines, to: "scores.tsv")
  }

  private func cohortPage(_ rows: [ScoreRow], _ entries: [ManifestEntry]) -> String {
    CohortPage(
      rows: rows, entries: entries,
      groups: folder.text(of: Self.groupsName).flatMap(Participants.init),
      trace: { [folder] id in
        folder.text(of: Self.name(id) + ".html").flatMap(TinyTrace.path)
      }
    ).text
  }

  /// Keeps the groups of subjects beside the results, for the cohort's page.
  ///
  /// - Throws: any `ReportsError`.
  package func keep(_ participants: Participants) throws(ReportsError) {
    try folder.write(participants.text, to: Self.groupsName)
  }

  /// Writes the manifest of a run that was interrupted: what has been done stands.
  ///
  /// - Throws: any `ReportsError`.
  public func interrupt(entries: [ManifestEntry]) throws(ReportsError) {
    try write(entries)
  }

  /// Inputs that were not looked at keep the recordings that an earlier run made of them.
  private func write(_ entries: [ManifestEntry]) throws(ReportsError) {
    let entries = entries.map { entry in
      guard entry.outcome == .skipped, !entry.isElsewhere else { return entry }
      return entry.with(recordings: earlier[entry.key] ?? [])
    }
    try folder.write(lines: Manifest(entries, making: making).lines, to: Self.manifestName)
  }

  static let manifestName = "manifest.ndjson"
  /// What the input's `participants.tsv` says of groups.
  static let groupsName = "participants.tsv"
  static let indexName = "index.html"
  static let indexPrint = "index.pdf"
  static let tables = [
    "scores.tsv", "scores.json", indexName, indexPrint, ParticipantsTable.fileName,
  ]
  /// What follows the id in the names of a recording's results.
  static let suffixes = [".json", "_events.tsv", ".html", ".pdf"]

  static func name(_ id: String) -> String { recordings + "/" + id }
  static let recordings = "recordings"
}
