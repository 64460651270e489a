import Oscillations
import Recordings

/// Numbers as pages print them: rounded from what the JSON holds, so that both say the same and a
/// page made from stored results is the page that was made at once.
enum PageNumber {
  /// The digits; `nil` where there is no value.
  ///
  /// - Parameter unit: of the recording's positions.
  static func text(
    _ value: Double?, _ dimension: Measure.Dimension, decimals: Int? = nil,
    in unit: Recording.Unit = .degrees
  ) -> String? {
    text(Quantity(value, dimension), decimals: decimals ?? dimension.pageDecimals(in: unit))
  }

  static func score(_ value: Double?) -> String? { text(Quantity(score: value), decimals: 2) }

  /// A number, and its unit after a narrow space.
  static func withUnit(
    _ value: Double?, _ dimension: Measure.Dimension, decimals: Int? = nil,
    in unit: Recording.Unit = .degrees
  ) -> String? {
    text(value, dimension, decimals: decimals, in: unit).map { $0 + dimension.pageUnit(in: unit) }
  }

  /// Both ends of an interval, such as `1.2 to 3.4`.
  static func interval(
    _ interval: ClosedRange<Double>?, _ dimension: Measure.Dimension,
    in unit: Recording.Unit = .degrees
  ) -> String? {
    guard let interval, let low = text(interval.lowerBound, dimension, in: unit),
      let high = text(interval.upperBound, dimension, in: unit)
    else { return nil }
    return PageWords.interval(low, high)
  }

  private static func text(_ quantity: Quantity, decimals: Int) -> String? {
    guard let stored = quantity.text.flatMap(Double.init) else { return nil }
    return FixedDecimal(stored, decimals: min(decimals, quantity.dimension.decimals)).text
      .map { $0.replacing("-", with: "\u{2212}") }
  }
}

extension Measure.Dimension {
  /// What noise and the length of recordings support; a file's own unit may be large.
  func pageDecimals(in unit: Recording.Unit) -> Int {
    switch self {
    case .degrees, .squareDegrees, .degreesPerSecond:
      unit == .arbitrary ? 3 : unit == .pixels ? 0 : 1
    case .seconds, .hertz, .perMinute, .percent: 1
    case .milliseconds, .count: 0
    case .share: 2
    }
  }

  /// The unit of a recording's measure, as it stands behind a number.
  func pageUnit(in unit: Recording.Unit) -> String {
    guard unit != .degrees else { return pageUnit }
    let word = unit == .pixels ? "px" : PageWords.fileUnit
    return switch self {
    case .degrees: "\u{202f}\(word)"
    case .squareDegrees: "\u{202f}\(word)²"
    case .degreesPerSecond: "\u{202f}\(word)/s"
    default: pageUnit
    }
  }

  var pageUnit: String {
    switch self {
    case .seconds: "\u{202f}s"
    case .milliseconds: "\u{202f}ms"
    case .degrees: "°"
    case .squareDegrees: "\u{202f}deg²"
    case .degreesPerSecond: "\u{202f}°/s"
    case .hertz: "\u{202f}Hz"
    case .perMinute: "\u{202f}/min"
    case .percent: "\u{202f}%"
    case .share, .count: ""
    }
  }
}
