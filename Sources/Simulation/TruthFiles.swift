extension SimulatedRecording {
  /// `FILE_truth.json`: kind, seed, every parameter, episodes, slow phases, expected patterns; keys
  /// sorted.
  public func truthJSON() -> [UInt8] {
    let truth = truth
    return JSONText.object([
      "schema": .string("opsoscope-truth/1"),
      "kind": .string(simulation.kind.rawValue),
      "seed": .unsigned(simulation.seed),
      "parameters": parametersJSON,
      "subject": subjectJSON,
      "tracker": trackerJSON,
      "pattern": .string(truth.pattern),
      "patterns": .array(truth.patterns.map { .string($0) }),
      "isAnswerable": .bool(truth.isAnswerable),
      "validSeconds": .number(truth.validSeconds),
      "saccades": .integer(truth.saccades.count),
      "burdenPercent": .number(truth.burdenPercent),
      "frequencyHz": .optional(truth.episodeFrequency),
      "planeConcentration": .optional(truth.planeConcentration),
      "episodes": .array(truth.episodes.enumerated().map(episodeJSON)),
      "slowPhaseVelocity": truth.slowPhaseVelocity.map { .vector($0) } ?? .null,
      "beatDirectionDegrees": .optional(truth.beatDirection),
      "beatFrequencyHz": .optional(truth.beatFrequency),
      "slowPhases": .array(truth.slowPhases.map(slowPhaseJSON)),
      "pendularFrequencyHz": .optional(truth.pendularFrequency),
      "pendularAmplitudeDegrees": .optional(truth.pendularAmplitude),
      "losses": .array(truth.losses.map(lossJSON)),
    ]).bytes
  }

  private func episodeJSON(index: Int, episode: TrueEpisode) -> JSONText {
    .object([
      "number": .integer(index + 1), "onsetSeconds": .number(episode.onset),
      "durationSeconds": .number(episode.offset - episode.onset),
      "saccades": .integer(episode.saccades.count), "frequencyHz": .number(episode.frequency),
      "amplitudeDegrees": .number(episode.amplitude),
    ])
  }

  private func slowPhaseJSON(_ phase: TrueSlowPhase) -> JSONText {
    .object([
      "onsetSeconds": .number(phase.onset),
      "durationSeconds": .number(phase.offset - phase.onset),
      "velocity": .vector(phase.velocity), "shape": .string(phase.shape.rawValue),
    ])
  }

  private func lossJSON(_ loss: TrueLoss) -> JSONText {
    .object([
      "onsetSeconds": .number(loss.onset),
      "durationSeconds": .number(loss.offset - loss.onset),
      "type": .string(loss.isBlink ? "blink" : "missing"),
    ])
  }

  private var parametersJSON: JSONText {
    .object([
      "durationSeconds": .number(simulation.duration),
      "severity": .number(simulation.severity),
      "family": .string(simulation.family.rawValue),
      "eyes": .string(simulation.eyes.rawValue),
      "recordsTorsion": .bool(simulation.hasTorsion),
      "saccadeModel": simulation.saccadeModel.map { .string($0.rawValue) } ?? .null,
      "amplitudeDegrees": .optional(simulation.amplitude),
      "burden": .optional(simulation.burden),
      "slowPhaseSpeedDegreesPerSecond": .optional(simulation.slowPhaseSpeed),
      "slowPhaseShape": simulation.slowPhaseShape.map { .string($0.rawValue) } ?? .null,
      "directionDegrees": .optional(simulation.direction),
      "frequencyHz": .optional(simulation.frequency),
      "blinksPerMinute": .optional(simulation.blinkRate),
    ])
  }

  private var subjectJSON: JSONText {
    let subject = SimulationRun(simulation).subject
    return .object([
      "saccadeModel": .string(subject.model.rawValue),
      "peakVelocityCeilingDegreesPerSecond": .number(subject.ceiling),
      "mainSequenceConstantDegrees": .number(subject.amplitudeConstant),
      "durationOffsetSeconds": .number(subject.durationOffset),
      "durationSlopeSecondsPerDegree": .number(subject.durationSlope),
      "speedJitter": .number(subject.speedJitter), "curvature": .number(subject.curvature),
      "gain": .number(subject.gain), "lateCorrection": .number(subject.lateCorrection),
      "earlyCorrection": .number(subject.earlyCorrection),
      "overshoot": .number(subject.overshoot),
      "dynamicOvershoot": .number(subject.dynamicOvershoot),
      "doublePulsesPerMinute": .number(subject.doublePulses),
      "microsaccadesPerSecond": .number(subject.microsaccadeRate),
      "microsaccadeAmplitudeDegrees": .number(subject.microsaccadeAmplitude),
      "driftSpeedDegreesPerSecond": .number(subject.driftSpeed),
      "squareWaveJerksPerMinute": .number(subject.squareWaveRate),
      "blinksPerMinute": .number(subject.blinkRate),
      "vergenceWanderDegrees": .number(subject.vergenceWander),
      "transientDivergence": .number(subject.transientDivergence),
    ])
  }

  private var trackerJSON: JSONText {
    let tracker = simulation.tracker
    return .object([
      "samplingRateHz": .number(tracker.samplingRate), "exposure": .number(tracker.exposure),
      "clockJitter": .number(tracker.clockJitter), "lossShare": .number(tracker.lossShare),
      "lossDurationSeconds": .number(tracker.lossDuration),
      "lossIsBinocular": .bool(tracker.lossIsBinocular), "dropsRows": .bool(tracker.dropsRows),
      "noiseStdDegrees": .number(tracker.noise),
      "noiseColour": .string(tracker.noiseColour.rawValue),
      "spikesPerSecond": .number(tracker.spikesPerSecond),
      "spikeSizeDegrees": .number(tracker.spikeSize),
      "quantisationDegrees": .number(tracker.quantisation),
      "lowPassHz": .optional(tracker.lowPass),
      "lowPassIsZeroPhase": .bool(tracker.lowPassIsZeroPhase),
      "exportRateHz": .optional(tracker.exportRate),
      "interpolation": .string(tracker.interpolation.rawValue),
      "humDegrees": .number(tracker.hum), "humFrequencyHz": .number(tracker.humFrequency),
      "gain": .pair(tracker.gain), "crosstalk": .pair(tracker.crosstalk),
      "pupilRinging": .optional(tracker.pupilRinging),
      "blinkHandling": .string(tracker.blinkHandling.rawValue),
      "recordsPupil": .bool(tracker.recordsPupil),
    ])
  }
}
