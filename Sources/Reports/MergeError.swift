public import Cohorts

/// Why folders of results cannot be merged, or one of them reported; nothing has been written then.
public enum MergeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There are no results at the path.
  case notResults(path: String)
  /// The run into the folder has not come to its end.
  case incomplete(path: String)
  /// The folders were not made by one version with the same parameters and options.
  case mixedMaking(path: String, other: String, what: String)
  /// Inputs that some folders leave to others, and none of them has.
  case missing(ids: [String])
  /// Inputs that several folders have.
  case duplicate(ids: [String])
  /// A result that the manifest of its folder lists is not there, or not whole.
  case damaged(path: String, id: String)
  /// A line of a manifest is none that a run has written, or is cut.
  case damagedManifest(path: String, line: Int)
  /// The folder to write to is one of those to be read.
  case outputIsShard(path: String)

  public var description: String {
    switch self {
    case .notResults(let path):
      "\(path): expected a folder of results, found no manifest.ndjson in it; give what score wrote"
        + " with -o"
    case .incomplete(let path):
      "\(path): expected a run that has ended, found no scores.tsv; run score into it again"
    case .mixedMaking(let path, let other, let what):
      "\(path), \(other): expected results of one \(what), found two; score one of them again"
    case .missing(let ids):
      "\(Self.names(ids)): expected in one of the folders, found in none; score the shards that are"
        + " missing, or, where files were added since, all shards again"
    case .duplicate(let ids):
      "\(Self.names(ids)): expected in one of the folders, found in several; give each shard once,"
        + " all with the same number of shards"
    case .damaged(let path, let id):
      "\(path): expected the whole result of '\(id)', which is not there; run score into it again"
    case .damagedManifest(let path, let line):
      "\(path), line \(line): expected what became of an input, found a line that is damaged or cut;"
        + " run score into the folder again, which makes what is damaged anew"
    case .outputIsShard(let path):
      "\(path): expected another folder than those that are merged; give it with -o"
    }
  }

  /// The first ids, and how many more there are.
  private static func names(_ ids: [String]) -> String {
    let rest = ids.count - 10
    return ids.prefix(10).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}

extension Problem {
  public init(_ error: MergeError) {
    let (kind, code): (Kind, String) =
      switch error {
      case .notResults: (.noInput, "not-results")
      case .incomplete: (.badData, "incomplete")
      case .mixedMaking: (.badData, "mixed-results")
      case .missing: (.badData, "missing-recordings")
      case .duplicate: (.badData, "duplicate-recordings")
      case .damaged: (.badData, "damaged-result")
      case .damagedManifest: (.badData, "damaged-manifest")
      case .outputIsShard: (.cannotCreate, "output-is-shard")
      }
    self.init(kind, code: code, message: error.description)
  }
}
