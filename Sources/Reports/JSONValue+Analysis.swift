import EyeMovements
import Oscillations
import Recordings

/// The parts of an analysis, read from its document.
extension JSONValue {
  /// A number; not a number where it is null.
  private func measured(_ key: String) -> Double { self[key].number ?? .nan }

  var signal: SignalSummary {
    let clock = self["clock"]
    return SignalSummary(
      samplingRate: measured("samplingRateHz"), effectiveRate: measured("effectiveRateHz"),
      bandwidth: measured("bandwidthHz"), duration: measured("durationSeconds"),
      validPercent: measured("validPercent"),
      noiseStandardDeviation: measured("noiseStdDegrees"),
      rmsSampleToSample: measured("rmsS2sDegrees"),
      bivariateContourEllipseArea: measured("bceaSquareDegrees"),
      eyes: self["eyes"].string ?? "unknown", axes: self["axes"].elements.compactMap(\.string),
      unit: self["unit"].string.flatMap(Recording.Unit.init) ?? .arbitrary,
      quantity: self["quantity"].string.flatMap(Recording.Quantity.init) ?? .position,
      frame: self["frame"].string.flatMap(Recording.Frame.init) ?? .unknown,
      clock: ClockReport(
        jitter: clock.measured("jitterShare"), duplicates: clock["duplicates"].integer ?? 0,
        stepsBack: clock["stepsBack"].integer ?? 0, gaps: clock["gaps"].integer ?? 0,
        longestGap: clock.measured("longestGapSeconds"),
        resampled: self["resampled"].bool ?? false,
        rateIsDeclared: clock["rateIsDeclared"].bool ?? false))
  }

  var family: Assessability.Family {
    Assessability.Family(
      level: self["level"].string.flatMap(Assessability.Level.init) ?? Assessability.Level.none,
      assessableSeconds: measured("assessableSeconds"), reasons: self["reasons"].remarks)
  }

  private var remarks: [Remark] {
    elements.compactMap { element in
      guard let code = element["code"].string, let text = element["text"].string else {
        return nil
      }
      return Remark(code, text)
    }
  }

  var finding: Finding? {
    guard let pattern = self["pattern"].string.flatMap(Pattern.init),
      let status = self["status"].string.flatMap(Finding.Status.init)
    else { return nil }
    return Finding(
      pattern: pattern, status: status, score: self["score"].number,
      scoreInterval: self["scoreInterval"].interval, burdenPercent: self["burdenPercent"].number,
      episodes: self["episodes"].integer ?? 0,
      eyes: self["eyes"].string.flatMap(EyesUsed.init) ?? .unknown,
      measures: self["measures"].measures,
      notes: self["notes"].remarks)
  }

  /// Measures with their intervals, which stand beside them in the document.
  private var measures: [Measure] {
    let suffix = "Interval"
    return members.filter { !$0.key.hasSuffix(suffix) }.map { member in
      Measure(
        member.key, member.value.number, Measure.dimension(of: member.key),
        interval: self[member.key + suffix].interval)
    }
  }

  var episode: Episode? {
    guard let number = self["number"].integer,
      let pattern = self["pattern"].string.flatMap(Pattern.init)
    else { return nil }
    return Episode(
      number: number, pattern: pattern, onset: measured("onsetSeconds"),
      duration: measured("durationSeconds"), saccades: 0..<(self["saccades"].integer ?? 0),
      frequency: measured("frequencyHz"), amplitude: measured("amplitudeDegrees"),
      axis: measured("axisDegrees"), planeConcentration: measured("planeConcentration"))
  }

  var nystagmus: NystagmusSummary? {
    guard case .object = self else { return nil }
    let axes = ["horizontal", "vertical", "torsional"]
    let velocity = axes.map { self["slowPhaseVelocity"].measured($0) }
    return NystagmusSummary(
      slowPhaseVelocity: SIMD3(velocity[0], velocity[1], velocity[2]),
      slowPhaseVelocityInterval: axes.map { self["slowPhaseVelocityInterval"][$0].interval },
      slowPhaseSpeed: measured("slowPhaseSpeedDegreesPerSecond"),
      beatDirection: self["beatDirectionDegrees"].number,
      beatFrequency: measured("beatFrequencyHz"),
      slowPhaseShape: self["slowPhaseShape"].string.flatMap(SlowPhase.Shape.init) ?? .unclear,
      beats: self["beats"].integer ?? 0, directionConsistency: measured("directionConsistency"),
      reversalPeriod: self["reversalPeriodSeconds"].number)
  }

  var pendular: PendularSummary? {
    guard case .object = self else { return nil }
    return PendularSummary(
      frequency: measured("frequencyHz"), amplitude: measured("amplitudeDegrees"),
      axis: measured("axisDegrees"), coherence: self["coherence"].number,
      spectralConcentration: measured("spectralConcentration"),
      ellipticity: measured("ellipticity"))
  }
}

extension Measure {
  /// What a measure of a document is in, which its name says where it has a unit.
  fileprivate static func dimension(of name: String) -> Dimension {
    let units: [(String, Dimension)] = [
      ("DegreesPerSecond", .degreesPerSecond), ("PerMinute", .perMinute),
      ("Milliseconds", .milliseconds), ("Seconds", .seconds), ("Degrees", .degrees),
      ("Hertz", .hertz), ("Percent", .percent),
    ]
    if let unit = units.first(where: { name.hasSuffix($0.0) }) { return unit.1 }
    return ["halfCycles", "planeSaccades", "cycles", "beats"].contains(name) ? .count : .share
  }
}

extension EyeMovements {
  /// What a document does not hold.
  static let unknown = EyeMovements(
    saccades: [], slowPhases: [], losses: [], validStretches: [],
    noise: NoiseLevel(
      standardDeviation: .nan, rmsSampleToSample: .nan, velocityStandardDeviation: .nan,
      smoothedVelocityStandardDeviation: .nan, isFromQuietStretches: false),
    bandwidth: EffectiveBandwidth(
      effectiveRate: .nan, velocityCutoff: .nan, isUpsampled: false, isFiltered: false),
    version: VersionSignal(
      samplingRate: 0, runs: [], horizontalVelocity: [], verticalVelocity: [],
      torsionalVelocity: []))
}
