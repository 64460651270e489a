import Testing

@testable import SignalProcessing

/// Quick ways against the plain ones that they stand for: the same bits.
@Suite struct FastPathTests {
  private static func values(_ count: Int, seed: UInt64) -> [Float] {
    var noise = NoiseSource(seed: seed)
    // Some values stand there more than once.
    return (0..<count).map { $0 % 5 == 0 ? Float($0 % 3) : Float(noise.normal()) }
  }

  @Test(arguments: [0, 1, 2, 5, 17], [0, 1, 2, 9, 40, 300])
  func runningMedianIsThatOfTheSortedWindow(halfWidth: Int, count: Int) {
    let values = Self.values(count, seed: UInt64(count))
    let plain = values.indices.map { center in
      let window = values[
        max(0, center - halfWidth)..<min(count, center + halfWidth + 1)
      ].sorted()
      let middle = window.count / 2
      return window.count % 2 == 1 ? window[middle] : (window[middle - 1] + window[middle]) / 2
    }
    #expect(runningMedian(values, halfWidth: halfWidth) == plain)
  }

  @Test func slidingWindowStaysInOrder() {
    let values = Self.values(400, seed: 3)
    var window = SortedWindow(capacity: 4)
    var present: [Float] = []
    for (index, value) in values.enumerated() {
      if index % 3 == 2 {
        window.remove(present.removeFirst())
      } else if index % 7 == 6 {
        window.replace(present.removeFirst(), with: value)
        present.append(value)
      } else {
        window.insert(value)
        present.append(value)
      }
      #expect((0..<window.count).map { window[$0] } == present.sorted())
    }
  }

  /// Tap by tap, a sample at a time, in the order of the taps.
  private static func plainSlopes(_ values: [Float], halfWidth: Int, rate: Float) -> [Float] {
    let last = values.count - 1
    let margin = min(halfWidth, last / 2)
    return values.indices.map { center in
      let reach = min(center, last - center)
      guard last > 0 else { return 0 }
      guard reach > 0 else {
        return (center == 0 ? values[1] - values[0] : values[last] - values[last - 1]) * rate
      }
      let taps = min(reach, margin)
      let squares = Float(taps * (taps + 1) * (2 * taps + 1) / 3)
      let isInner = reach >= margin
      let sum = (1...taps).reduce(Float(0)) { sum, k in
        let step = values[center + k] - values[center - k]
        return sum + (isInner ? Float(k) * (rate / squares) * step : Float(k) * step)
      }
      return isInner ? sum : sum * rate / squares
    }
  }

  @Test(arguments: [60.0, 250, 1000, 2000], [1, 2, 3, 4, 8, 30, 33, 700, 9001])
  func derivativeIsThatOfTheTapsOneByOne(rate: Double, count: Int) {
    let values = Self.values(count, seed: 9)
    let derivative = SavitzkyGolayDerivative(samplingRate: rate, cutoff: 60)
    let plain = Self.plainSlopes(values, halfWidth: derivative.halfWidth, rate: Float(rate))
    var whole = [Float](repeating: .nan, count: count)
    derivative(values, into: &whole)
    #expect(whole == plain)
    var parts: [Float] = []
    for first in stride(from: 0, to: count, by: 37) {
      let samples = first..<min(first + 37, count)
      var part = [Float](repeating: .nan, count: samples.count)
      values.withUnsafeBufferPointer { source in
        part.withUnsafeMutableBufferPointer {
          derivative.differentiate(source, samples: samples, into: $0.baseAddress!)
        }
      }
      parts += part
    }
    #expect(parts == plain)
  }

  /// What is missing or infinite ends a stretch, wherever in a block of samples it stands.
  @Test(arguments: [0, 1, 2, 63, 64, 65, 255, 256, 319, 320, 321, 576, 640, 2000])
  func finiteSamplesAreThoseUpToTheFirstThatIsNot(length: Int) {
    for other in [Float.nan, .infinity, -.infinity] {
      let values = Self.values(length, seed: 1) + [other] + Self.values(700, seed: 2)
      values.withUnsafeBufferPointer { values in
        for start in [0, length / 3, length] {
          #expect(values.endOfFinite(from: start, to: values.count) == length)
          #expect(values.endOfFinite(from: start, to: length) == length)
        }
        #expect(values.endOfFinite(from: length + 1, to: values.count) == values.count)
      }
      let missing = other.isNaN ? [0..<length, length + 1..<values.count] : [0..<values.count]
      #expect(values.presentRanges(within: [0..<values.count]) == missing.filter { !$0.isEmpty })
    }
  }
}
