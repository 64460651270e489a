import EyeMovements
import Recordings
import Testing

@testable import Oscillations

/// Back-to-back saccades, judged from events that are given.
@Suite struct SaccadicOscillationTests {
  private func mild(
    bursts: Int, saccades: [Int], every seconds: Double = 5, rate: Double = 500
  ) -> HandMadeMovements {
    var made = HandMadeMovements()
    made.rate = rate
    for index in 0..<bursts {
      made.rest(seconds)
      made.burst(saccades[index % saccades.count], axis: Double(index) * 40)
    }
    return made
  }

  @Test func mildOpsoclonusIsSeenInTwentySeconds() {
    let analysis = mild(bursts: 4, saccades: [3, 5, 4, 6]).analysis(seconds: 22)
    #expect(analysis.summary == "opsoclonus")
    #expect(analysis.finding(.opsoclonus).score ?? 0 >= 0.5)
    #expect(analysis.episodes.allSatisfy { $0.pattern == .opsoclonus })
  }

  @Test func singleRunsAreWhatHealthyEyesMake() {
    let analysis = mild(bursts: 2, saccades: [3], every: 60).analysis(seconds: 180)
    #expect(analysis.summary == "none-seen")
    #expect(analysis.episodes.count == 2)
    #expect(analysis.episodes.allSatisfy { $0.pattern == .saccadicOscillations })
    #expect(analysis.finding(.saccadicOscillations).notes.map(\.code) == ["isolated-runs"])
  }

  @Test func singleRunsDoNotAddUpInALongRecording() {
    let analysis = mild(bursts: 40, saccades: [3], every: 60).analysis(seconds: 2500)
    #expect(analysis.summary == "none-seen")
  }

  @Test func oneBurstThatLastsIsEnough() {
    var made = HandMadeMovements()
    made.rest(5)
    made.burst(30)
    let analysis = made.analysis(seconds: 20)
    #expect(analysis.summary == "ocular-flutter")
    let notes = analysis.finding(.ocularFlutter).notes.map(\.code)
    #expect(notes.contains("voluntary-not-excluded"))
  }

  @Test(arguments: [0.0, 20, 160, 70, 90, 110])
  func verticalFlutterIsRemarkedOn(axis: Double) {
    var made = HandMadeMovements()
    made.rest(5)
    made.burst(30, axis: axis)
    let analysis = made.analysis(seconds: 20)
    #expect(analysis.summary == "ocular-flutter")
    let notes = analysis.finding(.ocularFlutter).notes.map(\.code)
    #expect(notes.contains("vertical-flutter") == (70...110).contains(axis))
  }

  @Test func quietTimeChangesNeitherStatusNorScore() {
    let made = mild(bursts: 4, saccades: [3, 5, 4, 6])
    let short = made.analysis(seconds: 22)
    let long = made.analysis(seconds: 400)
    for (one, other) in zip(short.findings, long.findings) {
      #expect(one.status == other.status)
      #expect(abs((one.score ?? -1) - (other.score ?? -1)) <= 0.02)
    }
    #expect(short.episodes == long.episodes)
    let burden = short.finding(.opsoclonus).burdenPercent ?? 0
    let diluted = long.finding(.opsoclonus).burdenPercent ?? 0
    #expect(abs(diluted - burden * 22 / 400) < 0.01)
  }

  @Test func oneAxisShowsAnOscillationWithoutAPlane() {
    let analysis = mild(bursts: 4, saccades: [5]).analysis(seconds: 22, vertical: false)
    #expect(analysis.status(.saccadicOscillations) == .consistent)
    #expect(analysis.status(.opsoclonus) == .indeterminate)
    #expect(analysis.status(.ocularFlutter) == .indeterminate)
    #expect(analysis.summary == "saccadic-oscillations")
    #expect(analysis.finding(.opsoclonus).notes.contains { $0.code == "plane-not-assessable" })
    #expect(analysis.assessability.saccadicOscillations.level == .limited)
  }

  @Test(arguments: [Recording.Unit.pixels, .arbitrary])
  func withoutDegreesNothingIsDecided(unit: Recording.Unit) {
    let analysis = mild(bursts: 4, saccades: [5]).analysis(seconds: 22, unit: unit)
    #expect(analysis.status(.saccadicOscillations) == .indeterminate)
    #expect(analysis.assessability.saccadicOscillations.level == .limited)
  }

  @Test func whatWasNotSeenCarriesTheRateThatCouldBeMissed() throws {
    let finding = HandMadeMovements().analysis(seconds: 60).finding(.opsoclonus)
    #expect(finding.status == .notSeen)
    let rate = try #require(finding.measures.first { $0.name == "upperRatePerMinute" }?.value)
    #expect(abs(rate - 2.9957) < 0.001)
    #expect(finding.measures.contains { $0.name == "smallestDetectableDegrees" })
  }

  /// A saccade lasts 21 ms and 2.2 ms a degree, and to and fro takes four samples.
  @Test(arguments: [(50, 8.636), (60, 5.606), (75, 2.576), (120, 1), (250, 0.5)])
  func whatCouldBeMissedGrowsWithTheStep(rate: Double, degrees: Double) throws {
    var made = HandMadeMovements()
    made.rate = rate
    made.noise = 0.005
    let finding = made.analysis(seconds: 60).finding(.opsoclonus)
    #expect(finding.status == .notSeen)
    let size = finding.measures.first { $0.name == "smallestDetectableDegrees" }?.value
    #expect(abs(try #require(size) - degrees) < 0.001)
  }

