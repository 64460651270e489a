import SignalProcessing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The share of time that episodes take in the long run, from one recording of it.
///
/// Episodes are seen as a renewal process: each cycle is an episode and the time until the next.
/// The error of the ratio comes from the cycles' long-run variance, neighbouring cycles' covariances
/// included (Bartlett weights), so that episodes that come regularly, at random or in clusters each
/// get the interval that they deserve.
///
/// - Source: Asmussen and Glynn, *Stochastic Simulation* (2007), IV.3; Newey and West 1987,
///   *Econometrica* 55:703.
public struct BurdenEstimate: Sendable, Equatable {
  /// In percent of the assessable time.
  public let percent: Double
  /// Its 95 % interval; `nil` where nothing tells how long an episode is.
  public let interval: ClosedRange<Double>?

  /// With fewer episodes their number decides, which is taken for Poisson's.
  static let fewestCycles = 8

  /// - Parameters:
  ///   - episodes: onsets and durations in seconds, in order of onset.
  ///   - assessableSeconds: the time in which they could have been seen, above 0.
  ///   - duration: of the whole recording.
  ///   - typicalSeconds: how long an episode of this patient is, for recordings with few.
  public init?(
    episodes: [(onset: Double, duration: Double)], assessableSeconds: Double, duration: Double,
    typicalSeconds: Double?
  ) {
    guard assessableSeconds > 0, duration > 0 else { return nil }
    let total = episodes.reduce(0) { $0 + $1.duration }
    let share = min(1, total / assessableSeconds)
    percent = 100 * share
    guard episodes.count > Self.fewestCycles else {
      let length = episodes.isEmpty ? typicalSeconds : total / Double(episodes.count)
      let rate = poissonRateInterval(events: episodes.count, exposure: assessableSeconds)
      guard let length, let rate else {
        interval = nil
        return
      }
      interval = (100 * min(1, rate.lowerBound * length))...(100 * min(1, rate.upperBound * length))
      return
    }
    // Lost time is spread over the cycles.
    let scale = assessableSeconds / duration
    let surplus = zip(episodes, episodes.dropFirst()).map { one, next in
      one.duration - share * (next.onset - one.onset) * scale
    }
    let count = Double(surplus.count)
    let error = (Self.longRunVariance(surplus) * count).squareRoot() / assessableSeconds
    let reach = Self.studentQuantile(degrees: count - 1) * error
    // On the scale of logarithms, which keeps the interval above 0 and follows the estimate's skew.
    let factor = share > 0 ? exp(min(3, reach / share)) : 1
    interval = (100 * share / factor)...(100 * min(1, share * factor))
  }

  static func longRunVariance(_ values: [Double]) -> Double {
    let count = values.count
    let mean = values.reduce(0, +) / Double(count)
    func covariance(_ lag: Int) -> Double {
      (lag..<count).reduce(0) { $0 + (values[$1] - mean) * (values[$1 - lag] - mean) }
        / Double(count - 1)
    }
    let variance = covariance(0)
    let lags = Int(cbrt(Double(count)).rounded(.down))
    let sum = (1...max(1, lags)).reduce(variance) { sum, lag in
      sum + 2 * (1 - Double(lag) / Double(lags + 1)) * covariance(lag)
    }
    // Chance must not take most of the variance away.
    return max(sum, 0.3 * variance)
  }

  /// The 97.5 % quantile of Student's distribution, by the expansion of Cornish and Fisher; right to
  /// 1 % from 4 degrees of freedom on.
  static func studentQuantile(degrees: Double) -> Double {
    let z = 1.959_964
    let n = max(degrees, 3)
    let first = (z * z * z + z) / (4 * n)
    let second = (5 * z * z * z * z * z + 16 * z * z * z + 3 * z) / (96 * n * n)
    return z + first + second
  }
}

/// A number with its 95 % interval.
public struct Estimate: Sendable, Equatable {
  public let value: Double
  public let interval: ClosedRange<Double>?

  public init(_ value: Double, _ interval: ClosedRange<Double>?) {
    self.value = value
    self.interval = interval
  }

  /// By how much this is more than another, from an independent recording.
  ///
  /// The interval is recovered from the two intervals, which need not be symmetric.
  ///
  /// - Source: Zou and Donner 2008, *Stat Med* 27:1693 (MOVER).
  public func minus(_ other: Estimate) -> Estimate {
    let difference = value - other.value
    guard let own = interval, let its = other.interval else { return Estimate(difference, nil) }
    let down = hypot(value - own.lowerBound, its.upperBound - other.value)
    let up = hypot(own.upperBound - value, other.value - its.lowerBound)
    return Estimate(difference, (difference - down)...(difference + up))
  }
}
