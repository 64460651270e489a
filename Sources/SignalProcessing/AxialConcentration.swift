#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How closely movements keep to one axis, whichever way along it they go.
///
/// *R*₂ = |Σ *w* e^(i2θ)| / Σ *w*: 1 where all lie on one line, near 0 where no axis is preferred.
/// Directions without a preferred axis give 0.89 / √*n* on average, so that few of them look
/// concentrated.
///
/// - Source: Mardia and Jupp, *Directional Statistics* (2000), 1.4 and 2.3.
package struct AxialConcentration: Sendable, Equatable {
  /// *R*₂, 0 to 1.
  package let concentration: Double
  /// The axis, from 0 to 180 degrees, counter-clockwise from horizontal.
  package let axisDegrees: Double
  /// How many movements it rests on.
  package let count: Int

  /// - Parameters:
  ///   - displacements: horizontal and vertical; those that are zero or not finite are left out.
  ///   - weightedByLength: whether a movement counts by its length rather than as one.
  /// - Returns: `nil` where nothing is left.
  package init?(of displacements: [SIMD2<Float>], weightedByLength: Bool = false) {
    var cosine = 0.0
    var sine = 0.0
    var total = 0.0
    var count = 0
    for displacement in displacements {
      let x = Double(displacement.x)
      let y = Double(displacement.y)
      let squared = x * x + y * y
      guard squared > 0, squared.isFinite else { continue }
      // cos 2θ and sin 2θ without the angle itself.
      let weight = weightedByLength ? squared.squareRoot() : 1
      cosine += weight * (x * x - y * y) / squared
      sine += weight * 2 * x * y / squared
      total += weight
      count += 1
    }
    guard count > 0 else { return nil }
    concentration = min(1, (cosine * cosine + sine * sine).squareRoot() / total)
    axisDegrees = axisOfDoubleAngle(cosine: cosine, sine: sine)
    self.count = count
  }

  /// The axis as a unit vector.
  package var direction: SIMD2<Float> {
    let angle = axisDegrees * .pi / 180
    return SIMD2(Float(cos(angle)), Float(sin(angle)))
  }
}

/// The axis at half an angle, from 0 to below 180 degrees; of the angle, cosine and sine on any scale.
func axisOfDoubleAngle(cosine: Double, sine: Double) -> Double {
  let axis = atan2(sine, cosine) / 2 * 180 / .pi
  let turned = axis < 0 ? axis + 180 : axis
  return turned >= 180 ? 0 : turned
}
