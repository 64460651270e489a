package import Oscillations

/// Judges labelled recordings.
package struct LabelledValidator: Sendable {
  private let analyzer: Analyzer

  package init(analyzer: Analyzer = Analyzer()) {
    self.analyzer = analyzer
  }

  /// What became of each recording of a folder; those that cannot be used with the reason.
  package func outcomes(
    of folder: LabelledFolder
  ) -> (outcomes: [LabelledOutcome], problems: [ValidationFailure]) {
    var outcomes: [LabelledOutcome] = []
    var problems: [ValidationFailure] = []
    for file in folder.files {
      do throws(ValidationFailure) {
        let labelled = try LabelledRecording(file: file, meaning: folder.meaning)
        outcomes.append(
          LabelledOutcome(
            of: labelled, analysis: analyzer.analysis(of: labelled.recording)))
      } catch {
        problems.append(error)
      }
    }
    return (outcomes, problems)
  }
}
