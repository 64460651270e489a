/// Lays the rows of a table on a uniform grid, by its time column.
///
/// Steps that are regular, up to jitter and rounding, make consecutive samples. Short gaps are filled
/// with missing samples, longer ones begin a new run; so does a clock that is set anew. Repeated
/// stamps and single stamps out of order are left out. Nothing is ever moved across a gap.
struct ClockFitter {
  let time: [Double]
  /// Time units in a second.
  let perSecond: Double
  private let steps: ClockSteps
  private(set) var report = ClockReport()
  private var runs: [Recording.Run] = []
  private var stretches: [SampleGrid.Stretch] = []
  /// What is added to stamps behind a clock that started again.
  private var shift = 0.0
  private var runStart = 0.0
  private var runFirstSample = 0
  private var nextSample = 0
  private var filled = 0
  /// How often the last stamp was repeated so far.
  private var repeats = 0

  /// Gaps up to this many seconds, or 3 steps, are filled with missing samples.
  private static let shortGap = 0.020
  /// Stamps a century after the first one are no times.
  private static let longestRecording = 3.2e9
  /// In seconds, a day: a clock that jumps ahead by more was set, as one that steps back.
  private static let longestGap = 86_400.0
  /// How far stamps may wander from a run's grid before a new run begins: less than any movement
  /// lasts.
  private static func driftLimit(_ steps: ClockSteps, _ perSecond: Double) -> Double {
    max(steps.step + steps.resolution, 0.010 * perSecond)
  }

  init(time: [Double], perSecond: Double, steps: ClockSteps) {
    self.time = time
    self.perSecond = perSecond
    self.steps = steps
  }

  /// The grid, and what was found in the clock.
  static func fit(
    time: ClockColumn, perSecond: Double, steps: ClockSteps
  ) -> (grid: SampleGrid, report: ClockReport) {
    if let step = time.evenStep, steps.isEven, !steps.isIrregular,
      abs(step - steps.step) * Double(time.count) <= driftLimit(steps, perSecond)
    {
      let rate = rate(steps, rows: time.count, perSecond: perSecond)
      return (.even(rows: time.count, samplingRate: rate), ClockReport(jitter: steps.jitter))
    }
    return fit(stamps: time.stamps, perSecond: perSecond, steps: steps)
  }

  private static func fit(
    stamps time: [Double], perSecond: Double, steps: ClockSteps
  ) -> (grid: SampleGrid, report: ClockReport) {
    var steps = steps
    let isResampled = steps.isIrregular
    if isResampled { steps = steps.widened() }
    var fitter = ClockFitter(time: time, perSecond: perSecond, steps: steps)
    fitter.report.jitter = steps.jitter
    fitter.report.resampled = isResampled
    let grid = isResampled ? fitter.resampled() : fitter.uniform()
    return (grid, fitter.report)
  }

  /// The grid on which rows are samples one by one.
  private mutating func uniform() -> SampleGrid {
    if steps.isEven || steps.repeatsAreSamples, keepsToGrid {
      return .even(rows: time.count, samplingRate: rate)
    }
    begin(row: 0, at: time[0])
    var previous = 0
    var row = 1
    while row < time.count {
      previous = take(row, after: previous)
      row += 1
    }
    endRun()
    return grid(isResampled: false)
  }

  /// Whether no stamp wanders from the grid that begins at the first one, but for rows that wait for
  /// others of their batch.
  private var keepsToGrid: Bool {
    let step = steps.step
    let batch = steps.repeatsAreSamples ? Double(steps.mostRepeats) * step : 0
    let limit = max(Self.driftLimit(steps, perSecond), batch)
    var place = time[0]
    var drift = 0.0
    for stamp in time {
      drift = max(drift, abs(stamp - place))
      place += step
    }
    return drift <= limit
  }

  /// Takes a row that follows another; returns the row that the next one follows.
  private mutating func take(_ row: Int, after previous: Int) -> Int {
    let difference = time[row] - time[previous]
    repeats = difference == 0 ? repeats + 1 : 0
    if difference > 0
      ? difference <= steps.longestRegular : difference == 0 && steps.repeatsAreSamples
    {
      let drift = time[row] + shift - runStart - Double(nextSample - runFirstSample) * steps.step
      if abs(drift) <= Self.driftLimit(steps, perSecond) {
        append(row)
      } else if repeats > steps.mostRepeats {
        // The clock stands still.
        report.duplicates += 1
        return previous
      } else {
        endRun()
        begin(row: row, at: time[row] + shift)
        // A run can't begin before the one before it has ended: what follows moves along.
        shift = max(shift, runStart - time[row])
      }
      return row
    }
    if difference == 0 {
      report.duplicates += 1
      return previous
    }
    return difference < 0 ? stepBack(row, after: previous) : gap(row, after: previous, difference)
  }

  private mutating func stepBack(_ row: Int, after previous: Int) -> Int {
    report.stepsBack += 1
    // A single stamp too early: it alone is out of order.
    if row + 1 < time.count, time[row + 1] > time[previous], !isAlone { return previous }
    return restart(row)
  }

  /// Places a row behind all before it, but for one that stands alone before the clock was set.
  private mutating func restart(_ row: Int) -> Int {
    if isAlone { dropRun() }
    endRun()
    shift = (runs.last?.end(samplingRate: rate) ?? 0) * perSecond - time[row]
    begin(row: row, at: time[row] + shift)
    return row
  }

