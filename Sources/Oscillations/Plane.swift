internal import EyeMovements
internal import Recordings
internal import SignalProcessing

/// The plane of the saccades of neighbouring episodes: one, more than one, or not to be told.
///
/// The axis concentration R2 is taken over a pool of episodes, since a few saccades without a
/// common axis look concentrated by chance; what chance adds on average, (1 − R2²) / *n* to its
/// square, is taken away, so that the same limits hold for small pools and large.
struct Plane: Equatable {
  /// The bursts that it rests on, by their index.
  var bursts: [Int]
  /// How many saccades they have.
  var saccades: Int
  /// R2 without what chance adds, 0 to 1; `NaN` where one axis was recorded.
  var concentration: Double
  /// From 0 (horizontal) to 180 degrees, counter-clockwise; `NaN` where one axis was recorded.
  var axis: Double
  var label: Pattern

  /// R2² less its expectation for directions without a common axis.
  static func unbiased(_ concentration: Double, count: Int) -> Double {
    guard count > 1 else { return .nan }
    let squared = concentration * concentration
    return max(0, squared - (1 - squared) / Double(count - 1)).squareRoot()
  }
}

/// Pools neighbouring episodes until there are saccades enough to tell their plane.
///
/// Pools that agree on one plane each but not on which, show more than one together. Pools that
/// are undecided by themselves are judged again as one.
struct PlaneFinder {
  let parameters: OscillationParameters
  let saccades: [Saccade]
  let bursts: [Burst]
  /// Whether the recording has a horizontal and a vertical axis with gains that are related.
  let canTell: Bool

  func planes() -> [Plane] {
    var planes = pools().map(plane(of:))
    guard canTell else { return planes }
    merge(.ocularFlutter, in: &planes)
    merge(.saccadicOscillations, in: &planes)
    levelOut(&planes)
    return planes
  }

  private func pools() -> [[Int]] {
    var pools: [[Int]] = []
    var pool: [Int] = []
    var count = 0
    for index in bursts.indices {
      pool.append(index)
      count += bursts[index].saccades.count
      if count >= parameters.poolSaccades {
        pools.append(pool)
        pool = []
        count = 0
      }
    }
    guard !pool.isEmpty else { return pools }
    if pools.isEmpty { return [pool] }
    // Too few for a pool of their own: they belong to their neighbours.
    pools[pools.count - 1] += pool
    return pools
  }

  private func plane(of pool: [Int]) -> Plane {
    let members = pool.flatMap { Array(bursts[$0].saccades) }
    guard canTell, let axis = AxialConcentration(of: members.map { saccades[$0].displacement })
    else {
      return Plane(
        bursts: pool, saccades: members.count, concentration: .nan, axis: .nan,
        label: .saccadicOscillations)
    }
    let concentration = Plane.unbiased(axis.concentration, count: axis.count)
    return Plane(
      bursts: pool, saccades: members.count, concentration: concentration, axis: axis.axisDegrees,
      label: label(concentration))
  }

  private func label(_ concentration: Double) -> Pattern {
    if concentration <= parameters.planeConcentrationMany { return .opsoclonus }
    if concentration >= parameters.planeConcentrationOne { return .ocularFlutter }
    return .saccadicOscillations
  }

  /// Gives pools of one label that do not stand out from the whole recording the whole's label, so
  /// that chance in one of many pools makes no second plane.
  ///
  /// The standard error of R2 over *n* saccades is about √((1 − R2²) / 2*n*).
  private func levelOut(_ planes: inout [Plane]) {
    let whole = plane(of: Array(bursts.indices))
    for label in Pattern.allCases where label != whole.label {
      let members = planes.indices.filter { planes[$0].label == label }
      guard !members.isEmpty else { continue }
      let group = plane(of: members.flatMap { planes[$0].bursts })
      let own = group.concentration
      let error = ((1 - own * own) / Double(2 * group.saccades)).squareRoot()
      guard (own - whole.concentration).magnitude < parameters.poolStandardErrors * error else {
        continue
      }
      for index in members {
        planes[index].label = whole.label
        planes[index].concentration = whole.concentration
        planes[index].axis = whole.axis
      }
    }
  }

  private func merge(_ label: Pattern, in planes: inout [Plane]) {
    let members = planes.indices.filter { planes[$0].label == label }
    guard members.count > 1 else { return }
    let whole = plane(of: members.flatMap { planes[$0].bursts })
    guard whole.label != label else { return }
    for index in members {
      planes[index].label = whole.label
      planes[index].concentration = whole.concentration
      planes[index].axis = whole.axis
    }
  }
}
