import Recordings

extension Recording {
  /// One recording from those of its eyes, each read from a file of its own; `nil` where they do
  /// not share their samples' times, their unit, or name one eye twice.
  init?(joining eyes: [Recording], id: String) {
    guard let first = eyes.first, eyes.count > 1 else { return nil }
    let areAlike = eyes.allSatisfy { eye in
      eye.samplingRate == first.samplingRate && eye.runs == first.runs && eye.unit == first.unit
        && eye.quantity == first.quantity && eye.frame == first.frame && eye.spans == first.spans
        && eye.startsWith(first)
    }
    let traces = eyes.flatMap(\.traces)
    guard areAlike, Set(traces.map(\.eye)).count == traces.count else { return nil }
    var source = first.source
    // Each file's hash stands by itself, so that it can be checked by itself.
    source.sha256 = eyes.map(\.source.sha256).joined(separator: ",")
    let sidecars = eyes.compactMap(\.source.sidecarSha256)
    source.sidecarSha256 = sidecars.isEmpty ? nil : sidecars.joined(separator: ",")
    source.bytes = eyes.map(\.source.bytes).reduce(0, +)
    source.malformedCells = eyes.map(\.source.malformedCells).reduce(0, +)
    source.irregularRows = eyes.map(\.source.irregularRows).reduce(0, +)
    source.columns = eyes.flatMap(\.source.columns)
    source.missing = eyes.flatMap(\.source.missing)
    source.missingRows = min(
      eyes.map(\.source.missingRows).min() ?? 0, Self.samplesWithoutPosition(traces))
    source.remarks = eyes.flatMap(\.source.remarks)
    self.init(
      id: id, samplingRate: first.samplingRate, runs: first.runs,
      traces: traces.sorted { $0.eye.rank < $1.eye.rank },
      headSpeed: eyes.lazy.compactMap(\.headSpeed).first, quantity: first.quantity,
      unit: first.unit, frame: first.frame, clock: first.clock, source: source,
      spans: first.spans)
  }
}

extension Recording {
  /// Whether two recordings begin with the same sample, as far as their sidecars tell.
  fileprivate func startsWith(_ other: Recording) -> Bool {
    guard let start = source.startTime, let otherStart = other.source.startTime else { return true }
    return abs(start - otherStart) * samplingRate < 0.5
  }

  /// The samples at which no eye has a position. Samples that stand for no row, in short gaps of the
  /// clock, are among them.
  private static func samplesWithoutPosition(_ traces: [EyeTrace]) -> Int {
    let lost = traces.map { trace in
      let axes = [trace.horizontal, trace.vertical].compactMap { $0 }
      return (axes.first ?? [], axes.last ?? [])
    }
    let count = lost.map(\.0.count).max() ?? 0
    return (0..<count).count { sample in
      lost.allSatisfy { x, y in x.isEmpty || (x[sample] + y[sample]).isNaN }
    }
  }
}

extension Eye {
  fileprivate var rank: Int { Eye.allCases.firstIndex(of: self) ?? 0 }
}