  private mutating func gap(_ row: Int, after previous: Int, _ difference: Double) -> Int {
    // A single stamp too late: the next one lies before it again.
    let isSingle =
      row + 1 < time.count && time[row + 1] < time[row] && time[row + 1] > time[previous]
    let isJump = difference > Self.longestGap * perSecond
    let isBeyond = !isAlone && time[row] + shift > Self.longestRecording * perSecond
    if isSingle || isJump || isBeyond { report.stepsBack += 1 }
    if isSingle || isBeyond { return previous }
    if isJump { return restart(row) }
    report.gaps += 1
    report.longestGap = max(report.longestGap, difference / perSecond)
    let elapsed = time[row] + shift - runStart
    let sample = runFirstSample + Int((min(elapsed / steps.step, 1e15)).rounded())
    let missing = sample - nextSample
    if isShort(difference), missing >= 0, filled + missing <= time.count {
      filled += missing
      nextSample = sample
      stretches.append(.init(rows: row..<row, sample: sample))
      append(row)
    } else {
      endRun()
      begin(row: row, at: time[row] + shift)
    }
    return row
  }

  private func isShort(_ difference: Double) -> Bool {
    difference <= max(3.5 * steps.step, Self.shortGap * perSecond)
  }

  private mutating func begin(row: Int, at start: Double) {
    // Rounded stamps may place a run a little before the end of the one before it.
    runStart = max(start, (runs.last?.end(samplingRate: rate) ?? 0) * perSecond)
    runFirstSample = nextSample
    stretches.append(.init(rows: row..<row, sample: nextSample))
    append(row)
  }

  private mutating func append(_ row: Int) {
    let last = stretches.count - 1
    if stretches[last].rows.upperBound == row {
      stretches[last].rows = stretches[last].rows.lowerBound..<(row + 1)
    } else {
      stretches.append(.init(rows: row..<(row + 1), sample: nextSample))
    }
    nextSample += 1
  }

  private mutating func endRun() {
    guard nextSample > runFirstSample else { return }
    runs.append(.init(onset: runStart / perSecond, samples: runFirstSample..<nextSample))
    runFirstSample = nextSample
  }

  /// Whether the run has one sample so far.
  private var isAlone: Bool { nextSample - runFirstSample == 1 }

  private mutating func dropRun() {
    stretches.removeLast()
    nextSample = runFirstSample
  }

  /// The grid onto which rows are interpolated.
  private mutating func resampled() -> SampleGrid {
    var first = 0
    for row in 1...time.count {
      let difference = row < time.count ? time[row] - time[row - 1] : .infinity
      let isJump =
        row < time.count && difference > Self.longestGap * perSecond
        && time[row] + shift <= Self.longestRecording * perSecond
      if difference > steps.longestRegular, row < time.count, !isJump {
        report.gaps += 1
        report.longestGap = max(report.longestGap, difference / perSecond)
      }
      if difference == 0 { report.duplicates += 1 }
      if difference < 0 || isJump { report.stepsBack += 1 }
      guard difference < 0 || !isShort(difference) || !fills(difference) else { continue }
      addResampledRun(first..<row)
      if difference < 0 || isJump {
        shift = (runs.last?.end(samplingRate: rate) ?? 0) * perSecond - time[row]
      }
      first = row
    }
    return grid(isResampled: true)
  }

  /// Whether a run goes on across a step: all that are gaps together make no more samples than there
  /// are rows.
  private mutating func fills(_ difference: Double) -> Bool {
    guard difference > steps.longestRegular else { return true }
    let missing = Int((difference / steps.step).rounded(.down))
    guard filled + missing <= time.count else { return false }
    filled += missing
    return true
  }

  private mutating func addResampledRun(_ rows: Range<Int>) {
    guard time[rows.upperBound - 1] + shift <= Self.longestRecording * perSecond else {
      report.stepsBack += rows.count
      return
    }
    let length = time[rows.upperBound - 1] - time[rows.lowerBound]
    let count = Int((length / steps.step + 1e-6).rounded(.down)) + 1
    let start = max(
      time[rows.lowerBound] + shift, (runs.last?.end(samplingRate: rate) ?? 0) * perSecond)
    stretches.append(.init(rows: rows, sample: nextSample))
    runs.append(.init(onset: start / perSecond, samples: nextSample..<(nextSample + count)))
    nextSample += count
  }

  private func grid(isResampled: Bool) -> SampleGrid {
    SampleGrid(
      samplingRate: rate, runs: runs, stretches: stretches.filter { !$0.rows.isEmpty },
      count: nextSample, isResampled: isResampled, step: steps.step)
  }

  /// Samples a second: the round number that the stamps allow, where they do.
  private var rate: Double { Self.rate(steps, rows: time.count, perSecond: perSecond) }

  private static func rate(_ steps: ClockSteps, rows: Int, perSecond: Double) -> Double {
    let measured = perSecond / steps.step
    let doubt =
      (steps.resolution + 2 * steps.jitter * steps.step)
      / (steps.step * Double(max(rows - 1, 1)))
    for scale in [1.0, 3, 10] where doubt * measured < 0.25 / scale {
      let round = (measured * scale).rounded() / scale
      if round > 0, abs(round - measured) <= measured * (doubt + 1e-9) { return round }
    }
    return measured
  }
}
