import EyeMovements
import Foundation
import Recordings
import Testing

@Suite struct SlowPhaseTests {
  /// Beats of .4 s: a drift to the left that ends where a quick phase to the right begins.
  private func nystagmus(_ drift: @escaping (Double) -> Double, noise: Double) -> Trace {
    var trace = Trace(seconds: 10, rate: 500)
    let beat = 0.4
    let quick = MainSequence.duration(ofAmplitude: Double(abs(drift(beat))))
    trace.add { t in
      let within = t.truncatingRemainder(dividingBy: beat)
      let rest = beat - quick
      if within < rest { return (drift(within), 0) }
      let u = (within - rest) / quick
      return (drift(rest) * (1 - u * u * u * (10 - 15 * u + 6 * u * u)), 0)
    }
    trace.noise(noise)
    return trace
  }

  @Test(arguments: [5.0, 10, 20, 40], [0.02, 0.1])
  func slowPhaseVelocityIsMeasured(speed: Double, noise: Double) {
    let phases = nystagmus({ -speed * $0 }, noise: noise).movements.slowPhases
    let slopes = phases.map { Double($0.velocity.x) }.sorted()
    #expect(slopes.count >= 20)
    let median = slopes[slopes.count / 2]
    #expect(abs(median + speed) < max(0.03 * speed, 0.4))
  }

  @Test func quickPhasesAreToldFromOtherSaccades() {
    let saccades = nystagmus({ -15 * $0 }, noise: 0.02).movements.saccades
    #expect(saccades.count >= 20)
    #expect(saccades.filter(\.isQuickPhase).count >= saccades.count - 2)
  }

  @Test func shapesFollowTheDrift() {
    func commonShape(_ drift: @escaping (Double) -> Double) -> SlowPhase.Shape? {
      let shapes = nystagmus(drift, noise: 0.01).movements.slowPhases.map(\.shape)
      return Dictionary(grouping: shapes) { $0 }.max { $0.value.count < $1.value.count }?.key
    }
    #expect(commonShape { -10 * $0 } == .linear)
    #expect(commonShape { -6 * (1 - exp(-$0 / 0.15)) } == .decreasing)
    #expect(commonShape { -0.3 * (exp($0 / 0.13) - 1) } == .increasing)
  }

  @Test func quietFixationHasNoSlowPhase() {
    var trace = Trace(seconds: 5, rate: 500)
    trace.noise(0.05)
    #expect(trace.movements.slowPhases.isEmpty)
  }
}
