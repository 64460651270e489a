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

/// Lids that half close several times a second: the pupil's middle seems to go down and come back, while
/// the eye stands still.
@Suite struct HalfBlinkTests {
  /// Trains of ten dips every four seconds. The lid closes in two fifths of the time and opens in three,
  /// and comes as far as it happens to.
  private func dip(at time: Double, hertz: Double, seconds: Double) -> Double {
    let inTrain = time.truncatingRemainder(dividingBy: 4) - 1
    let number = (inTrain * hertz).rounded(.down)
    guard number >= 0, number < 10 else { return 0 }
    var random = Random(state: UInt64(number) + 100 * UInt64(time / 4))
    let depth = 2 + 1.5 * random.uniform()
    let share = (inTrain - number / hertz) / seconds
    guard share < 1 else { return 0 }
    let covered = sin(.pi / 2 * (share < 0.4 ? share / 0.4 : (1 - share) / 0.6))
    return -depth * covered * covered
  }

  private func analysis(
    with parameters: Parameters = Parameters(), _ paint: (inout PaintedRecording) -> Void
  ) -> Analysis {
    var painted = PaintedRecording()
    painted.rest(40)
    paint(&painted)
    return Analyzer(parameters: parameters).analysis(of: painted.recording(rate: 500, noise: 0.02))
  }

  /// Each passes for another pattern where trains of half-blinks are not known: jerk nystagmus,
  /// pendular nystagmus, flutter.
  @Test(
    arguments: [
      (5.0, 0.11, Pattern.jerkNystagmus), (6, 0.15, .pendularNystagmus), (8.8, 0.1, .ocularFlutter),
    ], [1.0, -1])
  func lidsThatTrembleAreNotDecided(
    _ train: (hertz: Double, seconds: Double, pattern: Pattern), way: Double
  ) throws {
    let (hertz, seconds, pattern) = train
    func paint(_ painted: inout PaintedRecording) {
      painted.add { [0.05, way] * dip(at: $0, hertz: hertz, seconds: seconds) }
    }
    let analysis = self.analysis(paint)
    #expect(analysis.summary == "indeterminate")
    let finding = analysis.finding(pattern)
    #expect(finding.status == .indeterminate)
    #expect(finding.notes.first?.code == "lid-movement-possible")
    let artefacts = analysis.movements.losses.filter { $0.kind == .artefact }
    #expect(artefacts.count == 10)
    #expect(artefacts.allSatisfy { abs($0.offset - $0.onset - 10 / hertz) < 0.15 })
    var without = Parameters()
    without.movements.fewestHalfBlinks = .max
    #expect(self.analysis(with: without, paint).status(pattern) == .consistent)
  }

