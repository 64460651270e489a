public import Cohorts
import EyeMovements
import Oscillations
public import Recordings

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Makes the pages of a folder of results again: what they say comes from the stored documents, the
/// traces come from the inputs, which are known by their hash.
public struct ReportRun: Sendable {
  private let folder: OutputFolder
  private let lock: FolderLock
  private let path: String
  /// What became of each input of the run.
  public let entries: [ManifestEntry]

  /// - Throws: a `Problem` where the folder holds no results, where they are not whole, or where
  ///   another run writes to it.
  public init(path: String) throws(Problem) {
    folder = OutputFolder(existing: path)
    self.path = path
    do throws(ReportsError) { lock = try FolderLock(path: path) } catch { throw Problem(error) }
    do throws(MergeError) {
      entries = try folder.endedManifest().lines.map(\.entry)
    } catch {
      throw Problem(error)
    }
  }

  /// The ids of all recordings that have results, sorted.
  public var recordings: [String] {
    entries.flatMap(\.recordings).sorted { $0.precedesBytewise($1) }.withoutRepeats
  }

  /// Where the page of the whole run is.
  public var indexPath: String { path + "/" + ResultsFolder.indexName }

  /// Where a recording's page is.
  public func page(of id: String) -> String { path + "/" + ResultsFolder.name(id) + ".html" }

  /// Whether a recording has a page.
  public func hasPage(_ id: String) -> Bool {
    folder.endsInLineEnd(ResultsFolder.name(id) + ".html")
  }

  /// Inputs that could be those of an entry: below the paths that were given, else beside the
  /// results and in the current folder, and one folder further down.
  public func candidates(for entry: ManifestEntry, inputs: [String]) -> [String] {
    let files = FileManager.default
    func isFile(_ path: String) -> Bool { files.fileExists(atPath: path) }
    var roots = inputs
    if inputs.isEmpty {
      let parent = path + "/.."
      for root in [".", parent] {
        roots.append(root)
        let names = (try? files.contentsOfDirectory(atPath: root)) ?? []
        roots += names.filter { !$0.hasPrefix(".") }.sorted().map { root + "/" + $0 }
      }
    }
    let name = "/" + (entry.path.split(separator: "/").last.map(String.init) ?? entry.path)
    return roots.flatMap { root in
      ("/" + root).hasSuffix(name) && isFile(root) ? [root] : [root + "/" + entry.path]
    }.filter(isFile)
  }

  /// Writes the page of one recording.
  ///
  /// - Throws: a `Problem` where its results are not whole, or cannot be written.
  public func write(_ recording: Recording) throws(Problem) {
    let name = ResultsFolder.name(recording.id)
    guard let stored = folder.text(of: name + ".json").flatMap(StoredRecording.init),
      stored.inputSha256 == recording.source.sha256,
      stored.sidecarSha256 == recording.source.sidecarSha256,
      let subject = stored.subject(of: recording)
    else {
      throw Problem(
        .badData, code: "results-not-whole",
        message: "\(path)/\(name).json: expected the results of this input, found others or none;"
          + " score it again")
    }
    do throws(ReportsError) {
      // A print of another page must not stand beside this one.
      folder.remove(name + ".pdf")
      try folder.write(RecordingPage(subject).text, to: name + ".html")
    } catch {
      throw Problem(error)
    }
  }

  /// Writes the page of the whole run.
  ///
  /// - Throws: any `ReportsError`.
  public func writeIndex() throws(ReportsError) {
    let rows = recordings.compactMap { id in
      folder.text(of: ResultsFolder.name(id) + ".json").flatMap(StoredRecording.init)
        .map { ScoreRow($0.analysis) }
    }
    let page = CohortPage(
      rows: rows, entries: entries,
      groups: folder.text(of: ResultsFolder.groupsName).flatMap(Participants.init(_:)),
      trace: { [folder] id in
        folder.text(of: ResultsFolder.name(id) + ".html").flatMap(TinyTrace.path)
      })
    folder.remove(ResultsFolder.indexPrint)
    try folder.write(page.text, to: ResultsFolder.indexName)
  }

  /// What the user said about the files when they were scored; `nil` where no result tells.
  public var readingOptions: ReadingOptions? { firstStored?.readingOptions }

  /// Whether a table of epochs, or none, is what the recordings were cut by when they were scored.
  public func isCut(by epochs: Epochs?) -> Bool {
    guard let firstStored else { return true }
    return firstStored.epochsSha256 == epochs?.sha256
  }

  /// One for all: a run has one set of options.
  private var firstStored: StoredRecording? {
    recordings.lazy.compactMap { [folder] id in
      folder.text(of: ResultsFolder.name(id) + ".json").flatMap(StoredRecording.init)
    }.first
  }
}

extension StoredRecording {
  fileprivate var readingOptions: ReadingOptions? { decoded(ReadingOptions.self, "reading") }

  private func decoded<Value: Decodable>(_ type: Value.Type, _ key: String) -> Value? {
    let text = JSONWriter.line(member(key))
    return try? JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// What a page is made from: the stored findings, the movements found again with the stored
  /// parameters.
  fileprivate func subject(of recording: Recording) -> PageSubject? {
    guard let parameters = decoded(Parameters.self, "parameters") else { return nil }
    let stored = analysis
    var movements = MovementFinder(parameters: parameters.movements).movements(in: recording)
    if stored.leavesOutHalfBlinks {
      movements = movements.withoutHalfBlinks(parameters.movements) ?? movements
    }
    let analysis = Analysis(
      id: stored.id, signal: stored.signal, assessability: stored.assessability,
      findings: stored.findings,
      episodes: stored.episodes.map { $0.with(saccadesOf: movements.saccades) },
      nystagmus: stored.nystagmus, pendular: stored.pendular, movements: movements,
      parameters: parameters, source: stored.source)
    return PageSubject(
      analysis: analysis, recording: recording, velocity: movements.version, origin: origin)
  }
}

extension Episode {
  /// The episode with the indices of its saccades, which the document only counts.
  fileprivate func with(saccadesOf all: [Saccade]) -> Episode {
    // Half the document's last decimal, and some.
    let first = all.firstIndex { $0.onset > onset - 1e-4 } ?? all.count
    let range = first..<min(all.count, first + saccades.count)
    return Episode(
      number: number, pattern: pattern, onset: onset, duration: duration, saccades: range,
      frequency: frequency, amplitude: amplitude, axis: axis,
      planeConcentration: planeConcentration)
  }
}
