internal import EyeMovements
internal import Recordings
internal import SignalProcessing

/// Pairs slow phases with the quick phases that bring the eye back, and gathers the pairs that
/// follow each other.
///
/// The quick phase must oppose the slow phase: a catch-up saccade in pursuit goes the same way, a
/// gaze shift any way. A stretch must drift the common way most of the time between its saccades,
/// and the quick phases must take back what the slow phases drift.
///
/// - Complexity: O(*n*) for *n* slow phases and saccades.
struct BeatFinder {
  let parameters: NystagmusParameters
  let movements: EyeMovements
  /// Back-to-back saccades, which are no quick phases.
  let bursts: [Burst]

  func stretches() -> [BeatStretch] {
    var stretches: [BeatStretch] = []
    var beats: [Beat] = []
    for beat in self.beats() {
      if let last = beats.last, beat.time - last.time >= parameters.episodeEndSeconds {
        stretches.append(stretch(beats))
        beats = []
      }
      beats.append(beat)
    }
    if !beats.isEmpty { stretches.append(stretch(beats)) }
    return stretches
  }

  private func beats() -> [Beat] {
    var beats: [Beat] = []
    let saccades = movements.saccades
    var next = 0
    for slowPhase in movements.slowPhases {
      // The quick phase may begin a sample before the slow phase's last one.
      let earliest = slowPhase.offset - parameters.quickPhaseDelaySeconds / 4
      while next < saccades.count, saccades[next].onset < earliest { next += 1 }
      guard next < saccades.count,
        saccades[next].onset - slowPhase.offset <= parameters.quickPhaseDelaySeconds,
        let beat = Beat(
          slowPhase, quickPhase: saccades[next], index: next, parameters: parameters)
      else { continue }
      beats.append(beat)
    }
    return beats
  }

  private func stretch(_ beats: [Beat]) -> BeatStretch {
    let all = self.rows(beats)
    let long = all.filter { $0.beats.count >= parameters.minimumBeats }
    let alternates = long.count < all.count && isAlternating(beats)
    let rows = alternates ? all : long
    let onset = beats[0].slowPhase.onset
    let offset = movements.saccades[beats[beats.count - 1].saccade].offset
    let driftShare = driftShare(of: rows, from: onset, to: offset)
    return BeatStretch(
      onset: onset, offset: offset, allRows: all, alternates: alternates, rows: rows,
      driftShare: driftShare,
      quickPhaseShare: quickPhaseShare(beats.count, from: onset, to: offset),
      holdsGaze: driftShare >= parameters.minimumHeldDriftShare && holdsGaze(rows))
  }

  /// Whether the beats turn round all the time, as in a chair that swings: nearly every drift has
  /// its quick phase, all along one axis. A few such beats follow any shifts of gaze by eye and head.
  private func isAlternating(_ beats: [Beat]) -> Bool {
    guard beats.count >= parameters.minimumStretches * parameters.minimumBeats,
      let last = beats.last,
      let axis = AxialConcentration(
        of: beats.map { SIMD2($0.direction.x, $0.direction.y) })
    else { return false }
    let drifts = Self.elements(
      of: movements.slowPhases, from: beats[0].slowPhase.onset, to: last.time, at: \.onset)
    return axis.concentration >= parameters.alternatingAxisConcentration
      && Double(beats.count) >= parameters.alternatingBeatShare * Double(drifts.count)
  }

  /// The share of the saccades in a span, bursts apart, that are quick phases of its beats.
  private func quickPhaseShare(_ beats: Int, from onset: Double, to offset: Double) -> Double {
    let saccades = Self.elements(of: movements.saccades, from: onset, to: offset, at: \.onset)
    let inBursts = bursts.reduce(0) {
      $0 + $1.saccades.clamped(to: saccades.startIndex..<saccades.endIndex).count
    }
    return min(1, Double(beats) / Double(max(1, saccades.count - inBursts)))
  }

  /// Whether saccades of any kind together take back what the eye drifts, further than it could have gone.
  ///
  /// Who looks about makes gaze shifts between the beats, and these go any way; that the eye stays in its
  /// orbit is due to quick phases. A tracker that drifts takes the trace away, and a target that is pursued
  /// takes the eye with it: there the saccades take nothing back.
  private func holdsGaze(_ rows: [BeatRow]) -> Bool {
    var drift = 0.0
    var takenBack = 0.0
    for row in rows {
      let direction = row.sum / max(row.sum.length, .leastNormalMagnitude)
      let onset = row.beats[0].slowPhase.onset
      for phase in Self.elements(
        of: movements.slowPhases, from: onset, to: row.offset, at: \.onset)
      {
        drift += phase.duration * Double((phase.velocity.orZero * direction).sum())
      }
      // The last quick phase begins at the row's end.
      for saccade in Self.elements(
        of: movements.saccades, from: onset, to: row.offset.nextUp, at: \.onset)
      {
        takenBack -= Double((saccade.movement * direction).sum())
      }
    }
    return drift >= parameters.minimumHeldDriftDegrees
      && abs(takenBack - drift) <= parameters.maximumHeldError * drift
  }

