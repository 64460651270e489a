import Oscillations
import Recordings
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the rate of a signal lets tell of sinusoidal oscillations.
@Suite struct PendularRateTests {
  /// A sinusoid of 3 degrees peak to peak at 25 Hz, drawn as straight lines at 250 Hz.
  private func interpolated(_ frequency: Double) -> Recording {
    let coarse = (0..<1500).map { sample in
      let noise = 0.05 * sin(Double(sample * sample) * 1.7)
      return Float(1.5 * sin(2 * .pi * frequency * Double(sample) / 25) + noise)
    }
    let positions = zip(coarse, coarse.dropFirst()).flatMap { first, next in
      (0..<10).map { first + (next - first) * Float($0) / 10 }
    }
    return Recording(
      id: "interpolated", samplingRate: 250,
      runs: [.init(onset: 0, samples: positions.indices)],
      traces: [EyeTrace(eye: .unknown, horizontal: positions)], clock: ClockReport(),
      source: Source(format: "test"))
  }

  /// It takes five samples of the signal a cycle, however many the export makes of them.
  @Test func frequenciesBeyondTheEffectiveRateAreNotShown() {
    let slow = Analyzer().analysis(of: interpolated(4))
    #expect(abs(slow.signal.effectiveRate - 25) < 2)
    #expect(slow.status(.pendularNystagmus) == .consistent)
    let fast = Analyzer().analysis(of: interpolated(7))
    #expect(abs(fast.signal.effectiveRate - 25) < 2)
    #expect(fast.status(.pendularNystagmus) == .notSeen)
  }
}
