import Oscillations

/// The words of results, each in one place.
extension Pattern {
  /// Its name in a sentence.
  var words: String {
    self == .squareWaveJerks ? "square-wave jerks" : rawValue.replacing("-", with: " ")
  }

  /// What it is, in a sentence.
  var definition: String {
    switch self {
    case .saccadicOscillations:
      "episodes of back-to-back saccades with turns, whatever their plane"
    case .opsoclonus: "saccadic oscillations in more than one plane"
    case .ocularFlutter: "saccadic oscillations in one plane"
    case .jerkNystagmus:
      "slow phases that take the eye off target, and quick phases that bring it back"
    case .pendularNystagmus: "a sinusoidal oscillation of slow movement"
    case .squareWaveJerks:
      "pairs of opposite saccades with an interval between them, on one side of fixation"
    case .macrosaccadicOscillations:
      "runs of saccades with intervals that straddle the target, rising and falling"
    }
  }
}

extension Finding.Status {
  static let all: [Finding.Status] = [.consistent, .indeterminate, .notSeen, .notAssessable]

  var definition: String {
    switch self {
    case .consistent: "meets the pattern's definition"
    case .indeterminate: "there is evidence, and it does not decide"
    case .notSeen: "the recording could have shown it, and none was seen"
    case .notAssessable: "the recording could not have shown it"
    }
  }
}

extension Assessability.Level {
  static let all: [Assessability.Level] = [.full, .limited, .none]

  var definition: String {
    switch self {
    case .full: "the recording can answer"
    case .limited: "the recording can answer in part; see reasons"
    case .none: "the recording cannot answer; see reasons"
    }
  }
}

/// What the one word for a recording can be.
enum Summary {
  static let words: [(name: String, description: String)] =
    Pattern.bySummaryRank.map { ($0.rawValue, $0.definition) } + [
      ("indeterminate", "there is evidence of a pattern, and it does not decide"),
      ("not-assessable", "the recording could not have shown saccadic oscillations"),
      ("none-seen", "assessable, and no pattern was seen"),
    ]
}
