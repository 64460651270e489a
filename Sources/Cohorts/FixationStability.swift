import Recordings

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The logarithm of the bivariate contour ellipse area with the error that ten stretches of the
/// recording give it (delete-one jackknife).
struct FixationStability {
  let standardError: Double

  private static let blocks = 10

  init?(of recording: Recording) {
    guard recording.quantity == .position,
      let trace = recording.traces.first(where: { $0.horizontal != nil && $0.vertical != nil }),
      let x = trace.horizontal, let y = trace.vertical, x.count >= Self.blocks * 10
    else { return nil }
    let parts = (0..<Self.blocks).map { block in
      Sums(x, y, block * x.count / Self.blocks..<(block + 1) * x.count / Self.blocks)
    }
    let whole = parts.reduce(Sums(), +)
    let left = parts.map { log((whole - $0).area) }
    guard left.allSatisfy(\.isFinite) else { return nil }
    let count = Double(left.count)
    let mean = left.reduce(0, +) / count
    let spread = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardError = ((count - 1) / count * spread).squareRoot()
  }

  private struct Sums {
    var values = SIMD8<Double>()

    init() {}

    init(_ x: [Float], _ y: [Float], _ range: Range<Int>) {
      for index in range where x[index].isFinite && y[index].isFinite {
        let (a, b) = (Double(x[index]), Double(y[index]))
        values += SIMD8(1, a, b, a * a, b * b, a * b, 0, 0)
      }
    }

    static func + (one: Sums, other: Sums) -> Sums {
      var sum = one
      sum.values += other.values
      return sum
    }

    static func - (one: Sums, other: Sums) -> Sums {
      var sum = one
      sum.values -= other.values
      return sum
    }

    /// Proportional to the ellipse's area.
    var area: Double {
      let n = values[0]
      guard n > 2 else { return .nan }
      let xx = values[3] / n - values[1] * values[1] / n / n
      let yy = values[4] / n - values[2] * values[2] / n / n
      let xy = values[5] / n - values[1] * values[2] / n / n
      return max(0, xx * yy - xy * xy).squareRoot()
    }
  }
}
