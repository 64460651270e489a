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

/// Recordings painted by hand, judged from the trace to the summary.
@Suite struct AnalyzerTests {
  @Test(arguments: [250, 500, 1000])
  func burstsInAllDirectionsAreOpsoclonus(rate: Int) {
    var random = Random(state: 7)
    var paint = PaintedRecording()
    for _ in 0..<8 {
      paint.rest(1.5)
      for _ in 0..<6 {
        let angle = 2 * .pi * random.uniform()
        let size = 2 + 4 * random.uniform()
        paint.saccade(SIMD2(size * cos(angle), size * sin(angle)))
        paint.rest(0.015)
      }
    }
    paint.rest(1)
    let analysis = Analyzer().analysis(of: paint.recording(rate: rate, noise: 0.02))
    #expect(analysis.summary == "opsoclonus")
    #expect(analysis.status(.ocularFlutter) == .notSeen)
  }

  @Test(arguments: [200, 250, 1000])
  func burstsAlongOneAxisAreFlutter(rate: Int) {
    var paint = PaintedRecording()
    for _ in 0..<8 {
      paint.rest(1.5)
      for swing in 0..<6 {
        paint.saccade(SIMD2(swing.isMultiple(of: 2) ? 3 : -3, 0.1))
        paint.rest(0.015)
      }
    }
    paint.rest(1)
    let analysis = Analyzer().analysis(of: paint.recording(rate: rate, noise: 0.02))
    #expect(analysis.patterns == [.ocularFlutter, .saccadicOscillations])
    #expect(analysis.summary == "ocular-flutter")
  }

  @Test func driftsAndOpposedSaccadesAreJerkNystagmus() throws {
    var paint = PaintedRecording()
    for _ in 0..<60 {
      paint.drift(0.3, SIMD2(-12, 0))
      paint.saccade(SIMD2(3.6, 0))
    }
    let analysis = Analyzer().analysis(of: paint.recording(rate: 500, noise: 0.02))
    #expect(analysis.summary == "jerk-nystagmus")
    let nystagmus = try #require(analysis.nystagmus)
    #expect(abs(nystagmus.slowPhaseVelocity.x + 12) < 0.24)
    #expect(abs((nystagmus.beatDirection ?? 90) - 0) < 2 || nystagmus.beatDirection ?? 0 > 358)
    #expect(nystagmus.slowPhaseShape == .linear)
  }

  @Test func aSinusoidIsPendular() throws {
    var paint = PaintedRecording()
    paint.rest(20)
    paint.add { SIMD2(1.5 * sin(2 * .pi * 4 * $0), 0.5 * sin(2 * .pi * 4 * $0)) }
    let analysis = Analyzer().analysis(of: paint.recording(rate: 500, noise: 0.02))
    #expect(analysis.summary == "pendular-nystagmus")
    let pendular = try #require(analysis.pendular)
    #expect(abs(pendular.frequency - 4) < 0.1)
    #expect(abs(pendular.amplitude - 2 * (1.5 * 1.5 + 0.5 * 0.5).squareRoot()) < 0.15)
    #expect(abs(pendular.axis - 18.4) < 2)
  }

  /// What the velocity's filter leaves of a saccade at low rates is no faster than such a sinusoid.
  @Test(arguments: [
    (60, 6.0, 2.0), (60, 6, 5), (60, 4.3, 6.2), (75, 7, 2), (90, 7, 3), (120, 7, 4),
    (60, 4.6, 4), (60, 4, 3),
  ])
  func aFastSinusoidIsPendularAtLowRates(rate: Int, frequency: Double, size: Double) throws {
    var painted = PaintedRecording()
    painted.rest(30)
    painted.add { SIMD2(size / 2 * sin(2 * .pi * frequency * $0), 0) }
    let analysis = Analyzer().analysis(of: painted.recording(rate: rate, noise: 0.03))
    #expect(analysis.patterns == [.pendularNystagmus])
    let found = try #require(analysis.pendular)
    #expect(abs(found.frequency - frequency) < 0.2)
  }

  @Test func squareWavesAreNoOscillation() {
    var paint = PaintedRecording()
    for _ in 0..<16 {
      paint.rest(0.9)
      paint.saccade(SIMD2(1.5, 0))
      paint.rest(0.22)
      paint.saccade(SIMD2(-1.5, 0))
    }
    paint.rest(1)
    let analysis = Analyzer().analysis(of: paint.recording(rate: 500, noise: 0.02))
    #expect(analysis.summary == "square-wave-jerks")
    #expect(analysis.status(.macrosaccadicOscillations) == .notSeen)
  }
}
