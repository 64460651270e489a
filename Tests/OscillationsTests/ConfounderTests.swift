import EyeMovements
import Foundation
import Oscillations
import Recordings
import Simulation
import Testing

/// What is mistaken for opsoclonus, flutter and nystagmus: each confounder that a trace can show, and
/// the honest answer to it.
@Suite struct ConfounderTests {
  private func analysis(
    _ kind: SimulationKind, seed: UInt64 = 3, duration: Double = 16, severity: Double = 0.7,
    family: BurstFamily = .saccadic, _ change: (inout Simulation) -> Void = { _ in }
  ) throws -> Analysis {
    var simulation = Simulation(kind: kind, seed: seed, duration: duration, severity: severity)
    simulation.family = family
    simulation.tracker.samplingRate = 250
    change(&simulation)
    return Analyzer().analysis(of: try simulation.run().recording)
  }

  private func status(_ pattern: Pattern, in analysis: Analysis) -> Finding.Status? {
    analysis.findings.first { $0.pattern == pattern }?.status
  }

  private func remarks(of analysis: Analysis) -> Set<String> {
    Set(
      (analysis.findings.flatMap(\.notes) + analysis.assessability.saccadicOscillations.reasons
        + analysis.assessability.nystagmus.reasons).map(\.code))
  }

  private static let chaotic: [Pattern] = [.saccadicOscillations, .opsoclonus, .ocularFlutter]

