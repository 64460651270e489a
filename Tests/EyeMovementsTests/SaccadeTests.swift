import EyeMovements
import Foundation
import Recordings
import Testing

@Suite struct SaccadeTests {
  @Test(arguments: [250.0, 500, 1000], [0.02, 0.05])
  func aSaccadeIsMeasured(rate: Double, noise: Double) throws {
    var trace = Trace(seconds: 3, rate: rate)
    trace.saccade(at: 1, 6, 8)
    trace.noise(noise)
    let saccades = trace.movements.saccades
    let saccade = try #require(saccades.first)
    #expect(saccades.count == 1)
    #expect(abs(saccade.onset - 1) < 0.010)
    #expect(abs(saccade.offset - 1.043) < 0.010)
    #expect(abs(Double(saccade.amplitude) - 10) < 0.3)
    #expect(abs(saccade.displacement.x - 6) < 0.3)
    #expect(abs(saccade.displacement.y - 8) < 0.3)
    // Minimum jerk: 1.875 A / D = 436 °/s, less what the velocity's band leaves out.
    #expect(saccade.peakVelocity > 0.75 * 436)
    #expect(saccade.peakVelocity < 1.05 * 436)
  }

  @Test(arguments: [200.0, 250, 500, 1000])
  func smallSaccadesAreFoundAtAnyRate(rate: Double) {
    var trace = Trace(seconds: 12, rate: rate)
    for index in 0..<20 {
      trace.saccade(at: 0.8 + 0.5 * Double(index) + 0.0013, index % 2 == 0 ? 0.7 : -0.7, 0.3)
    }
    trace.noise(0.02)
    #expect(trace.movements.saccades.count == 20)
  }

  @Test(arguments: [250.0, 500, 1000])
  func backToBackSaccadesStayApart(rate: Double) {
    var trace = Trace(seconds: 4, rate: rate)
    var time = 1.0
    let steps = [(4, 0), (-6, 3), (2, -7), (5, 5), (-8, -1), (3, 0), (0, -4), (0, 4)]
    for (dx, dy) in steps { time = trace.saccade(at: time, Double(dx), Double(dy)) + 0.004 }
    trace.noise(0.02)
    let saccades = trace.movements.saccades
    #expect(saccades.count == steps.count)
    for (saccade, step) in zip(saccades, steps) {
      let expected = SIMD2(Float(step.0), Float(step.1))
      let error = saccade.displacement - expected
      #expect((error * error).sum().squareRoot() < 0.15 * saccade.amplitude + 0.3)
    }
  }

  /// Where one axis is half through its saccade as the other sets out, the speed hardly dips, while the
  /// direction turns by a right angle.
  @Test(arguments: [500.0, 1000], [0.01, 0.03])
  func saccadesOfTwoAxesThatOverlapStayApart(rate: Double, noise: Double) {
    var trace = Trace(seconds: 4, rate: rate)
    let lag = 0.45 * MainSequence.duration(ofAmplitude: 8)
    var time = 1.0
    for pair in 0..<10 {
      let size = pair % 2 == 0 ? 8.0 : -8.0
      trace.saccade(at: time, size)
      time = trace.saccade(at: time + lag, 0, size) + 0.006
    }
    trace.noise(noise)
    #expect(trace.movements.saccades.count == 20)
  }

  @Test func anEndlessBurstDoesNotRaiseTheThresholdAboveItself() {
    var trace = Trace(seconds: 12, rate: 500)
    var time = 0.5
    var count = 0
    var side = 1.0
    while time < 11.5 {
      time = trace.saccade(at: time, side * 4) + 0.006
      side = -side
      count += 1
    }
    trace.noise(0.02)
    #expect(abs(trace.movements.saccades.count - count) <= count / 50)
  }

  /// Up to what was ever described, 16° from end to end in infantile nystagmus and 8 Hz, and beyond.
  @Test(
    arguments: [
      (0.5, 3.0), (2, 6), (5, 5), (4, 6), (3, 8), (8, 3), (8, 3.5), (3, 2.5), (6, 6), (8, 4.5),
      (8, 6),
    ],
    [0.02, 0.1])
  func pendularNystagmusHoldsNoSaccade(movement: (Double, Double), noise: Double) {
    let (amplitude, frequency) = movement
    var trace = Trace(seconds: 20, rate: 500)
    trace.add { t in
      let phase = 2 * Double.pi * frequency * t
      return (amplitude * sin(phase), 0.4 * amplitude * sin(phase + 1))
    }
    trace.noise(noise)
    #expect(trace.movements.saccades.count <= (noise < 0.05 ? 0 : 1))
  }

