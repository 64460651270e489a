import EyeMovements
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

/// Oscillations that the eyes do not share, whose mean may stand still, and what only looks like them.
@Suite struct DisconjugatePendularTests {
  /// Gaze shifts of both eyes, and what each of them does besides.
  private func analysis(
    rate: Int = 250, left: @escaping (Double) -> SIMD2<Double>,
    right: @escaping (Double) -> SIMD2<Double>
  ) -> Analysis {
    func trace(_ eye: Eye, seed: UInt64, _ movement: (Double) -> SIMD2<Double>) -> Recording {
      var painted = PaintedRecording()
      for step in 0..<20 {
        painted.rest(1.2)
        painted.saccade(SIMD2(step.isMultiple(of: 2) ? 6 : -6, step.isMultiple(of: 3) ? 2 : -1))
      }
      painted.add(movement)
      return painted.recording(rate: rate, noise: 0.03, seed: seed)
    }
    let traces = [
      (Eye.left, trace(.left, seed: 1, left)), (.right, trace(.right, seed: 2, right)),
    ].map { eye, recording in
      EyeTrace(
        eye: eye, horizontal: recording.traces[0].horizontal,
        vertical: recording.traces[0].vertical)
    }
    return Analyzer().analysis(of: trace(.left, seed: 1, left).replacing(traces: traces))
  }

  private static func wave(_ frequency: Double, _ time: Double, _ phase: Double = 0) -> Double {
    sin(2 * .pi * frequency * time + phase)
  }

  /// As in spasmus nutans: small, fast, and most of it in one eye.
  @Test(arguments: [(60, 5.0), (120, 7.0), (250, 7.0), (500, 9.0), (1000, 9.0)])
  func anOscillationOfOneEyeIsMeasuredThere(rate: Int, frequency: Double) throws {
    let analysis = analysis(
      rate: rate, left: { SIMD2(0.6 * Self.wave(frequency, $0), 0) },
      right: { SIMD2(0.1 * Self.wave(frequency, $0, 1), 0) })
    #expect(analysis.patterns == [.pendularNystagmus])
    let pendular = try #require(analysis.pendular)
    #expect(abs(pendular.frequency - frequency) < 0.2)
    #expect(abs(pendular.amplitude - 1.2) < 0.12)
    #expect(min(pendular.axis, 180 - pendular.axis) < 8)
    let finding = try #require(analysis.findings.first { $0.pattern == .pendularNystagmus })
    // Where most rapid movements are the one eye's, the other is left out.
    #expect([.disconjugate, .left].contains(finding.eyes))
    #expect(finding.eyes == .left || finding.notes.map(\.code) == ["eyes-swing-apart"])
  }

  /// See-saw: one eye rises while the other falls.
  @Test func eyesThatRiseByTurnsAreSeen() throws {
    let analysis = analysis(
      left: { SIMD2(0, 0.8 * Self.wave(1.5, $0)) }, right: { SIMD2(0, -0.8 * Self.wave(1.5, $0)) })
    let pendular = try #require(analysis.pendular)
    #expect(abs(pendular.frequency - 1.5) < 0.2 && abs(pendular.amplitude - 1.6) < 0.16)
    #expect(abs(pendular.axis - 90) < 8)
  }

  /// What one eye alone shows is no difference.
  @Test func anAxisOfOneEyeAloneIsJudgedAlone() throws {
    var painted = PaintedRecording()
    painted.rest(24)
    painted.add { SIMD2(0, 1.5 * Self.wave(3, $0)) }
    let whole = painted.recording(rate: 250, noise: 0.03)
    let trace = whole.traces[0]
    let left = EyeTrace(eye: .left, horizontal: trace.horizontal, vertical: trace.vertical)
    let right = EyeTrace(eye: .right, horizontal: trace.horizontal, vertical: nil)
    let analysis = Analyzer().analysis(of: whole.replacing(traces: [left, right]))
    let finding = try #require(analysis.findings.first { $0.pattern == .pendularNystagmus })
    #expect(finding.status == .consistent && finding.eyes != .disconjugate)
    #expect(abs(try #require(analysis.pendular).amplitude - 3) < 0.2)
  }

  /// A trembling head moves both traces, one of which may be calibrated worse.
  @Test(arguments: [1.0, 0.7])
  func aTremblingHeadPartsNoEyes(gain: Double) {
    let analysis = analysis(
      left: { SIMD2(0.2 * Self.wave(6, $0), 0.1 * Self.wave(6, $0)) },
      right: { SIMD2(gain * 0.2 * Self.wave(6, $0), gain * 0.1 * Self.wave(6, $0)) })
    #expect(analysis.patterns.isEmpty && analysis.pendular == nil)
  }

  /// Vergence, as to something that comes nearer and goes away again.
  @Test func slowVergenceIsNoOscillation() {
    let analysis = analysis(
      left: { SIMD2(2 * Self.wave(0.4, $0), 0) }, right: { SIMD2(-2 * Self.wave(0.4, $0), 0) })
    #expect(analysis.pendular == nil)
  }
}
