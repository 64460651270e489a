import Cohorts

/// The results of a BIDS data set as a BIDS derivative: beside everything else that a folder of
/// results holds (which `.bidsignore` lists), the events of each recording under the name that BIDS
/// gives to them.
///
///     OUT/dataset_description.json, README, .bidsignore
///     OUT/sub-01/beh/sub-01_task-gaze_desc-opsoscope_events.tsv, .json
package struct BIDSDerivative: Sendable {
  private let folder: OutputFolder

  package init(_ results: ResultsFolder) {
    folder = results.folder
  }

  init(_ folder: OutputFolder) {
    self.folder = folder
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
    guard let stem = Self.stem(of: id) else { return }
    try folder.write(Self.sidecar, to: stem + ".json")
    try folder.write(events.text, to: stem + ".tsv")
  }

  /// Whether the events of all recordings are there.
  package func has(_ ids: [String]) -> Bool {
    ids.compactMap(Self.stem).allSatisfy {
      folder.endsInLineEnd($0 + ".tsv") && folder.endsInLineEnd($0 + ".json")
    }
  }

  /// Copies the events of a recording.
  ///
  /// - Throws: any `ReportsError`, or `MergeError.damaged`.
  func copy(_ id: String, from source: OutputFolder) throws {
    guard let stem = Self.stem(of: id) else { return }
    for suffix in [".json", ".tsv"] {
      guard let bytes = source.bytes(of: stem + suffix) else {
        throw MergeError.damaged(path: source.path, id: id)
      }
      try folder.write(bytes, to: stem + suffix)
    }
  }

  /// Removes the events of recordings other than these.
  package func removeEvents(except ids: [String]) {
    let kept = Set(ids.compactMap(Self.stem).map { Array($0.utf8) })
    ResultsSweep(folder: folder).removeDerivedEvents { stem in !kept.contains(Array(stem.utf8)) }
  }

  /// Where the events of a recording go, without the suffix; `nil` where its id is no name of BIDS.
  ///
  /// The entities of the name stay, its suffix (`physio`) gives way; the part of a file becomes a
  /// part of the description, which BIDS leaves to derivatives.
  static func stem(of id: String) -> String? {
    let components = id.split(separator: "/")
    guard id.hasPrefix("sub-"), let name = components.last, name.hasPrefix("sub-") else {
      return nil
    }
    let tokens = name.split(separator: "_").filter { $0.contains("-") }
    let entities = tokens.filter { !$0.hasPrefix("split-") }
    let part = tokens.filter { $0.hasPrefix("split-") }.map { $0.dropFirst(6) }.joined()
      .filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return (components.dropLast() + [Substring(entities.joined(separator: "_"))])
      .joined(separator: "/") + "_" + mark + part + "_events"
  }

  static let mark = "desc-opsoscope"

  private static let ignored = """
    scores*
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
