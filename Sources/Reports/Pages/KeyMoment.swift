import EyeMovements
import Oscillations
import Recordings

/// The second or two that show most plainly what the recording shows.
///
/// Chosen by count, the earliest where several have as many, so that the same recording always shows
/// the same moment.
struct KeyMoment: Sendable {
  let times: ClosedRange<Double>

  /// One second for what is fast, two for the rest: fixed, so that pages can be compared.
  static func length(for lead: Finding?) -> Double { lead?.pattern.isBackToBack == true ? 1 : 2 }

  init?(of subject: PageSubject) {
    let duration = subject.recording.duration
    guard duration > 0 else { return nil }
    let saccades = subject.analysis.movements.saccades
    let members = subject.saccadesInEpisodes
    let showsOscillations = !members.isEmpty && subject.lead?.pattern.isBackToBack != false
    let length = min(duration, showsOscillations ? 1 : 2)
    let wanted: [Double] =
      if showsOscillations {
        members.sorted().map { saccades[$0].onset }
      } else if subject.lead?.pattern == .jerkNystagmus {
        saccades.filter(\.isQuickPhase).map(\.onset)
      } else if subject.lead?.pattern == .pendularNystagmus {
        []
      } else {
        saccades.map(\.onset)
      }
    let losses = subject.analysis.movements.losses
    let best = Self.best(of: wanted, length: length, losses: losses)
    let start = best ?? Self.middle(of: subject.analysis.movements.validStretches, length) ?? 0
    let from = max(0, min(start, duration - length))
    times = from...(from + length)
  }

  /// The start of the window with the most events, each lost tenth of it weighing like one event
  /// less.
  private static func best(
    of onsets: [Double], length: Double, losses: [SignalLoss]
  ) -> Double? {
    var best: (start: Double, weight: Double)?
    var end = 0
    var loss = 0
    for (index, onset) in onsets.enumerated() {
      let start = onset - 0.08 * length
      while end < onsets.count, onsets[end] < start + 0.92 * length { end += 1 }
      while loss < losses.count, losses[loss].offset <= start { loss += 1 }
      var lost = 0.0
      var next = loss
      while next < losses.count, losses[next].onset < start + length {
        lost += min(losses[next].offset, start + length) - max(losses[next].onset, start)
        next += 1
      }
      let weight = Double(end - index) - 10 * lost / length
      if weight > best?.weight ?? -.infinity { best = (start, weight) }
    }
    return best?.start
  }

  /// A window in the middle of the longest valid stretch.
  private static func middle(of stretches: [Range<Double>], _ length: Double) -> Double? {
    var longest: Range<Double>?
    for stretch in stretches
    where stretch.upperBound - stretch.lowerBound
      > (longest.map { $0.upperBound - $0.lowerBound } ?? 0)
    {
      longest = stretch
    }
    return longest.map { ($0.lowerBound + $0.upperBound - length) / 2 }
  }
}
