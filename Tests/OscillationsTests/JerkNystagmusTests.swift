import EyeMovements
import Testing

@testable import Oscillations

/// Beats of nystagmus, judged from events that are given.
@Suite struct JerkNystagmusTests {
  private func beats(
    _ count: Int, _ velocity: SIMD3<Float>, seconds: Double = 0.3, error: Float = 0.1
  ) -> HandMadeMovements {
    var made = HandMadeMovements()
    for _ in 0..<count {
      made.drift(seconds, velocity, error: error)
      let back = -velocity * Float(seconds)
      made.saccade(SIMD2(back.x, back.y), torsion: back.z)
    }
    return made
  }

  @Test func beatsAreNamedForTheirQuickPhase() throws {
    let analysis = beats(30, SIMD3(-10, 0, .nan)).analysis(seconds: 12)
    #expect(analysis.summary == "jerk-nystagmus")
    let nystagmus = try #require(analysis.nystagmus)
    #expect(nystagmus.slowPhaseVelocity.x == -10)
    #expect(nystagmus.slowPhaseVelocity.z.isNaN)
    #expect(nystagmus.beatDirection == 0)
    // 0.3 s of drift and a saccade of 3°.
    #expect(abs(nystagmus.beatFrequency - 1 / 0.3276) < 0.001)
    #expect(nystagmus.beats == 30)
    let notes = analysis.finding(.jerkNystagmus).notes.map(\.code)
    #expect(notes.contains("stimulus-unknown"))
  }

  @Test func torsionAloneIsEnough() throws {
    let analysis = beats(30, SIMD3(0, 0, 8)).analysis(seconds: 12)
    let nystagmus = try #require(analysis.nystagmus)
    #expect(nystagmus.slowPhaseVelocity.z == 8)
    #expect(nystagmus.beatDirection == nil)
  }

  @Test func slowDriftsAreWithinWhatHealthyPeopleHave() {
    let analysis = beats(30, SIMD3(1.5, 0, .nan)).analysis(seconds: 12)
    #expect(analysis.status(.jerkNystagmus) == .notSeen)
    #expect(analysis.finding(.jerkNystagmus).notes.map(\.code) == ["weak-drift"])
    #expect(analysis.nystagmus == nil)
  }

  @Test func driftsWithinTheirOwnErrorAreNothing() {
    let analysis = beats(30, SIMD3(4, 0, .nan), error: 2).analysis(seconds: 12)
    #expect(analysis.status(.jerkNystagmus) != .consistent)
  }

  @Test func catchUpSaccadesInPursuitAreNoBeats() {
    var made = HandMadeMovements()
    for half in 0..<8 {
      let way: Float = half.isMultiple(of: 2) ? 1 : -1
      for _ in 0..<4 {
        made.drift(0.3, SIMD3(way * 12, 0, .nan))
        made.saccade(SIMD2(way * 1.2, 0))
      }
    }
    let analysis = made.analysis(seconds: 12)
    #expect(analysis.status(.jerkNystagmus) == .notSeen)
  }

  /// Drifts of 10 degrees a second for 150 ms, each with a saccade of its own after it, over and over.
  private func lookingAbout(_ saccades: [SIMD2<Float>]) -> Analysis {
    var made = HandMadeMovements()
    for _ in 0..<40 {
      for saccade in saccades {
        made.drift(0.15, SIMD3(10, 0, .nan))
        made.saccade(saccade)
      }
    }
    return made.analysis(seconds: 25)
  }

  /// Two shifts of gaze between one quick phase and the next: of three saccades one takes the eye back.
  @Test func lookingAboutDoesNotHideBeats() {
    let analysis = lookingAbout([SIMD2(0, 4), SIMD2(0, -4), SIMD2(-4.5, 0)])
    #expect(analysis.status(.jerkNystagmus) == .consistent)
    #expect(analysis.nystagmus?.beats == 40)
  }

  /// The trace goes away with the tracker: shifts of gaze against the drift are made up for by others.
  @Test func lookingAboutWhileTheTrackerDriftsIsNoNystagmus() {
    let analysis = lookingAbout([SIMD2(4.5, 0), SIMD2(0, 4), SIMD2(-4.5, 0)])
    #expect(analysis.status(.jerkNystagmus) == .notSeen)
  }

  @Test func twoBeatsInARowAreNotEnough() {
    var made = HandMadeMovements()
    for _ in 0..<6 {
      for _ in 0..<2 {
        made.drift(0.3, SIMD3(8, 0, .nan))
        made.saccade(SIMD2(-2.4, 0))
      }
      made.rest(2.5)
    }
    let analysis = made.analysis(seconds: 20)
    #expect(analysis.status(.jerkNystagmus) == .notSeen)
  }

