import EyeMovements
import Oscillations

/// The words of the alternatives.
enum AlternativeWords {
  static func name(_ pattern: Pattern) -> String {
    pattern.words.prefix(1).uppercased() + pattern.words.dropFirst()
  }
  static let manyPlanes = "R2 of 0.4 or less: several planes"
  static let onePlane = "R2 of 0.8 or more: one plane"
  static let slowOscillation = "peak velocity below 0.5 of the main sequence"
  static let sharpPeak = "one sharp spectral peak: concentration near 1, 5 cycles"
  static let intervals = "100 to 400 ms between saccades"
  static let intervals200 = "about 200 ms between saccades"
  static let straddles = "saccades on both sides of the target"
  static func halfCycles(_ count: String) -> String { "\(count) half-cycles" }
  static let pairs = "more than 20 pairs a minute"
  static let repeated = "repeated episodes of 3 or more, 40 ms apart at most"
  static let beatsInARow = "3 beats in a row, in two stretches"
  static func beats(_ count: String) -> String { "\(count) beats" }
  static let noise = "Noise, artefact"
  static let tooFast = "more than 2 × the main sequence"
  static let voluntary = "Voluntary flutter"
  static let longBursts = "bursts of seconds, at will; the trace alone cannot settle it"
  static let viewing = "Ordinary viewing"
  static let unpaired = "few of its saccades in pairs (share near 0)"
  static let gazeEvoked = "Gaze-evoked, infantile"
  static let decreasing = "slow phases that lose or gain speed"
  static func shape(_ shape: SlowPhase.Shape) -> String {
    switch shape {
    case .linear: "steady"
    case .decreasing: "lose speed"
    case .increasing: "gain speed"
    case .unclear: "unclear"
    }
  }
  static let stimulated = "Optokinetic, vestibular"
  static let stimulus = "a moving scene or head; the trace does not tell"
  static let headTremor = "Trembling head"
  static let head = "head movement at the same frequency"
  static let notMeasured = "not measured"
  static let notAssessable = MeasureWords.notAssessable
}
