import Recordings
import SignalProcessing

/// Trains of half-blinks: lids that cover part of the pupil several times a second, so that the middle
/// of what a camera sees of it goes down and comes back, without a loss of signal.
///
/// A half-blink is a dip straight down of some 100 ms, which ends where it began: with the lid open, the
/// eye shows as it is, or as far on as it drifts from one dip to the next. To electrodes, or where a file
/// counts downwards, the dips point up. Three signs tell a train of them from an eye that oscillates, and
/// two of them are asked for: the trace rests longer at the upper end than at the lower one; the upper end
/// stays where it was, while the lower one varies with how far the lid comes; and the way down is faster
/// than the way up, as lids close faster than they open. Oscillations treat both ends alike, the drifts of
/// downbeat nystagmus last longer than a dip, and the quick phases of upbeat nystagmus are faster than the
/// way down.
///
/// - Complexity: to find them, O(*n*) in the samples.
struct HalfBlinkTrains {
  private let parameters: MovementParameters
  private let version: VersionSignal
  /// The smallest dip, in degrees.
  private let least: Float

  private struct Dip {
    /// The lowest sample.
    let bottom: Int
    /// From the first sample in which the trace is below the upper fifth to the first in which it is no
    /// longer.
    let below: Range<Int>
    /// The same of the lowest fifth.
    let lowest: Range<Int>
    /// Where it ends, in degrees: above it before and after, and below.
    let tops: (before: Float, after: Float)
    let low: Float

    var depth: Float { min(tops.before, tops.after) - low }
  }

  init(parameters: MovementParameters, version: VersionSignal, noise: NoiseLevel) {
    self.parameters = parameters
    self.version = version
    least = max(
      parameters.smallestHalfBlinkDegrees,
      parameters.halfBlinkToNoise * Float(noise.standardDeviation))
  }

  /// The trains' samples and some on either side, in order.
  func ranges() -> [Range<Int>] {
    guard !version.verticalVelocity.isEmpty else { return [] }
    return version.segments.flatMap { segment in
      let y = path(in: segment)
      let turns = turns(of: y)
      // Between two tops a dip, between two bottoms one that points up.
      let ranges = [Float(1), -1].flatMap { sign in
        trains(
          stride(from: sign > 0 ? 1 : 2, to: turns.count - 1, by: 2).lazy.compactMap {
            dip(from: turns[$0 - 1], turns[$0], to: turns[$0 + 1], y, sign, in: segment)
          }, in: segment)
      }
      return ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: [Range<Int>]()) {
        joined, range in
        if let last = joined.last, range.lowerBound < last.upperBound {
          joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
        } else {
          joined.append(range)
        }
      }
    }
  }

  private func trains(_ dips: some Sequence<Dip>, in segment: Range<Int>) -> [Range<Int>] {
    let reach = Int(parameters.halfBlinkIntervalSeconds * version.samplingRate)
    let padding = Int(parameters.halfBlinkPaddingSeconds * version.samplingRate)
    var ranges: [Range<Int>] = []
    var train: [Dip] = []
    func close() {
      if isTrain(train) {
        let (first, last) = (train[0].below.lowerBound, train[train.count - 1].below.upperBound)
        ranges.append((first - padding..<last + padding).clamped(to: segment))
      }
      train = []
    }
    for dip in dips {
      if let last = train.last, dip.bottom - last.bottom > reach { close() }
      train.append(dip)
    }
    close()
    return ranges
  }

  private func isTrain(_ train: [Dip]) -> Bool {
    guard train.count >= parameters.fewestHalfBlinks,
      let depth = train.map(\.depth).median(),
      let sideways = train.map(sideways).median(),
      sideways <= parameters.halfBlinkSideways * depth
    else { return false }
    let steps = train.map { $0.tops.after - $0.tops.before }
    let drift = train.count < parameters.fewestHalfBlinksOnDrift ? 0 : steps.median() ?? 0
    guard let upper = steps.map({ ($0 - drift).magnitude }).median(),
      upper <= parameters.halfBlinkTopScatter * depth,
      let lower = zip(train, train.dropFirst()).map({ ($1.low - $0.low - drift).magnitude })
        .median(),
      let rest = zip(train, train.dropFirst())
        .map({ Double($1.below.lowerBound - $0.below.upperBound) }).median(),
      let lowest = train.map({ Double($0.lowest.count) }).median()
    else { return false }
    let down = train.reduce(0) { $0 + $1.lowest.lowerBound - $1.below.lowerBound }
    let up = train.reduce(0) { $0 + $1.below.upperBound - $1.lowest.upperBound }
    guard Double(up) >= parameters.leastHalfBlinkOpeningRatio * Double(down) else { return false }
    let signs = [
      rest >= parameters.halfBlinkRestRatio * lowest,
      upper <= parameters.halfBlinkScatterRatio * lower,
      Double(up) >= parameters.halfBlinkOpeningRatio * Double(down),
    ]
    return signs.count { $0 } >= 2
  }

  /// - Parameter sign: −1 for a dip that points up.
  private func dip(
    from first: Int, _ bottom: Int, to last: Int, _ y: [Float], _ sign: Float,
    in segment: Range<Int>
  ) -> Dip? {
    let tops = (before: sign * y[first], after: sign * y[last])
    let low = sign * y[bottom]
    let depth = min(tops.before, tops.after) - low
    guard depth > least else { return nil }
    func range(below share: Float) -> Range<Int> {
      let level = low + share * depth
      var (start, end) = (bottom, bottom)
      while start > first, sign * y[start - 1] < level { start -= 1 }
      while end < last, sign * y[end] < level { end += 1 }
      return start..<end
    }
    let below = range(below: 0.8)
    let seconds = Double(below.count) / version.samplingRate
    guard seconds >= parameters.shortestHalfBlinkSeconds,
      seconds <= parameters.longestHalfBlinkSeconds
    else { return nil }
    let lowest = range(below: 0.2)
    let offset = segment.lowerBound
    return Dip(
      bottom: offset + bottom, below: offset + below.lowerBound..<offset + below.upperBound,
      lowest: offset + lowest.lowerBound..<offset + lowest.upperBound, tops: tops, low: low)
  }

  /// How far the eye goes sideways on the way down or up, in degrees.
  private func sideways(_ dip: Dip) -> Float {
    guard !version.horizontalVelocity.isEmpty else { return 0 }
    func way(_ samples: Range<Int>) -> Float {
      let sum = version.horizontalVelocity[samples].reduce(0, +)
      return sum.magnitude / Float(version.samplingRate)
    }
    return max(
      way(dip.below.lowerBound + 1..<dip.bottom + 1),
      way(dip.bottom + 1..<dip.below.upperBound + 1))
  }

  /// Where the trace turns by at least the smallest dip: tops and bottoms by turns, first a top. What
  /// comes before the first of them may be nearer.
  private func turns(of y: [Float]) -> [Int] {
    var turns: [Int] = []
    var isRising = true
    var extreme = 0
    for i in y.indices {
      if isRising ? y[i] >= y[extreme] : y[i] <= y[extreme] {
        extreme = i
      } else if (y[i] - y[extreme]).magnitude > least {
        if turns.isEmpty {
          turns = [0, y[...extreme].indices.reduce(0) { y[$1] <= y[$0] ? $1 : $0 }]
        }
        turns.append(extreme)
        isRising.toggle()
        extreme = i
      }
    }
    if !y.isEmpty { turns.append(extreme) }
    return turns
  }

  /// The vertical position, from 0 on.
  private func path(in segment: Range<Int>) -> [Float] {
    var sum = 0.0
    return version.verticalVelocity[segment].map {
      sum += Double($0)
      return Float(sum / version.samplingRate)
    }
  }
}

