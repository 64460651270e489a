import Foundation
import SignalProcessing
import Testing

@testable import EyeMovements

@Suite struct NoiseTests {
  @Test(arguments: [100.0, 500, 1000], [0.02, 0.1, 0.4])
  func whiteNoiseIsMeasured(rate: Double, deviation: Double) {
    var trace = Trace(seconds: 20, rate: rate)
    trace.noise(deviation)
    let noise = trace.movements.noise
    #expect(abs(noise.standardDeviation / deviation - 1) < 0.1)
    #expect(abs(noise.rmsSampleToSample / deviation - 2.0.squareRoot()) < 0.15)
  }

  /// Where an eye is still, what moves in the velocity is noise.
  @Test(arguments: [60.0, 120, 250, 500, 1000])
  func noiseOfTheSmoothedVelocityIsTold(rate: Double) {
    var trace = Trace(seconds: 60, rate: rate)
    trace.noise(1)
    let filters = DetectionFilters(samplingRate: rate, parameters: MovementParameters())
    var velocity = trace.x
    SavitzkyGolayDerivative(samplingRate: rate, cutoff: MovementParameters().velocityCutoffHz)(
      trace.x, into: &velocity)
    let width = 2 * filters.detectionHalf + 1
    let squares = (0...velocity.count - width).map { first in
      let mean = velocity[first..<first + width].reduce(0, +) / Float(width)
      return Double(mean * mean)
    }
    let deviation = (squares.reduce(0, +) / Double(squares.count)).squareRoot()
    #expect(abs(filters.smoothedNoiseGain / deviation - 1) < 0.05)
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
