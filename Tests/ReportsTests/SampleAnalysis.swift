import EyeMovements
import Oscillations
import Recordings

/// An analysis made by hand, every value known.
enum SampleAnalysis {
  static func make(
    id: String = "sub-01_ses-2_task-gaze_run-3", consistent: [Pattern] = [],
    indeterminate: [Pattern] = [], level: Assessability.Level = .full,
    movements: EyeMovements = movements(), episodes: [Episode] = [],
    nystagmus: NystagmusSummary? = nil, pendular: PendularSummary? = nil,
    measures: [Measure] = [], notes: [Remark] = [], unit: Recording.Unit = .degrees,
    quantity: Recording.Quantity = .position
  ) -> Analysis {
    let reasons = level == .full ? [] : [Remark("rate-too-low", "The rate is too low.")]
    let family = Assessability.Family(
      level: level, assessableSeconds: level == .none ? 0 : 18.75, reasons: reasons)
    let findings = Pattern.allCases.map { pattern in
      finding(
        pattern,
        status: level == .none
          ? .notAssessable
          : consistent.contains(pattern)
            ? .consistent : indeterminate.contains(pattern) ? .indeterminate : .notSeen,
        measures: measures, notes: notes)
    }
    return Analysis(
      id: id, signal: signal(quantity, unit: unit),
      assessability: Assessability(saccadicOscillations: family, nystagmus: family),
      findings: findings, episodes: episodes, nystagmus: nystagmus, pendular: pendular,
      movements: movements, parameters: Parameters(), source: source)
  }

  static let source = Source(
    format: "table", sha256: String(repeating: "ab", count: 32), bytes: 1234, rows: 1000,
    columns: [
      Source.ColumnUse(name: "t_s", role: "time", unit: "s (name)"),
      Source.ColumnUse(name: "trial"),
    ])

  static func signal(
    _ quantity: Recording.Quantity = .position, unit: Recording.Unit = .degrees
  ) -> SignalSummary {
    SignalSummary(
      samplingRate: 500.00049, effectiveRate: 499.6, bandwidth: 62.5, duration: 20,
      validPercent: 97.126, noiseStandardDeviation: 0.020049, rmsSampleToSample: .nan,
      bivariateContourEllipseArea: 1.5, eyes: "both", axes: ["horizontal", "vertical"],
      unit: unit, quantity: quantity, frame: .eyeInHead, clock: ClockReport())
  }

  static func finding(
    _ pattern: Pattern, status: Finding.Status, measures: [Measure], notes: [Remark] = []
  ) -> Finding {
    let score: Double? =
      switch status {
      case .consistent: 0.9
      case .indeterminate: 0.6
      case .notSeen: 0.1
      case .notAssessable: nil
      }
    return Finding(
      pattern: pattern, status: status, score: score,
      scoreInterval: score.map { $0 - 0.05...$0 + 0.05 },
      burdenPercent: status == .notAssessable ? nil : 12.345, episodes: 3, eyes: .both,
      measures: pattern == .saccadicOscillations ? measures : [], notes: notes)
  }

  static func movements(
    saccades: [Saccade] = [], slowPhases: [SlowPhase] = [], losses: [SignalLoss] = []
  ) -> EyeMovements {
    EyeMovements(
      saccades: saccades, slowPhases: slowPhases, losses: losses, validStretches: [0..<20],
      noise: NoiseLevel(
        standardDeviation: 0.02, rmsSampleToSample: 0.01, velocityStandardDeviation: 1,
        smoothedVelocityStandardDeviation: 1,
        isFromQuietStretches: true),
      bandwidth: EffectiveBandwidth(
        effectiveRate: 500, velocityCutoff: 60, isUpsampled: false, isFiltered: false),
      version: VersionSignal(
        samplingRate: 500, runs: [], horizontalVelocity: [], verticalVelocity: [],
        torsionalVelocity: []))
  }

  static func saccade(
    _ onset: Double, by displacement: SIMD2<Float>, isQuickPhase: Bool = false
  ) -> Saccade {
    var saccade = Saccade(
      onset: onset, offset: onset + 0.05, samples: 0..<25, displacement: displacement,
      start: [1, 2], peakVelocity: 123.456, peakTime: onset + 0.02, eyes: .both)
    saccade.isQuickPhase = isQuickPhase
    return saccade
  }
}
