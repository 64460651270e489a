public import Oscillations
public import Recordings

/// Reads, judges and delivers one item of a work list.
public struct ItemScorer: Sendable {
  /// The recordings that a file holds, by the id that its name gives.
  public typealias Read =
    @Sendable (_ file: InputFile, _ id: String) throws(Problem) -> [Recording]
  public typealias Judge = @Sendable (Recording) -> Analysis
  /// Makes of an analysis what is kept of it, and writes what is to be written.
  public typealias Deliver<Output> = @Sendable (Analysis) throws(Problem) -> Output

  private let read: Read
  private let judge: Judge

  public init(read: @escaping Read, judge: @escaping Judge) {
    self.read = read
    self.judge = judge
  }

  /// - Parameter taken: the ids of all items, which no part of a file may have.
  func report<Output>(
    on item: WorkList.Item, taken: Set<[UInt8]>, deliver: Deliver<Output>
  ) -> ItemReport<Output> {
    do throws(Problem) {
      if let problem = item.problem { throw problem }
      var files: [[Recording]] = []
      for file in item.files { files.append(try read(file, item.id)) }
      let recordings = try joined(files, item: item)
      try checkIDs(of: recordings, item: item, taken: taken)
      var outputs: [Output] = []
      var outcomes: [(outcome: Outcome, reason: String?)] = []
      for recording in recordings {
        let analysis = judge(recording)
        outputs.append(try deliver(analysis))
        outcomes.append(analysis.outcome)
      }
      // A file with several recordings is scored where one of them is.
      let decisive = outcomes.first { $0.outcome == .scored } ?? outcomes[0]
      let entries = zip(item.files, files).map { file, recordings in
        ManifestEntry(
          id: item.id, path: file.relativePath, bytes: recordings[0].source.bytes,
          sha256: recordings[0].source.sha256, outcome: decisive.outcome, reason: decisive.reason,
          recordings: recordings.map(\.id))
      }
      return ItemReport(item: item, entries: entries, problem: nil, outputs: outputs)
    } catch {
      return without(item, error.outcome, reason: error.code, problem: error)
    }
  }

  /// An item that was not looked at, for the run was interrupted.
  func skipped<Output>(_ item: WorkList.Item) -> ItemReport<Output> {
    without(item, .skipped, reason: "interrupted", problem: nil)
  }

  private func without<Output>(
    _ item: WorkList.Item, _ outcome: Outcome, reason: String, problem: Problem?
  ) -> ItemReport<Output> {
    let entries = item.files.map { file in
      // A pipe cannot be read twice, and what was not looked at is not read now.
      let isReadAgain = file.bytes != nil && problem != nil
      let digest = isReadAgain ? try? InputDigest(path: file.path) : nil
      return ManifestEntry(
        id: item.id, path: file.relativePath, bytes: digest?.bytes ?? file.bytes,
        sha256: digest?.sha256, outcome: outcome, reason: reason, recordings: [])
    }
    return ItemReport(item: item, entries: entries, problem: problem, outputs: [])
  }

  /// The recordings of one file, sorted by id, or the one whose eyes stand in several files.
  private func joined(
    _ files: [[Recording]], item: WorkList.Item
  ) throws(Problem) -> [Recording] {
    if files.count == 1, !files[0].isEmpty {
      return files[0].sorted { $0.id.precedesBytewise($1.id) }
    }
    guard let both = Recording(joining: files.flatMap { $0 }, id: item.id) else {
      throw Problem(CohortError.eyesDoNotMatch(id: item.id, paths: item.files.map(\.path)))
    }
    return [both]
  }

  /// A part of a file must not have the id of another input, nor that of another part.
  private func checkIDs(
    of recordings: [Recording], item: WorkList.Item, taken: Set<[UInt8]>
  ) throws(Problem) {
    var seen: Set<[UInt8]> = []
    for recording in recordings {
      let id = Array(recording.id.utf8)
      let isTaken = taken.contains(id) && !recording.id.isSameBytes(as: item.id)
      guard isTaken || !seen.insert(id).inserted else { continue }
      throw Problem(CohortError.duplicateID(id: recording.id, paths: item.files.map(\.path)))
    }
  }
}

extension Analysis {
  /// What the manifest says of it: not assessable where its summary is.
  fileprivate var outcome: (outcome: Outcome, reason: String?) {
    guard summary == "not-assessable" else { return (.scored, nil) }
    return (.notAssessable, assessability.saccadicOscillations.reasons.first?.code)
  }
}
