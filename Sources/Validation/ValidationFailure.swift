/// Why a validation could not be made.
package enum ValidationFailure: Error, Sendable, Equatable, CustomStringConvertible {
  case unreadableCohort(line: String)
  case notSimulated(id: String, reason: String)
  case noLabels(folder: String)
  case unreadableFolder(path: String, reason: String)
  case unreadableLabels(path: String, reason: String)
  case noLabelColumn(path: String, columns: [String])
  case notAligned(path: String, samples: Int, labels: Int)
  case unreadableRecording(reason: String)

  /// Whether there is nothing to read, not something wrong in what was read.
  package var isMissingInput: Bool {
    if case .unreadableFolder = self { true } else { false }
  }

  package var description: String {
    switch self {
    case .unreadableCohort(let line):
      "cohort table: expected group, kind, family, recordings, seconds, severity, rates, noise and"
        + " artefacts, found '\(line)'; correct the line"
    case .notSimulated(let id, let reason):
      "\(id): expected a recording that can be simulated, but \(reason); correct its row"
    case .noLabels(let folder):
      "\(folder): expected a labels.json in it or below it, found none; write one that says what"
        + " the labels' column is called and what its numbers mean"
    case .unreadableFolder(let path, let reason):
      "\(path): expected a folder that can be read, but \(reason); check the path"
    case .unreadableLabels(let path, let reason):
      "\(path): expected {\"column\": [names], \"codes\": {\"number\": \"word\"}}, but \(reason);"
        + " correct the file"
    case .noLabelColumn(let path, let columns):
      "\(path): expected a column of labels called \(columns.joined(separator: " or ")), found none;"
        + " name it in labels.json"
    case .notAligned(let path, let samples, let labels):
      "\(path): expected a label for each of \(samples) samples, found \(labels); give a file whose"
        + " clock needs no resampling and whose rows all have a time"
    case .unreadableRecording(let reason): reason
    }
  }
}
