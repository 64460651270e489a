internal import EyeMovements
internal import Recordings
internal import SignalProcessing

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Judges pairs of opposite saccades with an interval between them.
///
/// Each saccade belongs to one pair at most. The rate is taken over the time from the first pair
/// to the last, so that quiet time around them thins nothing out; and most saccades of that size
/// in this time must belong to pairs, since viewing makes opposite saccades by chance.
struct SquareWaveJerkJudge {
  let subject: Subject
  let family: Assessability.Family
  /// Runs of saccades that are back to back or straddle the target, in order: no square waves.
  let otherRuns: [Range<Int>]
  /// The smallest saccade that stands out, in degrees.
  let smallest: Double

  /// A saccade and the one that takes it back, by their indices.
  struct Pair: Equatable {
    let out: Int
    let back: Int
    let onset: Double
    let offset: Double
    let amplitude: Double
  }

  private var parameters: IntrusionParameters { subject.parameters.intrusions }
  private var saccades: [Saccade] { subject.movements.saccades }

  func judge() -> Finding {
    let pairs = pairs()
    let evidence = SquareWaveEvidence(pairs, saccadeShare: saccadeShare(pairs), parameters)
    let status: Finding.Status =
      family.level == .none
      ? .notAssessable : evidence.score >= 0.5 ? .consistent : .notSeen
    var measures = evidence.measures
    if status == .notSeen {
      measures += notSeenMeasures(
        seconds: family.assessableSeconds,
        smallest: max(smallest, parameters.squareWaveMinimumDegrees))
    }
    let seconds = pairs.reduce(0) { $0 + $1.offset - $1.onset }
    return Finding(
      pattern: .squareWaveJerks, status: status,
      score: evidence.score,
      scoreInterval: evidence.interval(subject.parameters),
      burdenPercent: burdenPercent(seconds, of: family.assessableSeconds), episodes: pairs.count,
      eyes: subject.conjugacy(of: pairs.flatMap { [$0.out, $0.back] }).eyes, measures: measures,
      notes: notes(status, pairs, evidence))
  }

  private func notes(
    _ status: Finding.Status, _ pairs: [Pair], _ evidence: SquareWaveEvidence
  ) -> [Remark] {
    switch status {
    case .notAssessable: return family.reasons
    case .consistent, .indeterminate:
      var notes = [
        Remark(
          "norms-differ",
          "Normal rates run from 2 to 27 a minute with the smallest amplitude, here \(parameters.squareWaveMinimumDegrees.text(1))°, and with age."
        )
      ]
      if evidence.amplitude > parameters.macroSquareWaveDegrees {
        notes.append(
          Remark(
            "macro-square-wave-jerks",
            "Their amplitude is above \(parameters.macroSquareWaveDegrees.text(1))°: macro."))
      }
      return notes
    case .notSeen:
      guard !pairs.isEmpty else { return [] }
      return [
        Remark("below-rate", "Pairs of opposite saccades were seen, not often enough.")
      ]
    }
  }

  private func pairs() -> [Pair] {
    let opposition = Float(cos(parameters.squareWaveOppositionDegrees * .pi / 180))
    var run = 0
    var pairs: [Pair] = []
    var index = 0
    while index + 1 < saccades.count {
      while run < otherRuns.count, otherRuns[run].upperBound <= index { run += 1 }
      let isOther = run < otherRuns.count && otherRuns[run].lowerBound <= index + 1
      if !isOther, let pair = pair(index, opposition) {
        pairs.append(pair)
        index += 2
      } else {
        index += 1
      }
    }
    return pairs
  }

  private func pair(_ index: Int, _ opposition: Float) -> Pair? {
    let out = saccades[index]
    let back = saccades[index + 1]
    let interval = back.onset - out.offset
    let least = Double(min(out.amplitude, back.amplitude))
    let most = Double(max(out.amplitude, back.amplitude))
    guard !out.isQuickPhase, !back.isQuickPhase,
      least >= parameters.squareWaveMinimumDegrees,
      least >= (1 - parameters.squareWaveAmplitudeDifference) * most,
      interval >= parameters.squareWaveMinimumIntervalSeconds,
      interval <= parameters.squareWaveMaximumIntervalSeconds,
      (out.displacement * back.displacement).sum()
        <= -opposition * out.amplitude * back.amplitude
    else { return nil }
    return Pair(
      out: index, back: index + 1, onset: out.onset, offset: back.offset,
      amplitude: (least + most) / 2)
  }

  /// The share of saccades of a square wave's size, from the first pair to the last, that belong to
  /// pairs.
  private func saccadeShare(_ pairs: [Pair]) -> Double {
    guard let first = pairs.first, let last = pairs.last else { return 0 }
    let large = saccades[first.out...last.back].count {
      Double($0.amplitude) >= parameters.squareWaveMinimumDegrees
    }
    return Double(2 * pairs.count) / Double(max(1, large))
  }
}

/// What pairs of opposite saccades say for square-wave jerks.
struct SquareWaveEvidence {
  let count: Int
  /// A minute, over the time that has them.
  let rate: Double
  let saccadeShare: Double
  let amplitude: Double
  let interval: Double?
  let score: Double

  private let parameters: IntrusionParameters

  init(
    _ pairs: [SquareWaveJerkJudge.Pair], saccadeShare: Double, _ parameters: IntrusionParameters
  ) {
    self.parameters = parameters
    count = pairs.count
    self.saccadeShare = saccadeShare
    amplitude = pairs.map(\.amplitude).median() ?? .nan
    interval = pairs.map { $0.offset - $0.onset }.median()
    // From the first pair to the last, and one interval more, which the first or last one closes.
    let span = (pairs.last?.onset ?? 0) - (pairs.first?.onset ?? 0)
    let closed = count > 1 ? span * Double(count) / Double(count - 1) : 0
    rate = 60 * Double(count) / max(parameters.squareWaveRateSeconds, closed)
    score = Self.score(rate: rate, saccadeShare: saccadeShare, parameters)
  }

  private static func score(
    rate: Double, saccadeShare: Double, _ parameters: IntrusionParameters
  ) -> Double {
    Score.combining([
      Score.saturating(rate, required: parameters.squareWavesPerMinute),
      Score.ramp(saccadeShare, none: 0, half: parameters.squareWaveSaccadeShare, full: 1),
    ])
  }

  /// The interval of the score that the rate's exact Poisson interval gives.
  func interval(_ all: Parameters) -> ClosedRange<Double>? {
    guard count > 0,
      let bounds = poissonRateInterval(events: count, exposure: Double(count) / rate)
    else { return score...score }
    let low = Self.score(rate: bounds.lowerBound, saccadeShare: saccadeShare, parameters)
    let high = Self.score(rate: bounds.upperBound, saccadeShare: saccadeShare, parameters)
    return min(low, score)...max(high, score)
  }

  var measures: [Measure] {
    [
      Measure(
        "squareWavesPerMinute", rate, .perMinute,
        interval: count > 0
          ? poissonRateInterval(events: count, exposure: Double(count) / rate) : nil),
      Measure("amplitudeMedianDegrees", count > 0 ? amplitude : nil, .degrees),
      Measure("durationMedianSeconds", interval, .seconds),
      Measure("pairedSaccadeShare", count > 0 ? saccadeShare : nil, .share),
    ]
  }
}
