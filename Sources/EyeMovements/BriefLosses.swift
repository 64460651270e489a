import SignalProcessing

/// Losses of a few samples, shorter than any blink: of the tracker, which loses a sample at any time, or
/// of lids and lashes that move over the pupil, which take the trace along.
struct BriefLosses {
  let version: VersionSignal
  let positions: GazePositions

  /// A thousand places tell as much as all of an hour.
  private static let mostPlaces = 1000
  /// The time about a place in which movement counts, in seconds: as long as lids need to close.
  private static let windowSeconds = 0.08
  /// Movement is fast where it is among the fastest of so many parts of all the time.
  private static let parts = 5

  /// Whether most come while the trace is among the fastest fifth of all the time: those of a tracker
  /// come whatever the eyes do.
  func comeWithMovement(in segments: [Range<Int>]) -> Bool {
    let losses = segments.filter(positions.hasMissing).flatMap(firstLost)
    guard !losses.isEmpty else { return false }
    let window = max(1, Int(Self.windowSeconds * version.samplingRate))
    let all = segments.flatMap { stride(from: $0.lowerBound, to: $0.upperBound, by: window) }
    let usual = speeds(at: all, in: segments, window)
    let here = speeds(at: losses, in: segments, window)
    return here[here.count / 2] > usual[usual.count * (Self.parts - 1) / Self.parts]
  }

  /// The first sample of each loss in a segment.
  private func firstLost(in segment: Range<Int>) -> [Int] {
    segment.dropFirst().filter { positions.isMissing($0) && !positions.isMissing($0 - 1) }
  }

  /// The mean speeds about samples, of many about some of them, from the slowest on.
  ///
  /// - Parameter samples: in order, as are the segments that they lie in.
  private func speeds(at samples: [Int], in segments: [Range<Int>], _ window: Int) -> [Float] {
    var rest = segments[...]
    return stride(from: 0, to: samples.count, by: max(1, samples.count / Self.mostPlaces)).map {
      let sample = samples[$0]
      while let first = rest.first, first.upperBound <= sample { rest.removeFirst() }
      let near = (sample - window / 2..<sample + window / 2 + 1).clamped(to: rest.first ?? 0..<0)
      return near.reduce(0) { $0 + speed(at: $1) } / Float(near.count)
    }.sorted()
  }

  private func speed(at sample: Int) -> Float {
    let axes = [version.horizontalVelocity, version.verticalVelocity].filter { !$0.isEmpty }
    return axes.reduce(0) { $0 + $1[sample] * $1[sample] }.squareRoot()
  }
}
