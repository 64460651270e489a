import ArgumentParser
import Cohorts
import Oscillations
import Recordings
import Reports

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the pages of a folder of results again, or print them.",
    discussion: """
      What the pages say comes from the stored results; the traces are read from the inputs, which \
      are looked for beside the results, in the current folder, and where you say. An input whose \
      bytes have changed is not used, and its page is left as it is.

      EXAMPLE
        opsoscope report results recordings/ --pdf
      """)

  @Argument(help: "The folder that score -o wrote.", completion: .directory)
  var results: String

  @Argument(help: "Where the recordings are: the folders or files that were scored.")
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "The table of epochs that the recordings were scored with.", valueName: "file"),
    completion: .file())
  var epochs: String?

  @Flag(help: "Print each page to a PDF beside it, with Chromium or Chrome.")
  var pdf = false

  @Flag(name: .shortAndLong, help: "Print nothing but problems.")
  var quiet = false

  func run() throws {
    var kept: [String] = []
    do throws(Problem) {
      let run = try ReportRun(path: results)
      kept = try write(run)
      do throws(ReportsError) { try run.writeIndex() } catch { throw Problem(error) }
      if pdf { try printPages(of: run) }
      if !kept.isEmpty {
        let inputs = kept.count == 1 ? "input was" : "inputs were"
        StandardStreams.error(
          "\(kept.count) \(inputs) not found as scored (\(kept[0].printable)…); those pages are as"
            + " they were. Name the folder: opsoscope report \(results.printable) FOLDER\n")
      } else if !quiet {
        StandardStreams.error(
          "\(run.recordings.count) pages → \(run.indexPath.printable)\n")
      }
    } catch {
      throw error.reported()
    }
    guard kept.isEmpty else { throw ExitStatus.incomplete }
  }

  /// Writes the pages of the recordings whose inputs are found.
  ///
  /// - Returns: the paths of the inputs that are not.
  private func write(_ run: ReportRun) throws(Problem) -> [String] {
    let options = run.readingOptions ?? ReadingOptions()
    let epochs = try epochTable(of: run)
    var kept: [String] = []
    let byID = Dictionary(grouping: run.entries.filter { !$0.recordings.isEmpty }) {
      Array($0.id.utf8)
    }
    for entries in byID.values.sorted(by: { $0[0].id.precedesBytewise($1[0].id) }) {
      let files = entries.map { entry in
        run.candidates(for: entry, inputs: inputs)
          .first { (try? InputDigest(path: $0))?.sha256 == entry.sha256 }
      }
      guard !files.contains(nil) else {
        kept += entries.map(\.path)
        continue
      }
      let reader = ItemScorer(
        reader: RecordingReader(options: options), analyzer: Analyzer(), epochs: epochs)
      let found = zip(entries, files).map { entry, path in
        InputFile(path: path ?? "", relativePath: entry.path, bytes: entry.bytes)
      }
      for recording in try reader.recordings(of: WorkList.Item(id: entries[0].id, files: found)) {
        try run.write(recording)
      }
    }
    return kept
  }

  /// - Throws: the problem of another table than the recordings were scored with.
  private func epochTable(of run: ReportRun) throws(Problem) -> Epochs? {
    var table: Epochs?
    if let epochs {
      do throws(CohortError) { table = try Epochs(path: epochs) } catch { throw Problem(error) }
    }
    guard run.isCut(by: table) else {
      let expected = table == nil ? "the" : "no table of epochs, or the"
      throw Problem(
        .badData, code: "other-epochs",
        message: "\(results): expected \(expected) table of epochs that it was scored with, found"
          + " \(epochs ?? "none"); give that with --epochs, or score again")
    }
    return table
  }

  private func printPages(of run: ReportRun) throws(Problem) {
    guard let browser = Browser.find() else {
      throw Problem(
        .noInput, code: "no-browser",
        message: "--pdf: expected Chromium or Chrome to print with, found neither; install one"
          + " (Debian: apt-get install chromium; macOS: brew install --cask chromium)")
    }
    for id in run.recordings where run.hasPage(id) {
      try browser.printPage(at: run.page(of: id))
    }
    try browser.printPage(at: run.indexPath)
  }
}
