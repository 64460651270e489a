import SignalProcessing
import Testing

@Suite struct TrendTests {
  @Test func aLineIsFoundWithItsSlopeASecond() throws {
    // 2 + 3 t at 100 Hz, far from zero to show that the level costs no digits.
    let samples = (0..<50).map { Float(1000 + 2 + 0.03 * Double($0)) }
    let fit = try #require(LineFit(samples: samples[...], samplingRate: 100))
    #expect(abs(fit.slope - 3) < 1e-3)
    #expect(abs(fit.level - 1002.735) < 1e-3)
  }

  @Test func standardErrorsAreTheTextbooks() throws {
    // y = 1, 3, 2, 5 at k = 0 … 3: slope 1.1, residual sum of squares 2.7, error √(1.35 / 5).
    let fit = try #require(LineFit(samples: [9, 1, 3, 2, 5][1...], samplingRate: 1))
    #expect(isClose(fit.slope, 1.1))
    #expect(isClose(fit.level, 2.75))
    #expect(isClose(try #require(fit.slopeError), (1.35 / 5).squareRoot()))
    #expect(isClose(try #require(fit.residualDeviation), 1.35.squareRoot()))
    #expect(LineFit(samples: [1][...], samplingRate: 1) == nil)
    #expect(LineFit(samples: [1, 2][...], samplingRate: 1)?.slopeError == nil)
  }

  @Test func aParabolaIsFoundWithItsAcceleration() throws {
    // 1 + 2 t + 5 t² (acceleration 10) over one second: at its middle, 3.25 and a slope of 7.
    let samples = (0...200).map { Float(1 + 2 * Double($0) / 200 + 5 * pow2(Double($0) / 200)) }
    let fit = try #require(QuadraticFit(samples: samples[...], samplingRate: 200))
    #expect(abs(fit.acceleration - 10) < 1e-3)
    #expect(abs(fit.slope - 7) < 1e-4)
    #expect(abs(fit.level - 3.25) < 1e-5)
    #expect(try #require(fit.residualDeviation) < 1e-4)
    #expect(QuadraticFit(samples: [1, 2][...], samplingRate: 1) == nil)
  }

  @Test func theAccelerationsErrorIsItsScatter() throws {
    var generator = SeededGenerator(seed: 11)
    var errors: [Double] = []
    var estimates: [Double] = []
    for _ in 0..<400 {
      let samples = (0..<60).map { _ in Float(generator.uniform() - 0.5) }
      let fit = try #require(QuadraticFit(samples: samples[...], samplingRate: 60))
      estimates.append(fit.acceleration)
      errors.append(try #require(fit.accelerationError))
    }
    let scatter = (estimates.reduce(0) { $0 + $1 * $1 } / 400).squareRoot()
    #expect(abs(scatter / (errors.reduce(0, +) / 400) - 1) < 0.12)
  }

  @Test(arguments: [20, 48, 500])
  func wildSamplesDoNotMoveTheMedianSlope(count: Int) throws {
    var samples = (0..<count).map { Float(0.02 * Double($0)) }
    samples[3] = 1000
    samples[count - 2] = -500
    samples[count / 2] = .nan
    let slope = try #require(samples[...].theilSenSlope(samplingRate: 500))
    #expect(abs(slope - 10) < 0.5)
    #expect(samples[..<1].theilSenSlope(samplingRate: 500) == nil)
  }

  private func pow2(_ x: Double) -> Double { x * x }
}