  private func expectNothingChaotic(_ analysis: Analysis) {
    for pattern in Self.chaotic { #expect(status(pattern, in: analysis) != .consistent) }
  }

  @Test(arguments: [SimulationKind.opsoclonus, .flutter])
  func slowCamerasCannotAnswer(kind: SimulationKind) throws {
    let analysis = try analysis(kind) { $0.tracker.samplingRate = 30 }
    for pattern in Self.chaotic { #expect(status(pattern, in: analysis) == .notAssessable) }
    #expect(remarks(of: analysis).contains("rate-too-low"))
  }

  @Test(arguments: TrackerModel.Interpolation.allCases)
  func upSampledExportsAreSeenThrough(interpolation: TrackerModel.Interpolation) throws {
    let analysis = try analysis(.opsoclonus) {
      $0.tracker.samplingRate = 30
      $0.tracker.exportRate = 500
      $0.tracker.interpolation = interpolation
    }
    #expect(analysis.signal.effectiveRate < 50)
    #expect(status(.opsoclonus, in: analysis) == .notAssessable)
    #expect(remarks(of: analysis).contains("upsampled"))
  }

  @Test func aVendorsLowPassIsNamedAndLowersTheAnswer() throws {
    let analysis = try analysis(.flutter) {
      $0.tracker.samplingRate = 500
      $0.tracker.lowPass = 12
    }
    #expect(analysis.signal.effectiveRate < 100)
    #expect(analysis.assessability.saccadicOscillations.level != .full)
  }

  @Test(arguments: TrackerModel.BlinkHandling.allCases)
  func blinksAreNoPairsOfVerticalSaccades(handling: TrackerModel.BlinkHandling) throws {
    let analysis = try analysis(.blinks) {
      $0.blinkRate = 40
      $0.tracker.blinkHandling = handling
    }
    expectNothingChaotic(analysis)
    #expect(analysis.summary == "none-seen")
  }

  /// Mains at 50 Hz beat with a sixtieth of a second at 10 Hz, those at 60 Hz with 16 ms at 2.5 Hz.
  @Test(arguments: [(50.0, 240), (50, 300), (60, 500), (60, 1000)])
  func humOfTheMainsIsNoPendularNystagmus(hum: Double, rate: Int) {
    var painted = PaintedRecording()
    painted.rest(30)
    painted.add { time in
      let wave = 0.1 * sin(2 * .pi * hum * time)
      return SIMD2(wave, 0)
    }
    let analysis = Analyzer().analysis(of: painted.recording(rate: rate, noise: 0.02))
    #expect(status(.pendularNystagmus, in: analysis) != .consistent)
  }

  @Test func ringingAfterSaccadesIsNoMicroflutter() throws {
    let analysis = try analysis(.saccades) {
      $0.tracker.samplingRate = 1000
      $0.tracker.noise = 0.01
      $0.tracker.pupilRinging = 1.5
    }
    #expect(status(.saccadicOscillations, in: analysis) == .notSeen)
  }

  @Test func doublePulsesOfHealthyEyesAreNoEpisodes() throws {
    let analysis = try analysis(.doublePulses, duration: 30)
    #expect(status(.saccadicOscillations, in: analysis) == .notSeen)
    #expect(analysis.summary == "none-seen")
  }

  @Test(arguments: [SimulationKind.viewing, .reading, .search])
  func manyDirectionsAreNoOpsoclonus(kind: SimulationKind) throws {
    let analysis = try analysis(kind)
    expectNothingChaotic(analysis)
    #expect(analysis.episodes.isEmpty)
  }

  @Test(arguments: [0.2, 0.4, 0.8])
  func trackerNoiseIsRecognisedAsNoise(noise: Double) throws {
    let analysis = try analysis(.noise) { $0.tracker.noise = noise }
    expectNothingChaotic(analysis)
    #expect(
      status(.opsoclonus, in: analysis) == (noise > 0.3 ? .notAssessable : .notSeen)
        || !remarks(of: analysis).isDisjoint(with: ["noise-too-high", "noise-dominated"]))
  }

  /// What is far larger than what the noise hides is seen; where nothing is, nothing can be said.
  @Test func noiseHidesNothingThatStandsOut() throws {
    for rate in [250.0, 400] {
      func noisy(_ kind: SimulationKind) throws -> Analysis {
        try analysis(kind, duration: 30, severity: 1) {
          $0.tracker.noise = 0.25
          $0.tracker.samplingRate = rate
        }
      }
      let opsoclonus = try noisy(.opsoclonus)
      #expect(opsoclonus.summary == "opsoclonus")
      #expect(remarks(of: opsoclonus).contains("noise-high"))
      let fixation = try noisy(.fixation)
      #expect(fixation.summary == "not-assessable")
      #expect(remarks(of: fixation).contains("noise-too-high"))
    }
  }

  /// Saccades are found in a velocity that is smoothed: of five degrees they stand out of noise of a fifth
  /// of a degree, whose velocity as it is hides three.
  @Test(arguments: [250, 500])
  func burstsStandOutOfSmoothedNoise(rate: Int) throws {
    var painted = PaintedRecording()
    var still = PaintedRecording()
    for _ in 0..<10 {
      painted.rest(1.5)
      painted.saccade(SIMD2(2.5, 0))
      for swing in 1...9 { painted.saccade(SIMD2(swing.isMultiple(of: 2) ? 5 : -5, 0)) }
      painted.saccade(SIMD2(2.5, 0))
      still.rest(2)
    }
    let noise = rate == 250 ? 0.2 : 0.3
    let flutter = Analyzer().analysis(of: painted.recording(rate: rate, noise: noise))
    #expect(flutter.summary == "ocular-flutter")
    #expect(remarks(of: flutter).contains("noise-high"))
    let fixation = Analyzer().analysis(of: still.recording(rate: rate, noise: noise))
    #expect(fixation.summary == "not-assessable")
  }

  /// A moving average of nine samples leaves noise hardly faster than saccades, dense, and without a
  /// rhythm; nothing says that it is not all there is.
  @Test(arguments: 1...4)
  func filteredNoiseIsLeftUndecided(seed: UInt64) throws {
    let still = try Simulation(kind: .fixation, seed: seed, duration: 30).run().recording
    var random = RandomGenerator(seed: seed, stream: .tracker)
    func noisy(_ axis: [Float]?) -> [Float]? {
      guard let axis else { return nil }
      let white = axis.map { _ in Float(0.9 * random.normal()) }
      return axis.indices.map { sample in
        let near = white[max(0, sample - 4)..<min(white.count, sample + 5)]
        return axis[sample] + near.reduce(0, +) / Float(near.count)
      }
    }
    var trace = try #require(still.traces.first)
    trace.horizontal = noisy(trace.horizontal)
    trace.vertical = noisy(trace.vertical)
    let analysis = Analyzer().analysis(
      of: Recording(
        id: still.id, samplingRate: still.samplingRate, runs: still.runs, traces: [trace],
        clock: still.clock, source: still.source))
    #expect(status(.opsoclonus, in: analysis) == .indeterminate)
    #expect(remarks(of: analysis).contains("faster-than-saccades"))
  }

  /// The smallest saccades may be as fast, where they are known from one end to the other only; their noise
  /// is smaller by far, or they keep to a plane.
  @Test(arguments: [
    (SimulationKind.microOpsoclonus, "opsoclonus"), (.microflutter, "ocular-flutter"),
  ])
  func smallSaccadesAreNoFilteredNoise(kind: SimulationKind, summary: String) throws {
    for seed: UInt64 in kind == .microflutter ? [4, 22] : [12, 16] {
      let analysis = try analysis(kind, seed: seed, duration: 30) {
        $0.tracker.samplingRate = 500
        $0.tracker.noise = 0.015
      }
      #expect(analysis.summary == summary)
    }
  }

  /// A few snippets of noise, as lashes before the pupil make it, take nothing from the minutes around
  /// them; in half a minute they are much of what moves.
  @Test(arguments: [30.0, 240])
  func snippetsOfNoiseTakeAwayNoMinutes(duration: Double) throws {
    let recording = try Simulation(kind: .fixation, seed: 3, duration: duration).run().recording
    var noise = RandomGenerator(seed: 4, stream: .tracker)
    let snippets = (0..<8).flatMap { part in
      let first = Int((Double(part) + 0.5) * duration / 8 * recording.samplingRate)
      return first..<(first + Int(0.3 * recording.samplingRate))
    }
    let traces = recording.traces.map { trace in
      var trace = trace
      for sample in snippets {
        trace.horizontal?[sample] += Float(noise.normal())
        trace.vertical?[sample] += Float(noise.normal())
      }
      return trace
    }
    let analysis = Analyzer().analysis(
      of: Recording(
        id: recording.id, samplingRate: recording.samplingRate, runs: recording.runs,
        traces: traces,
        clock: recording.clock, source: recording.source))
    expectNothingChaotic(analysis)
    let isNoise = !remarks(of: analysis).isDisjoint(with: ["noise-dominated", "eyes-disagree"])
    #expect(isNoise == (duration < 60))
    #expect(status(.opsoclonus, in: analysis) == (isNoise ? .notAssessable : .notSeen))
  }

  @Test func spikesAndDropOutsAreNoSaccades() throws {
    let analysis = try analysis(.fixation) {
      $0.tracker.spikesPerSecond = 2
      $0.tracker.lossShare = 0.1
      $0.tracker.lossDuration = 0.05
    }
    expectNothingChaotic(analysis)
  }

  /// A camera or a chair that shakes by 2 degrees from end to end, fast enough for saccades of that size.
  @Test(arguments: [60.0, 250], [12.0, 14, 17])
  func whatSwingsInStepWithAClockIsNoEye(rate: Double, hertz: Double) throws {
    var simulation = Simulation(kind: .fixation, seed: 3, duration: 16)
    simulation.tracker.samplingRate = rate
    let recording = try simulation.run().recording
    let shaken = recording.traces.map { trace in
      var trace = trace
      trace.horizontal = trace.horizontal?.enumerated().map { sample, position in
        position + Float(sin(2 * .pi * hertz * Double(sample) / rate))
      }
      return trace
    }
    let analysis = Analyzer().analysis(
      of: Recording(
        id: recording.id, samplingRate: rate, runs: recording.runs, traces: shaken,
        quantity: recording.quantity, unit: recording.unit, frame: recording.frame,
        clock: recording.clock, source: recording.source))
    expectNothingChaotic(analysis)
    #expect(rate < 100 || remarks(of: analysis).contains("vibration"))
  }

  @Test(arguments: [SimulationKind.opsoclonus, .flutter, .voluntaryFlutter], BurstFamily.allCases)
  func burstsOfTheEyeKeepNoTime(kind: SimulationKind, family: BurstFamily) throws {
    let analysis = try analysis(kind, duration: 20, severity: 1, family: family)
    #expect(status(.saccadicOscillations, in: analysis) == .consistent)
    #expect(!remarks(of: analysis).contains("vibration"))
  }

  /// Another spot, found for three frames at a time, is reached in one step: an eye takes its time. A
  /// rule of its own says so: without it, this would pass for flutter.
  @Test(arguments: [50.0, 60, 75, 90])
  func aTrackersJumpsAreNoSaccadesAtLowRates(rate: Double) throws {
    var simulation = Simulation(kind: .fixation, seed: 5, duration: 20)
    simulation.tracker.samplingRate = rate
    let recording = try simulation.run().recording
    let spoiled = recording.traces.map { trace in
      var trace = trace
      for start in stride(from: 40, to: recording.sampleCount - 20, by: Int(rate)) {
        for k in 0..<15 { trace.horizontal?[start + k] += k / 3 % 2 == 0 ? 1 : -1 }
      }
      return trace
    }
    let jumping = Recording(
      id: recording.id, samplingRate: rate, runs: recording.runs, traces: spoiled,
      quantity: recording.quantity, unit: recording.unit, frame: recording.frame,
      clock: recording.clock, source: recording.source)
    expectNothingChaotic(Analyzer().analysis(of: jumping))
    var without = Parameters()
    without.oscillations.jumpStepShare = 1.01
    let fooled = Analyzer(parameters: without).analysis(of: jumping)
    #expect(status(.ocularFlutter, in: fooled) == .consistent)
  }

  @Test func mostlyLostRecordingsCannotAnswer() throws {
    let analysis = try analysis(.opsoclonus) {
      $0.tracker.lossShare = 0.85
      $0.tracker.lossDuration = 0.3
    }
    #expect(analysis.summary == "not-assessable")
  }

  @Test(arguments: [SimulationKind.optokinetic, .vestibuloOcular])
  func answersToAMovingWorldSaySo(kind: SimulationKind) throws {
    let analysis = try analysis(kind)
    expectNothingChaotic(analysis)
    #expect(remarks(of: analysis).contains("stimulus-unknown"))
  }

  @Test func pursuitIsNoNystagmus() throws {
    #expect(status(.jerkNystagmus, in: try analysis(.pursuit)) != .consistent)
  }

  @Test func aTremblingHeadIsNamed() throws {
    let analysis = try analysis(.headTremor)
    expectNothingChaotic(analysis)
    if status(.pendularNystagmus, in: analysis) != .notSeen {
      #expect(remarks(of: analysis).contains("head-movement-possible"))
    }
  }

  @Test func slowPhasesThatGainSpeedAreNoSaccades() throws {
    let analysis = try analysis(.infantile)
    #expect(analysis.summary == "jerk-nystagmus")
    expectNothingChaotic(analysis)
  }

  @Test func voluntaryFlutterIsNotExcluded() throws {
    let analysis = try analysis(.voluntaryFlutter, duration: 24)
    #expect(status(.ocularFlutter, in: analysis) == .consistent)
    #expect(remarks(of: analysis).contains("voluntary-not-excluded"))
  }

  @Test func aDriftThatHealthyEyesHaveIsNoNystagmus() throws {
    #expect(status(.jerkNystagmus, in: try analysis(.weakNystagmus)) != .consistent)
  }

  @Test func oneEyeLeavesConjugacyOpen() throws {
    let analysis = try analysis(.flutter) { $0.eyes = .left }
    let conjugacy = analysis.findings.flatMap(\.measures).filter {
      $0.name.hasPrefix("conjugacy")
    }
    #expect(!conjugacy.isEmpty)
    #expect(conjugacy.allSatisfy { $0.value == nil })
  }

  @Test func missingTorsionIsAlwaysSaid() throws {
    #expect(remarks(of: try analysis(.opsoclonus)).contains("torsion-not-recorded"))
  }

  @Test(arguments: [-0.3, 0.3])
  func crosstalkDoesNotMakeOpsoclonusOfFlutter(leak: Double) throws {
    let analysis = try analysis(.flutter) { $0.tracker.crosstalk = SIMD2(leak, leak) }
    #expect(status(.opsoclonus, in: analysis) != .consistent)
    #expect(status(.ocularFlutter, in: analysis) == .consistent)
  }

  @Test func anUnevenClockMakesNoSaccades() throws {
    let analysis = try analysis(.fixation) { $0.tracker.clockJitter = 0.2 }
    expectNothingChaotic(analysis)
  }

  @Test func shortClipsAreNotJudged() throws {
    #expect(try analysis(.fixation, duration: 8).summary == "not-assessable")
  }

  @Test func notSeenNamesTheRateThatCouldHaveBeenMissed() throws {
    let finding = try #require(
      try analysis(.fixation).findings.first { $0.pattern == .saccadicOscillations })
    let upper = try #require(
      finding.measures.first { $0.name == "upperRatePerMinute" }?.value)
    #expect(upper > 2.99 / (16.0 / 60))
  }

  @Test func denseBurstsDoNotHideThemselves() throws {
    let analysis = try analysis(.opsoclonus, severity: 1) { $0.burden = 0.85 }
    #expect(status(.opsoclonus, in: analysis) == .consistent)
    let burden = analysis.findings.first { $0.pattern == .opsoclonus }?.burdenPercent ?? 0
    #expect(burden > 60)
  }

  @Test func opsoclonusOnNystagmusShowsBoth() throws {
    let analysis = try analysis(.opsoclonusWithNystagmus, duration: 24)
    #expect(Set(analysis.patterns).isSuperset(of: [.opsoclonus, .jerkNystagmus]))
  }
}
