/// Sums over samples, about a common origin of time, that a line follows from.
struct LineSums: Equatable {
  private(set) var count = 0.0
  private(set) var t = 0.0
  private(set) var tt = 0.0
  private(set) var x = 0.0
  private(set) var xx = 0.0
  private(set) var tx = 0.0

  /// The sums of each channel over the same samples.
  static func of(_ channels: [[Float]], in range: Range<Int>, origin: Int) -> [LineSums] {
    var sums: [LineSums] = []
    sums.reserveCapacity(channels.count)
    // Sums of squared times up to this length are whole numbers that a Double holds.
    let isExact = range.count <= 100_000
    for first in stride(from: 0, to: channels.count, by: 2) {
      let last = min(first + 1, channels.count - 1)
      if isExact, !range.isEmpty,
        let pair = complete(channels[first], channels[last], in: range, origin: origin)
      {
        sums.append(pair.0)
        if last > first { sums.append(pair.1) }
      } else {
        for channel in first...last {
          sums.append(LineSums(channels[channel], in: range, origin: origin))
        }
      }
    }
    return sums
  }

  /// Two channels, side by side: the additions of one wait for each other. Each is added up in the order
  /// in which it would be alone. `nil` where a sample is missing in one.
  private static func complete(
    _ a: [Float], _ b: [Float], in range: Range<Int>, origin: Int
  ) -> (LineSums, LineSums)? {
    let level = SIMD2(a[range.lowerBound], b[range.lowerBound])
    var (x, xx, tx) = (SIMD2<Double>(), SIMD2<Double>(), SIMD2<Double>())
    for i in range {
      let value = SIMD2<Double>(SIMD2(a[i], b[i]) - level)
      x += value
      xx += value * value
      tx += Double(i - origin) * value
    }
    guard x.sum().isFinite else { return nil }
    let (low, high) = (range.lowerBound - origin, range.upperBound - 1 - origin)
    // The sum of the squares from 1 to n, for n below 0 as well.
    let squares = { (n: Int) in n * (n + 1) * (2 * n + 1) / 6 }
    var common = LineSums()
    common.count = Double(range.count)
    common.t = Double((low + high) * range.count / 2)
    common.tt = Double(squares(high) - squares(low - 1))
    func sums(_ lane: Int) -> LineSums {
      var sums = common
      (sums.x, sums.xx, sums.tx) = (x[lane], xx[lane], tx[lane])
      sums.shift(by: Double(level[lane]))
      return sums
    }
    return (sums(0), sums(1))
  }

  private init() {}

  /// The sums of one channel, whose missing samples are left out.
  init(_ values: [Float], in range: Range<Int>, origin: Int) {
    guard let first = range.first(where: { values[$0].isFinite }) else { return }
    let level = values[first]
    for i in range {
      let value = Double(values[i] - level)
      guard value == value else { continue }
      let time = Double(i - origin)
      count += 1
      t += time
      tt += time * time
      x += value
      xx += value * value
      tx += time * value
    }
    shift(by: Double(level))
  }

  /// Back to the common level, so that halves can be added.
  private mutating func shift(by level: Double) {
    xx += 2 * level * x + count * level * level
    tx += level * t
    x += count * level
  }

  static func + (a: LineSums, b: LineSums) -> LineSums {
    var sum = a
    sum.count += b.count
    sum.t += b.t
    sum.tt += b.tt
    sum.x += b.x
    sum.xx += b.xx
    sum.tx += b.tx
    return sum
  }

  /// Slope a sample, and its standard error.
  var line: (slope: Double, slopeError: Double)? {
    let spread = tt - t * t / count
    guard count > 2, spread > 0 else { return nil }
    let slope = (tx - t * x / count) / spread
    let residual = max(0, xx - x * x / count - slope * slope * spread)
    return (slope, (residual / (count - 2) / spread).squareRoot())
  }
}