extension EyeMovements {
  /// The same movements without what trains of half-blinks hold, which are artefacts then; `nil` where
  /// there are none.
  package func withoutHalfBlinks(_ parameters: MovementParameters) -> EyeMovements? {
    var runs = version.runs[...]
    let trains = HalfBlinkTrains(parameters: parameters, version: version, noise: noise).ranges()
      .compactMap { train in
        while let run = runs.first, run.samples.upperBound <= train.lowerBound {
          runs.removeFirst()
        }
        return runs.first.map { run in
          func time(_ sample: Int) -> Double {
            run.onset + Double(sample - run.samples.lowerBound) / version.samplingRate
          }
          return time(train.lowerBound)..<time(train.upperBound)
        }
      }
    guard !trains.isEmpty else { return nil }
    return without(trains)
  }

  private func without(_ spans: [Range<Double>]) -> EyeMovements {
    func outside<Event>(_ events: [Event], _ range: (Event) -> Range<Double>) -> [Event] {
      var next = spans[...]
      return events.filter { event in
        let range = range(event)
        while let first = next.first, first.upperBound <= range.lowerBound { next.removeFirst() }
        return next.first.map { $0.lowerBound >= range.upperBound } ?? true
      }
    }
    var next = spans[...]
    let artefacts = spans.map {
      SignalLoss(onset: $0.lowerBound, offset: $0.upperBound, kind: .artefact)
    }
    return EyeMovements(
      saccades: outside(saccades) { $0.onset..<$0.offset },
      slowPhases: outside(slowPhases) { $0.onset..<$0.offset },
      // Losses beside a train stay, those inside are part of it.
      losses: (outside(losses) { loss in
        let middle = (loss.onset + loss.offset) / 2
        return middle..<middle
      } + artefacts).sorted { $0.onset < $1.onset },
      validStretches: validStretches.flatMap { stretch in
        var stretches: [Range<Double>] = []
        var start = stretch.lowerBound
        while let first = next.first, first.upperBound <= start { next.removeFirst() }
        for span in next.prefix(while: { $0.lowerBound < stretch.upperBound }) {
          if span.lowerBound > start { stretches.append(start..<span.lowerBound) }
          start = span.upperBound
        }
        if stretch.upperBound > start { stretches.append(start..<stretch.upperBound) }
        return stretches
      },
      noise: noise, bandwidth: bandwidth, version: version, agreement: agreement)
  }
}
