import EyeMovements
import Testing

@testable import Oscillations

/// What a run of saccades must be to count as an episode.
@Suite struct EpisodeFinderTests {
  private func episodes(_ made: HandMadeMovements, seconds: Double = 30) -> EpisodeFinder.Result {
    let movements = made.movements(seconds: seconds)
    return EpisodeFinder(movements, Parameters()).episodes(in: movements)
  }

  @Test func anEpisodeRunsFromTheFirstOnsetToTheLastOffset() {
    var made = HandMadeMovements()
    made.rest(2)
    made.burst(5)
    let end = made.time
    made.rest(1)
    made.saccade(SIMD2(4, 1))
    let found = episodes(made).bursts
    #expect(found.count == 1)
    #expect(found.first?.onset == 2)
    #expect(found.first?.offset == end)
    #expect(found.first?.saccades == 0..<5)
  }

  @Test func pairsAreNoEpisodes() {
    var made = HandMadeMovements()
    for _ in 0..<20 {
      made.rest(0.5)
      made.burst(2)
    }
    #expect(episodes(made).bursts.isEmpty)
  }

  @Test(arguments: [(0.040, 1), (0.050, 0), (0.080, 0)])
  func gapsUpToFortyMillisecondsAreBackToBack(gap: Double, count: Int) {
    var made = HandMadeMovements()
    made.rest(1)
    made.burst(4, gap: gap)
    #expect(episodes(made).bursts.count == count)
  }

  @Test func aStaircaseIsAGazeShift() {
    var made = HandMadeMovements()
    made.rest(1)
    for step: Float in [4, 3, 4] {
      made.saccade(SIMD2(step, 0))
      made.rest(0.02)
    }
    #expect(episodes(made).bursts.isEmpty)
  }

  @Test func anOvershootAndItsCorrectionAreNoEpisode() {
    var made = HandMadeMovements()
    made.rest(1)
    made.saccade(SIMD2(8, 0))
    made.saccade(SIMD2(-0.4, 0))
    made.rest(0.03)
    made.saccade(SIMD2(0.5, 0))
    #expect(episodes(made).bursts.isEmpty)
  }

  @Test func aGazeShiftThatBecomesABurstBeginsTheEpisode() {
    var made = HandMadeMovements()
    made.rest(1)
    made.saccade(SIMD2(20, 0))
    made.rest(0.01)
    made.burst(4, amplitude: 1)
    #expect(episodes(made).bursts.first?.saccades == 0..<5)
  }

  @Test func aLossEndsAnEpisode() {
    var made = HandMadeMovements()
    made.rest(1)
    made.burst(3)
    let lost = made.time
    made.rest(0.03)
    made.burst(3)
    made.losses = [SignalLoss(onset: lost + 0.005, offset: lost + 0.025, kind: .missing)]
    #expect(episodes(made).bursts.map(\.saccades) == [0..<3, 3..<6])
  }

  @Test(arguments: [0.2, 3.0])
  func whatIsOffTheMainSequenceIsNoEpisode(factor: Double) {
    var made = HandMadeMovements()
    made.rest(1)
    for swing in 0..<6 { made.saccade(SIMD2(swing.isMultiple(of: 2) ? 3 : -3, 0), speed: factor) }
    let found = episodes(made)
    #expect(found.bursts.isEmpty)
    // Too fast is what noise looks like; too slow is a smooth movement.
    #expect(found.noiseRuns == (factor > 1 ? 1 : 0))
  }

  /// At 60 Hz two degrees last a step and a half: back to back, up to half of them are over within one.
  /// At 90 Hz they last two, and none is; of what noise makes, five of eight are.
  @Test(arguments: [(60, 7, 1), (60, 9, 0), (60, 12, 0), (90, 4, 1), (90, 7, 0)])
  func shortSaccadesAreOverWithinOneStepNowAndThen(rate: Double, jumps: Int, count: Int) {
    var made = HandMadeMovements()
    made.rate = rate
    made.rest(1)
    made.burst(20, amplitude: 2)
    for index in made.saccades.indices {
      made.saccades[index].longestStep = 2
      made.saccades[index].longestStepShare = index < jumps ? 1 : 0.8
    }
    #expect(episodes(made).bursts.count == count)
    #expect(episodes(made).noiseRuns == 1 - count)
  }

  /// Where a saccade lasts less than two steps, it may end on the eye's way back.
  @Test(arguments: [(60.0, Float(2), 1), (60, 0.8, 0), (250, 2, 0)])
  func theEyeWentAsFarAsInTheLongestStep(rate: Double, step: Float, count: Int) {
    var made = HandMadeMovements()
    made.rate = rate
    made.rest(1)
    for swing in 0..<8 { made.saccade(SIMD2(swing.isMultiple(of: 2) ? 0.8 : -0.8, 0), speed: 2.5) }
    for index in made.saccades.indices { made.saccades[index].longestStep = step }
    #expect(episodes(made).bursts.count == count)
  }

  @Test func whatIsSmallAgainstTheNoiseIsNoise() {
    var made = HandMadeMovements()
    made.noise = 0.4
    made.rest(1)
    made.burst(8, amplitude: 1.5)
    let found = episodes(made)
    #expect(found.bursts.isEmpty)
    #expect(found.noiseRuns == 1)
  }

  @Test func fastSlowPhasesBetweenQuickPhasesAreNoEpisode() {
    var made = HandMadeMovements()
    made.rest(1)
    for _ in 0..<6 {
      made.saccade(SIMD2(6, 0))
      made.saccade(SIMD2(-6, 0), speed: 0.25)
    }
    #expect(episodes(made).bursts.isEmpty)
  }
}
