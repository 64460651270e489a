public import Oscillations
public import Recordings

/// Reads, judges and delivers one item of a work list.
public struct ItemScorer: Sendable {
  /// The recordings that a file holds, by the id that its name gives.
  public typealias Read =
    @Sendable (_ file: InputFile, _ id: String) throws(Problem) -> [Recording]
  public typealias Judge = @Sendable (Recording) -> Analysis
  /// Makes of a recording and its analysis what is kept of them, and writes what is to be written.
  public typealias Deliver<Output> = @Sendable (Recording, Analysis) throws(Problem) -> Output

  private let read: Read
  private let judge: Judge
  private let epochs: Epochs?

  public init(read: @escaping Read, judge: @escaping Judge, epochs: Epochs? = nil) {
    self.epochs = epochs
    self.read = read
    self.judge = judge
  }

  /// The results that an earlier run left of an item; `nil` where there are none that hold for
  /// this version and these parameters.
  public typealias Recall<Output: Sendable> = @Sendable (WorkList.Item) -> Recalled<Output>?

  /// - Parameter taken: the ids of all items, which no part of a file may have.
  func report<Output>(
    on item: WorkList.Item, taken: Set<[UInt8]>, recall: Recall<Output>?,
    deliver: Deliver<Output>
  ) -> ItemReport<Output> {
    do throws(Problem) {
      if let problem = item.problem { throw problem }
      if let report = recalled(item, taken: taken, recall: recall) { return report }
      var files: [[Recording]] = []
      for file in item.files { files.append(try read(file, item.id)) }
      let recordings = try parts(of: joined(files, item: item))
      try checkIDs(of: recordings.map(\.id), item: item, taken: taken)
      var judged: [Judged<Output>] = []
      for recording in recordings {
        let analysis = judge(recording)
        let (outcome, reason) = analysis.outcome
        judged.append(
          Judged(
            id: analysis.id, outcome: outcome, reason: reason,
            output: try deliver(recording, analysis)))
      }
      let digests = files.map {
        InputDigest(sha256: $0[0].source.sha256, bytes: $0[0].source.bytes)
      }
      return report(on: item, digests, judged, isRecalled: false)
    } catch {
      return without(item, error.outcome, reason: error.code, problem: error)
    }
  }

  /// The report on results that were there, where the input is still the same.
  private func recalled<Output>(
    _ item: WorkList.Item, taken: Set<[UInt8]>, recall: Recall<Output>?
  ) -> ItemReport<Output>? {
    // A pipe cannot be read twice.
    guard let recall, item.files.allSatisfy({ $0.bytes != nil }), let earlier = recall(item),
      (try? checkIDs(of: earlier.recordings.map(\.id), item: item, taken: taken)) != nil
    else { return nil }
    if let known = earlier.sidecarSha256 {
      let sidecars = item.files.compactMap { InputDigest.sidecarSha256(ofInputAt: $0.path) }
      guard sidecars.joined(separator: ",") == known else { return nil }
    }
    let digests = item.files.compactMap { try? InputDigest(path: $0.path) }
    guard digests.map(\.sha256).joined(separator: ",") == earlier.inputSha256 else { return nil }
    return report(on: item, digests, earlier.recordings, isRecalled: true)
  }

  /// - Parameter digests: of the item's files.
  private func report<Output>(
    on item: WorkList.Item, _ digests: [InputDigest], _ judged: [Judged<Output>], isRecalled: Bool
  ) -> ItemReport<Output> {
    // A file with several recordings is scored where one of them is.
    let decisive = judged.first { $0.outcome == .scored } ?? judged[0]
    let entries = zip(item.files, digests).map { file, digest in
      ManifestEntry(
        id: item.id, path: file.relativePath, bytes: digest.bytes, sha256: digest.sha256,
        outcome: decisive.outcome, reason: decisive.reason, recordings: judged.map(\.id))
    }
    return ItemReport(
      item: item, entries: entries, problem: nil, outputs: judged.map(\.output),
      isRecalled: isRecalled)
  }

  /// An item that was not looked at, for the run was interrupted.
  func skipped<Output>(_ item: WorkList.Item) -> ItemReport<Output> {
    without(item, .skipped, reason: "interrupted", problem: nil)
  }

  /// An item that took too long.
  func late<Output>(_ item: WorkList.Item, limit: Duration) -> ItemReport<Output> {
    let path = item.files.map(\.path).joined(separator: ", ")
    let problem = Problem(CohortError.timedOut(path: path, seconds: limit / .seconds(1)))
    return without(item, problem.outcome, reason: problem.code, problem: problem, isHashed: false)
  }

  private func without<Output>(
    _ item: WorkList.Item, _ outcome: Outcome, reason: String, problem: Problem?,
    isHashed: Bool = true
  ) -> ItemReport<Output> {
    let entries = item.files.map { file in
      // A pipe cannot be read twice, and what was not looked at is not read now.
      let isReadAgain = file.bytes != nil && problem != nil && isHashed
      let digest = isReadAgain ? try? InputDigest(path: file.path) : nil
      return ManifestEntry(
        id: item.id, path: file.relativePath, bytes: digest?.bytes ?? file.bytes,
        sha256: digest?.sha256, outcome: outcome, reason: reason, recordings: [])
    }
    return ItemReport(
      item: item, entries: entries, problem: problem, outputs: [], isRecalled: false)
  }

  /// Reads the recordings of one item, cut where there are epochs, without judging them.
  ///
  /// - Throws: the `Problem` of a file that cannot be read.
  public func recordings(of item: WorkList.Item) throws(Problem) -> [Recording] {
    var files: [[Recording]] = []
    for file in item.files { files.append(try read(file, item.id)) }
    return try parts(of: joined(files, item: item))
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

  /// A recording a condition, where there are epochs.
  private func parts(of recordings: [Recording]) throws(Problem) -> [Recording] {
    guard let epochs else { return recordings }
    var parts: [Recording] = []
    for recording in recordings { parts += try epochs.parts(of: recording) }
    return parts
  }

  /// Whether an earlier run's results hold.
  func isDone<Output>(
    _ item: WorkList.Item, taken: Set<[UInt8]>, recall: Recall<Output>?
  ) -> Bool {
    recalled(item, taken: taken, recall: recall) != nil
  }

  /// A part of a file must not have the id of another input, nor that of another part.
  private func checkIDs(
    of recordings: [String], item: WorkList.Item, taken: Set<[UInt8]>
  ) throws(Problem) {
    var seen: Set<[UInt8]> = []
    for recording in recordings {
      let id = Array(recording.utf8)
      let isTaken = taken.contains(id) && !recording.isSameBytes(as: item.id)
      guard isTaken || !seen.insert(id).inserted else { continue }
      throw Problem(CohortError.duplicateID(id: recording, paths: item.files.map(\.path)))
    }
  }
}

extension Analysis {
  /// What the manifest says of it: not assessable where its summary is.
  public var outcome: (outcome: Outcome, reason: String?) {
    guard summary == "not-assessable" else { return (.scored, nil) }
    return (.notAssessable, assessability.saccadicOscillations.reasons.first?.code)
  }
}
