import ArgumentParser
import Simulation

/// What the eyes do in a simulated recording.
struct SimulateMovementOptions: ParsableArguments {
  @Option(help: "The number that decides everything left open.")
  var seed: UInt64 = 1

  @Option(help: "Length in seconds.")
  var duration = 20.0

  @Option(help: "From 0, just what the name says, to 1, the worst that is described.")
  var severity = 0.5

  @Option(help: "Which model makes the bursts of back-to-back saccades.")
  var family = BurstFamily.saccadic

  @Option(help: "Which model moves single saccades (default: by the seed).")
  var saccadeModel: SaccadeModel?

  @Option(help: "Degrees: saccades of bursts and intrusions, or a swing peak to peak.")
  var amplitude: Double?

  @Option(help: "Share of the recording that bursts take, 0.01 to 0.95.")
  var burden: Double?

  @Option(help: "Speed of slow phases in degrees a second.")
  var slowPhaseSpeed: Double?

  @Option(help: "How the speed of slow phases changes, where the kind leaves it open.")
  var slowPhaseShape: SlowPhaseShape?

  @Option(help: "Degrees counter-clockwise from the patient's right: the beat, or the axis.")
  var direction: Double?

  @Option(help: "Beats, cycles or square-wave jerks a second.")
  var frequency: Double?

  @Option(help: "Blinks a minute.")
  var blinkRate: Double?

  @Option(help: "The eyes that are recorded.")
  var eyes = Simulation.EyesRecorded.both

  @Flag(help: "Record torsion.")
  var torsion = false

  func apply(to simulation: inout Simulation) {
    simulation.family = family
    simulation.saccadeModel = saccadeModel
    simulation.amplitude = amplitude
    simulation.burden = burden
    simulation.slowPhaseSpeed = slowPhaseSpeed
    simulation.slowPhaseShape = slowPhaseShape
    simulation.direction = direction
    simulation.frequency = frequency
    simulation.blinkRate = blinkRate
    simulation.eyes = eyes
    simulation.recordsTorsion = torsion
  }
}

/// What the tracker makes of it.
struct SimulateTrackerOptions: ParsableArguments {
  @Option(help: "Samples a second that are taken, 25 to 2000.")
  var rate = 500.0

  @Option(help: "Standard deviation of the noise in degrees.")
  var noise = 0.03

  @Option(help: "How the noise's power falls with frequency.")
  var noiseColour = TrackerModel.NoiseColour.white

  @Option(help: "Share of the sampling interval that each sample averages, 0 to 1.")
  var exposure = 0.5

  @Option(help: "Standard deviation of sampling times, as a share of the interval.")
  var jitter = 0.0

  @Option(help: "Share of samples lost besides blinks, 0 to 0.95.")
  var loss = 0.0

  @Option(help: "Mean length of a loss in seconds.")
  var lossDuration = 0.15

  @Flag(help: "Each eye is lost by itself.")
  var monocularLoss = false

  @Flag(help: "Lost samples have no row, so that the clock has gaps.")
  var dropRows = false

  @Option(help: "Single wrong samples a second.")
  var spikes = 0.0

  @Option(help: "The step that positions are rounded to, in degrees.")
  var quantisation = 0.0

  @Option(help: "The vendor's low-pass in Hz.")
  var lowPass: Double?

  @Flag(help: "The low-pass has no delay.")
  var zeroPhase = false

  @Option(help: "Samples a second in the file, where more than are taken.")
  var exportRate: Double?

  @Option(help: "How the export makes up samples.")
  var interpolation = TrackerModel.Interpolation.linear

  @Option(help: "Amplitude of mains hum in degrees, at 50 Hz.")
  var hum = 0.0

  @Option(help: "What positions are multiplied by: a calibration that is off.")
  var gain = 1.0

  @Option(help: "Share of each axis that leaks into the other.")
  var crosstalk = 0.0

  @Option(help: "The pupil's ringing after saccades, 0 to 2 (default: by the seed).")
  var ringing: Double?

  @Option(help: "What the file holds while the lid covers the pupil.")
  var blinkHandling = TrackerModel.BlinkHandling.missing

  @Flag(help: "Record pupil sizes.")
  var pupil = false

  var model: TrackerModel {
    var model = TrackerModel(samplingRate: rate, noise: noise)
    model.noiseColour = noiseColour
    model.exposure = exposure
    model.clockJitter = jitter
    model.lossShare = loss
    model.lossDuration = lossDuration
    model.lossIsBinocular = !monocularLoss
    model.dropsRows = dropRows
    model.spikesPerSecond = spikes
    model.quantisation = quantisation
    model.lowPass = lowPass
    model.lowPassIsZeroPhase = zeroPhase
    model.exportRate = exportRate
    model.interpolation = interpolation
    model.hum = hum
    model.gain = SIMD2(gain, gain)
    model.crosstalk = SIMD2(crosstalk, crosstalk)
    model.pupilRinging = ringing
    model.blinkHandling = blinkHandling
    model.recordsPupil = pupil
    return model
  }
}

/// How the file is written.
struct SimulateTableOptions: ParsableArguments {
  @Option(help: "Names, units and delimiter; see STYLES above.")
  var style = TableStyle.degrees

  @Option(help: "Decimals of angles, 0 to 8.")
  var decimals = 4

  func validate() throws {
    guard (0...8).contains(decimals) else {
      throw ValidationError("--decimals \(decimals) cannot be written; give 0 to 8")
    }
  }
}

extension BurstFamily: ExpressibleByArgument {}
extension SaccadeModel: ExpressibleByArgument {}
extension SlowPhaseShape: ExpressibleByArgument {}
extension Simulation.EyesRecorded: ExpressibleByArgument {}
extension TrackerModel.NoiseColour: ExpressibleByArgument {}
extension TrackerModel.Interpolation: ExpressibleByArgument {}
extension TrackerModel.BlinkHandling: ExpressibleByArgument {}
