import EyeMovements
import Recordings
import Testing

@testable import Oscillations

/// Bursts in which the two eyes do not do the same.
@Suite struct ConjugacyTests {
  /// Six bursts of one plane or many, each after two gaze shifts, of both eyes.
  ///
  /// - Parameters:
  ///   - right: What the right eye does while the left one makes a saccade of a burst.
  ///   - shift: What share of a gaze shift the right eye makes.
  private func analysis(
    axisStep: Double = 40, shift: Float = 1, right: (Int, SIMD2<Float>) -> SIMD2<Float>
  ) -> Analysis {
    var made = HandMadeMovements()
    var isShift: [Bool] = []
    for index in 0..<6 {
      for way: Float in [10, -10] {
        made.rest(1)
        made.saccade([way, 0])
      }
      made.rest(1)
      made.burst(8, axis: Double(index) * axisStep)
      isShift += [true, true] + Array(repeating: false, count: 8)
    }
    for index in made.saccades.indices {
      let displacement = made.saccades[index].displacement
      made.saccades[index].leftDisplacement = displacement
      made.saccades[index].rightDisplacement =
        isShift[index] ? displacement * shift : right(index, displacement)
      made.saccades[index].eyes = .both
    }
    let one = made.recording(seconds: 25)
    let traces = [Eye.left, .right].map { eye in
      EyeTrace(eye: eye, horizontal: one.traces[0].horizontal, vertical: one.traces[0].vertical)
    }
    return Analyzer().analysis(
      of: Recording(
        id: one.id, samplingRate: one.samplingRate, runs: one.runs, traces: traces,
        clock: one.clock, source: one.source), movements: made.movements(seconds: 25))
  }

  private func isDoubted(_ analysis: Analysis) -> Bool {
    analysis.finding(.saccadicOscillations).notes.contains { $0.code == "eyes-not-together" }
  }

  @Test(arguments: [0.0, 40])
  func eyesThatMoveTogetherAreDecided(axisStep: Double) {
    let analysis = analysis(axisStep: axisStep) { index, saccade in
      // A smaller gain, and noise of a fifth of the size.
      0.8 * saccade + SIMD2(index.isMultiple(of: 3) ? 0.6 : -0.3, 0)
    }
    #expect(analysis.summary == (axisStep == 0 ? "ocular-flutter" : "opsoclonus"))
    #expect(!isDoubted(analysis))
  }

  @Test func eyesThatMoveEachByItselfAreDoubted() {
    // By turns a third as far, and across.
    let analysis = analysis { index, saccade in
      index.isMultiple(of: 2) ? saccade * 0.3 : SIMD2(-saccade.y, saccade.x)
    }
    #expect(analysis.patterns.isEmpty)
    #expect(analysis.summary == "indeterminate")
    #expect(isDoubted(analysis))
    #expect(analysis.finding(.saccadicOscillations).eyes == .disconjugate)
  }

  @Test func oneEyeThatTremblesAloneIsDoubted() {
    let analysis = analysis(axisStep: 0) { _, saccade in saccade * 0.4 }
    #expect(analysis.status(.ocularFlutter) == .indeterminate)
    #expect(isDoubted(analysis))
  }

  @Test func anEyeThatIsCoveredIsNoDoubt() {
    let analysis = analysis(axisStep: 0, shift: 0.1) { _, saccade in saccade * 0.1 }
    #expect(analysis.summary == "ocular-flutter")
    #expect(analysis.finding(.ocularFlutter).eyes == .left)
  }
}
