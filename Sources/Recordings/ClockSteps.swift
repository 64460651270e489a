/// What the steps of a clock look like: the usual one, its jitter, and how finely stamps are written.
///
/// All in the time column's unit.
struct ClockSteps: Sendable, Equatable {
  /// The mean of the regular steps: stamps that are rounded to milliseconds give the true rate.
  var step: Double
  /// The longest step that is no gap.
  var longestRegular: Double
  /// The unit that stamps are rounded to: all steps are multiples of it.
  var resolution: Double
  /// The 95th percentile of the deviation from a multiple of the step, beyond what rounding explains,
  /// as a share of the step.
  var jitter: Double
  /// Whether repeated stamps are samples of their own, as 2000 Hz stamped in milliseconds gives them.
  var repeatsAreSamples: Bool
  /// How often a stamp is repeated at most; a clock that repeats one more often stands still.
  private(set) var mostRepeats = 0
  /// Whether the step is the one that the file declares, so that longer ones are gaps.
  private(set) var isDeclared = false
  /// The share of steps of two to three and a half times the step.
  private(set) var longShare = 0.0
  /// The mean of all steps that are no gaps.
  private(set) var meanStep = 0.0
  /// The 95th percentile of all steps that are no gaps.
  private(set) var usualMaximum = 0.0
  /// Whether all steps are regular ones: neither gaps nor repeats nor steps back.
  private(set) var isEven = false

  /// Looks at the steps of a clock, of a long one at pieces spread over it.
  ///
  /// - Parameters:
  ///   - decimals: how many decimals the stamps were written with.
  ///   - expected: the step that the file or the user declares, for clocks that say too little.
  ///   - repeatsDiffer: whether rows that share a stamp hold different samples.
  /// - Returns: `nil` where no step goes forward.
  init?(
    _ time: some Stamps, _ range: StepRange, decimals: Int, expected: Double? = nil,
    repeatsDiffer: () -> Bool
  ) {
    guard range.longest > 0 else { return nil }
    let steps = Self.sampled(time).filter { $0 >= 0 }
    let resolution = Self.commonDivisor(steps, decimals: decimals)
    if range.shortest > 0, range.longest <= 1.5 * range.shortest {
      self.init(even: time, range, resolution, steps, expected)
    } else {
      self.init(uneven: time, resolution, steps, expected, repeatsDiffer)
    }
  }

  /// A clock with gaps, repeats or jitter: its step is the mean of those near the median.
  private init?(
    uneven time: some Stamps, _ resolution: Double, _ steps: [Double], _ expected: Double?,
    _ repeatsDiffer: () -> Bool
  ) {
    let forward = steps.filter { $0 > 0 }.sorted()
    guard !forward.isEmpty else { return nil }
    mostRepeats = Self.mostRepeats(steps)
    let steps = Self.withoutStandstills(steps, mostRepeats)
    let median = forward[forward.count / 2]
    let repeats = steps.count - forward.count
    // Rows that arrive in batches share a stamp, and the next one comes later the more they are.
    let isBatched = repeats * 50 > steps.count
    let usual = steps.filter { $0 < (isBatched ? 4 : 1.5) * median }
    let mean = usual.reduce(0, +) / Double(usual.count)
    self.resolution = resolution
    repeatsAreSamples = isBatched && resolution >= 0.6 * mean && repeatsDiffer()
    step = repeatsAreSamples ? mean : median
    longestRegular = 0
    jitter = 0
    refine(time)
    if let expected { adopt(expected, time) }
    measureJitter(repeatsAreSamples ? steps : forward)
  }

  /// A clock without gaps: its step is its length over its rows.
  private init(
    even time: some Stamps, _ range: StepRange, _ resolution: Double, _ steps: [Double],
    _ expected: Double?
  ) {
    self.resolution = resolution
    repeatsAreSamples = false
    isEven = true
    step = (time[time.count - 1] - time[0]) / Double(time.count - 1)
    if let expected, abs(step - expected) < 0.01 * expected { step = expected }
    longestRegular = max(1.5 * step, step + 0.99 * resolution)
    jitter = 0
    meanStep = step
    usualMaximum = range.longest
    let deviation = max(range.longest - step, step - range.shortest) - resolution
    if deviation > 1e-9 * step { measureJitter(steps) }
  }

  /// How often a stamp may be repeated before the clock stands still: some times as often as is usual.
  private static func mostRepeats(_ steps: [Double]) -> Int {
    let repeats = steps.split(omittingEmptySubsequences: false) { $0 > 0 }
    return 16 + 4 * repeats.map(\.count).sorted()[repeats.count / 2]
  }

  /// Steps without those of a clock that stands still.
  private static func withoutStandstills(_ steps: [Double], _ mostRepeats: Int) -> [Double] {
    var kept = steps
    for repeats in steps.split(whereSeparator: { $0 > 0 }).reversed()
    where repeats.count > mostRepeats {
      kept.removeSubrange(repeats.indices)
    }
    return kept
  }

