/// Turns a path into one eye's position at a regular rate, the pupil's ringing included.
///
/// The ringing is Bouzat's damped oscillator (Bouzat et al. 2018): the pupil, loosely hung in the
/// eye, is driven by the eye's acceleration.
struct EyeRenderer {
  let path: EyePath
  let rate: Double
  let drift: NodeSeries
  let vergence: NodeSeries
  /// +1 for the right eye, −1 for the left, 0 for both combined.
  let side: Double
  let divergence: Double
  let pupil: PupilOscillator
  /// What the right or left eye's share of the path's oscillations is.
  let oscillationShare: Double

  private let hasOscillations: Bool
  private var piece = 0
  private var index: Int
  private var ringing = 1.0
  private var before = Vector3()
  private var velocity = Vector3()
  private var isFirst = true
  private var pupilOffset = Vector3()
  private var pupilVelocity = Vector3()

  /// - Parameter first: The index of the first sample to be rendered; may be negative.
  init(
    path: EyePath, rate: Double, first: Int, side: Double, drift: NodeSeries, vergence: NodeSeries,
    divergence: Double, pupil: PupilOscillator, oscillationShare: Double
  ) {
    self.path = path
    self.rate = rate
    self.side = side
    self.drift = drift
    self.vergence = vergence
    self.divergence = divergence
    self.pupil = pupil
    self.oscillationShare = oscillationShare
    hasOscillations = !path.oscillations.isEmpty
    index = first
  }

  /// The next `count` positions.
  mutating func render(_ count: Int, into output: inout [Vector3]) {
    let step = 1 / rate
    let end = index + count
    while index < end {
      let time = Double(index) * step
      while piece + 1 < path.pieces.count && path.pieces[piece + 1].onset <= time { piece += 1 }
      var position = path.position(in: piece, at: time)
      switch path.pieces[piece].law {
      case .saccade(let saccade):
        ringing = saccade.ringing
        if side != 0 && divergence != 0 {
          let done = saccade.profile.fraction(at: time - path.pieces[piece].onset)
          position.x += side * divergence * abs(saccade.vector.x) * 4 * done * (1 - done)
        }
      case .table: ringing = 1
      case .rest, .exponential: break
      }
      if hasOscillations {
        for oscillation in path.oscillations {
          position += oscillation.position(at: time) * oscillationShare
        }
      }
      var seen = position
      if pupil.gain > 0 { seen += ring(position, step) }
      seen += drift.value(at: time)
      if side != 0 { seen -= side * vergence.value(at: time) }
      output.append(seen)
      index += 1
    }
  }

  private mutating func ring(_ position: Vector3, _ step: Double) -> Vector3 {
    if isFirst {
      isFirst = false
      before = position
    }
    let now = (position - before) / step
    let acceleration = (now - velocity) / step
    velocity = now
    before = position
    let force = -pupil.damping * pupilVelocity - pupil.stiffness * pupilOffset
    pupilVelocity += (force - pupil.gain * ringing * acceleration) * step
    pupilOffset += pupilVelocity * step
    return Vector3(pupilOffset.x, pupilOffset.y, 0)
  }
}

/// How the pupil is hung in the eye.
struct PupilOscillator: Sendable {
  /// Share of the eye's acceleration that drives it.
  var gain: Double
  /// A second.
  var damping: Double
  /// A second squared.
  var stiffness: Double

  init(gain: Double, random: inout RandomGenerator) {
    self.gain = gain
    damping = random.uniform(110...190)
    stiffness = random.uniform(14_000...34_000)
  }
}
