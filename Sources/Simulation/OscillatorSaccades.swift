#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The true saccades of an oscillator's path: what lies between the minima of its speed.
///
/// Neighbours less than 30° apart in direction, with a dip between them under 20 % of the slower
/// one's peak, are one. What lasts less than 6 ms is no saccade of an eye: it goes to the neighbour
/// that it turns from less.
enum OscillatorSaccades {
  /// - Parameter positions: The noise-free path, ``EyePath/tableRate`` positions a second.
  static func find(in positions: [Vector3]) -> [Choreography.SaccadeRecord] {
    let speed = speeds(positions)
    var lobes = lobes(of: speed, positions)
    merge(&lobes, speed: speed, positions)
    absorbShort(&lobes, positions)
    guard let largest = lobes.map(\.peak).max() else { return [] }
    let rate = EyePath.tableRate
    return lobes.filter { $0.peak > 0.05 * largest }.map { lobe in
      let level = 0.05 * lobe.peak
      var first = lobe.first
      var last = lobe.last
      // A pause is no part of a saccade.
      while first < lobe.top && speed[first] < level { first += 1 }
      while last > lobe.top && speed[last] < level { last -= 1 }
      if first - lobe.first < 20 { first = lobe.first }
      if lobe.last - last < 20 { last = lobe.last }
      return Choreography.SaccadeRecord(
        onset: Double(first) / rate, offset: Double(last) / rate, peakVelocity: lobe.peak,
        peakTime: Double(lobe.top) / rate, isQuickPhase: false)
    }
  }

  private struct Lobe {
    var first: Int
    var top: Int
    var last: Int
    var peak: Double

    var length: Int { last - first }
  }

  private static func speeds(_ positions: [Vector3]) -> [Double] {
    let count = positions.count
    var speed = [Double](repeating: 0, count: count)
    for index in 1..<max(count - 1, 1) {
      let step = (positions[index + 1] - positions[index - 1]) * (EyePath.tableRate / 2)
      speed[index] = step.length
    }
    return speed
  }

  private static func lobes(of speed: [Double], _ positions: [Vector3]) -> [Lobe] {
    var lobes: [Lobe] = []
    var current = Lobe(first: 0, top: 0, last: 0, peak: 0)
    for index in 1..<max(speed.count - 1, 1) {
      if speed[index] > current.peak {
        current.peak = speed[index]
        current.top = index
      }
      let isMinimum = speed[index] <= speed[index - 1] && speed[index] < speed[index + 1]
      if isMinimum && current.peak > speed[index] {
        current.last = index
        lobes.append(current)
        current = Lobe(first: index, top: index, last: index, peak: speed[index])
      }
    }
    current.last = speed.count - 1
    if current.top > current.first { lobes.append(current) }
    return lobes
  }

  /// Joins the neighbours that are one, the shallowest dip first.
  private static func merge(_ lobes: inout [Lobe], speed: [Double], _ positions: [Vector3]) {
    while lobes.count > 1 {
      var best = -1
      var shallowest = 0.2
      for index in 1..<lobes.count {
        let left = lobes[index - 1]
        let right = lobes[index]
        let slower = min(left.peak, right.peak)
        let dip = (slower - speed[right.first]) / slower
        if dip < shallowest && turn(left, right, positions) < .pi / 6 {
          best = index
          shallowest = dip
        }
      }
      if best < 0 { return }
      join(&lobes, at: best)
    }
  }

  /// Makes one of a lobe and the one before it.
  private static func join(_ lobes: inout [Lobe], at index: Int) {
    let right = lobes.remove(at: index)
    lobes[index - 1].last = right.last
    if right.peak > lobes[index - 1].peak {
      lobes[index - 1].peak = right.peak
      lobes[index - 1].top = right.top
    }
  }

  private static func absorbShort(_ lobes: inout [Lobe], _ positions: [Vector3]) {
    let shortest = Int(0.006 * EyePath.tableRate)
    while lobes.count > 1 {
      guard let short = lobes.indices.min(by: { lobes[$0].length < lobes[$1].length }),
        lobes[short].length < shortest
      else { return }
      let before =
        short > 0 ? turn(lobes[short - 1], lobes[short], positions) : Double.infinity
      let after =
        short + 1 < lobes.count ? turn(lobes[short], lobes[short + 1], positions) : Double.infinity
      join(&lobes, at: before <= after ? short : short + 1)
    }
  }

  private static func turn(_ left: Lobe, _ right: Lobe, _ positions: [Vector3]) -> Double {
    let a = positions[left.last] - positions[left.first]
    let b = positions[right.last] - positions[right.first]
    let lengths = (a.lengthSquared * b.lengthSquared).squareRoot()
    guard lengths > 0 else { return 0 }
    return acos((a.dot(b) / lengths).clamped(to: -1...1))
  }
}
