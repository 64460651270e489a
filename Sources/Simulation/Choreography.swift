#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes a path, movement by movement, and remembers what each one was.
///
/// The behaviours (viewing, bursts, nystagmus …) are extensions of it: each appends to the path
/// until the recording is full.
struct Choreography: Sendable {
  let subject: Subject
  let duration: Double
  let blinks: [Blink]
  /// Whether the eye makes torsional movements of its own.
  let torsion: Bool
  var random: RandomGenerator
  var path = EyePath()
  private(set) var time = 0.0
  /// Where the pieces have brought the eye; oscillations left out.
  private(set) var position = Vector3()
  private(set) var saccades: [SaccadeRecord] = []
  private(set) var slowStretches: [Range<Double>] = []
  /// Whether three saccades may follow one another without an interval; never in health.
  var allowsRuns = false
  /// Whether saccades wait until a blink is over; in nystagmus they don't.
  var waitsForBlinks = true
  /// Healthy square-wave jerks so far.
  var squareWaves = 0
  var vergenceSteps: [(time: Double, degrees: Double)] = []

  /// A saccade that was made, before its truth is measured on the path.
  struct SaccadeRecord: Sendable {
    var onset: Double
    var offset: Double
    /// Highest speed in degrees a second.
    var peakVelocity: Double
    var peakTime: Double
    var isQuickPhase: Bool
  }

  init(subject: Subject, duration: Double, blinks: [Blink], torsion: Bool, seed: UInt64) {
    self.subject = subject
    self.duration = duration
    self.blinks = blinks
    self.torsion = torsion
    random = RandomGenerator(seed: seed, stream: .behaviour)
  }

  var isOver: Bool { time >= duration }

  /// Places the eye before anything has moved.
  mutating func begin(at start: Vector3) {
    position = start
  }

  /// Stays, or drifts at a constant speed.
  mutating func rest(_ seconds: Double, drift: Vector3 = Vector3()) {
    guard seconds > 0 else { return }
    path.append(EyePath.Piece(onset: time, start: position, drift: drift, law: .rest))
    time += seconds
    position += drift * seconds
  }

  /// Moves exponentially: towards `position + span` with a positive rate, away with a negative one.
  mutating func glide(_ seconds: Double, span: Vector3, rate: Double) {
    guard seconds > 0 else { return }
    path.append(
      EyePath.Piece(
        onset: time, start: position, drift: Vector3(), law: .exponential(span: span, rate: rate)))
    position += span * (1 - exp(-rate * seconds))
    time += seconds
  }

  /// Marks the time since `onset` as a slow phase of nystagmus.
  mutating func markSlowPhase(since onset: Double) {
    if time - onset >= 0.03 { slowStretches.append(onset..<time) }
  }

  mutating func saccade(
    by vector: Vector3, quickPhase: Bool = false, drift: Vector3 = Vector3()
  ) {
    let amplitude = vector.length
    guard amplitude > 0.02 else { return }
    keepRunsShort()
    let profile = subject.profile(vector: vector, random: &random)
    waitForBlink(lasting: profile.duration)
    let sideways = Vector3(-vector.y, vector.x, 0)
    let bend = sideways * (subject.curvature * random.normal())
    let ringing = random.chance(0.3) ? random.uniform(0...0.3) : random.uniform(0.4...1.2)
    let movement = SaccadePath(profile: profile, vector: vector, bend: bend, ringing: ringing)
    path.append(
      EyePath.Piece(onset: time, start: position, drift: drift, law: .saccade(movement)))
    saccades.append(
      SaccadeRecord(
        onset: time, offset: time + profile.duration, peakVelocity: profile.peakRate * amplitude,
        peakTime: time + profile.peakTime, isQuickPhase: quickPhase))
    time += profile.duration
    position += vector + drift * profile.duration
  }

  mutating func saccade(
    to target: Vector3, quickPhase: Bool = false, drift: Vector3 = Vector3()
  ) {
    saccade(by: target - position, quickPhase: quickPhase, drift: drift)
  }

  /// Follows positions given relative to here, one each 1 / ``EyePath/tableRate`` seconds, in which
  /// saccades were found.
  mutating func follow(_ positions: [Vector3], saccades found: [SaccadeRecord]) {
    let seconds = Double(positions.count - 1) / EyePath.tableRate
    path.append(
      EyePath.Piece(onset: time, start: position, drift: Vector3(), law: .table(path.table.count)))
    path.table += positions
    for saccade in found {
      var later = saccade
      later.onset += time
      later.offset += time
      later.peakTime += time
      saccades.append(later)
    }
    time += seconds
    position += positions[positions.count - 1]
  }

  /// The first blink that ends after a time.
  func nextBlink(after time: Double) -> Blink? {
    var low = 0
    var high = blinks.count
    while low < high {
      let middle = (low + high) / 2
      if blinks[middle].offset > time { high = middle } else { low = middle + 1 }
    }
    return low < blinks.count ? blinks[low] : nil
  }

  /// In health no third saccade follows two that were made without an interval.
  private mutating func keepRunsShort() {
    guard !allowsRuns, saccades.count >= 2 else { return }
    let last = saccades[saccades.count - 1]
    let before = saccades[saccades.count - 2]
    if last.onset - before.offset < 0.05 && time - last.offset < 0.05 {
      rest(last.offset + random.uniform(0.06...0.12) - time)
    }
  }

  private mutating func waitForBlink(lasting seconds: Double) {
    guard waitsForBlinks, let blink = nextBlink(after: time - 0.02) else { return }
    if blink.onset < time + seconds + 0.02 {
      rest(blink.offset + random.uniform(0.03...0.2) - time)
    }
  }
}