  @Test(arguments: [
    (50, "oscillations below 2° cannot be shown, and those below 8.6° in part only."),
    (60, "oscillations below 2° cannot be shown, and those below 5.6° in part only."),
    (90, "only oscillations of 2° or more can be shown."),
    (120, "only oscillations of 1° or more can be shown."),
  ])
  func whatTheRateShowsInPartIsSaid(rate: Double, words: String) {
    var made = HandMadeMovements()
    made.rate = rate
    let reasons = made.analysis(seconds: 60).assessability.saccadicOscillations.reasons
    #expect(reasons.first?.text == "At an effective rate of \(Int(rate)) Hz \(words)")
  }

  @Test func smallBurstsSayWhatIsMissedOfThem() {
    let analysis = mild(bursts: 4, saccades: [6], rate: 60).analysis(seconds: 22)
    let note = analysis.finding(.opsoclonus).notes.first { $0.code == "bursts-found-in-part" }
    #expect(
      note?.text == "At this rate and noise saccades below 5.6° may be missed, and these bursts "
        + "(3° in the median) found in part: the burden is a lower bound.")
  }

  @Test func burstsBesideWhatLooksLikeNoiseAreALowerBound() {
    var made = mild(bursts: 8, saccades: [6])
    #expect(!made.isLowerBound)
    made.rest(2)
    // Far above the main sequence: as noise is.
    for swing in 0..<6 { made.saccade(SIMD2(swing.isMultiple(of: 2) ? 2 : -2, 0), speed: 3) }
    #expect(made.isLowerBound)
  }

  @Test func whatCannotBeShownHasNoScore() {
    let analysis = mild(bursts: 4, saccades: [5], rate: 30).analysis(seconds: 22)
    let finding = analysis.finding(.opsoclonus)
    #expect(finding.status == .notAssessable)
    #expect(finding.score == nil && finding.scoreInterval == nil)
    #expect(finding.notes.contains { $0.code == "rate-too-low" })
    #expect(analysis.summary == "not-assessable")
    #expect(analysis.episodes.count == 4)
  }

  @Test func whatCannotBeShownIsNoBurdenAndNoRate() {
    let analysis = mild(bursts: 4, saccades: [5], rate: 30).analysis(seconds: 22)
    let ofTime = ["episodesPerMinute", "longestFreeSeconds", "upperRatePerMinute"]
    for finding in analysis.findings where finding.status == .notAssessable {
      #expect(finding.burdenPercent == nil)
      #expect(finding.measures.allSatisfy { !ofTime.contains($0.name) || $0.value == nil })
      #expect(!finding.burdenIsLowerBound)
    }
    let codes = analysis.assessability.saccadicOscillations.reasons.map(\.code)
    #expect(!codes.contains("noise-dominated") && !codes.contains("microflutter-not-assessable"))
  }

  @Test func figuresOfAnEpisodeFollowItsSaccades() throws {
    var made = HandMadeMovements()
    for _ in 0..<4 {
      made.rest(4)
      made.burst(6, amplitude: 3, gap: 0.0124)
    }
    let analysis = made.analysis(seconds: 20)
    let episode = try #require(analysis.episodes.first)
    // A saccade of 3° takes 27.6 ms: from onset to onset 40 ms, 12.5 Hz.
    #expect(abs(episode.frequency - 12.5) < 0.01)
    #expect(episode.amplitude == 3)
    #expect(abs(episode.duration - (6 * 0.0276 + 5 * 0.0124)) < 1e-6)
    let measures = analysis.finding(.saccadicOscillations).measures
    func value(_ name: String) -> Double? { measures.first { $0.name == name }?.value }
    #expect(abs((value("gapMedianMilliseconds") ?? 0) - 12.4) < 0.01)
    #expect(value("planeSaccades") == 24)
    #expect(abs((value("episodesPerMinute") ?? 0) - 12) < 0.01)
    let interval = measures.first { $0.name == "episodesPerMinute" }?.interval
    // Garwood's interval for 4 events in a third of a minute.
    #expect(abs((interval?.lowerBound ?? 0) - 1.0899 * 3) < 0.01)
    #expect(abs((interval?.upperBound ?? 0) - 10.2416 * 3) < 0.01)
  }

  @Test func whatWasNotChosenIsNotFree() throws {
    var made = HandMadeMovements()
    for onset in [15.0, 45] {
      made.time = onset
      made.burst(6)
    }
    let whole = made.recording(seconds: 60)
    let chosen = Recording(
      id: "a", samplingRate: whole.samplingRate, runs: whole.runs, traces: whole.traces,
      clock: whole.clock, source: whole.source, spans: [10..<20, 40..<60])
    for (recording, expected) in [(whole, 45 - 15 - made.time + 45), (chosen, 60 - made.time)] {
      let analysis = Analyzer().analysis(of: recording, movements: made.movements(seconds: 60))
      let measures = analysis.finding(.saccadicOscillations).measures
      let free = try #require(measures.first { $0.name == "longestFreeSeconds" }?.value)
      #expect(abs(free - expected) < 1e-6)
    }
  }

  @Test func smallFlutterTakesFiveHundredHertz() {
    for (rate, status) in [(250.0, Finding.Status.indeterminate), (500, .consistent)] {
      var made = HandMadeMovements()
      made.rate = rate
      made.noise = 0.005
      for _ in 0..<4 {
        made.rest(4)
        made.burst(8, amplitude: 0.3)
      }
      #expect(made.analysis(seconds: 20).status(.ocularFlutter) == status)
    }
  }
}

extension HandMadeMovements {
  fileprivate var isLowerBound: Bool {
    analysis(seconds: 60).finding(.opsoclonus).notes.contains { $0.code == "bursts-found-in-part" }
  }
}
