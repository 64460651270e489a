internal import Simulation

/// Something that trackers do to a recording.
package enum Artefact: String, Sendable, CaseIterable {
  case unevenClock = "uneven-clock"
  case dropOuts = "drop-outs"
  case monocularLoss = "monocular-loss"
  case gaps, spikes
  case pinkNoise = "pink-noise"
  case filteredNoise = "filtered-noise"
  case quantisation
  case lowPass = "low-pass"
  case upSampling = "up-sampling"
  case hum, gain, crosstalk
  case heldBlinks = "held-blinks"
  case interpolatedBlinks = "interpolated-blinks"
  case oneEye = "one-eye"
  case cyclopean
  case searchCoil = "search-coil"
  case livelyPupil = "lively-pupil"
  /// Taken at 30 Hz, exported at the file's rate.
  case cameraExport = "camera-export"
  /// 85 % of the samples lost.
  case lost

  /// Those that leave the smallest movements visible.
  static let mild: [Artefact] = [
    .unevenClock, .dropOuts, .monocularLoss, .gaps, .hum, .gain, .crosstalk, .heldBlinks,
    .interpolatedBlinks, .oneEye, .searchCoil, .livelyPupil,
  ]

  /// Those that a recording which can answer may have.
  static let usual: [Artefact] = allCases.filter { $0 != .cameraExport && $0 != .lost }

  /// Puts the artefact, as strong as the literature and devices have it, into a simulation.
  func apply(to simulation: inout Simulation, random: inout RandomGenerator) {
    applyToClock(&simulation, &random)
    switch self {
    case .spikes: simulation.tracker.spikesPerSecond = random.logUniform(0.05...0.5)
    case .pinkNoise: simulation.tracker.noiseColour = .pink
    case .filteredNoise: simulation.tracker.noiseColour = .filtered
    case .quantisation: simulation.tracker.quantisation = random.logUniform(0.005...0.03)
    case .lowPass:
      let highest = min(100, 0.4 * simulation.tracker.samplingRate)
      simulation.tracker.lowPass = (10 * random.uniform(42...highest)).rounded() / 10
      simulation.tracker.lowPassIsZeroPhase = random.chance(0.5)
    case .hum: simulation.tracker.hum = random.uniform(0.005...0.02)
    case .gain:
      let gain = (100 * random.uniform(0.85...1.15)).rounded() / 100
      simulation.tracker.gain = SIMD2(gain, gain)
    case .crosstalk:
      let leak = (100 * random.uniform(-0.08...0.08)).rounded() / 100
      simulation.tracker.crosstalk = SIMD2(leak, leak)
    case .heldBlinks: simulation.tracker.blinkHandling = .held
    case .interpolatedBlinks: simulation.tracker.blinkHandling = .interpolated
    case .oneEye: simulation.eyes = random.chance(0.5) ? .left : .right
    case .cyclopean: simulation.eyes = .cyclopean
    case .searchCoil: simulation.tracker.pupilRinging = 0
    case .livelyPupil: simulation.tracker.pupilRinging = random.uniform(1...1.5)
    default: break
    }
  }

  /// What has to do with the rate, and with samples that are not there.
  private func applyToClock(_ simulation: inout Simulation, _ random: inout RandomGenerator) {
    switch self {
    case .unevenClock: simulation.tracker.clockJitter = random.uniform(0.02...0.15)
    case .dropOuts, .gaps:
      simulation.tracker.lossShare = random.uniform(0.01...0.08)
      simulation.tracker.lossDuration = random.logUniform(0.03...0.3)
      simulation.tracker.dropsRows = self == .gaps
    case .monocularLoss:
      simulation.tracker.lossShare = random.uniform(0.02...0.15)
      simulation.tracker.lossIsBinocular = false
    case .upSampling:
      simulation.tracker.exportRate = simulation.tracker.samplingRate
      simulation.tracker.samplingRate = simulation.tracker.samplingRate / 2
      simulation.tracker.interpolation = random.chance(0.5) ? .linear : .hold
    case .cameraExport:
      simulation.tracker.exportRate = simulation.tracker.samplingRate
      simulation.tracker.samplingRate = 30
      simulation.tracker.interpolation = [.linear, .hold, .spline][Int(random.uniform() * 3)]
    case .lost:
      simulation.tracker.lossShare = 0.85
      simulation.tracker.lossDuration = random.logUniform(0.2...1)
    default: break
    }
  }

  /// Whether a tracker of a rate can have it and still answer.
  func isPossible(at rate: Double) -> Bool {
    switch self {
    case .upSampling: rate >= 250
    case .lowPass: rate >= 120
    default: true
    }
  }
}

/// Which artefacts the recordings of a row have.
package enum ArtefactChoice: String, Sendable {
  case none
  /// None in two of five, one in two of five, two in the rest; of all usual ones.
  case any
  /// As `any`, of those that leave the smallest movements visible.
  case mild
  case cameraExport = "camera-export"
  case lost

  func draw(rate: Double, random: inout RandomGenerator) -> [Artefact] {
    switch self {
    case .none: return []
    case .cameraExport: return [.cameraExport]
    case .lost: return [.lost]
    case .any, .mild:
      let among = (self == .any ? Artefact.usual : Artefact.mild).filter {
        $0.isPossible(at: rate)
      }
      let share = random.uniform()
      let count = share < 0.4 ? 0 : share < 0.8 ? 1 : 2
      let first = among[Int(random.uniform() * Double(among.count))]
      let second = among[Int(random.uniform() * Double(among.count))]
      return first == second ? Array([first].prefix(count)) : Array([first, second].prefix(count))
    }
  }
}
