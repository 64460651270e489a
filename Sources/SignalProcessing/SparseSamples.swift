/// Traces of sparser samples in a signal that was brought to a higher rate: repeated values, or
/// straight lines between bends.
struct SparseSamples {
  /// The smallest step between neighbouring samples that differ, a channel each: what the numbers
  /// are rounded to, or less.
  let quanta: [Double]
  /// The mean number of samples for which a value is held; `nil` where values are not held.
  let heldInterval: Double?
  /// The mean number of samples from bend to bend; `nil` where lines are not straight.
  let interpolatedInterval: Double?

  init(channels: [[Float]], windows: ActivityWindows) {
    // The most active windows, and the quietest for the quanta.
    let moving = windows.moving.map { $0..<($0 + windows.length) }
    let quiet = windows.quiet.map { $0..<($0 + windows.length) }
    quanta = channels.map { channel in
      (moving + quiet).reduce(Double.infinity) { min($0, channel.smallestStep(in: $1)) }
    }
    heldInterval = Self.heldInterval(channels, moving, quanta)
    interpolatedInterval = Self.interpolatedInterval(channels, moving, quanta)
  }

  /// The distances of neighbouring steps, both of which are far larger than what rounding makes;
  /// an eye at rest repeats rounded values, too, but its steps are small.
  private static func heldInterval(
    _ channels: [[Float]], _ windows: [Range<Int>], _ quanta: [Double]
  ) -> Double? {
    // Few steps may all be larger than what they are rounded to; then a share of the span is.
    let spans = windows.map { window in channels.reduce(0) { $0 + $1.span(in: window) } }
    let large = min(
      Float(10 * quanta.filter(\.isFinite).reduce(0, +)), 0.05 * (spans.median() ?? 0))
    var intervals: [Double] = []
    for window in windows {
      var steps = [Float](repeating: 0, count: window.count)
      for channel in channels { channel.addSteps(in: window, to: &steps) }
      var last: (index: Int, isLarge: Bool)?
      for (index, step) in steps.enumerated() where step > 0 {
        let isLarge = step >= large
        if let last, last.isLarge, isLarge { intervals.append(Double(index - last.index)) }
        last = (index, isLarge)
      }
    }
    return regularInterval(intervals, longerThan: 1.35)
  }

  /// The distances of neighbouring bends between which the signal moves on a straight line.
  private static func interpolatedInterval(
    _ channels: [[Float]], _ windows: [Range<Int>], _ quanta: [Double]
  ) -> Double? {
    // Rounding bends a straight line by twice the quantum at most, and Float by a few of its own.
    let tolerances = zip(channels, quanta).map { channel, quantum in
      let largest = windows.reduce(Float(0)) { top, window in
        channel[window].reduce(top) { max($0, abs($1)) }
      }
      return (quantum.isFinite ? Float(2 * quantum) : 0) + 4 * largest.ulp
    }
    let fast = 10 * tolerances.reduce(0, +)
    var tally = BendTally()
    for window in windows {
      var speeds = [Float](repeating: 0, count: window.count)
      var bends = [Float](repeating: 0, count: window.count)
      for (channel, tolerance) in zip(channels, tolerances) {
        channel.addBends(in: window, tolerance: tolerance, to: &bends, speeds: &speeds)
      }
      tally.interrupt()
      for index in 1..<(window.count - 1) {
        if speeds[index] < fast {
          tally.interrupt()
        } else if bends[index] > 0 {
          tally.bend(at: index)
        } else {
          tally.straight(at: index)
        }
      }
    }
    guard tally.straights * 10 >= 3 * (tally.straights + tally.bends),
      // An interpolation bends at a sample or between two; a saccade bends all along.
      tally.bendsInShortGroups * 10 >= 7 * tally.bends
    else { return nil }
    return regularInterval(tally.intervals, longerThan: 1.8)
  }

  /// The mean of intervals that are all alike, leaving out those in which the signal stood still
  /// for longer; `nil` where they are few or not alike.
  private static func regularInterval(_ all: [Double], longerThan limit: Double) -> Double? {
    guard all.count >= 8, let median = all.median() else { return nil }
    let kept = all.filter { $0 <= 2.5 * median }
    guard let spread = kept.interquartileRange(), spread <= max(1, 0.35 * median) else {
      return nil
    }
    let mean = kept.reduce(0, +) / Double(kept.count)
    return mean >= limit ? mean : nil
  }
}

/// Bends of a moving signal, and the straight samples between them.
private struct BendTally {
  var straights = 0
  var bends = 0
  var bendsInShortGroups = 0
  var intervals: [Double] = []
  private var group: ClosedRange<Int>?
  private var lastCenter: Double?

  /// A sample on a straight line.
  mutating func straight(at index: Int) {
    straights += 1
    closeGroup()
  }

  /// A sample at which the line bends.
  mutating func bend(at index: Int) {
    bends += 1
    group = (group?.lowerBound ?? index)...index
  }

  /// The signal is too slow to tell, or the window ends.
  mutating func interrupt() {
    closeGroup()
    lastCenter = nil
  }

  private mutating func closeGroup() {
    guard let closed = group else { return }
    group = nil
    guard closed.count <= 2 else {
      lastCenter = nil
      return
    }
    bendsInShortGroups += closed.count
    let center = Double(closed.lowerBound + closed.upperBound) / 2
    if let lastCenter { intervals.append(center - lastCenter) }
    lastCenter = center
  }
}

extension [Float] {
  /// The smallest difference of neighbours that is not zero; infinite where there is none.
  fileprivate func smallestStep(in range: Range<Int>) -> Double {
    var smallest = Float.infinity
    for index in range.dropFirst() {
      let step = abs(self[index] - self[index - 1])
      if step > 0, step < smallest { smallest = step }
    }
    return Double(smallest)
  }

  /// The distance of the highest from the lowest value.
  fileprivate func span(in range: Range<Int>) -> Float {
    self[range].withUnsafeBufferPointer { samples in
      (samples.max() ?? 0) - (samples.min() ?? 0)
    }
  }

  /// Adds the size of each step from the sample before.
  fileprivate func addSteps(in range: Range<Int>, to steps: inout [Float]) {
    precondition(steps.count == range.count)
    self[range].withUnsafeBufferPointer { samples in
      for index in 1..<samples.count { steps[index] += abs(samples[index] - samples[index - 1]) }
    }
  }

  /// Adds how fast the signal moves at each sample, and by how much more than a tolerance it bends.
  fileprivate func addBends(
    in range: Range<Int>, tolerance: Float, to bends: inout [Float], speeds: inout [Float]
  ) {
    precondition(bends.count == range.count && speeds.count == range.count)
    self[range].withUnsafeBufferPointer { samples in
      for index in 1..<(samples.count - 1) {
        let before = samples[index] - samples[index - 1]
        let after = samples[index + 1] - samples[index]
        speeds[index] += Swift.max(abs(before), abs(after))
        bends[index] += Swift.max(0, abs(after - before) - tolerance)
      }
    }
  }
}
