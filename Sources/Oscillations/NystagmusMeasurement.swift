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
    guard subject.recording.duration >= subject.parameters.assessment.alternationSeconds else {
      return nil
    }
    var phases: [BeatRow] = []
    for row in rows {
      if let last = phases.last, (last.sum * row.sum).sum() > 0 {
        phases[phases.count - 1].append(row)
      } else {
        phases.append(row)
      }
    }
    let lasting = phases.filter {
      $0.offset - $0.beats[0].time >= subject.parameters.nystagmus.shortestReversalSeconds
    }
    let reversals = zip(lasting, lasting.dropFirst()).compactMap { one, next in
      (one.sum * next.sum).sum() < 0 ? next.beats[0].time : nil
    }
    return zip(reversals, reversals.dropFirst()).map { $1 - $0 }.median()
  }
}
