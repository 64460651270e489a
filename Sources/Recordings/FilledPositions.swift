/// Positions that a tracker, or a script after it, fills in where the eye was lost: the last one that it
/// had, a number that stands for none, or a line or a curve from the last to the next.
///
/// No eye and no tracker is that still, or that smooth, where all other positions differ from one sample
/// to the next by noise. A trace without noise, or so coarse that neighbours are often the same, tells of
/// none.
struct FilledPositions {
  /// The rows of each stretch.
  private(set) var ranges: [Range<Int>] = []

  private let axes: [[Float]]
  private let samplingRate: Double
  /// The third difference of each axis up to which a row lies on a curve.
  private var smoothest: [Float] = []

  /// How long the eye must be lost: longer than any repeated frame, not longer than a blink.
  private static let shortestSeconds = 0.040
  private static let fewestRows = 6

  /// - Parameter axes: the channels of one eye, in degrees.
  init(_ axes: [[Float]], samplingRate: Double) {
    self.samplingRate = samplingRate
    // An axis that never changes was not recorded.
    self.axes = axes.filter { axis in
      axis.first { !$0.isNaN }.map { first in axis.contains { $0 != first && !$0.isNaN } } ?? false
    }
    guard !self.axes.isEmpty else { return }
    smoothest = self.axes.map(Self.smoothest)
    ranges = stretches(
      ofAtLeast: max(Self.fewestRows, Int((Self.shortestSeconds * samplingRate).rounded(.up))))
    guard !ranges.isEmpty else { return }
    if isNoisy { addMarks() } else { ranges = [] }
  }

  /// Whether a row repeats the one before it, or lies on a line or a parabola with the three before it.
  private func isFilled(_ row: Int) -> Bool {
    axes.allSatisfy { $0[row] == $0[row - 1] }
      || row >= 3
        && axes.indices.allSatisfy {
          Self.thirdDifference(axes[$0], row).magnitude <= smoothest[$0]
        }
  }

  private static func thirdDifference(_ axis: [Float], _ row: Int) -> Float {
    (axis[row] - axis[row - 3]) - 3 * (axis[row - 1] - axis[row - 2])
  }

  /// The third difference that rounding may leave on a curve: a small share of what noise has.
  private static func smoothest(_ axis: [Float]) -> Float {
    var differences: [Float] = []
    for first in stride(from: 3, to: axis.count, by: max(64, axis.count / 64)) {
      for row in first..<min(first + 64, axis.count) {
        let difference = thirdDifference(axis, row).magnitude
        if difference.isFinite { differences.append(difference) }
      }
    }
    differences.sort()
    return differences.isEmpty ? 0 : 0.05 * differences[differences.count / 2]
  }

  private func stretches(ofAtLeast least: Int) -> [Range<Int>] {
    let rows = axes[0].count
    var ranges: [Range<Int>] = []
    // A stretch that long holds one of these rows and the one before it.
    var row = least - 1
    while row < rows {
      guard isFilled(row) else {
        row += least - 1
        continue
      }
      var (first, end) = (row - 1, row + 1)
      while first > 0, isFilled(first) { first -= 1 }
      while end < rows, isFilled(end) { end += 1 }
      if end - first >= least { ranges.append(first..<end) }
      row = end + least - 1
    }
    return ranges
  }

  /// Whether positions outside of the stretches are hardly ever filled in, and go to and fro by little or
  /// faster than an eye, as noise does; looked at in pieces spread over the trace.
  private var isNoisy: Bool {
    let rows = axes[0].count
    let length = 512
    var next = 0
    var (steps, filled, turns) = (0, 0, 0)
    var sizes: [Float] = []
    for start in stride(from: 2, to: rows, by: max(length, rows / 64)) {
      for row in start..<min(start + length, rows) {
        while next < ranges.count, ranges[next].upperBound < row - 1 { next += 1 }
        if next < ranges.count, ranges[next].lowerBound <= row { continue }
        if isFilled(row) { filled += axes.count }
        for axis in axes {
          let (before, step) = (axis[row - 1] - axis[row - 2], axis[row] - axis[row - 1])
          guard (before + step).isFinite else { continue }
          steps += 1
          sizes.append(abs(step))
          if before * step < 0 { turns += 1 }
        }
      }
    }
    let turnShare = min(Self.leastTurnShare, Self.leastTurnsPerSecond / samplingRate)
    guard steps >= 200, filled * 20 <= steps, Double(turns) >= turnShare * Double(steps) else {
      return false
    }
    if Double(turns) * samplingRate >= Self.mostTurnsPerSecond * Double(steps) { return true }
    sizes.sort()
    return sizes[sizes.count / 2] < Self.largestNoiseStep
  }

  /// Of white noise, two in three steps turn back; of noise below 30 Hz, 45 in a second still do, which
  /// is more than in any oscillation of the eyes.
  private static let leastTurnShare = 0.25
  private static let leastTurnsPerSecond = 45.0
  /// In degrees. What goes to and fro by more from one sample to the next may be an oscillation …
  private static let largestNoiseStep: Float = 0.25
  /// … unless it turns more often than any: saccades of half a degree, back to back, last 20 ms.
  private static let mostTurnsPerSecond = 60.0

  /// Adds the rows in between at which a position stands that several stretches hold: a mark for lost.
  private mutating func addMarks() {
    let values = ranges.map { range in axes.map { $0[range.lowerBound] } }
    var counts: [[Float]: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    guard most > 1, let mark = values.first(where: { counts[$0] == most }) else { return }
    var row = 0
    var all: [Range<Int>] = []
    for range in ranges + [axes[0].count..<axes[0].count] {
      for lone in row..<range.lowerBound
      where zip(axes, mark).allSatisfy({ $0[lone] == $1 }) { all.append(lone..<(lone + 1)) }
      if !range.isEmpty { all.append(range) }
      row = range.upperBound
    }
    ranges = all
  }
}
