import Recordings
import SignalProcessing

/// The velocity of one axis of one eye, inside its own valid stretches.
struct EyeVelocity {
  let positions: [Float]
  let derivative: SavitzkyGolayDerivative
  /// Gaps of so many samples or fewer are bridged by a line.
  let bridge: Int

  /// Samples that are differentiated at a time, so that they stay in the processor's cache.
  private static let block = 4096

  /// Means the velocity with that of the eye before.
  ///
  /// - Parameters:
  ///   - mean: Room for a value a sample; `NaN` where no eye had one.
  ///   - isFirst: Whether no eye was added before, so that nothing stands in `mean` yet.
  func add(to mean: UnsafeMutableBufferPointer<Float>, runs: [Recording.Run], isFirst: Bool) {
    var next = 0
    func leaveOut(to end: Int) {
      if isFirst, end > next { mean[next..<end].initialize(repeating: .nan) }
      next = max(next, end)
    }
    for run in runs {
      forEachValidStretch(of: positions, in: run.samples, bridging: bridge) { samples, hasGaps in
        guard samples.count > 1 else { return }
        leaveOut(to: samples.lowerBound)
        let target = mean.baseAddress! + samples.lowerBound
        next = samples.upperBound
        guard hasGaps else {
          positions.withUnsafeBufferPointer { positions in
            let part = UnsafeBufferPointer(rebasing: positions[samples])
            differentiate(part, into: target, isFirst: isFirst)
          }
          return
        }
        var bridged = Array(positions[samples])
        bridgeGaps(in: &bridged)
        bridged.withUnsafeBufferPointer { differentiate($0, into: target, isFirst: isFirst) }
      }
    }
    leaveOut(to: mean.count)
  }

  private func differentiate(
    _ source: UnsafeBufferPointer<Float>, into target: UnsafeMutablePointer<Float>, isFirst: Bool
  ) {
    guard !isFirst else {
      return derivative.differentiate(source, samples: 0..<source.count, into: target)
    }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.block) { slopes in
      guard let slopes = slopes.baseAddress else { return }
      for first in stride(from: 0, to: source.count, by: Self.block) {
        let samples = first..<min(first + Self.block, source.count)
        derivative.differentiate(source, samples: samples, into: slopes)
        Self.average(target + first, slopes, count: samples.count)
      }
    }
  }

  private static func average(
    _ mean: UnsafeMutablePointer<Float>, _ other: UnsafePointer<Float>, count: Int
  ) {
    for i in 0..<count {
      let both = (mean[i] + other[i]) / 2
      mean[i] = both == both ? both : (mean[i] == mean[i] ? mean[i] : other[i])
    }
  }
}

/// Maximal ranges without a value that is missing or infinite.
func finiteRanges(of values: [Float], in range: Range<Int>) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  forEachFiniteRange(of: values, in: range) { ranges.append($0) }
  return ranges
}

/// Gives each range as soon as it is found, while the processor's cache holds its values.
private func forEachFiniteRange(
  of values: [Float], in range: Range<Int>, _ body: (Range<Int>) -> Void
) {
  values.withUnsafeBufferPointer { values in
    precondition(range.isEmpty || (range.lowerBound >= 0 && range.upperBound <= values.count))
    var i = range.lowerBound
    while i < range.upperBound {
      while i < range.upperBound, !values[i].isFinite { i += 1 }
      let first = i
      i = values.endOfFinite(from: i, to: range.upperBound)
      if i > first { body(first..<i) }
    }
  }
}

/// Maximal stretches of `values` that begin and end with a number and hold no gap longer than
/// `bridging` samples; and whether they hold any.
func forEachValidStretch(
  of values: [Float], in range: Range<Int>, bridging: Int,
  _ body: (_ samples: Range<Int>, _ hasGaps: Bool) -> Void
) {
  var stretch: (samples: Range<Int>, hasGaps: Bool)?
  forEachFiniteRange(of: values, in: range) { part in
    if let last = stretch?.samples, part.lowerBound - last.upperBound <= bridging {
      stretch = (last.lowerBound..<part.upperBound, true)
    } else {
      stretch.map(body)
      stretch = (part, false)
    }
  }
  stretch.map(body)
}

/// Replaces what is missing between two numbers by the line that joins them.
private func bridgeGaps(in values: inout [Float]) {
  var last = 0
  for i in values.indices where values[i].isFinite {
    if i - last > 1 {
      let step = (values[i] - values[last]) / Float(i - last)
      for k in (last + 1)..<i { values[k] = values[last] + step * Float(k - last) }
    }
    last = i
  }
}
