import Recordings

/// The tests that recordings hold: which stretches belong to which condition (fixation, dark, gaze
/// left …), so that each condition is judged by itself.
public struct Epochs: Sendable {
  private let epochs: [Epoch]
  /// The SHA-256 of the table that they come from: a parameter of every result.
  public let sha256: String

  /// How often a recording may fit into its epochs: a test that was broken off is short of minutes, and
  /// milliseconds taken for seconds are a thousand times too many.
  private static let mostOfRecording = 100.0

  private struct Epoch: Sendable {
    /// The recording that it is of; `nil` is all of them.
    let id: String?
    let range: Range<Double>
    let condition: String
  }

  /// - Parameter path: a table, tab- or comma-separated, with the columns `onset`, `duration` (both
  ///   in seconds since the recording's first sample) and `condition` (or BIDS's `trial_type`); with
  ///   a column `id` a row is of that recording alone.
  /// - Throws: `CohortError.badEpochs`, or `.notFound`.
  public init(path: String) throws(CohortError) {
    if path != InputFile.standardInput { _ = try FileProperties(path: path) }
    guard let text = SmallFile.text(path) else {
      throw .badEpochs(path: path, reason: "a table of text, found none that can be read")
    }
    guard let table = SmallTable(text), let onset = table.index(of: "onset"),
      let duration = table.index(of: "duration"),
      let condition = table.index(of: "condition", "trial_type")
    else {
      let names = SmallTable(text)?.columns.joined(separator: ", ") ?? "none"
      throw .badEpochs(
        path: path, reason: "the columns onset, duration and condition, found \(names)")
    }
    let id = table.index(of: "id")
    var epochs: [Epoch] = []
    for (number, row) in table.rows.enumerated() {
      guard let start = row[onset].flatMap({ Double($0) }), start >= 0,
        let length = row[duration].flatMap({ Double($0) }), length > 0, (start + length).isFinite,
        let name = row[condition]
      else {
        throw .badEpochs(
          path: path,
          reason: "an onset of 0 or more, a duration above 0, and a condition in row \(number + 1)")
      }
      epochs.append(
        Epoch(id: id.flatMap { row[$0] }, range: start..<(start + length), condition: name))
    }
    guard !epochs.isEmpty else { throw .badEpochs(path: path, reason: "a row at least") }
    self.epochs = epochs
    sha256 = InputDigest(of: Array(text.utf8)).sha256
  }

  /// The recordings that rows are of and that a list cannot give, sorted.
  ///
  /// - Throws: `CohortError.epochsOfNoRecording` where that is every row, so that the table does
  ///   nothing.
  public func strangers(
    to list: WorkList, path: String
  ) throws(CohortError) -> [String] {
    let known = list.ids
    func isKnown(_ id: String) -> Bool {
      if known.contains(Array(id.utf8)) { return true }
      // A part of a file: what its label is, only the file can tell.
      return id.ranges(of: "_split-").contains { known.contains(Array(id[..<$0.lowerBound].utf8)) }
    }
    let named = Dictionary(grouping: epochs.compactMap(\.id)) { Array($0.utf8) }
    let strangers = named.values.map { $0[0] }.filter { !isKnown($0) }
      .sorted { $0.precedesBytewise($1) }
    if strangers.count == named.count, epochs.allSatisfy({ $0.id != nil }) {
      throw .epochsOfNoRecording(path: path, ids: strangers)
    }
    return strangers
  }

  /// The parts of a recording, one a condition, in order of their first epochs; the recording
  /// itself where no epoch is of it.
  ///
  /// - Throws: the problem of a recording that holds nothing of its epochs.
  func parts(of recording: Recording) throws(Problem) -> [Recording] {
    let own = epochs.filter { $0.id?.isSameBytes(as: recording.id) ?? true }
    guard !own.isEmpty else { return [recording] }
    let end = own.reduce(0) { max($0, $1.range.upperBound) }
    guard end <= Self.mostOfRecording * recording.duration else {
      throw Problem(
        CohortError.epochsInOtherUnits(
          id: recording.id, end: end, seconds: recording.duration))
    }
    var conditions: [(name: String, ranges: [Range<Double>])] = []
    for epoch in own {
      if let index = conditions.firstIndex(where: { $0.name.isSameBytes(as: epoch.condition) }) {
        conditions[index].ranges.append(epoch.range)
      } else {
        conditions.append((epoch.condition, [epoch.range]))
      }
    }
    var labels = PartLabels()
    let parts = conditions.compactMap { condition in
      let label = labels.next(for: condition.name)
      return recording.restricted(to: condition.ranges, id: "\(recording.id)_split-\(label)")
    }
    guard !parts.isEmpty else {
      throw Problem(
        CohortError.nothingInEpochs(id: recording.id, seconds: recording.duration))
    }
    return parts.sorted { $0.id.precedesBytewise($1.id) }
  }
}
