import SignalProcessing
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

func sinusoid(
  _ frequency: Double, amplitude: Double, phaseDegrees: Double = 0, rate: Double, seconds: Double
) -> [Float] {
  (0..<Int(rate * seconds)).map {
    Float(amplitude * sin(2 * .pi * frequency * Double($0) / rate + phaseDegrees * .pi / 180))
  }
}

@Suite struct PowerSpectrumTests {
  @Test func itAgreesWithTheDefinition() throws {
    var noise = NoiseSource(seed: 3)
    let samples = (0..<96).map { _ in Float(noise.normal()) }
    let spectrum = try #require(
      PowerSpectrum(of: samples, samplingRate: 64, segmentDuration: 1))
    #expect(spectrum.segmentCount == 2)
    #expect(spectrum.density.count == 33)
    for bin in 0...32 {
      var expected = 0.0
      for start in [0, 32] {
        let piece = samples[start..<(start + 64)].map(Double.init)
        let mean = piece.reduce(0, +) / 64
        var real = 0.0
        var imaginary = 0.0
        for (index, sample) in piece.enumerated() {
          let tapered = (sample - mean) * (0.5 - 0.5 * cos(2 * .pi * Double(index) / 64))
          real += tapered * cos(2 * .pi * Double(index * bin) / 64)
          imaginary -= tapered * sin(2 * .pi * Double(index * bin) / 64)
        }
        expected += (real * real + imaginary * imaginary) / (64 * 24 * 2)
      }
      if bin != 0 && bin != 32 { expected *= 2 }
      #expect(abs(spectrum.density[bin] - expected) < 1e-6)
    }
  }

  @Test(arguments: [100.0, 250, 1000], [1.0, 2])
  func theIntegralIsTheVariance(rate: Double, segment: Double) throws {
    var noise = NoiseSource(seed: 9)
    let samples = (0..<40_000).map { _ in Float(5 + 0.3 * noise.normal()) }
    let spectrum = try #require(
      PowerSpectrum(of: samples, samplingRate: rate, segmentDuration: segment))
    #expect(abs(spectrum.power(in: 0...(rate / 2)) / 0.09 - 1) < 0.05)
    // White: a tenth of the band holds a tenth of the variance.
    #expect(abs(spectrum.power(in: (rate * 0.2)...(rate * 0.25)) / 0.009 - 1) < 0.1)
  }

  @Test(arguments: [3.21, 4.5, 7.77])
  func aSinusoidIsFoundWithItsFrequencyAndPower(frequency: Double) throws {
    let samples = sinusoid(frequency, amplitude: 2, rate: 500, seconds: 20)
    let spectrum = try #require(
      PowerSpectrum(of: samples, samplingRate: 500, segmentDuration: 2))
    let peak = try #require(spectrum.peak(in: 1...40))
    #expect(abs(peak.frequency - frequency) < 0.02)
    #expect(abs(spectrum.power(in: 1...40) - 2) < 0.01)
    let share = try #require(
      spectrum.concentration(around: peak.frequency, halfWidth: 1, in: 1...40))
    #expect(share > 0.99)
  }

  @Test func nothingIsComputedAcrossMissingSamplesOrBorders() throws {
    // Steps at the NaN and at the border of the runs would spread over all frequencies.
    var samples = sinusoid(5, amplitude: 1, rate: 200, seconds: 9)
    samples[500] = .nan
    for index in 501..<samples.count { samples[index] += 1000 }
    for index in 1100..<samples.count { samples[index] -= 5000 }
    let spectrum = try #require(
      PowerSpectrum(
        of: samples, ranges: [0..<1100, 1100..<1800], samplingRate: 200, segmentDuration: 1))
    // 500, 599 and 700 samples hold 4, 4 and 6 pieces of 200 with half overlap.
    #expect(spectrum.segmentCount == 14)
    #expect(spectrum.power(in: 20...100) < 1e-6)
    #expect(abs(spectrum.power(in: 1...20) - 0.5) < 0.01)
  }

  @Test func tooShortASignalHasNoSpectrum() {
    #expect(PowerSpectrum(of: [1, 2, 3], samplingRate: 100, segmentDuration: 1) == nil)
    #expect(PowerSpectrum(of: [], samplingRate: 100, segmentDuration: 1) == nil)
    let missing = [Float](repeating: .nan, count: 500)
    #expect(PowerSpectrum(of: missing, samplingRate: 100, segmentDuration: 1) == nil)
  }

  @Test func aStillSignalHasNoPeak() throws {
    let still = [Float](repeating: 4, count: 400)
    let spectrum = try #require(PowerSpectrum(of: still, samplingRate: 100, segmentDuration: 1))
    #expect(spectrum.peak(in: 1...40) == nil)
    #expect(spectrum.concentration(around: 4, halfWidth: 1, in: 1...40) == nil)
  }

  @Test func aPeakAboveHalfTheRateIsNotLookedFor() throws {
    let samples = sinusoid(3, amplitude: 1, rate: 25, seconds: 20)
    let spectrum = try #require(PowerSpectrum(of: samples, samplingRate: 25, segmentDuration: 2))
    let peak = try #require(spectrum.peak(in: 1...40))
    #expect(abs(peak.frequency - 3) < 0.05)
    #expect(spectrum.peak(in: 20...40) == nil)
    #expect(spectrum.power(in: 20...40) == 0)
  }

  @Test func theLibrarySaysItsVersion() {
    #expect(fftwVersion.hasPrefix("fftw-3"))
  }

  @Test func threadsShareTransforms() async {
    let samples = sinusoid(6, amplitude: 1, rate: 300, seconds: 10)
    let expected = PowerSpectrum(of: samples, samplingRate: 300, segmentDuration: 1.3)
    await withTaskGroup(of: Bool.self) { group in
      for seconds in [1.3, 0.9, 1.3, 0.7, 1.3, 1.3, 0.5, 1.3] {
        group.addTask {
          let found = PowerSpectrum(of: samples, samplingRate: 300, segmentDuration: seconds)
          return seconds != 1.3 || found == expected
        }
      }
      for await agrees in group { #expect(agrees) }
    }
  }
}

