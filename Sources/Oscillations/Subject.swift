internal import EyeMovements
internal import Recordings

/// What every judge is handed: the recording, what the eyes did in it, and the rules.
struct Subject {
  let recording: Recording
  let movements: EyeMovements
  let parameters: Parameters
  let axes: RecordedAxes
  /// The eyes that were recorded.
  let eyes: EyesUsed

  init(_ recording: Recording, _ movements: EyeMovements, _ parameters: Parameters) {
    self.recording = recording
    self.movements = movements
    self.parameters = parameters
    axes = RecordedAxes(recording)
    eyes = Conjugacy.recorded(in: recording)
  }

  /// The share of the recording that is not lost, 0 to 1.
  var validShare: Double {
    let lost = movements.losses.reduce(0) { $0 + $1.offset - $1.onset }
    let seconds = recording.spannedSeconds
    return seconds > 0 ? max(0, 1 - lost / seconds) : 0
  }

  /// The conjugacy of some of the recording's saccades.
  func conjugacy(of indices: some Sequence<Int>) -> Conjugacy {
    Conjugacy(of: indices.lazy.map { movements.saccades[$0] }, recorded: eyes)
  }
}

/// The axes that a recording has, in any eye.
struct RecordedAxes: Equatable {
  var horizontal: Bool
  var vertical: Bool
  var torsional: Bool

  init(_ recording: Recording) {
    horizontal = recording.traces.contains { $0.horizontal != nil }
    vertical = recording.traces.contains { $0.vertical != nil }
    torsional = recording.traces.contains { $0.torsional != nil }
  }

  var names: [String] {
    [("horizontal", horizontal), ("vertical", vertical), ("torsional", torsional)]
      .filter(\.1).map(\.0)
  }
}
