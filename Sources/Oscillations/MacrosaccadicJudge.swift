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

/// Judges runs of saccades with intervals that straddle the target and rise and fall in size.
struct MacrosaccadicJudge {
  let subject: Subject
  let family: Assessability.Family
  let found: EpisodeFinder.Result
  let smallest: Double

  private var parameters: IntrusionParameters { subject.parameters.intrusions }
  private var saccades: [Saccade] { subject.movements.saccades }

  struct Result {
    var finding: Finding
    /// The runs that straddle the target, by their saccades; where they make a finding, all that
    /// swing to and fro.
    var runs: [Range<Int>]
  }

  func judge() -> Result {
    let swings = runs()
    let runs = swings.filter { straddles($0) && risesAndFalls($0) }
    let finding = finding(runs)
    return Result(finding: finding, runs: finding.status == .consistent ? swings : runs)
  }

  private func finding(_ runs: [Range<Int>]) -> Finding {
    let halfCycles = runs.reduce(0) { $0 + $1.count }
    let support = Score.saturating(Double(halfCycles), required: parameters.macrosaccadicEvidence)
    let score = Score.combining([support])
    let status: Finding.Status =
      family.level == .none ? .notAssessable : score >= 0.5 ? .consistent : .notSeen
    let seconds = runs.reduce(0) {
      $0 + saccades[$1.upperBound - 1].offset - saccades[$1.lowerBound].onset
    }
    return Finding(
      pattern: .macrosaccadicOscillations, status: status,
      score: score,
      scoreInterval: interval(runs, score),
      burdenPercent: burdenPercent(seconds, of: family.assessableSeconds), episodes: runs.count,
      eyes: subject.conjugacy(of: runs.joined()).eyes, measures: measures(runs, status),
      notes: status == .notAssessable ? family.reasons : [])
  }

  /// The bootstrap interval of the score, from drawing runs anew.
  private func interval(_ runs: [Range<Int>], _ score: Double) -> ClosedRange<Double>? {
    guard !runs.isEmpty else { return score...score }
    return bootstrapInterval(
      count: 2 * runs.count, resamples: subject.parameters.bootstrapResamples,
      seed: subject.parameters.bootstrapSeed
    ) { drawn in
      let halfCycles = drawn.reduce(0) { $0 + ($1 < runs.count ? runs[$1].count : 0) }
      return Score.combining([
        Score.saturating(Double(halfCycles), required: parameters.macrosaccadicEvidence)
      ])
    }
  }

  private func measures(_ runs: [Range<Int>], _ status: Finding.Status) -> [Measure] {
    let members = runs.joined().map { Double(saccades[$0].amplitude) }
    let intervals = runs.flatMap { run in
      zip(saccades[run], saccades[run].dropFirst()).map { ($1.onset - $0.offset) * 1000 }
    }
    var measures = [
      Measure("halfCycles", Double(members.count), .count),
      Measure("gapMedianMilliseconds", intervals.median(), .milliseconds),
      Measure("amplitudeMedianDegrees", members.median(), .degrees),
      Measure("amplitudeP90Degrees", members.quantile(0.9), .degrees),
    ]
    if status == .notSeen {
      measures += notSeenMeasures(
        seconds: family.assessableSeconds,
        smallest: max(smallest, parameters.macrosaccadicMinimumDegrees))
    }
    return measures
  }

  /// Saccades each of which goes back from the one before, after an interval.
  private func runs() -> [Range<Int>] {
    let opposition = Float(cos(parameters.macrosaccadicOppositionDegrees * .pi / 180))
    var runs: [Range<Int>] = []
    var first = 0
    for index in saccades.indices {
      let next = index + 1
      if next < saccades.count, swingsBack(saccades[index], saccades[next], opposition) { continue }
      if next - first >= parameters.macrosaccadicHalfCycles { runs.append(first..<next) }
      first = next
    }
    return runs
  }

  private func swingsBack(_ one: Saccade, _ next: Saccade, _ opposition: Float) -> Bool {
    let interval = next.onset - one.offset
    return interval >= parameters.macrosaccadicMinimumIntervalSeconds
      && interval <= parameters.macrosaccadicMaximumIntervalSeconds
      && (one.displacement * next.displacement).sum() <= -opposition * one.amplitude
        * next.amplitude
  }

  /// Whether the run starts near the middle of its swings, rather than at one end of them, and
  /// neither end stays where it is, as the target does in square waves.
  private func straddles(_ run: Range<Int>) -> Bool {
    guard let axis = AxialConcentration(of: saccades[run].map { $0.displacement }) else {
      return false
    }
    let direction = axis.direction
    // The run starts at 0.
    var place: Float = 0
    var ends: [Float] = []
    for saccade in saccades[run] {
      place += (saccade.displacement * direction).sum()
      ends.append(place)
    }
    let one = stride(from: 0, to: ends.count, by: 2).map { ends[$0] }
    let other = stride(from: 1, to: ends.count, by: 2).map { ends[$0] }
    guard let high = one.median(), let low = other.median(), high != low else { return false }
    let offset = ((high + low) / 2 / (high - low)).magnitude
    let spreads = [one, other].map { Double(($0.max() ?? 0) - ($0.min() ?? 0)) }
    return Double(offset) <= parameters.macrosaccadicCentreOffset
      && spreads.min() ?? 0 >= parameters.macrosaccadicSpreadShare * (spreads.max() ?? 0)
  }

  private func risesAndFalls(_ run: Range<Int>) -> Bool {
    let amplitudes = saccades[run].map { Double($0.amplitude) }
    guard let first = amplitudes.first, let last = amplitudes.last, let largest = amplitudes.max()
    else { return false }
    return largest >= parameters.macrosaccadicMinimumDegrees
      && largest >= parameters.macrosaccadicGrowth * max(first, last)
  }
}
