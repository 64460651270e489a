internal import SignalProcessing

/// A figure with its 95 % interval.
package struct Estimate: Sendable, Equatable {
  /// `nil` where there was nothing to measure it on.
  package let value: Double?
  package let interval: ClosedRange<Double>?

  package init(_ value: Double?, interval: ClosedRange<Double>? = nil) {
    self.value = value
    self.interval = interval
  }

  /// A share of things, in percent, with Wilson's interval.
  package init(percentOf successes: Int, among trials: Int) {
    value = trials > 0 ? 100 * Double(successes) / Double(trials) : nil
    interval = BinomialInterval.wilson(successes: successes, trials: trials).map {
      (100 * $0.lowerBound)...(100 * $0.upperBound)
    }
  }

  /// A median with its bootstrap interval, times a factor.
  package init(medianOf values: [Double], times factor: Double = 1) {
    let scaled = values.map { $0 * factor }
    value = scaled.median()
    interval = bootstrapMedianInterval(of: scaled)
  }

  /// The area under the curve, with the interval of DeLong.
  package init(areaOf positives: [Double], against negatives: [Double]) {
    let area = AreaUnderCurve(positives: positives, negatives: negatives)
    value = area?.area
    interval = area?.interval()
  }

  /// F1 of events, with a bootstrap interval over recordings.
  package init(f1Of counts: [EventCounts]) {
    value = counts.reduce(EventCounts(), +).f1
    interval = bootstrapInterval(count: counts.count, seed: Self.seed) { drawn in
      drawn.reduce(EventCounts()) { $0 + counts[$1] }.f1 ?? .nan
    }
  }

  /// Fixes the bootstraps' draws.
  static let seed: UInt64 = 20_190_330
}

extension ValidationTable.Cell {
  static func percent(_ successes: Int, of trials: Int) -> ValidationTable.Cell {
    .estimate(Estimate(percentOf: successes, among: trials), decimals: 1)
  }
}