  /// Takes the mean of the regular steps of the whole clock.
  private mutating func refine(_ time: some Stamps) {
    for _ in 0..<2 {
      longestRegular = max(1.5 * step, step + 0.99 * resolution)
      var sum = 0.0
      var count = 0
      // A stamp's rows, the step behind it, and the rows of the next stamp so far.
      var (before, difference, rows) = (1, Double.infinity, 1)
      func close() {
        let isUsual = max(before, rows) <= mostRepeats + 1
        let (span, longest) =
          repeatsAreSamples && isUsual ? (before, max(before, rows)) : (1, 1)
        guard difference > 0, difference <= longestRegular * Double(longest) else { return }
        sum += difference
        count += span
      }
      for index in 1..<time.count {
        let next = time[index] - time[index - 1]
        if next == 0 {
          rows += 1
          continue
        }
        close()
        (before, difference, rows) = (rows, next, 1)
      }
      close()
      if count > 0 { step = sum / Double(count) }
    }
    longestRegular = max(1.5 * step, step + 0.99 * resolution)
  }

  /// Takes the declared step where the steps that are no gaps for it have it as their mean.
  private mutating func adopt(_ expected: Double, _ time: some Stamps) {
    var declared = self
    declared.step = expected
    declared.refine(time)
    guard abs(declared.step - expected) < 0.01 * expected else { return }
    step = expected
    isDeclared = true
    longestRegular = declared.longestRegular
  }

  private mutating func measureJitter(_ steps: [Double]) {
    let near = steps.filter { $0 <= 3.5 * step }
    guard !near.isEmpty else { return }
    longShare = Double(near.count { $0 > longestRegular }) / Double(near.count)
    meanStep = near.reduce(0, +) / Double(near.count)
    let sorted = near.sorted()
    usualMaximum = sorted[min(near.count * 95 / 100, near.count - 1)]
    // A camera that skips a frame now and then gives steps that are hardly longer: none need be a gap.
    let rare = sorted[min(near.count * 995 / 1000, near.count - 1)]
    if rare < 1.2 * usualMaximum { usualMaximum = rare }
    let deviations = near.map { difference in
      let multiple = max((difference / step).rounded(), repeatsAreSamples ? 0 : 1)
      return max(abs(difference - multiple * step) - resolution, 0) / step
    }.sorted()
    jitter = deviations[min(deviations.count * 95 / 100, deviations.count - 1)]
    if jitter < 1e-9 { jitter = 0 }
  }

  /// Whether a grid of the step does not suit the clock: it jitters, or many of its steps are longer
  /// ones, as where a camera drops every fifth frame.
  var isIrregular: Bool {
    jitter > Self.jitterLimit
      || (longShare > Self.longShareLimit && !isDeclared && !repeatsAreSamples)
  }

  /// Jitter above this share of a step makes resampling necessary (the contract's limit).
  private static let jitterLimit = 0.2
  /// Longer steps above this share make every window of samples have a hole.
  private static let longShareLimit = 0.1

  /// The steps for a grid that an irregular clock is resampled on: the mean step, or a longer one where
  /// more than a twentieth of the steps would else be too long to interpolate across.
  func widened() -> ClockSteps {
    var wide = self
    wide.step = max(meanStep, usualMaximum / 1.5)
    wide.longestRegular = 1.5 * wide.step
    return wide
  }

  private static func sampled(_ time: some Stamps) -> [Double] {
    let pieces = 16
    let length = 512
    guard time.count > pieces * length * 2 else {
      return (1..<max(time.count, 1)).map { time[$0] - time[$0 - 1] }
    }
    return (0..<pieces).flatMap { piece in
      let start = 1 + piece * (time.count - length - 1) / (pieces - 1)
      return (start..<(start + length)).map { time[$0] - time[$0 - 1] }
    }
  }

  /// The greatest number that all steps are multiples of, going by the decimals that are written.
  private static func commonDivisor(_ steps: [Double], decimals: Int) -> Double {
    let scale = DecimalText.tens[min(decimals, 18)]
    var divisor: UInt64 = 0
    for step in steps.prefix(8192) {
      guard step > 0, step * scale < 9e15 else { continue }
      var (a, b) = (divisor, UInt64((step * scale).rounded()))
      while b != 0 { (a, b) = (b, a % b) }
      divisor = a
      if divisor == 1 { break }
    }
    return Double(max(divisor, 1)) / scale
  }
}

/// The times of rows.
protocol Stamps: RandomAccessCollection where Element == Double, Index == Int {}

extension ClockColumn: Stamps {}
extension [Double]: Stamps {}

/// The extremes of a clock's steps.
struct StepRange: Sendable, Equatable {
  private(set) var shortest = Double.infinity
  private(set) var longest = -Double.infinity
  /// How many steps go back.
  private(set) var backward = 0

  init(_ time: ClockColumn) {
    guard let step = time.evenStep else {
      self.init(time.stamps)
      return
    }
    self.init([])
    (shortest, longest) = (step, step)
    backward = step < 0 ? time.count - 1 : 0
  }

  init(_ time: [Double]) {
    guard var previous = time.first else { return }
    for stamp in time.dropFirst() {
      let step = stamp - previous
      if step < shortest { shortest = step }
      if step > longest { longest = step }
      if step < 0 { backward += 1 }
      previous = stamp
    }
  }
}
