/// A position or displacement of the eye: horizontal, vertical, torsional.
///
/// A plain struct instead of `SIMD3<Double>`: as fast when optimised, and a hundred times faster in
/// debug builds, where every test that simulates recordings would wait for it.
struct Vector3: Sendable, Equatable {
  var x: Double
  var y: Double
  var z: Double

  init(_ x: Double, _ y: Double, _ z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  init() {
    self.init(0, 0, 0)
  }

  var simd: SIMD3<Double> { SIMD3(x, y, z) }

  var lengthSquared: Double { x * x + y * y + z * z }
  var length: Double { lengthSquared.squareRoot() }

  func dot(_ other: Vector3) -> Double { x * other.x + y * other.y + z * other.z }

  static func + (a: Vector3, b: Vector3) -> Vector3 { Vector3(a.x + b.x, a.y + b.y, a.z + b.z) }
  static func - (a: Vector3, b: Vector3) -> Vector3 { Vector3(a.x - b.x, a.y - b.y, a.z - b.z) }
  static func * (a: Vector3, b: Double) -> Vector3 { Vector3(a.x * b, a.y * b, a.z * b) }
  static func * (a: Double, b: Vector3) -> Vector3 { b * a }
  static func / (a: Vector3, b: Double) -> Vector3 { a * (1 / b) }
  static prefix func - (a: Vector3) -> Vector3 { Vector3(-a.x, -a.y, -a.z) }
  static func += (a: inout Vector3, b: Vector3) { a = a + b }
  static func -= (a: inout Vector3, b: Vector3) { a = a - b }
}
