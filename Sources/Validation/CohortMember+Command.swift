internal import Simulation

extension CohortMember {
  /// The command that writes the recording into a file.
  package var simulateCommand: String {
    let tracker = simulation.tracker
    var words = ["opsoscope simulate \(simulation.kind.rawValue)"]
    func option(_ name: String, _ value: some CustomStringConvertible, unless usual: Bool) {
      if !usual { words.append("--\(name) \(value)") }
    }
    option("seed", simulation.seed, unless: false)
    option("duration", simulation.duration, unless: false)
    option("severity", simulation.severity, unless: false)
    option("family", simulation.family.rawValue, unless: simulation.family == .saccadic)
    option("eyes", simulation.eyes.rawValue, unless: simulation.eyes == .both)
    option("rate", tracker.samplingRate, unless: false)
    option("noise", tracker.noise, unless: false)
    option("noise-colour", tracker.noiseColour.rawValue, unless: tracker.noiseColour == .white)
    option("jitter", tracker.clockJitter, unless: tracker.clockJitter == 0)
    option("loss", tracker.lossShare, unless: tracker.lossShare == 0)
    option("loss-duration", tracker.lossDuration, unless: tracker.lossShare == 0)
    option("spikes", tracker.spikesPerSecond, unless: tracker.spikesPerSecond == 0)
    option("quantisation", tracker.quantisation, unless: tracker.quantisation == 0)
    if let lowPass = tracker.lowPass { option("low-pass", lowPass, unless: false) }
    if let rate = tracker.exportRate { option("export-rate", rate, unless: false) }
    option(
      "interpolation", tracker.interpolation.rawValue, unless: tracker.interpolation == .linear)
    option("hum", tracker.hum, unless: tracker.hum == 0)
    option("gain", tracker.gain.x, unless: tracker.gain.x == 1)
    option("crosstalk", tracker.crosstalk.x, unless: tracker.crosstalk.x == 0)
    if let ringing = tracker.pupilRinging { option("ringing", ringing, unless: false) }
    option(
      "blink-handling", tracker.blinkHandling.rawValue, unless: tracker.blinkHandling == .missing)
    if !tracker.lossIsBinocular { words.append("--monocular-loss") }
    if tracker.dropsRows { words.append("--drop-rows") }
    if tracker.lowPassIsZeroPhase { words.append("--zero-phase") }
    words.append("-o recording.csv")
    return words.joined(separator: " ")
  }
}
