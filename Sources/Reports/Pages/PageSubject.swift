import EyeMovements
import Oscillations
import Recordings

/// What a recording's page is made from.
struct PageSubject: Sendable {
  let analysis: Analysis
  let recording: Recording
  /// The velocity that the events were found on.
  let velocity: VersionSignal
  let channels: TraceChannels
  let origin: PageOrigin

  init(analysis: Analysis, recording: Recording, velocity: VersionSignal, origin: PageOrigin) {
    self.analysis = analysis
    self.recording = recording
    self.velocity = velocity
    self.origin = origin
    channels = TraceChannels(recording)
  }

  var lead: Finding? { analysis.leadFinding }

  /// The pattern in the summary; `nil` where there is none.
  var pattern: Pattern? { Pattern(rawValue: analysis.summary) }

  func finding(_ pattern: Pattern) -> Finding? {
    analysis.findings.first { $0.pattern == pattern }
  }

  /// The finding whose measures speak for back-to-back saccades: the leading one where it is one of
  /// them.
  var oscillations: Finding? {
    if let lead, lead.pattern.isBackToBack, lead.episodes > 0 { return lead }
    return finding(.saccadicOscillations)
  }

  func measure(_ name: String, of finding: Finding?) -> Measure? {
    finding?.measures.first { $0.name == name && $0.value != nil }
  }

  /// A number of this recording, which may not be in degrees.
  func withUnit(
    _ value: Double?, _ dimension: Measure.Dimension, decimals: Int? = nil
  ) -> String? {
    PageNumber.withUnit(value, dimension, decimals: decimals, in: analysis.signal.unit)
  }

  func interval(_ interval: ClosedRange<Double>?, _ dimension: Measure.Dimension) -> String? {
    PageNumber.interval(interval, dimension, in: analysis.signal.unit)
  }

  var isInDegrees: Bool { analysis.signal.unit == .degrees }

  func isConsistent(_ pattern: Pattern) -> Bool { finding(pattern)?.status == .consistent }

  /// When an episode begins and ends, by its saccades: the same whether the episode was read from a
  /// document or not.
  func times(of episode: Episode) -> ClosedRange<Double> {
    let saccades = analysis.movements.saccades
    guard !episode.saccades.isEmpty, episode.saccades.upperBound <= saccades.count else {
      return episode.onset...(episode.onset + max(0, episode.duration))
    }
    let first = saccades[episode.saccades.lowerBound].onset
    return first...max(first, saccades[episode.saccades.upperBound - 1].offset)
  }

  /// The indices of the saccades that belong to an episode.
  var saccadesInEpisodes: Set<Int> { Set(analysis.episodes.flatMap { Array($0.saccades) }) }
}

/// How a result came about, as a page prints it.
struct PageOrigin: Sendable, Equatable {
  let version: String
  let fftw: String
  let parametersSha256: String
}

extension Pattern {
  /// Whether its episodes are runs of back-to-back saccades.
  var isBackToBack: Bool {
    self == .saccadicOscillations || self == .opsoclonus || self == .ocularFlutter
  }
}
