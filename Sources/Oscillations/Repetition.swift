/// How densely episodes repeat where they do so most.
///
/// Healthy eyes, and experts' labels of them, have single runs of three or four. What counts is
/// the stretch of time with the most saccades beyond the second of each episode, so that neither
/// a long recording adds single runs up, nor quiet time around the episodes thins them out.
struct Repetition: Equatable {
  /// Saccades beyond the second of each episode, in the densest stretch.
  var evidence = 0.0
  /// How many episodes that stretch has.
  var episodes = 0
  /// The most comparable saccades that one episode has, anywhere.
  var longest = 0
  /// 0 to 1; half where the evidence is just enough.
  var support = 0.0
  /// Whether there is more than healthy eyes show, yet not enough.
  var isSuggestive = false

  /// - Parameter bursts: in order of onset.
  init(of bursts: [Burst], parameters: OscillationParameters) {
    var first = 0
    var sum = 0.0
    for (last, burst) in bursts.enumerated() {
      sum += burst.evidence(parameters)
      while burst.onset - bursts[first].onset > parameters.repetitionSeconds {
        sum -= bursts[first].evidence(parameters)
        first += 1
      }
      if sum > evidence {
        evidence = sum
        episodes = last - first + 1
      }
      if burst.evidence(parameters) > 0 { longest = max(longest, burst.comparable) }
    }
    support = Score.saturating(evidence, required: parameters.evidenceSaccades)
    let repeats = episodes >= parameters.minimumEpisodes || longest >= parameters.sustainedSaccades
    if !repeats { support = min(support, Score.highestUnmet) }
    isSuggestive = evidence >= parameters.evidenceSaccades
  }
}