  /// Large saccades of slow patients, whose speed rises and falls evenly, last as long as half-cycles of
  /// pendular nystagmus; no nystagmus is that large and that fast and over within two seconds.
  @Test(arguments: [250.0, 500], [(14.0, 0.070), (20, 0.085), (30, 0.105)])
  func largeSlowSaccadesBackToBackAreFound(rate: Double, saccade: (size: Double, seconds: Double)) {
    var trace = Trace(seconds: 10, rate: rate)
    let swings = 40
    for swing in 0..<swings {
      let onset = 1 + Double(swing) * (saccade.seconds + 0.008) + (swing < 20 ? 0 : 2)
      trace.add { t in
        let u = min(max((t - onset) / saccade.seconds, 0), 1)
        return ((swing % 2 == 0 ? 1 : -1) * saccade.size * u * u * (3 - 2 * u), 0)
      }
    }
    trace.noise(0.03)
    #expect(abs(trace.movements.saccades.count - swings) <= 1)
  }

  @Test func aPostSaccadicOscillationIsNoPartOfItsSaccade() throws {
    var trace = Trace(seconds: 3, rate: 1000)
    let end = trace.saccade(at: 1, 8)
    // A damped swing of .5 degrees at 20 Hz, as of the iris after a saccade.
    trace.add { t in
      let after = t - end
      return (after < 0 ? 0 : -0.5 * exp(-after / 0.014) * sin(2 * .pi * 20 * after), 0)
    }
    trace.noise(0.01)
    let saccades = trace.movements.saccades
    let saccade = try #require(saccades.first)
    #expect(saccades.count == 1)
    #expect(saccade.offset < end + 0.008)
  }

  @Test func aMirroredTraceGivesMirroredSaccades() {
    var trace = Trace(seconds: 6, rate: 500)
    for (i, t) in stride(from: 0.5, to: 5.5, by: 0.37).enumerated() {
      trace.saccade(at: t, i % 2 == 0 ? 3 : -2, i % 3 == 0 ? 2 : -1)
    }
    trace.noise(0.03)
    var mirrored = trace
    mirrored.x = trace.x.map { -$0 }
    let (a, b) = (trace.movements.saccades, mirrored.movements.saccades)
    #expect(a.map(\.samples) == b.map(\.samples))
    #expect(a.map { SIMD2(-$0.displacement.x, $0.displacement.y) } == b.map(\.displacement))
  }

  @Test func oneAxisIsEnough() {
    var trace = Trace(seconds: 3, rate: 500)
    trace.saccade(at: 1, 5)
    trace.noise(0.02)
    let recording = trace.recording(of: [EyeTrace(eye: .left, horizontal: trace.x)])
    let saccades = MovementFinder().movements(in: recording).saccades
    #expect(saccades.count == 1)
    #expect(saccades.first?.eyes == .left)
  }

  @Test func microflutterIsFoundByItsTrain() {
    var trace = Trace(seconds: 4, rate: 1000)
    var time = 1.0
    for i in 0..<12 { time = trace.saccade(at: time, i % 2 == 0 ? 0.3 : -0.3) + 0.004 }
    trace.noise(0.005)
    #expect(abs(trace.movements.saccades.count - 12) <= 1)
  }

  /// Infantile nystagmus: the eye stands a little, goes off faster and faster, and comes back at once.
  @Test(arguments: [250.0, 500, 1000])
  func quickPhasesOfAcceleratingSlowPhasesAreFound(rate: Double) {
    let (period, amplitude) = (0.25, 7.0)
    let quick = MainSequence.duration(ofAmplitude: Double(amplitude))
    var trace = Trace(seconds: 10, rate: rate)
    trace.add { time in
      let phase = time.truncatingRemainder(dividingBy: period)
      let off = min(max((phase - 0.1 * period) / (0.9 * period - quick), 0), 1)
      let back = max((phase - period + quick) / quick, 0)
      let share = back * back * back * (10 - 15 * back + 6 * back * back)
      return (amplitude * (exp(1.5 * off) - 1) / (exp(1.5) - 1) * (1 - share), 0)
    }
    trace.noise(0.02)
    let saccades = trace.movements.saccades
    #expect(abs(saccades.count - 39) <= 1)
    for saccade in saccades {
      #expect(abs(saccade.amplitude - Float(amplitude)) < 1)
    }
  }

  @Test func twoSamplesAreNoMovement() {
    #expect(Trace(seconds: 0.004, rate: 500).movements.saccades.isEmpty)
  }
}
