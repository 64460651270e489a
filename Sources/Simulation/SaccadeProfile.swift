#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The two independent models of how a saccade moves.
public enum SaccadeModel: String, Sendable, CaseIterable {
  /// The parametric saccade of Dai et al. 2016 (*IEEE SPMB*): symmetric, its main sequence built in.
  case parametric
  /// A gamma function of velocity whose skew grows with duration (van Opstal and van Gisbergen 1987,
  /// *Vision Res* 27:731), on a duration that is linear in amplitude.
  case skewed
}

/// The share of a saccade's displacement that is done, over its time.
///
/// It begins and ends at rest: both models have endless tails, which are cut where speed has fallen
/// to a small share of its peak and brought to zero there, so that onset and offset are defined.
struct SaccadeProfile: Sendable {
  /// In seconds.
  let duration: Double
  /// Highest speed, in displacements a second.
  let peakRate: Double
  /// When speed is highest, in seconds from onset.
  let peakTime: Double
  private let shape: Shape

  private enum Shape: Sendable {
    /// Two exponentials around a stretch of constant speed; times in units of `timeConstant`.
    case parametric(halfPlateau: Double, timeConstant: Double, endRate: Double, total: Double)
    case skewed(shape: Int)
  }

  /// The parametric saccade of an amplitude in degrees.
  ///
  /// - Parameters:
  ///   - ceiling: The speed that large saccades approach, in degrees a second (η).
  ///   - constant: The amplitude constant of the main sequence, in degrees (c).
  ///   - tail: The share of the peak speed where the tails are cut.
  static func parametric(
    amplitude: Double, ceiling: Double, constant: Double, tail: Double = 0.1
  ) -> SaccadeProfile {
    let timeConstant = constant / ceiling
    let plateau = amplitude / constant
    let decay = exp(-plateau)
    let edge = 0.5 * log((1 + decay) / (2 * tail))
    // In units of the time constant and of `constant`: f(u + p/2) - f(u - p/2).
    let half = plateau / 2 + edge
    let endRate = tail * (1 - decay)
    let total =
      parametricPosition(half, plateau: plateau) - parametricPosition(-half, plateau: plateau)
      - 2 * half * endRate
    return SaccadeProfile(
      duration: 2 * half * timeConstant,
      peakRate: (1 - decay) * (1 - tail) / (total * timeConstant),
      peakTime: half * timeConstant,
      shape: .parametric(
        halfPlateau: plateau / 2, timeConstant: timeConstant, endRate: endRate, total: total))
  }

  /// The skewed saccade of a duration in seconds.
  ///
  /// - Parameter order: The gamma function's shape, 3 (long tail) to 20 (nearly symmetric).
  static func skewed(duration: Double, order: Double) -> SaccadeProfile {
    let index = SkewedShape.nearest(order: order)
    let shape = SkewedShape.all[index]
    return SaccadeProfile(
      duration: duration, peakRate: shape.peakRate / duration,
      peakTime: shape.peakTime * duration, shape: .skewed(shape: index))
  }

  /// The share done at a time since onset, 0 before it and 1 after the end.
  func fraction(at time: Double) -> Double {
    if time <= 0 { return 0 }
    if time >= duration { return 1 }
    switch shape {
    case .parametric(let halfPlateau, let timeConstant, let endRate, let total):
      let half = duration / (2 * timeConstant)
      let u = time / timeConstant - half
      let moved =
        Self.parametricPosition(u, plateau: 2 * halfPlateau)
        - Self.parametricPosition(-half, plateau: 2 * halfPlateau) - (u + half) * endRate
      return moved / total
    case .skewed(let shape):
      return SkewedShape.all[shape].fraction(at: time / duration)
    }
  }

  /// The position of the parametric saccade at a time from its middle, both in the model's units.
  private static func parametricPosition(_ u: Double, plateau: Double) -> Double {
    ramp(u + plateau / 2) - ramp(u - plateau / 2)
  }

  private static func ramp(_ u: Double) -> Double {
    u >= 0 ? u + 0.25 * exp(-2 * u) : 0.25 * exp(2 * u)
  }
}

/// A gamma function of velocity, cut at 4 % of its peak, on the time 0 to 1.
struct SkewedShape: Sendable {
  /// Highest speed over mean speed.
  let peakRate: Double
  /// When speed is highest, 0 to 1.
  let peakTime: Double
  private let position: [Double]
  private let rate: [Double]

  private static let nodes = 96

  /// Shapes of order 3, 3.5, … 20.
  static let all: [SkewedShape] = (0...34).map { SkewedShape(order: 3 + Double($0) / 2) }

  /// The index of the shape whose order is nearest.
  static func nearest(order: Double) -> Int {
    Int((min(max(order, 3), 20) - 3) * 2 + 0.5)
  }

  private init(order: Double) {
    let cut = 0.04
    func velocity(_ t: Double) -> Double {
      t <= 0 ? 0 : exp((order - 1) * (log(t / (order - 1)) + 1) - t)
    }
    /// Where the velocity crosses the cut between a slow and a fast time.
    func crossing(from outside: Double, to inside: Double) -> Double {
      var outside = outside
      var inside = inside
      for _ in 0..<60 {
        let middle = (outside + inside) / 2
        if velocity(middle) < cut { outside = middle } else { inside = middle }
      }
      return inside
    }
    let first = crossing(from: 0, to: order - 1)
    let last = crossing(from: 8 * order + 20, to: order - 1)
    let fine = 16
    let count = Self.nodes * fine
    var position = [Double](repeating: 0, count: Self.nodes + 1)
    var rate = position
    var sum = 0.0
    var before = 0.0
    for index in 0...count {
      let now = max(velocity(first + (last - first) * Double(index) / Double(count)) - cut, 0)
      if index > 0 { sum += (before + now) / 2 / Double(count) }
      before = now
      if index % fine == 0 {
        position[index / fine] = sum
        rate[index / fine] = now
      }
    }
    self.position = position.map { $0 / sum }
    self.rate = rate.map { $0 / sum }
    peakRate = (1 - cut) / sum
    peakTime = (order - 1 - first) / (last - first)
  }

  /// The share of the displacement done at a share of the time, between nodes by cubic Hermite.
  func fraction(at time: Double) -> Double {
    let scaled = min(max(time, 0), 1) * Double(Self.nodes)
    let node = min(Int(scaled), Self.nodes - 1)
    let t = scaled - Double(node)
    let step = 1 / Double(Self.nodes)
    let p0 = position[node]
    let p1 = position[node + 1]
    let m0 = rate[node] * step
    let m1 = rate[node + 1] * step
    let c2 = 3 * (p1 - p0) - 2 * m0 - m1
    let c3 = 2 * (p0 - p1) + m0 + m1
    return p0 + t * (m0 + t * (c2 + t * c3))
  }
}
