/// What spoils a recording of healthy eyes, and must not make back-to-back saccades of it.
package enum Disturbance: String, Sendable, CaseIterable {
  case whiteNoise = "white noise"
  case pinkNoise = "pink noise"
  case spikeBursts = "bursts of spikes"
  case droppedFrames = "dropped frames"
  case doubledFrames = "doubled frames"
  /// The tracker takes one eye for the other for a while.
  case eyeSwaps = "eye swaps"
  /// The camera, or the chair, at 5 to 30 Hz.
  case vibration
  /// Blinks in series, of which the tracker follows the lid on its way down and up.
  case blinkSeries = "blinks in series"
  case mainsHum = "mains hum"
  case quantisation
  /// A head that sways and turns, as a tracker without head correction takes it for the eye.
  case movingHead = "moving head"
  /// The pupil is lost, and the tracker goes to and fro between it and the edge of the lid.
  case lidTracking = "pupil lost, lid found"

  /// From what good recordings have to what no tracker would deliver.
  package var levels: [Double] {
    switch self {
    case .whiteNoise, .pinkNoise: [0.05, 0.1, 0.2, 0.4, 1]
    case .spikeBursts: [1, 3, 10, 30]
    case .droppedFrames, .doubledFrames: [5, 20, 50]
    case .eyeSwaps: [0.5, 2, 8]
    case .vibration: [0.05, 0.1, 0.2, 0.5, 1, 2]
    case .blinkSeries: [20, 60, 120]
    case .mainsHum: [0.05, 0.1, 0.3, 1]
    case .quantisation: [0.05, 0.1, 0.2, 0.5]
    case .movingHead: [1, 3, 10]
    case .lidTracking: [5, 20, 60]
    }
  }

  /// What a level counts.
  package var unit: String {
    switch self {
    case .whiteNoise, .pinkNoise: "° (SD of a channel)"
    case .spikeBursts: "° (SD of a spike)"
    case .droppedFrames, .doubledFrames: "% of frames"
    case .eyeSwaps: "a second"
    case .vibration, .mainsHum: "° (amplitude)"
    case .blinkSeries, .lidTracking: "a minute"
    case .quantisation: "° (step)"
    case .movingHead: "° (amplitude)"
    }
  }
}
