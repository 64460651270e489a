import Oscillations
import Recordings

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A trace that is painted movement by movement, on a grid of 10 kHz, and then sampled.
///
/// Saccades are minimum-jerk movements of 21 ms + 2.2 ms a degree, whose peak velocity is 1.875 ×
/// the mean.
struct PaintedRecording {
  private static let gridRate = 10_000
  private var x: [Double] = []
  private var y: [Double] = []
  private var here = SIMD2<Double>.zero
  private var lost: [Range<Int>] = []

  var seconds: Double { Double(x.count) / Double(Self.gridRate) }

  mutating func rest(_ seconds: Double) { drift(seconds, .zero) }

  /// Moves at a velocity in degrees a second.
  mutating func drift(_ seconds: Double, _ velocity: SIMD2<Double>) {
    for _ in 0..<Int((seconds * Double(Self.gridRate)).rounded()) {
      here += velocity / Double(Self.gridRate)
      x.append(here.x)
      y.append(here.y)
    }
  }

  mutating func saccade(_ displacement: SIMD2<Double>) {
    let amplitude = (displacement * displacement).sum().squareRoot()
    let count = Int(((0.021 + 0.0022 * amplitude) * Double(Self.gridRate)).rounded())
    for step in 1...count {
      let u = Double(step) / Double(count)
      let share = u * u * u * (10 + u * (6 * u - 15))
      x.append(here.x + share * displacement.x)
      y.append(here.y + share * displacement.y)
    }
    here += displacement
  }

  /// Adds a displacement to everything that was painted, by its time in seconds.
  mutating func add(_ movement: (Double) -> SIMD2<Double>) {
    for index in x.indices {
      let more = movement(Double(index) / Double(Self.gridRate))
      x[index] += more.x
      y[index] += more.y
    }
  }

  mutating func lose(_ seconds: Double) {
    let first = x.count
    rest(seconds)
    lost.append(first..<x.count)
  }

  /// The recording of one eye at a rate, with white noise of a standard deviation in degrees.
  func recording(rate: Int, noise: Double = 0, seed: UInt64 = 1, vertical: Bool = true)
    -> Recording
  {
    var random = Random(state: seed)
    let step = Double(Self.gridRate) / Double(rate)
    let count = Int(Double(x.count) / step)
    var horizontal: [Float] = []
    var up: [Float] = []
    for sample in 0..<count {
      let place = Int(Double(sample) * step)
      let isLost = lost.contains { $0.contains(place) }
      horizontal.append(isLost ? .nan : Float(x[place] + noise * random.normal()))
      up.append(isLost ? .nan : Float(y[place] + noise * random.normal()))
    }
    return Recording(
      id: "painted", samplingRate: Double(rate),
      runs: [Recording.Run(onset: 0, samples: 0..<count)],
      traces: [
        EyeTrace(eye: .right, horizontal: horizontal, vertical: vertical ? up : nil)
      ], clock: ClockReport(), source: Source(format: "painted"))
  }
}

/// Random numbers that a seed fixes (SplitMix64).
struct Random {
  var state: UInt64

  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }

  mutating func normal() -> Double {
    (-2 * log(max(uniform(), 1e-300))).squareRoot() * cos(2 * .pi * uniform())
  }
}

extension Analysis {
  func finding(_ pattern: Pattern) -> Finding {
    findings[Pattern.allCases.firstIndex(of: pattern) ?? 0]
  }

  func status(_ pattern: Pattern) -> Finding.Status { finding(pattern).status }
}
