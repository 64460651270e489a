import Recordings

/// One simulation on its way from parameters to a recording.
struct SimulationRun {
  let simulation: Simulation
  let tracker: TrackerModel
  let subject: Subject
  let blinks: [Blink]

  init(_ simulation: Simulation) {
    self.simulation = simulation
    var subject = Subject(seed: simulation.seed)
    if let model = simulation.saccadeModel { subject.model = model }
    self.subject = subject
    var random = RandomGenerator(seed: simulation.seed, stream: .blinks)
    let usual = simulation.kind == .blinks ? 25 + 25 * simulation.severity : subject.blinkRate
    blinks = Blink.schedule(
      rate: simulation.blinkRate ?? usual, duration: simulation.duration, random: &random)
    var tracker = simulation.tracker
    if simulation.kind == .noise {
      tracker.noise = max(tracker.noise, 0.2 + 0.4 * simulation.severity)
    }
    if tracker.pupilRinging == nil {
      var random = RandomGenerator(seed: simulation.seed, stream: .pupil)
      tracker.pupilRinging = random.chance(0.3) ? 0 : random.uniform(0.2...1)
    }
    self.tracker = tracker
  }

  func recording() -> SimulatedRecording {
    let actor = performance()
    let losses = lossTimes()
    let truth = TruthMeasurement(
      simulation: simulation, tracker: tracker, actor: actor, losses: losses
    ).truth()
    let count = Int((simulation.duration * tracker.samplingRate).rounded())
    let clock = clockErrors(count)
    let eyes = simulation.eyes.eyes.enumerated().map { index, eye in
      (eye, record(eye, actor: actor, losses: losses[index], clockErrors: clock, count: count))
    }
    let samples = SampledEyes(
      rate: tracker.fileRate, eyes: eyes, clockErrors: tracker.exportRate == nil ? clock : [],
      omitted: tracker.dropsRows ? shared(losses) : [])
    var resolved = simulation
    resolved.tracker = tracker
    return SimulatedRecording(simulation: resolved, truth: truth, samples: samples)
  }

  func truth() -> SimulationTruth {
    TruthMeasurement(
      simulation: simulation, tracker: tracker, actor: performance(), losses: lossTimes()
    ).truth()
  }

  /// What the eyes do; drawn again where a kind that is named for its plane came out in another.
  private func performance() -> Choreography {
    var last: Choreography?
    for attempt in 0..<40 {
      var actor = Choreography(
        subject: subject, duration: simulation.duration, blinks: blinks,
        torsion: simulation.hasTorsion, seed: simulation.seed &+ UInt64(attempt) &* 0x9E37_79B9)
      actor.perform(simulation)
      last = actor
      guard let allowed = simulation.kind.planeConcentration else { break }
      let saccades = TruthMeasurement(
        simulation: simulation, tracker: tracker, actor: actor, losses: []
      ).visibleSaccades()
      let episodes = TrueEpisode.find(in: saccades)
      let concentration = TrueEpisode.planeConcentration(of: episodes, saccades)
      if episodes.count > 1 || simulation.kind == .voluntaryFlutter,
        let concentration, allowed.contains(concentration)
      {
        break
      }
    }
    // The loop runs at least once.
    return last
      ?? Choreography(
        subject: subject, duration: simulation.duration, blinks: blinks, torsion: false,
        seed: simulation.seed)
  }

  private func record(
    _ eye: Eye, actor: Choreography, losses: [Range<Double>], clockErrors: [Double], count: Int
  ) -> SampledEye {
    var eyes = RandomGenerator(seed: simulation.seed, stream: .eyes)
    var drifting = RandomGenerator(seed: simulation.seed, stream: .drift)
    let drift = NodeSeries.drift(
      duration: simulation.duration, speed: subject.driftSpeed, torsion: simulation.hasTorsion,
      random: &drifting)
    let vergence = NodeSeries.vergence(
      duration: simulation.duration, wander: subject.vergenceWander, steps: actor.vergenceSteps,
      random: &eyes)
    let pupil = PupilOscillator(gain: tracker.pupilRinging ?? 0, random: &eyes)
    let dissociation = eyes.uniform(-0.15...0.15)
    let pupilSize = eyes.uniform(2.6...5.4)
    let side: Double = eye == .right ? 1 : eye == .left ? -1 : 0
    let step = Tracker.oversampling(rate: tracker.samplingRate)
    let renderer = EyeRenderer(
      path: actor.path, rate: tracker.samplingRate * Double(step), first: -Tracker.margin(step),
      side: side, drift: drift, vergence: vergence, divergence: subject.transientDivergence,
      pupil: pupil, oscillationShare: 1 + side * dissociation)
    var random = RandomGenerator(seed: simulation.seed, stream: .tracker)
    if eye == .right {
      for _ in 0..<4 { random = RandomGenerator(seed: random.next(), stream: .tracker) }
    }
    let stage = Tracker(
      model: tracker, blinks: blinks, losses: losses, clockErrors: clockErrors, sampleCount: count)
    return stage.record(
      renderer, torsion: simulation.hasTorsion, pupilSize: tracker.recordsPupil ? pupilSize : nil,
      random: &random)
  }

  /// When each recorded eye is lost besides blinks.
  private func lossTimes() -> [[Range<Double>]] {
    let count = simulation.eyes.eyes.count
    guard tracker.lossShare > 0 else { return Array(repeating: [], count: count) }
    var random = RandomGenerator(seed: simulation.seed, stream: .losses)
    let valid = tracker.lossDuration * (1 - tracker.lossShare) / tracker.lossShare
    func draw() -> [Range<Double>] {
      var times: [Range<Double>] = []
      var time = random.exponential(mean: valid)
      while time < simulation.duration {
        let end = time + max(random.exponential(mean: tracker.lossDuration), 0.002)
        times.append(time..<min(end, simulation.duration))
        time = end + random.exponential(mean: valid) + 0.001
      }
      return times
    }
    if tracker.lossIsBinocular { return Array(repeating: draw(), count: count) }
    return (0..<count).map { _ in draw() }
  }

  private func shared(_ losses: [[Range<Double>]]) -> [Range<Double>] {
    tracker.lossIsBinocular || losses.count == 1 ? losses[0] : []
  }

  private func clockErrors(_ count: Int) -> [Double] {
    guard tracker.clockJitter > 0 else { return [] }
    var random = RandomGenerator(seed: simulation.seed, stream: .clock)
    let deviation = tracker.clockJitter / tracker.samplingRate
    let most = 0.45 / tracker.samplingRate
    return (0..<count).map { sample in
      sample == 0 ? 0 : (random.normal() * deviation).clamped(to: -most...most)
    }
  }
}
