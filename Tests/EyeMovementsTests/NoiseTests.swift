import EyeMovements
import Foundation
import Testing

@Suite struct NoiseTests {
  @Test(arguments: [100.0, 500, 1000], [0.02, 0.1, 0.4])
  func whiteNoiseIsMeasured(rate: Double, deviation: Double) {
    var trace = Trace(seconds: 20, rate: rate)
    trace.noise(deviation)
    let noise = trace.movements.noise
    #expect(abs(noise.standardDeviation / deviation - 1) < 0.1)
    #expect(abs(noise.rmsSampleToSample / deviation - 2.0.squareRoot()) < 0.15)
  }

  @Test func saccadesDoNotCountAsNoise() {
    var trace = Trace(seconds: 20, rate: 500)
    for (i, t) in stride(from: 0.5, to: 19.5, by: 0.25).enumerated() {
      trace.saccade(at: t, i % 2 == 0 ? 5 : -5)
    }
    trace.noise(0.03)
    let noise = trace.movements.noise
    #expect(noise.isFromQuietStretches)
    #expect(abs(noise.standardDeviation / 0.03 - 1) < 0.15)
  }
}
