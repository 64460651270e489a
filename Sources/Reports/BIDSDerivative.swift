import Cohorts

/// The results of a BIDS data set as a BIDS derivative: beside everything else that a folder of
/// results holds (which `.bidsignore` lists), the events of each recording under the name that BIDS
/// gives to them.
///
///     OUT/dataset_description.json, README, .bidsignore
///     OUT/sub-01/beh/sub-01_task-gaze_desc-opsoscope_events.tsv, .json
package struct BIDSDerivative: Sendable {
  private let folder: OutputFolder
  /// Names that the events of several inputs would have.
  private let shared: Set<[UInt8]>

  /// - Parameter inputs: the ids of all inputs, those that other shards score as well.
  package init(_ results: ResultsFolder, inputs: [String]) {
    self.init(results.folder, inputs: inputs)
  }

  init(_ folder: OutputFolder, inputs: [String] = []) {
    self.folder = folder
    let names = inputs.withoutRepeats.compactMap { BIDSEventsName(id: $0) }.map {
      Array($0.plain.utf8)
    }
    shared = Set(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys)
  }

  /// Whether the folder holds a derivative of ours.
  var isThere: Bool { folder.text(of: "dataset_description.json") == Self.description }

  /// Writes what describes the data set.
  ///
  /// - Throws: any `ReportsError`.
  package func begin() throws(ReportsError) {
    try folder.write(Self.ignored, to: ".bidsignore")
    try folder.write(Self.readme, to: "README")
    try folder.write(Self.description, to: "dataset_description.json")
  }

  /// Writes the events of a recording, where its id is a name of BIDS.
  ///
  /// - Throws: any `ReportsError`.
  package func write(_ events: EventTable, id: String) throws(ReportsError) {
    guard let stem = stem(of: id) else { return }
    try folder.write(Self.sidecar, to: stem + ".json")
    try folder.write(events.bytes, to: stem + ".tsv")
  }

  /// Whether the events of all recordings are there.
  package func has(_ ids: [String]) -> Bool {
    ids.compactMap(stem).allSatisfy {
      folder.endsInLineEnd($0 + ".tsv") && folder.endsInLineEnd($0 + ".json")
    }
  }

  /// Copies the events of a recording.
  ///
  /// - Throws: any `ReportsError`, or `MergeError.damaged`.
  func copy(_ id: String, from source: OutputFolder) throws {
    guard let stem = stem(of: id) else { return }
    for suffix in [".json", ".tsv"] {
      guard let bytes = source.bytes(of: stem + suffix) else {
        throw MergeError.damaged(path: source.path, id: id)
      }
      try folder.write(bytes, to: stem + suffix)
    }
  }

  /// Removes the events of recordings other than these.
  package func removeEvents(except ids: [String]) {
    let kept = Set(ids.compactMap(stem).map { Array($0.utf8) })
    ResultsSweep(folder: folder).removeDerivedEvents { stem in !kept.contains(Array(stem.utf8)) }
  }

  /// Where the events of a recording go, without the suffix; `nil` where its id is no name of BIDS.
  private func stem(of id: String) -> String? {
    BIDSEventsName(id: id).map { $0.stem(isShared: shared.contains(Array($0.plain.utf8))) }
  }

  private static let ignored = """
    scores*
    participants.tsv
    manifest.ndjson
    index.*
    recordings

    """

  private static let readme = """
    Events of eye movements (saccades, quick phases, slow phases, blinks, missing stretches,
    artefacts) that \(Software.name) \(Software.version) found in the recordings of a BIDS data set,
    and in the files that .bidsignore lists its scores for opsoclonus, nystagmus and what resembles
    them. Each recording's file in the folder recordings says what it was made from and how.

    \(Software.notice)

    """

  private static let description =
    JSONWriter.page([
      "Name": "Eye movements found by opsoscope",
      "BIDSVersion": "1.11.0",
      "DatasetType": "derivative",
      "License": "n/a",
      "GeneratedBy": [["Name": .string(Software.name), "Version": .string(Software.version)]],
    ]) + "\n"

  /// What the columns of events mean.
  private static let sidecar: String = {
    let columns = EventTable.dictionary.map { column in
      var value: [JSONValue.Member] = [
        .init(key: "Description", value: .string(column.description))
      ]
      if let unit = column.unit { value.append(.init(key: "Units", value: .string(unit))) }
      if !column.levels.isEmpty {
        let levels = column.levels.map {
          JSONValue.Member(key: $0.name, value: .string($0.description))
        }
        value.append(.init(key: "Levels", value: .object(levels)))
      }
      return JSONValue.Member(key: column.name, value: .object(value))
    }
    return JSONWriter.page(.object(columns)) + "\n"
  }()
}
