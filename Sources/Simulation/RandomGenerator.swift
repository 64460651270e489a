#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The generator behind every simulation: xoshiro256**, seeded through SplitMix64.
///
/// One seed gives several independent streams, so that changing the tracker does not change what
/// the eyes do.
///
/// - Source: Blackman and Vigna 2021, *ACM Trans Math Softw* 47(4):36.
package struct RandomGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  private var spareNormal: Double?

  /// What a stream of random numbers serves.
  package enum Stream: UInt64, Sendable {
    case subject = 1
    case behaviour, blinks, drift, eyes, tracker, losses, clock, pupil, cohort
  }

  package init(seed: UInt64, stream: Stream) {
    var mixer = SplitMix64(state: seed)
    var second = SplitMix64(state: mixer.next() ^ (stream.rawValue &* 0xD1B5_4A32_D192_ED03))
    state = (second.next(), second.next(), second.next(), second.next())
  }

  package mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  /// Uniform in 0 ..< 1.
  package mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  package mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// Uniform in its logarithm, so that each octave is as likely as the next; both bounds positive.
  package mutating func logUniform(_ range: ClosedRange<Double>) -> Double {
    exp(uniform(log(range.lowerBound)...log(range.upperBound)))
  }

  package mutating func chance(_ probability: Double) -> Bool {
    uniform() < probability
  }

  /// Standard normal, by Marsaglia's polar method.
  package mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      if square > 0 && square < 1 {
        let scale = (-2 * log(square) / square).squareRoot()
        spareNormal = y * scale
        return x * scale
      }
    }
  }

  package mutating func normal(_ mean: Double, _ deviation: Double) -> Double {
    mean + deviation * normal()
  }

  /// A normal draw, drawn again until it lies in `range`; at the nearer bound after 100 tries.
  package mutating func normal(
    _ mean: Double, _ deviation: Double, in range: ClosedRange<Double>
  ) -> Double {
    var value = mean
    for _ in 0..<100 {
      value = normal(mean, deviation)
      if range.contains(value) { return value }
    }
    return min(max(value, range.lowerBound), range.upperBound)
  }

  /// Log-normal: `sigma` is the standard deviation of its logarithm.
  package mutating func logNormal(median: Double, sigma: Double) -> Double {
    median * exp(sigma * normal())
  }

  package mutating func exponential(mean: Double) -> Double {
    -mean * log(1 - uniform())
  }

  /// Gamma with a shape of 1 or more, by Marsaglia and Tsang's method.
  package mutating func gamma(shape: Double, mean: Double) -> Double {
    let d = max(shape, 1) - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      if root <= 0 { continue }
      let cube = root * root * root
      if log(1 - uniform()) < 0.5 * x * x + d - d * cube + d * log(cube) {
        return d * cube * mean / max(shape, 1)
      }
    }
  }

  /// Poisson, as the number of unit exponential intervals in `mean`.
  package mutating func poisson(mean: Double) -> Int {
    var count = -1
    var sum = 0.0
    while sum <= mean {
      sum += exponential(mean: 1)
      count += 1
    }
    return count
  }
}

private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func rotated(_ value: UInt64, by bits: UInt64) -> UInt64 {
  (value << bits) | (value >> (64 - bits))
}
