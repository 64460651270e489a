public import Oscillations
public import Recordings

extension ItemScorer {
  /// Reads files with the reader, cuts recordings where there are epochs, and judges them with the
  /// analyzer.
  public init(reader: RecordingReader, analyzer: Analyzer, epochs: Epochs? = nil) {
    self.init(
      read: { file, id throws(Problem) in
        do throws(RecordingError) {
          return try reader.recordings(at: file.path, id: id)
        } catch {
          throw Problem(error)
        }
      },
      judge: { analyzer.analysis(of: $0) }, epochs: epochs)
  }
}

extension Problem {
  public init(_ error: RecordingError) {
    let kind: Kind =
      switch error.kind {
      case .data: .badData
      case .noInput: .noInput
      case .inputOutput: .inputOutput
      }
    self.init(kind, code: error.code, message: error.description)
  }
}
