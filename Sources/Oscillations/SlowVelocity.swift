internal import EyeMovements
internal import Recordings
internal import SignalProcessing

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What is left of the velocity without saccades and losses: a slower signal, on a coarser grid.
///
/// Means of neighbouring samples, about 60 a second, in which the hum of the mains would pass for something
/// slow: they reach further than from one to the next where nothing is cut out. What was cut out is bridged
/// by a line, which hardly touches an oscillation below 8 Hz where a saccade was, and how much was cut out is
/// kept.
///
/// - Complexity: one pass, O(*n*).
struct SlowVelocity {
  let samplingRate: Double
  /// The ranges of samples that belong to each run of the recording.
  private(set) var runs: [Range<Int>] = []
  /// When each run begins, in seconds.
  private(set) var onsets: [Double] = []
  private(set) var horizontal: [Float] = []
  private(set) var vertical: [Float] = []
  /// Whether it was made of the means of positions.
  private(set) var isOfPositions = false
  /// Whether a sample was cut out.
  private(set) var isExcised: [Bool] = []

  /// The rate that is aimed at: five samples a cycle at 12 Hz.
  private static let targetRateHz = 60.0
  /// What is left out after a saccade, in seconds: the post-saccadic oscillation.
  private static let afterSaccadeSeconds = 0.020
  /// What is left out around a loss, in seconds: the lid's movement.
  private static let aroundLossSeconds = 0.040

  init(_ movements: EyeMovements) {
    let version = movements.version
    let factor = max(1, Int(version.samplingRate / Self.targetRateHz))
    samplingRate = version.samplingRate / Double(factor)
    let excised = Self.excised(movements)
    for run in version.runs where run.samples.count >= factor {
      let first = isExcised.count
      appendMeans(of: run.samples, factor: factor, version, excised)
      runs.append(first..<isExcised.count)
      onsets.append(run.onset)
    }
    for run in runs {
      Self.bridge(&horizontal, isExcised, in: run)
      Self.bridge(&vertical, isExcised, in: run)
    }
  }

  /// The velocity of one eye, or of one against the other, which neither saccades nor a moving head part.
  ///
  /// From the positions' means: the eyes' own velocities are not kept.
  init(_ movements: EyeMovements, of eye: EyeTrace, against other: EyeTrace? = nil) {
    isOfPositions = true
    let rate = movements.version.samplingRate
    let factor = max(1, Int(rate / Self.targetRateHz))
    samplingRate = rate / Double(factor)
    let excised = Self.excised(movements)
    let horizontals = Self.pair(eye.horizontal, other.map(\.horizontal))
    let verticals = Self.pair(eye.vertical, other.map(\.vertical))
    for run in movements.version.runs where run.samples.count >= 2 * factor {
      let first = isExcised.count
      var cut = 0
      var last: SIMD2<Float>?
      for start in stride(
        from: run.samples.lowerBound, through: run.samples.upperBound - factor, by: factor)
      {
        let block = start..<start + factor
        var place: SIMD2<Float>?
        if !Self.isCut(block, excised, from: &cut) {
          let x = Self.blockMean(horizontals.0, block) - Self.blockMean(horizontals.1, block)
          let y = Self.blockMean(verticals.0, block) - Self.blockMean(verticals.1, block)
          if !x.isNaN, !y.isNaN { place = SIMD2(x, y) }
        }
        if let last, let place {
          let velocity = (place - last) * Float(samplingRate)
          _ = append(velocity.x, velocity.y)
        } else {
          horizontal.append(.nan)
          vertical.append(.nan)
          isExcised.append(true)
        }
        last = place
      }
      runs.append(first..<isExcised.count)
      onsets.append(run.onset)
    }
    for run in runs {
      Self.bridge(&horizontal, isExcised, in: run)
      Self.bridge(&vertical, isExcised, in: run)
    }
  }

  /// An axis of one eye and that of the other: of what one alone has, there is no difference.
  private static func pair(_ own: [Float]?, _ other: [Float]??) -> ([Float]?, [Float]?) {
    guard let other else { return (own, nil) }
    return own == nil || other == nil ? (nil, nil) : (own, other)
  }

  /// What is left of a sinusoid: means of positions, and the steps from one to the next, each take away.
  func gain(at frequency: Double) -> Double {
    let angle = Double.pi * frequency / samplingRate
    guard isOfPositions, angle > 0 else { return 1 }
    return (sin(angle) / angle) * (sin(angle) / angle)
  }