@Suite struct CrossSpectrumTests {
  @Test func oneMovementOnTwoAxesIsCoherent() throws {
    var noise = NoiseSource(seed: 21)
    var x = sinusoid(4, amplitude: 1, rate: 250, seconds: 30)
    var y = sinusoid(4, amplitude: 1, phaseDegrees: 90, rate: 250, seconds: 30)
    for index in x.indices {
      x[index] += Float(0.1 * noise.normal())
      y[index] += Float(0.1 * noise.normal())
    }
    let cross = try #require(
      CrossSpectrum(of: x, and: y, samplingRate: 250, segmentDuration: 2))
    #expect(try #require(cross.coherence(at: 4)) > 0.99)
    let path = try #require(cross.trajectory(around: 4, halfWidth: 1))
    #expect(path.ellipticity > 0.98)
    #expect(path.share > 0.98)
    // Independent noise: 1 / pieces on average.
    let bins = stride(from: 20.0, to: 120, by: 1).map { cross.coherence(at: $0) ?? 1 }
    #expect(bins.reduce(0, +) / Double(bins.count) < 2 / Double(cross.segmentCount))
  }

  @Test func anObliqueLineHasItsAxis() throws {
    let x = sinusoid(3, amplitude: 1, rate: 200, seconds: 20)
    let y = x.map { -$0 * Float(3.0.squareRoot()) }
    let cross = try #require(
      CrossSpectrum(of: x, and: y, samplingRate: 200, segmentDuration: 2))
    let path = try #require(cross.trajectory(around: 3, halfWidth: 1))
    #expect(abs(path.axisDegrees - 120) < 0.01)
    #expect(path.ellipticity < 0.01)
  }

  @Test func itsPowersAreThoseOfEachSignal() throws {
    var noise = NoiseSource(seed: 8)
    let x = (0..<3000).map { _ in Float(noise.normal()) }
    let y = (0..<3000).map { _ in Float(noise.normal()) }
    let cross = try #require(CrossSpectrum(of: x, and: y, samplingRate: 100, segmentDuration: 1))
    #expect(cross.first == PowerSpectrum(of: x, samplingRate: 100, segmentDuration: 1))
    #expect(cross.second == PowerSpectrum(of: y, samplingRate: 100, segmentDuration: 1))
    #expect(cross.coherence(at: 51) == nil)
  }
}