  /// Beats in a row that go one way: a new row begins where the direction turns by more than 90°.
  private func rows(_ beats: [Beat]) -> [BeatRow] {
    var rows: [BeatRow] = []
    for beat in beats {
      if let last = rows.indices.last, (rows[last].sum * beat.direction).sum() > 0 {
        rows[last].append(beat)
      } else {
        rows.append(BeatRow(beat))
      }
    }
    return rows
  }

  /// The share of the time between saccades in which the eye drifts the rows' way.
  private func driftShare(of rows: [BeatRow], from onset: Double, to offset: Double) -> Double {
    var taken = 0.0
    for saccade in Self.elements(of: movements.saccades, from: onset, to: offset, at: \.onset) {
      taken += saccade.duration
    }
    let losses = movements.losses
    for loss in losses[Self.index(of: losses, from: onset, at: \.offset)...] {
      guard loss.onset < offset else { break }
      taken += min(loss.offset, offset) - max(loss.onset, onset)
    }
    guard offset - onset > taken else { return 0 }
    var drifting = 0.0
    var row = rows[...]
    for phase in Self.elements(of: movements.slowPhases, from: onset, to: offset, at: \.onset) {
      while let first = row.first, row.count > 1, first.offset < phase.onset { row.removeFirst() }
      guard let current = row.first else { break }
      if (current.sum * phase.velocity.orZero).sum() > 0 { drifting += phase.duration }
    }
    return min(1, drifting / (offset - onset - taken))
  }

  /// The elements whose time lies in a span, found by bisection.
  static func elements<Element>(
    of all: [Element], from onset: Double, to offset: Double, at time: (Element) -> Double
  ) -> ArraySlice<Element> {
    let low = index(of: all, from: onset, at: time)
    return all[low..<max(low, index(of: all, from: offset, at: time))]
  }

  /// The index of the first element whose time is not before a limit.
  private static func index<Element>(
    of all: [Element], from limit: Double, at time: (Element) -> Double
  ) -> Int {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if time(all[middle]) < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Beats in a row that go one way.
struct BeatRow: Equatable {
  var beats: [Beat]
  /// The sum of the slow phases' directions.
  var sum: SIMD3<Float>

  init(_ beat: Beat) {
    beats = [beat]
    sum = beat.direction
  }

  mutating func append(_ beat: Beat) {
    beats.append(beat)
    sum += beat.direction
  }

  var offset: Double { beats.last?.time ?? 0 }

  /// How many of its beats point the common way, within 60°.
  var consistent: Int {
    let length = sum.length
    return beats.count { ($0.direction * sum).sum() >= 0.5 * length }
  }
}

/// Beats without a break of two seconds: an episode of nystagmus, where it holds rows.
struct BeatStretch: Equatable {
  var onset: Double
  var offset: Double
  /// Its beats in rows, however short these are.
  var allRows: [BeatRow]
  /// Whether the beats turn round all the time.
  var alternates: Bool
  /// Three beats or more in a row, one way each; any number where the beat alternates all the time.
  var rows: [BeatRow]
  var driftShare: Double
  /// The share of its saccades, bursts apart, that are quick phases of its beats.
  var quickPhaseShare: Double
  /// Whether its saccades together keep the eye where it was against a drift that goes on and on.
  var holdsGaze: Bool

  /// How many beats there are, in rows of three or not.
  var beats: Int { allRows.reduce(0) { $0 + $1.beats.count } }

  /// How many times three beats follow each other in its rows; where the beat alternates, in all.
  func threes(_ minimum: Int) -> Int {
    let long = rows.filter { $0.beats.count >= minimum }
    guard long.count < rows.count else { return long.reduce(0) { $0 + $1.beats.count / minimum } }
    return rows.reduce(0) { $0 + $1.beats.count } / minimum
  }

  /// The share of its beats that point the common way of a row.
  var directionConsistency: Double {
    Double(rows.reduce(0) { $0 + $1.consistent }) / Double(max(1, beats))
  }

  /// How much of the slow phases' drift the quick phases take back.
  var takenBackShare: Double {
    let all = rows.flatMap(\.beats)
    let drift = all.reduce(0) { $0 + $1.drift }
    return drift > 0 ? Double(all.reduce(0) { $0 + $1.takenBack } / drift) : 0
  }
}
