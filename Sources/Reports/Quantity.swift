package import Oscillations

/// A number and what it measures, which decides its decimals: the one place where both JSON and
/// tables take them from.
package struct Quantity: Sendable {
  /// `nil`, or not finite, where there is none.
  let value: Double?
  let dimension: Dimension

  /// The dimensions of measures, and that of a score.
  package enum Dimension: Sendable {
    case measure(Measure.Dimension)
    case score
  }

  init(_ value: Double?, _ dimension: Measure.Dimension) {
    self.value = value
    self.dimension = .measure(dimension)
  }

  init(score: Double?) {
    value = score
    dimension = .score
  }

  /// Its digits; `nil` where there is no value.
  package var text: String? {
    value.flatMap { FixedDecimal($0, decimals: dimension.decimals).text }
  }
}

extension Quantity.Dimension {
  var decimals: Int {
    switch self {
    case .score: 3
    case .measure(let measure):
      switch measure {
      case .seconds, .degrees, .squareDegrees: 4
      case .hertz, .perMinute, .share: 3
      case .milliseconds, .degreesPerSecond, .percent: 2
      case .count: 0
      }
    }
  }
}
