#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A pattern's score from the support that each of its conditions has.
///
/// A support runs from 0 to 1, rises with the evidence for one condition, and is 0.5 where the
/// condition is just met. The score is at least 0.5 where all are met, and then rises with the
/// geometric mean of what they have beyond; else it is below, and every condition that is not met
/// draws it down. No weights: each step can be read from the measures.
enum Score {
  /// The largest score of a pattern whose definition is not met, as it is printed.
  static let highestUnmet = 0.499

  static func combining(_ supports: [Double]) -> Double {
    guard let least = supports.min() else { return 0 }
    if least >= 0.5 {
      let beyond = supports.reduce(1) { $0 * (2 * $1 - 1) }
      return 0.5 + 0.5 * pow(beyond, 1 / Double(supports.count))
    }
    return min(highestUnmet, 0.5 * supports.reduce(1) { $0 * min(1, 2 * $1) })
  }

  /// Support that rises with a count or a size, ever more slowly: half at what is required.
  static func saturating(_ value: Double, required: Double) -> Double {
    1 - exp2(-max(0, value) / required)
  }

  /// Support that goes in straight lines from 0 to half to 1; `none` may lie above `full`.
  static func ramp(_ value: Double, none: Double, half: Double, full: Double) -> Double {
    guard value.isFinite else { return 0 }
    let rising = full > none
    if rising ? value >= half : value <= half {
      return min(1, 0.5 + 0.5 * (value - half) / (full - half))
    }
    return max(0, 0.5 * (value - none) / (half - none))
  }
}
