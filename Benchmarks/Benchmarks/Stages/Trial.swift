import EyeMovements
import Oscillations
import Recordings
import Reports
import Simulation
import Synchronization

/// The recording that the stages are measured on, made once a content: ten minutes at 1000 Hz, both eyes.
struct Trial: Sendable {
  static let rate = 1000.0

  /// What the eyes do.
  enum Content: String, CaseIterable, Sendable {
    /// Looking around, healthy.
    case viewing
    /// Bursts of back-to-back saccades nearly all the time.
    case opsoclonus
  }

  /// The file's bytes.
  let text: [UInt8]
  let recording: Recording
  let movements: EyeMovements

  var rows: Int { recording.sampleCount }

  private static let made = Mutex<[Content: Trial]>([:])

  init(_ content: Content) throws {
    self = try Self.made.withLock { made in
      let trial = try made[content] ?? Trial(making: content)
      made[content] = trial
      return trial
    }
  }

  private init(making content: Content) throws {
    var simulation = Simulation(
      kind: content == .viewing ? .viewing : .opsoclonus, seed: 1, duration: 600,
      tracker: TrackerModel(samplingRate: Self.rate))
    if content == .opsoclonus { simulation.burden = 0.95 }
    text = try simulation.run().csv()
    recording = try Self.read(text)
    movements = MovementFinder().movements(in: recording)
  }

  /// Reads the text.
  func read() throws -> Recording { try Self.read(text) }

  private static func read(_ bytes: [UInt8]) throws -> Recording {
    try RecordingReader().recordings(in: bytes, id: "trial")[0]
  }

  func provenance() throws -> Provenance {
    try Provenance(parameters: Parameters(), options: ReadingOptions(), fftw: "")
  }

  /// The samples between saccades.
  var stretchesBetweenSaccades: [Range<Int>] {
    var start = 0
    var stretches: [Range<Int>] = []
    for saccade in movements.saccades {
      if saccade.samples.lowerBound > start { stretches.append(start..<saccade.samples.lowerBound) }
      start = max(start, saccade.samples.upperBound)
    }
    return stretches + [start..<max(rows, start)]
  }
}
