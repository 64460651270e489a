import ArgumentParser
import Cohorts
import Reports

/// `score --dry-run`: what would be done.
struct DryRun {
  let job: RecordingJob
  /// The folder that results would be written to.
  let output: String?
  /// Whether they would have pages.
  let hasPages: Bool

  /// A line a recording: its id, what would become of it, and its files. The counts follow on the
  /// standard error.
  ///
  /// - Throws: the exit code, where the output cannot be written.
  func print() throws {
    let folder = output.flatMap { path in
      ResultsFolder.isThere(path)
        ? try? ResultsFolder(path: path, provenance: job.provenance, hasPages: hasPages) : nil
    }
    let plan = job.scorer.plan(job.list, recall: folder.map(Self.recall))
    var counts: [String: Int] = [:]
    for (item, plan) in plan {
      counts[plan.word, default: 0] += 1
      let cells = [item.id, plan.word] + item.files.map(\.path)
      try StandardStreams.output(cells.map(\.printable).joined(separator: "\t") + "\n")
    }
    let words = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    StandardStreams.error("Would do: " + words.joined(separator: " · ") + "\n")
  }

  private static func recall(_ folder: ResultsFolder) -> ItemScorer.Recall<String> {
    { item in
      let recordings = folder.stored(item)
      guard let first = recordings.first else { return nil }
      let judged = recordings.map {
        Judged(id: $0.id, outcome: .scored, reason: nil, output: $0.id)
      }
      return Recalled(
        inputSha256: first.inputSha256, sidecarSha256: first.sidecarSha256, recordings: judged)
    }
  }
}
