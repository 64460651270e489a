public import EyeMovements

/// What a recording says about one pattern.
public struct Finding: Sendable {
  public let pattern: Pattern
  public let status: Status
  /// From 0 to 1, rising with the evidence for this pattern; `nil` where not assessable. No
  /// probability of a disease.
  public let score: Double?
  /// The 95 % bootstrap interval of the score, widened to contain it where the percentiles do not;
  /// `nil` where not assessable.
  public let scoreInterval: ClosedRange<Double>?
  /// Episode time over the family's assessable time, in percent; `nil` where not assessable.
  public let burdenPercent: Double?
  public let episodes: Int
  public let eyes: EyesUsed
  public let measures: [Measure]
  public let notes: [Remark]

  /// Score, interval and burden are left out where not assessable.
  public init(
    pattern: Pattern, status: Status, score: Double?, scoreInterval: ClosedRange<Double>?,
    burdenPercent: Double?, episodes: Int, eyes: EyesUsed, measures: [Measure], notes: [Remark]
  ) {
    self.pattern = pattern
    self.status = status
    let isAssessable = status != .notAssessable
    self.score = isAssessable ? score : nil
    self.scoreInterval =
      isAssessable
      ? scoreInterval.map { interval in
        guard let score else { return interval }
        return min(interval.lowerBound, score)...max(interval.upperBound, score)
      } : nil
    self.burdenPercent = isAssessable ? burdenPercent : nil
    self.episodes = episodes
    self.eyes = eyes
    self.measures = measures
    self.notes = notes
  }

  public enum Status: String, Sendable {
    /// Meets the definition.
    case consistent
    /// There is evidence, and it does not decide.
    case indeterminate
    /// The recording could have shown it, and does not.
    case notSeen = "not-seen"
    /// The recording could not have shown it.
    case notAssessable = "not-assessable"
  }
}

/// A code for programs, and a sentence for people.
public struct Remark: Sendable, Equatable {
  public let code: String
  public let text: String

  public init(_ code: String, _ text: String) {
    self.code = code
    self.text = text
  }
}

/// A number that a finding rests on.
public struct Measure: Sendable, Equatable {
  /// Its name in the results, with the unit where it has one, such as `gapMedianMilliseconds`.
  public let name: String
  /// `nil` where it could not be computed.
  public let value: Double?
  /// Its 95 % interval.
  public let interval: ClosedRange<Double>?
  public let dimension: Dimension

  public init(
    _ name: String, _ value: Double?, _ dimension: Dimension,
    interval: ClosedRange<Double>? = nil
  ) {
    self.name = name
    self.value = value
    self.dimension = dimension
    self.interval = interval
  }

  /// What is counted or measured; decides how many decimals are written.
  public enum Dimension: Sendable {
    case seconds, milliseconds, degrees, squareDegrees, degreesPerSecond, hertz, perMinute
    case percent, share, count
  }
}

extension Finding {
  /// The note of bursts that were found in part only.
  package static let foundInPart = "bursts-found-in-part"

  /// Whether more of the time may be in bursts than those that were found.
  package var burdenIsLowerBound: Bool { notes.contains { $0.code == Self.foundInPart } }
}
