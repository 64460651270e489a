import Cohorts
import Recordings
import Reports

/// The column map that a file would be read with, printed.
struct Suggestion {
  let path: String
  let reading: ReadingArguments

  /// - Throws: the exit code, having said why, where the file holds no table of samples.
  func print() throws {
    let reader = RecordingReader(options: try reading.options())
    let suggested: SuggestedMap
    do throws(RecordingError) {
      suggested = try reader.suggestedMap(at: path)
    } catch {
      throw Problem(error).reported()
    }
    try StandardStreams.output(try ColumnMapListing.text(of: suggested.map))
    guard let open = suggested.open else { return }
    StandardStreams.error(
      Problem(RecordingError(file: path, problem: open)).message + "\n")
  }
}
