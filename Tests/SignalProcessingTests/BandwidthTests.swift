import SignalProcessing
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Two axes of an eye that looks around: minimum-jerk saccades of 21 + 2.2 A ms, rests of 150 to
/// 600 ms, and a tracker's white noise.
struct LookingAround {
  var rate = 500.0
  var seconds = 16.0
  var noise = 0.02
  var seed: UInt64 = 1
  var isFixating = false

  func samples() -> [[Double]] {
    var random = NoiseSource(seed: seed)
    let count = Int(rate * seconds)
    var axes = [[Double]](repeating: [Double](repeating: 0, count: count), count: 2)
    var gaze = SIMD2<Double>()
    var start = 0
    while start < count {
      let pause = Int(rate * (0.15 + 0.45 * random.uniform()))
      let amplitude = isFixating ? 0.2 + 0.3 * random.uniform() : 1 + 9 * random.uniform()
      let angle = 2 * .pi * random.uniform()
      // Back towards the middle where it would go too far.
      let outward = SIMD2(cos(angle), sin(angle)) * amplitude
      let reach = gaze + outward
      let step = (reach * reach).sum() > 144 ? -outward : outward
      let length = (0.021 + 0.0022 * amplitude) * rate
      for index in start..<min(count, start + pause + Int(length) + 1) {
        let t = min(1, max(0, Double(index - start - pause) / length))
        let place = gaze + step * (t * t * t * (10 - 15 * t + 6 * t * t))
        axes[0][index] = place.x
        axes[1][index] = place.y
      }
      gaze += step
      start += pause + Int(length) + 1
    }
    return axes.map { $0.map { $0 + noise * random.normal() } }
  }
}

/// What an export does on the way to a higher rate.
enum Upsampling: CaseIterable, Sendable {
  case hold, linear, cubic

  func callAsFunction(_ samples: [Double], by factor: Double) -> [Double] {
    (0..<Int(Double(samples.count - 3) * factor)).map { index in
      let place = Double(index) / factor + 1
      let left = Int(place)
      let t = place - Double(left)
      let (a, b, c, d) = (
        samples[left - 1], samples[left], samples[left + 1],
        left + 2 < samples.count ? samples[left + 2] : samples[left + 1]
      )
      switch self {
      case .hold: return b
      case .linear: return b + t * (c - b)
      case .cubic:
        // Catmull and Rom's spline.
        return b + t * (c - a) / 2 + t * t * (a - 2.5 * b + 2 * c - d / 2)
          + t * t * t * (1.5 * (b - c) + (d - a) / 2)
      }
    }
  }
}

/// A Butterworth filter of order 2, forth and back: an order of 4 without delay.
func lowPassed(_ samples: [Double], cutoff: Double, rate: Double) -> [Double] {
  // Half power after both passes.
  let k = tan(.pi * cutoff / rate) / pow(2.0.squareRoot() - 1, 0.25)
  let norm = 1 / (1 + 2.0.squareRoot() * k + k * k)
  let b = k * k * norm
  let a1 = 2 * (k * k - 1) * norm
  let a2 = (1 - 2.0.squareRoot() * k + k * k) * norm
  func pass(_ x: [Double]) -> [Double] {
    var (x1, x2, y1, y2) = (x[0], x[0], x[0], x[0])
    return x.map { sample in
      let y = b * (sample + 2 * x1 + x2) - a1 * y1 - a2 * y2
      (x2, x1, y2, y1) = (x1, sample, y1, y)
      return y
    }
  }
  return pass(pass(samples).reversed()).reversed()
}

func rounded(_ axes: [[Double]], to step: Double = 1e-4) -> [[Float]] {
  axes.map { $0.map { Float(($0 / step).rounded() * step) } }
}

@Suite struct BandwidthTests {
  @Test(arguments: [100.0, 250, 500, 1000], [0, 0.005, 0.02, 0.1, 0.4])
  func whatNothingLimitsIsNotLimited(rate: Double, noise: Double) throws {
    let axes = LookingAround(rate: rate, noise: noise).samples()
    let estimate = try #require(estimateBandwidth(of: rounded(axes), samplingRate: rate))
    #expect(estimate == BandwidthEstimate(effectiveRate: rate))
  }

