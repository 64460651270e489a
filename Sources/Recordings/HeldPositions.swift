/// Stretches in which a tracker writes one position again and again, while it has lost the eye: the last
/// one it had, or a number that stands for none.
///
/// No eye and no tracker is that still where all other positions differ from one sample to the next by
/// noise. A trace without noise, or so coarse that neighbours are often the same, tells of no such
/// stretches.
struct HeldPositions {
  /// The rows of each stretch.
  private(set) var ranges: [Range<Int>]

  /// How long a position must stand: longer than any repeated frame.
  private static let shortestSeconds = 0.020
  private static let fewestRows = 5

  /// - Parameter axes: the channels of one eye, in degrees.
  init(_ axes: [[Float]], samplingRate: Double) {
    let least = max(Self.fewestRows, Int((Self.shortestSeconds * samplingRate).rounded(.up)))
    ranges = Self.repetitions(in: axes, ofAtLeast: least)
    let held = ranges.reduce(0) { $0 + $1.count }
    let rows = axes.first?.count ?? 0
    if held == 0 || held * 2 > rows || !Self.isNoisy(axes, without: ranges) { ranges = [] }
  }

  private static func isRepeated(_ axes: [[Float]], _ row: Int) -> Bool {
    axes.allSatisfy { $0[row] == $0[row - 1] }
  }

  private static func repetitions(in axes: [[Float]], ofAtLeast least: Int) -> [Range<Int>] {
    let rows = axes.map(\.count).min() ?? 0
    var ranges: [Range<Int>] = []
    // A stretch that long holds one of these rows and the one before it.
    var row = least - 1
    while row < rows {
      guard isRepeated(axes, row) else {
        row += least - 1
        continue
      }
      var (first, end) = (row - 1, row + 1)
      while first > 0, isRepeated(axes, first) { first -= 1 }
      while end < rows, isRepeated(axes, end) { end += 1 }
      if end - first >= least { ranges.append(first..<end) }
      row = end + least - 1
    }
    return ranges
  }

  /// Whether positions outside of some stretches are hardly ever repeated, and go to and fro by little,
  /// as noise does; looked at in pieces spread over the trace.
  private static func isNoisy(_ axes: [[Float]], without ranges: [Range<Int>]) -> Bool {
    let rows = axes[0].count
    let length = 512
    var next = 0
    var (steps, repeats, turns) = (0, 0, 0)
    var sizes: [Float] = []
    for start in stride(from: 2, to: rows, by: max(length, rows / 64)) {
      for row in start..<min(start + length, rows) {
        while next < ranges.count, ranges[next].upperBound < row - 1 { next += 1 }
        if next < ranges.count, ranges[next].lowerBound <= row { continue }
        if isRepeated(axes, row) { repeats += 1 }
        for axis in axes {
          let (before, step) = (axis[row - 1] - axis[row - 2], axis[row] - axis[row - 1])
          guard (before + step).isFinite else { continue }
          steps += 1
          sizes.append(abs(step))
          if before * step < 0 { turns += 1 }
        }
      }
    }
    guard steps >= 200, repeats * 100 <= steps, turns * 4 >= steps else { return false }
    sizes.sort()
    return sizes[sizes.count / 2] < largestNoiseStep
  }

  /// In degrees. What goes to and fro by more may be an oscillation.
  private static let largestNoiseStep: Float = 0.25
}
