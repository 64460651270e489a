#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A slow movement, by its values at regular times: straight lines between them.
struct NodeSeries: Sendable {
  let rate: Double
  var nodes: [Vector3]

  func value(at time: Double) -> Vector3 {
    let scaled = min(max(time, 0) * rate, Double(nodes.count - 1) - 1e-9)
    let node = Int(scaled)
    return nodes[node] + (nodes[node + 1] - nodes[node]) * (scaled - Double(node))
  }

  /// The drift of a fixating eye: a speed that wanders, and a weak pull back.
  static func drift(
    duration: Double, speed: Double, torsion: Bool, random: inout RandomGenerator
  ) -> NodeSeries {
    let rate = 100.0
    let count = Int(duration * rate) + 3
    var nodes: [Vector3] = []
    nodes.reserveCapacity(count)
    let memory = exp(-1 / (0.08 * rate))
    let fresh = (1 - memory * memory).squareRoot() * speed
    var velocity = Vector3(random.normal(), random.normal(), 0) * speed
    var position = Vector3()
    for _ in 0..<count {
      nodes.append(position)
      let kick = Vector3(random.normal(), random.normal(), torsion ? random.normal() : 0)
      velocity = velocity * memory + kick * fresh
      position += (velocity - position / 1.5) / rate
    }
    return NodeSeries(rate: rate, nodes: nodes)
  }

  /// Half of the vergence angle: it wanders, and steps where the eyes converge.
  static func vergence(
    duration: Double, wander: Double, steps: [(time: Double, degrees: Double)],
    random: inout RandomGenerator
  ) -> NodeSeries {
    let rate = 50.0
    let count = Int(duration * rate) + 3
    let memory = exp(-1 / (3 * rate))
    let fresh = (1 - memory * memory).squareRoot()
    let approach = 1 - exp(-1 / (0.12 * rate))
    var nodes: [Vector3] = []
    nodes.reserveCapacity(count)
    var slow = Vector3(random.normal(), random.normal(), 0)
    var convergence = 0.0
    var aim = 0.0
    var next = 0
    for node in 0..<count {
      while next < steps.count && steps[next].time <= Double(node) / rate {
        aim = steps[next].degrees
        next += 1
      }
      convergence += (aim - convergence) * approach
      nodes.append(Vector3(slow.x * wander + convergence, slow.y * wander * 0.25, 0) / 2)
      slow = slow * memory + Vector3(random.normal(), random.normal(), 0) * fresh
    }
    return NodeSeries(rate: rate, nodes: nodes)
  }
}
