/// A closure of the lids, and what it does to the tracker's signal.
struct Blink: Sendable {
  /// When the signal is first displaced, in seconds.
  let onset: Double
  /// How long the lid takes to cover the pupil, stays shut, and takes to uncover it.
  let closing: Double
  let closed: Double
  let opening: Double
  /// How far the signal is dragged while the lid covers part of the pupil, in degrees.
  let drag: SIMD2<Double>
  /// Whether the pupil is never wholly covered: the signal dips, but no sample is lost.
  let isPartial: Bool

  var offset: Double { onset + closing + closed + opening }
  /// When the pupil is covered.
  var covered: Range<Double> { (onset + closing)..<(onset + closing + closed) }

  /// How far the lid is down at a time, 0 to 1.
  func closure(at time: Double) -> Double {
    let elapsed = time - onset
    if elapsed <= 0 || time >= offset { return 0 }
    if elapsed < closing { return smooth(elapsed / closing) }
    if elapsed < closing + closed { return 1 }
    return smooth((offset - time) / opening)
  }

  private func smooth(_ share: Double) -> Double {
    share * share * (3 - 2 * share)
  }

  /// The blinks of a recording.
  static func schedule(
    rate: Double, duration: Double, random: inout RandomGenerator
  ) -> [Blink] {
    guard rate > 0 else { return [] }
    var blinks: [Blink] = []
    let down = random.chance(0.8) ? -1.0 : 1.0
    let depth = random.uniform(3...12)
    let partialShare = random.uniform(0...0.25)
    var time = random.exponential(mean: 60 / rate)
    while time < duration - 0.6 {
      let isPartial = random.chance(partialShare)
      let size = isPartial ? random.uniform(0.25...0.8) : random.uniform(0.7...1.25)
      let blink = Blink(
        onset: time, closing: random.uniform(0.025...0.07),
        closed: isPartial ? random.uniform(0...0.02) : random.gamma(shape: 5, mean: 0.12) + 0.02,
        opening: random.uniform(0.04...0.13),
        drag: SIMD2(random.normal(0, 0.12) * depth * size, down * depth * size),
        isPartial: isPartial)
      blinks.append(blink)
      let pause = random.chance(0.06) ? 0.25 : max(0.5, random.gamma(shape: 2, mean: 60 / rate))
      time = blink.offset + pause
    }
    return blinks
  }
}
