import SignalProcessing
import Testing

@testable import Cohorts

/// Coverage of the truth by intervals, on processes whose long-run burden is known.
@Suite struct BurdenEstimateTests {
  @Test(arguments: [Gaps.random, .regular, .slots])
  func theTrueChangeLiesInTheInterval(gaps: Gaps) throws {
    var random = SeededGenerator(seed: 17)
    var held = 0
    let runs = 400
    for _ in 0..<runs {
      let first = try estimate(mean: 0.9, gap: 3.6, gaps, &random)
      let second = try estimate(mean: 0.6, gap: 4.4, gaps, &random)
      let truth = 100 * (0.6 / 5.0 - 0.9 / 4.5)
      let change = second.minus(first)
      if try #require(change.interval).contains(truth) { held += 1 }
    }
    let share = Double(held) / Double(runs)
    #expect(share >= 0.91 && share <= 0.985, "\(gaps): \(share)")
  }

  @Test func withoutEpisodesTheUpperLimitIsPoissons() throws {
    let estimate = try #require(
      BurdenEstimate(episodes: [], assessableSeconds: 60, duration: 60, typicalSeconds: 0.5))
    #expect(estimate.percent == 0)
    let upper = try #require(estimate.interval).upperBound
    // −ln(.025) episodes of half a second in a minute.
    #expect(abs(upper - 100 * 3.688_879 * 0.5 / 60) < 1e-4)
  }

  @Test func theStudentQuantileIsThatOfTables() {
    #expect(abs(BurdenEstimate.studentQuantile(degrees: 9) - 2.262) < 0.01)
    #expect(abs(BurdenEstimate.studentQuantile(degrees: 29) - 2.045) < 0.003)
  }

  @Test func aDifferenceHasTheIntervalOfBoth() throws {
    let change = Estimate(10, 7...14).minus(Estimate(20, 16...23))
    #expect(change.value == -10)
    let interval = try #require(change.interval)
    #expect(abs(interval.lowerBound + 10 + (9.0 + 9.0).squareRoot()) < 1e-9)
    #expect(abs(interval.upperBound + 10 - (16.0 + 16.0).squareRoot()) < 1e-9)
  }

  enum Gaps: Sendable {
    /// Poisson's.
    case random
    /// Gamma of shape 4.
    case regular
    /// One episode anywhere in each of equal slots.
    case slots
  }

  private func estimate(
    mean: Double, gap: Double, _ gaps: Gaps, _ random: inout SeededGenerator
  ) throws -> Estimate {
    let seconds = 180.0
    func exponential() -> Double { -Self.log(1 - random.uniform()) }
    func gamma(_ shape: Int, _ mean: Double) -> Double {
      (0..<shape).reduce(0) { sum, _ in sum + exponential() } * mean / Double(shape)
    }
    var episodes: [(onset: Double, duration: Double)] = []
    var time = gaps == .slots ? 0 : random.uniform() * (mean + gap)
    while time < seconds {
      let duration = gamma(10, mean)
      switch gaps {
      case .random, .regular:
        if time + duration < seconds { episodes.append((time, duration)) }
        time += duration + gamma(gaps == .random ? 1 : 4, gap)
      case .slots:
        let slot = mean + gap
        episodes.append((time + random.uniform() * max(0, slot - duration), duration))
        time += slot
      }
    }
    let estimate = try #require(
      BurdenEstimate(
        episodes: episodes, assessableSeconds: seconds, duration: seconds, typicalSeconds: nil))
    return Estimate(estimate.percent, estimate.interval)
  }

  /// The natural logarithm, by the series of atanh.
  private static func log(_ value: Double) -> Double {
    var mantissa = value
    var power = 0.0
    while mantissa < 0.5 {
      mantissa *= 2
      power -= 1
    }
    let x = (mantissa - 1) / (mantissa + 1)
    var term = x
    var sum = 0.0
    for n in stride(from: 1, to: 60, by: 2) {
      sum += term / Double(n)
      term *= x * x
    }
    return 2 * sum + power * 0.693_147_180_559_945_3
  }
}
