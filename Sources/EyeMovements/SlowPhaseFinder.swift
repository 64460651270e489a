public import Recordings

/// Drifts between saccades: the slope of position, and whether it falls or rises.
///
/// A line is fitted to each axis of each eye, from a little after one saccade to a little before the
/// next; the eyes' slopes are averaged. A stretch counts where the drift is faster than both a floor
/// and its own uncertainty.
public struct SlowPhaseFinder: Sendable {
  let parameters: MovementParameters
  let samplingRate: Double
  /// Both eyes' horizontal axes, then the vertical and the torsional ones.
  private let channels: [[Float]]
  /// The channels of each axis.
  private let axes: (Range<Int>, Range<Int>, Range<Int>)
  let recording: Recording

  /// How many of its standard errors a drift measures at least, and a change of it.
  private static let leastToError: Float = 3
  /// The change from one half to the other, as a share of the whole slope, above which a drift is not linear;
  /// below it, one that is not known so well is unclear.
  private static let leastChange: Float = 0.25
  /// The fewest samples that a line is fitted to.
  fileprivate static let fewestSamples = 5

  public init(recording: Recording, parameters: MovementParameters = MovementParameters()) {
    self.recording = recording
    self.parameters = parameters
    samplingRate = recording.samplingRate
    let horizontal = recording.traces.compactMap(\.horizontal)
    let vertical = recording.traces.compactMap(\.vertical)
    channels = horizontal + vertical + recording.traces.compactMap(\.torsional)
    let planar = horizontal.count + vertical.count
    axes = (0..<horizontal.count, horizontal.count..<planar, planar..<channels.count)
  }

  /// The drifts that are faster than the floor, in order.
  ///
  /// - Parameter stretches: samples between saccades, each within one valid segment.
  /// - Complexity: O(*n*) in the samples of the stretches.
  public func slowPhases(in stretches: [Range<Int>]) -> [SlowPhase] {
    let lead = Int((parameters.slowPhaseLeadSeconds * samplingRate).rounded())
    let lag = Int((parameters.slowPhaseLagSeconds * samplingRate).rounded())
    let least = max(
      Self.fewestSamples, Int((parameters.shortestSlowPhaseSeconds * samplingRate).rounded()))
    return stretches.compactMap { stretch in
      let inner = min(stretch.lowerBound + lead, stretch.upperBound)..<stretch.upperBound
      let fitted = inner.lowerBound..<max(inner.lowerBound, inner.upperBound - lag)
      return fitted.count < least ? nil : slowPhase(in: stretch, fitted: fitted)
    }
  }

  private func slowPhase(in stretch: Range<Int>, fitted: Range<Int>) -> SlowPhase? {
    let middle = (fitted.lowerBound + fitted.upperBound) / 2
    let early = LineSums.of(channels, in: fitted.lowerBound..<middle, origin: middle)
    let late = LineSums.of(channels, in: middle..<fitted.upperBound, origin: middle)
    func drift(_ axis: Range<Int>) -> Drift {
      Drift(
        meanOf: axis.lazy.map {
          Drift(channels[$0], in: fitted, early: early[$0], late: late[$0], rate: samplingRate)
        })
    }
    let (x, y, torsion) = (drift(axes.0), drift(axes.1), drift(axes.2))
    let error = SIMD3(x.error, y.error, torsion.error)
    let phase = SlowPhase(
      onset: recording.time(of: stretch.lowerBound),
      offset: recording.time(of: stretch.upperBound - 1) + 1 / samplingRate, samples: stretch,
      velocity: SIMD3(x.slope, y.slope, torsion.slope), velocityError: error,
      shape: shape([x, y, torsion]),
      start: SIMD2(x.start, y.start), end: SIMD2(x.end, y.end))
    let known = error.replacing(with: 0, where: error .!= error)
    let uncertainty = (known * known).sum().squareRoot()
    return phase.speed >= max(parameters.slowestSlowPhase, Self.leastToError * uncertainty)
      ? phase : nil
  }

  /// Compares the slopes of the two halves along the direction of the drift.
  private func shape(_ drifts: [Drift]) -> SlowPhase.Shape {
    var change: Float = 0
    var speed: Float = 0
    var variance: Float = 0
    for drift in drifts where drift.slope.isFinite {
      change += drift.slope * (drift.lateSlope - drift.earlySlope)
      speed += drift.slope * drift.slope
      variance += drift.slope * drift.slope * drift.halfError * drift.halfError
    }
    guard speed > 0 else { return .unclear }
    let error = (2 * variance).squareRoot() / speed
    let relative = change / speed
    if abs(relative) > max(Self.leastToError * error, Self.leastChange) {
      return relative > 0 ? .increasing : .decreasing
    }
    return error < Self.leastChange ? .linear : .unclear
  }
}

/// A line through one axis of one eye, and through each half of it; or the mean of both eyes'.
private struct Drift {
  /// Slope, early and late slope, start, end, and the errors of the slope and of a half's.
  private var values = SIMD8<Float>(repeating: .nan)

  /// By how much the errors of slopes are larger than those of independent samples: those of eye trackers
  /// are not, and this allows for their usual correlation.
  private static let correlation = 1.5

  var slope: Float { values[0] }
  var earlySlope: Float { values[1] }
  var lateSlope: Float { values[2] }
  var start: Float { values[3] }
  var end: Float { values[4] }
  var error: Float { values[5] }
  var halfError: Float { values[6] }

  init(
    _ trace: [Float], in range: Range<Int>, early: LineSums, late: LineSums, rate: Double
  ) {
    let all = early + late
    guard all.count >= Double(SlowPhaseFinder.fewestSamples), let line = all.line,
      let first = early.line, let second = late.line
    else { return }
    let error = Float(Self.correlation * line.slopeError * rate)
    let halfError = Float(Self.correlation * max(first.slopeError, second.slopeError) * rate)
    values = SIMD8(
      Float(line.slope * rate), Float(first.slope * rate), Float(second.slope * rate),
      trace[range.lowerBound], trace[range.upperBound - 1], error, halfError, 0)
  }

  /// The mean of those that are known.
  init(meanOf drifts: some Sequence<Drift>) {
    var sum = SIMD8<Float>()
    var count: Float = 0
    for drift in drifts where drift.slope.isFinite {
      sum += drift.values
      count += 1
    }
    guard count > 0 else { return }
    values = sum / count
    values[5] /= count.squareRoot()
    values[6] /= count.squareRoot()
  }
}
