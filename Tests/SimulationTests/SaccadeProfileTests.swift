import Testing

@testable import Simulation

@Suite struct SaccadeProfileTests {
  private static let profiles: [SaccadeProfile] =
    [0.2, 1, 5, 20, 40].map { .parametric(amplitude: $0, ceiling: 560, constant: 6) }
    + [3, 5, 9, 15, 20].map { .skewed(duration: 0.04, order: $0) }

  @Test(arguments: profiles)
  func displacementRisesFromNothingToAll(profile: SaccadeProfile) {
    #expect(profile.fraction(at: 0) == 0)
    #expect(profile.fraction(at: profile.duration) == 1)
    let steps = (0...400).map { profile.fraction(at: profile.duration * Double($0) / 400) }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    #expect(abs(steps[399] - 1) < 2e-3)
  }

  @Test(arguments: profiles)
  func peakRateIsTheSteepestSlope(profile: SaccadeProfile) {
    let step = profile.duration / 2000
    let slopes = (0..<2000).map {
      (profile.fraction(at: step * Double($0 + 1)) - profile.fraction(at: step * Double($0))) / step
    }
    let steepest = slopes.max() ?? 0
    #expect(abs(steepest / profile.peakRate - 1) < 0.01)
    let time = (Double(slopes.firstIndex(of: steepest) ?? 0) + 0.5) * step
    #expect(abs(slopes[Int(profile.peakTime / step)] / steepest - 1) < 0.02)
    #expect(time > 0)
  }

  /// Dai et al. 2016: the peak velocity is η (1 − exp(−A / c)).
  @Test(arguments: [0.5, 2, 10, 30])
  func parametricSaccadesLieOnTheirMainSequence(amplitude: Double) {
    let profile = SaccadeProfile.parametric(amplitude: amplitude, ceiling: 600, constant: 6)
    let expected = 600 * (1 - exponential(-amplitude / 6))
    // Cutting the tails and closing the displacement again raises the speed, most for small ones.
    let ratio = profile.peakRate * amplitude / expected
    #expect(ratio > 0.98 && ratio < (amplitude < 5 ? 1.4 : 1.15))
  }

  @Test func skewGrowsAsOrderFalls() {
    let peaks = [20.0, 12, 7, 4, 3].map {
      SaccadeProfile.skewed(duration: 1, order: $0).peakTime
    }
    #expect(zip(peaks, peaks.dropFirst()).allSatisfy { $0 > $1 })
    #expect(peaks[0] < 0.5)
  }

  /// Peak over mean velocity is about 1.65 in people (1.5 to 2.0); the parametric model's small
  /// saccades are more peaked.
  @Test(arguments: profiles.dropFirst(2))
  func peakOverMeanVelocityIsThatOfSaccades(profile: SaccadeProfile) {
    let ratio = profile.peakRate * profile.duration
    #expect(ratio > 1.2 && ratio < 2.4)
  }

  private func exponential(_ x: Double) -> Double {
    // A series, so that the test needs no mathematics library; x is small and negative.
    var term = 1.0
    var sum = 1.0
    for index in 1..<60 {
      term *= x / Double(index)
      sum += term
    }
    return sum
  }
}
