internal import EyeMovements
internal import Recordings
internal import SignalProcessing

/// A run of back-to-back saccades that meets the definition of an episode, before its plane is
/// known.
struct Burst: Equatable {
  /// The indices of its saccades in the recording's.
  let saccades: Range<Int>
  /// From the first saccade's onset to the last one's offset, in seconds.
  let onset: Double
  let offset: Double
  /// How many of its saccades are comparable in size: corrections and overshoots left out.
  let comparable: Int

  var duration: Double { offset - onset }

  /// What it adds to the evidence: each saccade after the second, since healthy eyes make pairs.
  var evidence: Double { Double(max(0, comparable - 2)) }
}
