import SignalProcessing

/// Losses of a few samples, shorter than any blink: of the tracker, which loses a sample at any time, or
/// of lids and lashes that move over the pupil, which take the trace along.
struct BriefLosses {
  let version: VersionSignal
  let positions: GazePositions

  /// A thousand places tell as much as all of an hour.
  private static let mostPlaces = 1000
  /// The time about a place in which movement counts, as long as lids need to close.
  private static let windowSeconds = 0.08

  /// Whether most come while the trace is among the fastest fifth of all the time: those of a tracker
  /// come whatever the eyes do.
  func comeWithMovement(in segments: [Range<Int>]) -> Bool {
    let losses = segments.filter(positions.hasMissing).flatMap(losses)
    guard !losses.isEmpty else { return false }
    let window = max(1, Int(Self.windowSeconds * version.samplingRate))
    let all = segments.flatMap { segment in
      stride(from: segment.lowerBound, to: segment.upperBound, by: window)
        .map { (sample: $0, segment: segment) }
    }
    let usual = speeds(at: all, window)
    let here = speeds(at: losses, window)
    return here[here.count / 2] > usual[usual.count * 4 / 5]
  }

  private func losses(in segment: Range<Int>) -> [(sample: Int, segment: Range<Int>)] {
    segment.dropFirst()
      .filter { positions.isMissing($0) && !positions.isMissing($0 - 1) }
      .map { ($0, segment) }
  }

  /// The mean speeds about some places, in order.
  private func speeds(at places: [(sample: Int, segment: Range<Int>)], _ window: Int) -> [Float] {
    stride(from: 0, to: places.count, by: max(1, places.count / Self.mostPlaces)).map {
      let (sample, segment) = places[$0]
      let near = (sample - window / 2..<sample + window / 2 + 1).clamped(to: segment)
      return near.reduce(0) { $0 + speed(at: $1) } / Float(near.count)
    }.sorted()
  }

  private func speed(at sample: Int) -> Float {
    let axes = [version.horizontalVelocity, version.verticalVelocity].filter { !$0.isEmpty }
    return axes.reduce(0) { $0 + $1[sample] * $1[sample] }.squareRoot()
  }
}
