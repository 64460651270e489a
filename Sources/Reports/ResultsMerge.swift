public import Cohorts

/// The results of several runs as those of a single one, byte for byte.
public struct ResultsMerge: Sendable {
  private let shards: [Shard]
  private let making: Making?
  /// A line an input, each from the shard that has it.
  public let entries: [ManifestEntry]

  /// One folder of results, and the inputs that it has.
  private struct Shard: Sendable {
    let folder: OutputFolder
    let entries: [ManifestEntry]
  }

  /// Reads the manifests, and checks that together they are one whole run.
  ///
  /// - Throws: any `MergeError`.
  public init(shards paths: [String]) throws(MergeError) {
    var shards: [Shard] = []
    var making: (value: Making, path: String)?
    var elsewhere: [ManifestEntry] = []
    for path in paths {
      let folder = OutputFolder(existing: path)
      let lines = try folder.endedManifest().lines
      for line in lines {
        let first = making ?? (line.making, path)
        making = first
        guard line.making != first.value else { continue }
        let what = line.making.version == first.value.version ? "set of parameters" : "version"
        throw .mixedMaking(path: first.path, other: path, what: what)
      }
      shards.append(
        Shard(folder: folder, entries: lines.map(\.entry).filter { !$0.isElsewhere }))
      elsewhere += lines.map(\.entry).filter(\.isElsewhere)
    }
    self.shards = shards
    self.making = making?.value
    entries = shards.flatMap(\.entries)
    try checkDuplicates()
    try checkMissing(elsewhere)
  }

  private func checkDuplicates() throws(MergeError) {
    var owners: [[UInt8]: Int] = [:]
    var duplicates: [String] = []
    for (number, shard) in shards.enumerated() {
      for id in shard.entries.flatMap({ [$0.id] + $0.recordings }) {
        let owner = owners.updateValue(number, forKey: Array(id.utf8))
        if let owner, owner != number { duplicates.append(id) }
      }
    }
    guard duplicates.isEmpty else { throw .duplicate(ids: Self.sorted(duplicates)) }
  }

  private func checkMissing(_ elsewhere: [ManifestEntry]) throws(MergeError) {
    let keys = Set(entries.map(\.key))
    let missing = elsewhere.filter { !keys.contains($0.key) }.map(\.id)
    guard missing.isEmpty else { throw .missing(ids: Self.sorted(missing)) }
  }

  private static func sorted(_ ids: [String]) -> [String] {
    ids.sorted { $0.precedesBytewise($1) }.withoutRepeats
  }

  /// Writes the results as a run over all inputs would have.
  ///
  /// - Parameter participants: what is known of the participants, for a table with it.
  /// - Throws: the `Problem` of a result that is damaged, or of writing.
  public func write(
    to path: String, participants: ParticipantsTable? = nil
  ) throws(Problem) {
    let output = try? FileProperties(path: path).identity
    let inputs = shards.map { try? FileProperties(path: $0.folder.path).identity }
    if let output, inputs.contains(output) { throw Problem(MergeError.outputIsShard(path: path)) }
    do {
      let folder = try ResultsFolder(
        path: path, making: making ?? Making(version: Software.version, parametersSha256: ""),
        hasPages: shards.contains { $0.folder.endsInLineEnd("index.html") })
      try folder.begin(entries)
      var rows: [ScoreRow] = []
      for shard in shards {
        // Both eyes of a recording list it.
        for id in shard.entries.flatMap(\.recordings).withoutRepeats {
          rows.append(try folder.copy(id, from: shard.folder))
        }
      }
      try copyDerivative(to: folder, ids: rows.map(\.id))
      try participants?.write(rows, to: folder)
      try copyGroups(to: folder)
      try folder.finish(rows: rows, entries: entries)
    } catch let error as ReportsError {
      throw Problem(error)
    } catch let error as MergeError {
      throw Problem(error)
    } catch {
      throw Problem(.inputOutput, code: "merge", message: "\(error)")
    }
  }

  /// The groups of subjects, for the page: those of the first shard that has them, since all shards
  /// are of one folder.
  private func copyGroups(to folder: ResultsFolder) throws(ReportsError) {
    let found = shards.lazy.compactMap { $0.folder.text(of: ResultsFolder.groupsName) }
      .compactMap(Participants.init).first
    if let found { try folder.keep(found) }
  }

  /// The events of a BIDS data set, where that is what was scored.
  private func copyDerivative(to folder: ResultsFolder, ids: [String]) throws {
    let derivative = BIDSDerivative(folder, inputs: entries.map(\.id))
    let sources = shards.filter { BIDSDerivative($0.folder).isThere }
    if !sources.isEmpty { try derivative.begin() }
    for shard in sources {
      for id in shard.entries.flatMap(\.recordings).withoutRepeats {
        try derivative.copy(id, from: shard.folder)
      }
    }
    derivative.removeEvents(except: sources.isEmpty ? [] : ids)
  }
}