  @Test func twoStretchesOfThreeBeatsAreEnough() {
    var made = HandMadeMovements()
    for _ in 0..<2 {
      for _ in 0..<3 {
        made.drift(0.3, SIMD3(8, 0, .nan))
        made.saccade(SIMD2(-2.4, 0))
      }
      made.rest(3)
    }
    let analysis = made.analysis(seconds: 20)
    #expect(analysis.status(.jerkNystagmus) == .consistent)
    #expect(analysis.finding(.jerkNystagmus).episodes == 2)
  }

  /// Shifts of gaze any way, after each of which the head follows: some go one way by chance.
  @Test(arguments: [
    [1, 1, 1, 0, -1, -1, -1], [1, 1, 1, 0, -1, 1, -1, 0, 1, 0, 1, -1],
    [1, -1, 1, 0, -1, 1, 1, 0, 1, 1, -1, 0, -1, -1, 1, 0, 1, 1, 1],
  ])
  func turnsOfTheHeadAreNoBeats(ways: [Float]) {
    var made = HandMadeMovements()
    for way in ways {
      guard way != 0 else {
        made.rest(3)
        continue
      }
      made.drift(0.3, SIMD3(way * 12, 0, .nan))
      made.saccade(SIMD2(way * -3.6, 0))
    }
    #expect(made.analysis(seconds: 30).status(.jerkNystagmus) != .consistent)
  }

  /// In a chair that swings, quick phases go to and fro with each half of the swing.
  @Test func beatsThatAlternateAllTheTimeAreFound() {
    var made = HandMadeMovements()
    for half in 0..<20 {
      let way: Float = half.isMultiple(of: 2) ? 1 : -1
      for _ in 0..<2 {
        made.drift(0.4, SIMD3(way * 12, 0, .nan))
        made.saccade(SIMD2(way * -4.8, 0))
      }
    }
    #expect(made.analysis(seconds: 20).status(.jerkNystagmus) == .consistent)
  }

  /// Beats the other way on the way don't turn it round, be they a few in a row or one now and then.
  @Test(arguments: [[], [90, 91, 92, 93], Array(stride(from: 20, to: 170, by: 20))])
  func aBeatThatReversesIsStillOne(strayBeats: [Int]) throws {
    var made = HandMadeMovements()
    for minute in 0..<5 {
      for beat in 0..<180 {
        let way: Float = minute.isMultiple(of: 2) != strayBeats.contains(beat) ? 1 : -1
        made.drift(0.3, SIMD3(way * 10, 0, .nan))
        made.saccade(SIMD2(way * -3, 0))
      }
    }
    let seconds = made.time + 1
    let nystagmus = try #require(made.analysis(seconds: seconds).nystagmus)
    #expect(abs((nystagmus.reversalPeriod ?? 0) - 180 * 0.3276) < 1)
  }

  @Test func opsoclonusAndNystagmusAreBothFound() {
    var made = HandMadeMovements()
    for turn in 0..<6 {
      for _ in 0..<5 {
        made.drift(0.3, SIMD3(-10, 0, .nan))
        made.saccade(SIMD2(3, 0))
      }
      made.rest(0.1)
      made.burst(7, axis: Double(turn) * 35)
      made.rest(0.1)
    }
    let analysis = made.analysis(seconds: 20)
    #expect(analysis.summary == "opsoclonus")
    #expect(analysis.patterns.contains(.jerkNystagmus))
  }

  /// At the rate of a common camera, a slow phase of a fast nystagmus is a few samples long.
  @Test(arguments: [(30, 3.0, 8.0), (30, 3, 15), (50, 5, 30)])
  func fastBeatsAreSeenAtLowRates(rate: Int, frequency: Double, speed: Double) throws {
    var painted = PaintedRecording()
    for _ in 0..<Int(24 * frequency) {
      let quick = 0.021 + 0.0022 * speed / frequency
      let slow = 1 / frequency - quick
      painted.drift(slow, SIMD2(speed, 0))
      painted.saccade(SIMD2(-speed * slow, 0))
    }
    let analysis = Analyzer().analysis(of: painted.recording(rate: rate, noise: 0.03))
    #expect(analysis.patterns == [.jerkNystagmus])
    let nystagmus = try #require(analysis.nystagmus)
    #expect(abs(nystagmus.slowPhaseVelocity.x - speed) < 0.1 * speed)
    #expect(abs(nystagmus.beatFrequency - frequency) < 0.05 * frequency)
  }
}