  @Test func lossesBesideTrainsStay() {
    var painted = PaintedRecording()
    for _ in 0..<10 {
      painted.rest(3.02)
      painted.lose(0.6)
      painted.rest(0.38)
    }
    painted.add { [0, dip(at: $0, hertz: 5, seconds: 0.11)] }
    let losses = Analyzer().analysis(of: painted.recording(rate: 500, noise: 0.02)).movements.losses
    #expect(losses.count { $0.kind == .artefact } == 10)
    #expect(losses.count { $0.kind == .missing } == 10)
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0.offset <= $1.onset + 1e-9 })
  }

  /// The same pace and size, with both ends alike, or sideways: no lid moves the pupil so.
  @Test(arguments: [SIMD2(0.0, 1.0), SIMD2(1, 0)])
  func sinusoidsAreTheEyes(axis: SIMD2<Double>) {
    let analysis = self.analysis { painted in
      painted.add { axis * 1.5 * sin(2 * .pi * 6 * $0) }
    }
    #expect(analysis.patterns == [.pendularNystagmus])
  }

  @Test func dipsToTheSideAreTheEyes() {
    let analysis = self.analysis { painted in
      painted.add { [dip(at: $0, hertz: 8.8, seconds: 0.1), 0] }
    }
    #expect(analysis.patterns.contains(.ocularFlutter))
  }

  /// Downbeat nystagmus has a fast way down and a slow way up, too.
  @Test(arguments: [1.5, 3, 4.5])
  func downbeatNystagmusIsDecided(hertz: Double) {
    var painted = PaintedRecording()
    for beat in 0..<Int(30 * hertz) {
      let speed = 8 + 2 * sin(Double(beat))
      painted.drift(1 / hertz - 0.03, [0, speed])
      painted.saccade([0, -speed * (1 / hertz - 0.03)])
    }
    let analysis = Analyzer().analysis(of: painted.recording(rate: 500, noise: 0.02))
    #expect(analysis.patterns == [.jerkNystagmus])
    #expect(analysis.movements.losses.isEmpty)
  }

  /// The eye drifts on below lids that tremble: its nystagmus is decided, what the lids add is not.
  @Test(arguments: [1.0, -1])
  func lidsThatTrembleOverNystagmusAddNoFlutter(way: Double) {
    var painted = PaintedRecording()
    for _ in 0..<80 {
      painted.drift(0.47, [0, way * 8])
      painted.saccade([0, -way * 8 * 0.47])
    }
    painted.add { [0, 1.5 * dip(at: $0, hertz: 8.8, seconds: 0.1)] }
    let recording = painted.recording(rate: 500, noise: 0.02)
    let analysis = Analyzer().analysis(of: recording)
    #expect(analysis.patterns == [.jerkNystagmus])
    #expect(analysis.status(.ocularFlutter) == .indeterminate)
    var without = Parameters()
    without.movements.fewestHalfBlinks = .max
    #expect(
      Analyzer(parameters: without).analysis(of: recording).status(.ocularFlutter) == .consistent)
  }

  /// Slow phases down that gain speed after a foveation period leave one level, to varying depths; but
  /// what brings the eye back is faster than they are.
  @Test func infantileUpbeatNystagmusIsDecided() {
    var painted = PaintedRecording()
    for beat in 0..<160 {
      painted.rest(0.08)
      let speed = 30 + 12 * sin(1.7 * Double(beat))
      for step in 1...14 { painted.drift(0.01, [0, -speed * Double(step) / 14]) }
      painted.saccade([0, speed * 0.075])
    }
    let analysis = Analyzer().analysis(of: painted.recording(rate: 500, noise: 0.02))
    #expect(analysis.patterns == [.jerkNystagmus])
    #expect(analysis.movements.losses.isEmpty)
  }

  /// A half-blink just before or after a gaze shift to the side is no burst in two planes.
  @Test func loneDipsBesideGazeShiftsAreBlinks() {
    var painted = PaintedRecording()
    for shift in 0..<12 {
      let way = shift % 2 == 0 ? 6.0 : -6
      painted.rest(1.5)
      if shift % 3 == 0 { painted.saccade([way, 0]) }
      painted.saccade([0, -7])
      painted.saccade([0, 7])
      if shift % 3 != 0 { painted.saccade([way, 0]) }
    }
    painted.rest(3)
    let analysis = Analyzer().analysis(of: painted.recording(rate: 500, noise: 0.02))
    #expect(analysis.episodes.isEmpty)
    #expect(analysis.summary == "none-seen")
    #expect(analysis.movements.losses.count == 12)
  }

  /// More than once up and down is an oscillation, whatever else there is.
  @Test func burstsWithMoreThanOneDipAreTheEyes() {
    var painted = PaintedRecording()
    for _ in 0..<10 {
      painted.rest(2)
      for step: SIMD2<Double> in [[0, -7], [0, 7], [6, 0], [-6, 0], [0, 7], [0, -7]] {
        painted.saccade(step)
      }
    }
    let analysis = Analyzer().analysis(of: painted.recording(rate: 500, noise: 0.02))
    #expect(analysis.episodes.count == 10)
    #expect(analysis.patterns.contains(.opsoclonus))
  }
}
