import SignalProcessing
import Testing

@Suite struct MainsFreeAverageTests {
  /// What is left of a sinusoid, over a second of places.
  private func gain(_ frequency: Double, rate: Double, isCenteredBetween: Bool) -> Float {
    let average = MainsFreeAverage(samplingRate: rate, isCenteredBetween: isCenteredBetween)
    let wave = sinusoid(frequency, amplitude: 1, rate: rate, seconds: 2)
    return (0..<Int(rate)).map { abs(average.mean(of: wave, from: $0)) }.max() ?? 0
  }

  @Test(arguments: [200.0, 240, 250, 300, 400, 500, 600, 1000, 2000], [false, true])
  func humVanishesAndSlowMovementStays(rate: Double, isCenteredBetween: Bool) {
    func gain(_ frequency: Double) -> Float {
      self.gain(frequency, rate: rate, isCenteredBetween: isCenteredBetween)
    }
    for hum in [50.0, 60] { #expect(gain(hum) < 0.02) }
    for slow in [1.0, 3, 6, 9, 12] { #expect(abs(gain(slow) - 1) < 0.04) }
  }

  @Test func aConstantStaysAndAGapIsNoNumber() {
    let average = MainsFreeAverage(samplingRate: 250, isCenteredBetween: true)
    var values = [Float](repeating: 3, count: 40)
    #expect(abs(average.mean(of: values, from: 5) - 3) < 1e-5)
    values[10] = .nan
    #expect(average.mean(of: values, from: 5).isNaN)
  }
}
