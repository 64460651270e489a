internal import EyeMovements
internal import Recordings
internal import SignalProcessing

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Puts a jerk nystagmus into numbers.
///
/// Where the beat changes its direction, the figures are those of the direction with more beats.
struct NystagmusMeasurement {
  let rows: [BeatRow]
  let consistency: Double
  let subject: Subject

  func summary() -> NystagmusSummary? {
    guard let longest = rows.max(by: { $0.beats.count < $1.beats.count }) else { return nil }
    let sameWay = rows.filter { ($0.sum * longest.sum).sum() > 0 }
    let otherWay = rows.filter { ($0.sum * longest.sum).sum() <= 0 }
    let chosen = count(sameWay) >= count(otherWay) ? sameWay : otherWay
    let beats = chosen.flatMap(\.beats)
    let axes = (0..<3).map { axis in beats.map { Double($0.slowPhase.velocity[axis]) } }
    let velocity = SIMD3(axes.map { $0.median() ?? .nan })
    let known = velocity.replacing(with: 0, where: velocity .!= velocity)
    return NystagmusSummary(
      slowPhaseVelocity: velocity,
      slowPhaseVelocityInterval: axes.map { bootstrapMedianInterval(of: $0) },
      slowPhaseSpeed: (known * known).sum().squareRoot(), beatDirection: direction(of: beats),
      beatFrequency: frequency(of: chosen), slowPhaseShape: shape(of: beats),
      beats: rows.reduce(0) { $0 + $1.beats.count }, directionConsistency: consistency,
      reversalPeriod: reversalPeriod())
  }

  private func count(_ rows: [BeatRow]) -> Int { rows.reduce(0) { $0 + $1.beats.count } }

  /// The quick phases' mean direction, each by its size; `nil` when purely torsional.
  private func direction(of beats: [Beat]) -> Double? {
    let sum = beats.reduce(SIMD3<Float>.zero) {
      $0 + subject.movements.saccades[$1.saccade].movement
    }
    let share = Float(subject.parameters.nystagmus.torsionalShare)
    guard sum.length > 0, sum.z.magnitude < share * sum.length else { return nil }
    let angle = Double(atan2(sum.y, sum.x)) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }

  private func frequency(of rows: [BeatRow]) -> Double {
    let intervals = rows.flatMap { row in
      zip(row.beats, row.beats.dropFirst()).map { $1.time - $0.time }
    }
    return intervals.median().map { 1 / $0 } ?? .nan
  }

  /// The shape that most of the beats that show one have.
  private func shape(of beats: [Beat]) -> SlowPhase.Shape {
    let shapes: [SlowPhase.Shape] = [.linear, .decreasing, .increasing]
    let counts = shapes.map { shape in beats.count { $0.slowPhase.shape == shape } }
    let told = counts.reduce(0, +)
    guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), 2 * counts[most] > told,
      4 * told >= beats.count
    else { return .unclear }
    return shapes[most]
  }

  /// The median time from one change of direction to the next, where the recording is long enough
  /// to tell.
  private func reversalPeriod() -> Double? {
    guard subject.recording.spannedSeconds >= subject.parameters.assessment.alternationSeconds
    else { return nil }
    let reversals = reversals()
    return zip(reversals, reversals.dropFirst()).map { $1 - $0 }.median()
  }

  /// When the beat turns round.
  ///
  /// The time that it beats one way counts against the time that it beats the other, up to a limit on
  /// either side: it has turned where that goes from one limit to the other, at the first beat on the
  /// way there.
  private func reversals() -> [Double] {
    guard let longest = rows.max(by: { $0.beats.count < $1.beats.count }) else { return [] }
    let limit = subject.parameters.nystagmus.reversalLeadSeconds / 2
    var (lead, way) = (0.0, 0.0)
    var start = 0.0
    var reversals: [Double] = []
    for row in rows {
      let rowsWay: Double = (row.sum * longest.sum).sum() > 0 ? 1 : -1
      if lead == way * limit, rowsWay != way { start = row.beats[0].time }
      lead += rowsWay * (row.offset - row.beats[0].time)
      lead = min(max(lead, -limit), limit)
      guard lead == rowsWay * limit, way != rowsWay else { continue }
      if way != 0 { reversals.append(start) }
      way = rowsWay
    }
    return reversals
  }
}
