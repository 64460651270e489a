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

  /// 1 / (2 × the median time from onset to onset), in Hz.
  ///
  /// - Parameter all: the recording's saccades.
  func frequency(in all: [Saccade]) -> Double? {
    let run = all[saccades]
    return zip(run, run.dropFirst()).map { $1.onset - $0.onset }.median().map { 1 / (2 * $0) }
  }

  /// Whether it lies in a stretch of beats of jerk nystagmus.
  var isAmongBeats = false

  /// What it adds to the evidence: each saccade after the second, since healthy eyes make pairs.
  ///
  /// The third counts less, as a pair that a gaze shift follows makes three; among beats of
  /// nystagmus, whose quick phases come in pairs, three or four count for nothing.
  func evidence(_ parameters: OscillationParameters) -> Double {
    guard comparable >= parameters.minimumSaccades else { return 0 }
    if isAmongBeats, comparable < parameters.minimumSaccadesAmongBeats { return 0 }
    return comparable == parameters.minimumSaccades
      ? parameters.shortestEpisodeEvidence : Double(comparable - 2)
  }
}
