import Recordings

/// Where the signal says nothing: gaps of the clock, missing samples, blinks.
struct SignalLossFinder {
  let parameters: MovementParameters
  let recording: Recording

  /// The time between valid segments, and before the first and after the last, where the recording is of
  /// it.
  func losses(between segments: [Range<Int>], partialBlinks: [Range<Int>]) -> [SignalLoss] {
    let step = 1 / recording.samplingRate
    var losses: [SignalLoss] = []
    var end = 0.0
    var spans = recording.spans[...]
    func lose(until next: Double) {
      while let first = spans.first, first.upperBound <= end { spans.removeFirst() }
      for span in spans.prefix(while: { $0.lowerBound < next }) {
        let (onset, offset) = (max(end, span.lowerBound), min(next, span.upperBound))
        guard offset - onset > parameters.bridgedGapSeconds + step / 2 else { continue }
        losses.append(SignalLoss(onset: onset, offset: offset, kind: kind(offset - onset)))
      }
    }
    for segment in segments {
      lose(until: recording.time(of: segment.lowerBound))
      end = recording.time(of: segment.upperBound - 1) + step
    }
    lose(until: recording.duration)
    losses += partialBlinks.map {
      SignalLoss(
        onset: recording.time(of: $0.lowerBound),
        offset: recording.time(of: $0.upperBound - 1) + step, kind: .blink)
    }
    return losses.sorted { $0.onset < $1.onset }
  }

  private func kind(_ duration: Double) -> SignalLoss.Kind {
    // Hours into a recording, a difference of times is known to less than a microsecond.
    let slack = 1e-6
    let isBlink =
      duration >= parameters.shortestBlinkSeconds - slack
      && duration <= parameters.longestBlinkSeconds + slack
    return isBlink ? .blink : .missing
  }
}
