import Foundation
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

  /// The slope of the line through 2 *m* + 1 samples.
  private static func slope(_ values: [Float], _ center: Int, _ m: Int, _ rate: Double) -> Double {
    var sum = 0.0
    for k in 1...m { sum += Double(k) * Double(values[center + k] - values[center - k]) }
    let squares = m * (m + 1) * (2 * m + 1) / 3
    return sum * rate / Double(squares)
  }

  /// One sample at a time, from lines through the widest window and through the next narrower one.
  private static func plainSlopes(
    _ values: [Float], widest: Int, share: Double, rate: Double
  ) -> [Double] {
    let last = values.count - 1
    return values.indices.map { center in
      let reach = min(center, last - center)
      guard last > 0 else { return 0 }
      guard reach > 0 else {
        return Double(center == 0 ? values[1] - values[0] : values[last] - values[last - 1]) * rate
      }
      guard reach >= widest, widest > 1 else {
        return slope(values, center, min(reach, widest), rate)
      }
      return share * slope(values, center, widest, rate)
        + (1 - share) * slope(values, center, widest - 1, rate)
    }
  }

  /// Rates, the widest window, and its share beside the next narrower one for a cut-off of 60 Hz: so much
  /// that 60 Hz are left at 1/√2.
  @Test(
    arguments: [(60.0, 1, 1.0), (250, 1, 1), (400, 2, 0.534443), (1000, 5, 0.358930)],
    [1, 2, 3, 4, 8, 30, 33, 700, 9001])
  func derivativeIsThatOfTheTapsOneByOne(
    window: (rate: Double, widest: Int, share: Double), count: Int
  ) {
    let values = Self.values(count, seed: 9)
    let derivative = SavitzkyGolayDerivative(samplingRate: window.rate, cutoff: 60)
    #expect(derivative.halfWidth == window.widest)
    let plain = Self.plainSlopes(
      values, widest: window.widest, share: window.share, rate: window.rate)
    var whole = [Float](repeating: .nan, count: count)
    derivative(values, into: &whole)
    let most = values.map(\.magnitude).max() ?? 0
    for (found, slope) in zip(whole, plain) {
      #expect(abs(Double(found) - slope) <= 2e-4 * Double(most) * window.rate)
    }
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
    #expect(parts == whole)
  }

  /// The bandwidth, and with it the noise, is the one asked for at every rate that allows it.
  @Test(arguments: [280.0, 300, 400, 500, 600, 1000, 2000])
  func theDerivativeHasTheCutoffAskedFor(rate: Double) {
    let derivative = SavitzkyGolayDerivative(samplingRate: rate, cutoff: 60)
    #expect(derivative.cutoff == 60)
    let omega = 2 * Double.pi * 60
    let wave = (0..<4000).map { Float(sin(omega * Double($0) / rate)) }
    var slopes = wave
    derivative(wave, into: &slopes)
    let power = slopes[100..<3900].reduce(0) { $0 + Double($1 * $1) } / 3800
    #expect(abs((2 * power).squareRoot() / omega - 0.5.squareRoot()) < 0.01)
    let line = (0..<100).map { Float($0) }
    var steady = line
    derivative(line, into: &steady)
    #expect(steady.allSatisfy { abs(Double($0) - rate) < 1e-3 * rate })
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
