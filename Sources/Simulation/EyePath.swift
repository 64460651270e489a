#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What an eye means to do, as a function of continuous time: pieces that follow one another, and
/// oscillations that lie on top of them all.
///
/// Positions are degrees: horizontal, vertical, torsional. Fixational drift, vergence and the
/// tracker's artefacts are added later, so that truth is read off this path.
struct EyePath: Sendable {
  private(set) var pieces: [Piece] = []
  var oscillations: [Oscillation] = []
  /// Positions of the burst-neuron model, at `tableRate` samples a second.
  var table: [Vector3] = []
  static let tableRate = 10_000.0

  struct Piece: Sendable {
    var onset: Double
    /// Position at onset.
    var start: Vector3
    /// What the whole piece drifts with, in degrees a second.
    var drift: Vector3
    var law: Law
  }

  enum Law: Sendable {
    case rest
    /// Towards `start + span` as `1 - exp(-rate t)`; a negative rate takes the eye away from there
    /// ever faster.
    case exponential(span: Vector3, rate: Double)
    case saccade(SaccadePath)
    /// From `table`, beginning at an index.
    case table(Int)
  }

  mutating func append(_ piece: Piece) {
    pieces.append(piece)
  }

  /// The position in a piece at a time, oscillations left out.
  func position(in piece: Int, at time: Double) -> Vector3 {
    let current = pieces[piece]
    let elapsed = time - current.onset
    let base = current.start + current.drift * elapsed
    switch current.law {
    case .rest: return base
    case .exponential(let span, let rate): return base + span * (1 - exp(-rate * elapsed))
    case .saccade(let saccade): return base + saccade.displacement(at: elapsed)
    case .table(let first):
      let scaled = elapsed * Self.tableRate
      let index = min(first + Int(scaled), table.count - 2)
      let share = scaled - Double(index - first)
      return base + table[index] + (table[index + 1] - table[index]) * share
    }
  }

  /// The position at a time, found by bisection; for truth, not for rendering.
  func position(at time: Double) -> Vector3 {
    var low = 0
    var high = pieces.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if pieces[middle].onset <= time { low = middle } else { high = middle - 1 }
    }
    return oscillations.reduce(position(in: low, at: time)) { $0 + $1.position(at: time) }
  }
}

/// A saccade's way from its start: along its vector, bent sideways.
struct SaccadePath: Sendable {
  let profile: SaccadeProfile
  let vector: Vector3
  /// Sideways excursion at half way, in degrees.
  let bend: Vector3
  /// How strongly the pupil rings after it, a share of the tracker's.
  let ringing: Double

  func displacement(at time: Double) -> Vector3 {
    let done = profile.fraction(at: time)
    return vector * done + bend * (4 * done * (1 - done))
  }
}

/// A sinusoid whose phase and size wander: pendular nystagmus, tremor, a moving target.
struct Oscillation: Sendable {
  /// Displacement at phases 0 and a quarter turn, in degrees: together an ellipse.
  let cosine: Vector3
  let sine: Vector3
  /// Phase in radians and size, at `nodeRate` nodes a second.
  let phase: [Double]
  let size: [Double]
  static let nodeRate = 100.0

  func position(at time: Double) -> Vector3 {
    let scaled = min(max(time, 0) * Self.nodeRate, Double(phase.count - 1) - 1e-9)
    let node = Int(scaled)
    let share = scaled - Double(node)
    let angle = phase[node] + (phase[node + 1] - phase[node]) * share
    let amount = size[node] + (size[node + 1] - size[node]) * share
    return (cosine * cos(angle) + sine * sin(angle)) * amount
  }
}