  @Test(arguments: [500.0, 2000])
  func roundedSamplesThatRepeatAtRestAreNoHold(rate: Double) throws {
    // A tenth of a pixel, and noise below it: most samples of a fixation repeat.
    let axes = LookingAround(rate: rate, seconds: 8, noise: 0.002).samples()
    let estimate = try #require(
      estimateBandwidth(of: rounded(axes, to: 0.003), samplingRate: rate))
    #expect(!estimate.isUpsampled)
    #expect(estimate.effectiveRate == rate)
  }

  @Test(
    arguments: [(30.0, 500.0), (60, 500), (50, 1000), (25, 100), (30, 250)],
    Upsampling.allCases)
  func upsamplingIsSeenThrough(rates: (from: Double, to: Double), method: Upsampling) throws {
    for noise in [0.02, 0.1] {
      let sparse = LookingAround(rate: rates.from, seconds: 20, noise: noise).samples()
      let axes = sparse.map { method($0, by: rates.to / rates.from) }
      let estimate = try #require(
        estimateBandwidth(of: rounded(axes), samplingRate: rates.to))
      // The images of a cubic interpolation fill its fall, and make it seem to come later.
      let tolerance = method == .cubic ? 0.35 : 0.2
      #expect(abs(estimate.effectiveRate / rates.from - 1) < tolerance)
      #expect(method == .cubic || estimate.isUpsampled)
    }
  }

  @Test(arguments: [15.0, 20, 30, 50], [250.0, 500, 1000])
  func aTrackersLowPassIsMeasured(cutoff: Double, rate: Double) throws {
    for isFixating in [false, true] {
      let raw = LookingAround(rate: rate, noise: 0.05, isFixating: isFixating).samples()
      let axes = raw.map { lowPassed($0, cutoff: cutoff, rate: rate) }
      let estimate = try #require(estimateBandwidth(of: rounded(axes), samplingRate: rate))
      #expect(estimate.isFiltered)
      #expect(abs(try #require(estimate.cutoff) / cutoff - 1) < 0.25)
      #expect(estimate.effectiveRate > 2 * cutoff * 0.8 && estimate.effectiveRate < 3.2 * cutoff)
    }
  }

  @Test func aFilterAboveTheMeasuresIsNoLimit() throws {
    let raw = LookingAround(rate: 1000).samples()
    let axes = raw.map { lowPassed($0, cutoff: 150, rate: 1000) }
    let estimate = try #require(estimateBandwidth(of: rounded(axes), samplingRate: 1000))
    #expect(estimate == BandwidthEstimate(effectiveRate: 1000))
  }

  @Test(arguments: [0, 0.02])
  func aSinusoidIsNoFilter(noise: Double) throws {
    var random = NoiseSource(seed: 2)
    let axis = (0..<10_000).map {
      2 * sin(Double($0) * 2 * .pi * 4.3 / 500) + noise * random.normal()
    }
    let estimate = try #require(estimateBandwidth(of: rounded([axis]), samplingRate: 500))
    #expect(estimate.effectiveRate == 500)
  }

  @Test func missingSamplesAndRunsAreKeptApart() throws {
    var axes = rounded(LookingAround(seconds: 30, noise: 0.05).samples())
    // Losses every 1.2 s, and a step at the border of two runs.
    for index in stride(from: 600, to: axes[0].count, by: 600) {
      for missing in index..<(index + 40) { axes[0][missing] = .nan }
    }
    for index in 7_000..<axes[1].count { axes[1][index] += 300 }
    let estimate = try #require(
      estimateBandwidth(
        of: axes, ranges: [0..<7_000, 7_000..<axes[0].count], samplingRate: 500))
    #expect(estimate.effectiveRate == 500)
  }

  @Test func tooLittleIsNotJudged() {
    #expect(estimateBandwidth(of: [], samplingRate: 500) == nil)
    #expect(estimateBandwidth(of: [[1, 2, 3]], samplingRate: 500) == nil)
    let missing = [Float](repeating: .nan, count: 5_000)
    #expect(estimateBandwidth(of: [missing], samplingRate: 500) == nil)
    let still = [Float](repeating: 2, count: 5_000)
    #expect(estimateBandwidth(of: [still], samplingRate: 500)?.effectiveRate == 500)
  }
}