  /// The mean of samples; 0 of an axis that was not recorded, NaN where one is missing.
  private static func blockMean(_ values: [Float]?, _ range: Range<Int>) -> Float {
    guard let values, !values.isEmpty else { return 0 }
    return values[range].withUnsafeBufferPointer { block in
      var lanes = SIMD8<Float>()
      var i = 0
      while i + 8 <= block.count {
        lanes += UnsafeRawPointer(block.baseAddress! + i).loadUnaligned(as: SIMD8<Float>.self)
        i += 8
      }
      var sum = lanes.sum()
      while i < block.count {
        sum += block[i]
        i += 1
      }
      return sum / Float(block.count)
    }
  }

  private static func excised(_ movements: EyeMovements) -> [Range<Int>] {
    let rate = movements.version.samplingRate
    let after = Int((afterSaccadeSeconds * rate).rounded())
    let around = Int((aroundLossSeconds * rate).rounded())
    var ranges = movements.saccades.map {
      max(0, $0.samples.lowerBound - after / 4)..<($0.samples.upperBound + after)
    }
    var losses = movements.losses[...]
    for run in movements.version.runs {
      let end = run.end(samplingRate: rate)
      while let first = losses.first, first.offset <= run.onset { losses.removeFirst() }
      for loss in losses.prefix(while: { $0.onset < end }) where loss.offset > run.onset {
        let first =
          run.samples.lowerBound + Int((max(loss.onset, run.onset) - run.onset) * rate) - around
        let last = run.samples.lowerBound + Int((min(loss.offset, end) - run.onset) * rate) + around
        ranges.append(max(run.samples.lowerBound, first)..<max(run.samples.lowerBound, last))
      }
    }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  private mutating func appendMeans(
    of samples: Range<Int>, factor: Int, _ version: VersionSignal, _ excised: [Range<Int>]
  ) {
    let wide =
      factor > 1
      ? MainsFreeAverage(
        samplingRate: version.samplingRate, isCenteredBetween: factor.isMultiple(of: 2)) : nil
    // What is cut out before these is passed, by the narrow mean and by the wide one.
    var cut = 0
    var near = 0
    for start in stride(from: samples.lowerBound, through: samples.upperBound - factor, by: factor)
    {
      let narrow = start..<start + factor
      if let wide {
        let first = start - (wide.count - factor) / 2
        let around = first..<first + wide.count
        if around.clamped(to: samples) == around, !Self.isCut(around, excised, from: &near) {
          let x = Self.mean(version.horizontalVelocity, around, wide)
          let y = Self.mean(version.verticalVelocity, around, wide)
          if append(x, y) { continue }
        }
      }
      let isCut = Self.isCut(narrow, excised, from: &cut)
      let x = isCut ? .nan : Self.mean(version.horizontalVelocity, narrow)
      let y = isCut ? .nan : Self.mean(version.verticalVelocity, narrow)
      if append(x, y) { continue }
      horizontal.append(x)
      vertical.append(y)
      isExcised.append(true)
    }
  }

  /// Appends a velocity that is known.
  private mutating func append(_ x: Float, _ y: Float) -> Bool {
    guard !x.isNaN, !y.isNaN else { return false }
    horizontal.append(x)
    vertical.append(y)
    isExcised.append(false)
    return true
  }

  /// Whether something in a range is cut out, to be asked for one after the other.
  private static func isCut(
    _ range: Range<Int>, _ excised: [Range<Int>], from next: inout Int
  ) -> Bool {
    while next < excised.count, excised[next].upperBound <= range.lowerBound { next += 1 }
    return next < excised.count && excised[next].lowerBound < range.upperBound
  }

  /// The mean of samples; 0 of an axis that was not recorded, NaN where one is missing.
  private static func mean(
    _ values: [Float], _ range: Range<Int>, _ weighted: MainsFreeAverage? = nil
  ) -> Float {
    guard !values.isEmpty else { return 0 }
    if let weighted { return weighted.mean(of: values, from: range.lowerBound) }
    var sum: Float = 0
    for index in range { sum += values[index] }
    return sum / Float(range.count)
  }

  /// Puts a line across what was cut out, and level ends where a run begins or ends with it.
  private static func bridge(_ values: inout [Float], _ isExcised: [Bool], in run: Range<Int>) {
    var last: Int?
    var index = run.lowerBound
    while index < run.upperBound {
      guard isExcised[index] else {
        last = index
        index += 1
        continue
      }
      var next = index
      while next < run.upperBound, isExcised[next] { next += 1 }
      let before = last.map { values[$0] }
      let after = next < run.upperBound ? values[next] : nil
      let from = before ?? after ?? 0
      let to = after ?? before ?? 0
      for place in index..<next {
        let share = Float(place - index + 1) / Float(next - index + 1)
        values[place] = from + share * (to - from)
      }
      index = next
    }
  }
}
