#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A spectrum as noise and drift behind a low-pass filter.
///
/// The density is (Σ *c*ₖ *f*⁻²ᵏ) |*H*|² + floor: white noise and a random walk, neither negative;
/// *H* is Butterworth's characteristic in digital form, once or twice, its order free; the floor is what rounding
/// the numbers makes.
struct RollOffFit {
  /// A low-pass filter of Butterworth's kind.
  struct Filter: Equatable {
    let order: Int
    /// 2 for a filter run forth and back, which leaves no delay.
    let passes: Int
  }

  let filter: Filter
  /// The half-power frequency of one pass, in Hz.
  let edge: Double
  /// The root mean square of what is left, in decibels, single bands counting 15 at most.
  let residual: Double

  /// The frequency where a share of the power passes, in Hz.
  func frequency(passing share: Double, samplingRate: Double) -> Double {
    let ratio = pow(
      pow(1 / share, 1 / Double(filter.passes)) - 1, 0.5 / Double(filter.order))
    return atan(tan(.pi * edge / samplingRate) * ratio) * samplingRate / .pi
  }

  /// How well the spectrum is described without a filter; movement, which falls with the fourth
  /// power, then takes part as well.
  static func unlimitedResidual(of spectrum: BandLevels, floor: Double) -> Double {
    var model = SpectrumModel(spectrum, floor: floor, powers: [0, 2, 4])
    return model.residual { _ in 1 }
  }

  /// The filter that describes the spectrum best, as far as its first steep fall: images of the
  /// signal that an interpolation leaves behind it are no part of the fall.
  init(of spectrum: BandLevels, floor: Double, samplingRate: Double) {
    let bands = Self.endOfFall(spectrum)
    var model = SpectrumModel(spectrum, floor: floor, powers: [0, 2], bands: bands)
    let warped = spectrum.frequencies.prefix(bands).map { tan(.pi * $0 / samplingRate) }
    var best = (edge: 7.0, filter: Self.filters[0], residual: Double.infinity)
    func tryEdges(from lowest: Double, to highest: Double, factor: Double) {
      var edge = lowest
      while edge < highest {
        let unit = 1 / tan(.pi * edge / samplingRate)
        for filter in Self.filters {
          let residual = model.residual { band in
            let passed = 1 / (1 + power(warped[band] * unit, 2 * filter.order))
            return filter.passes == 2 ? passed * passed : passed
          }
          if residual < best.residual - 1e-9 { best = (edge, filter, residual) }
        }
        edge *= factor
      }
    }
    let highest = min(0.45 * samplingRate, 300)
    tryEdges(from: 7, to: highest, factor: 1.15)
    let coarse = best.edge
    tryEdges(from: coarse / 1.13, to: min(highest, coarse * 1.13), factor: 1.03)
    edge = best.edge
    filter = best.filter
    residual = best.residual
  }

  private static let filters =
    [1, 2, 3, 4, 6, 8, 12, 24].map { Filter(order: $0, passes: 1) }
    + [2, 3, 4].map { Filter(order: $0, passes: 2) }

  /// How many bands there are up to the first that lies 20 dB below one within an octave under it.
  private static func endOfFall(_ spectrum: BandLevels) -> Int {
    for index in spectrum.levels.indices.dropFirst(3) {
      let octave = spectrum.levels[..<index].enumerated().filter {
        spectrum.frequencies[$0.offset] >= spectrum.frequencies[index] / 2.02
      }
      if let top = octave.map(\.element).max(), top - spectrum.levels[index] > 20 {
        return max(5, index + 1)
      }
    }
    return spectrum.levels.count
  }
}

/// A spectrum as the sum of powers of the frequency and a floor, whose sizes are found by least
/// squares of relative errors, none negative.
private struct SpectrumModel {
  /// Each part and the floor over the density, a band each; parts that are not asked for are 0.
  private let parts: [SIMD3<Double>]
  private let floor: [Double]
  private var passed: [Double]

  init(_ spectrum: BandLevels, floor: Double, powers: [Int], bands: Int? = nil) {
    let densities = spectrum.densities.prefix(bands ?? spectrum.densities.count)
    parts = zip(spectrum.frequencies, densities).map { frequency, density in
      var part = SIMD3<Double>()
      for (index, exponent) in powers.enumerated() {
        part[index] = power(20 / frequency, exponent) / density
      }
      return part
    }
    self.floor = densities.map { floor / $0 }
    passed = [Double](repeating: 0, count: densities.count)
  }

  /// What the best sizes leave, in decibels, if a filter lets a share of each band pass.
  mutating func residual(_ share: (Int) -> Double) -> Double {
    var sizes = NonNegativeSizes()
    for band in parts.indices {
      passed[band] = share(band)
      sizes.add(passed[band] * parts[band])
    }
    let best = sizes.best
    var sum = 0.0
    for band in parts.indices {
      let model = floor[band] + passed[band] * (best * parts[band]).sum()
      let error = model > 0 ? max(-15, min(15, 10 * log10(model))) : -15
      sum += error * error
    }
    return (sum / Double(parts.count)).squareRoot()
  }
}

/// Sizes, none negative, with which up to three columns add up to 1 as nearly as possible.
private struct NonNegativeSizes {
  private var rows = (SIMD3<Double>(), SIMD3<Double>(), SIMD3<Double>())
  private var sums = SIMD3<Double>()

  mutating func add(_ row: SIMD3<Double>) {
    rows.0 += row.x * row
    rows.1 += row.y * row
    rows.2 += row.z * row
    sums += row
  }

  /// The best of all choices of columns whose own solution is not negative.
  var best: SIMD3<Double> {
    var best = SIMD3<Double>()
    var gain = 0.0
    for choice in 1..<8 {
      guard let sizes = solution(choice), sizes.min() >= 0 else { continue }
      let reached = (sizes * sums).sum()
      if reached > gain {
        gain = reached
        best = sizes
      }
    }
    return best
  }

  /// The solution with some of the columns, by Cramer's rule; an identity stands for the others.
  private func solution(_ choice: Int) -> SIMD3<Double>? {
    let mask = SIMD3<Double>(
      choice & 1 != 0 ? 1 : 0, choice & 2 != 0 ? 1 : 0, choice & 4 != 0 ? 1 : 0)
    let a = mask.x == 1 ? rows.0 * mask : SIMD3(1, 0, 0)
    let b = mask.y == 1 ? rows.1 * mask : SIMD3(0, 1, 0)
    let c = mask.z == 1 ? rows.2 * mask : SIMD3(0, 0, 1)
    let right = sums * mask
    let whole = determinant(a, b, c)
    // Columns that are all but the same have no solution of their own.
    guard whole > 1e-9 * a.x * b.y * c.z, whole > 0 else { return nil }
    return SIMD3(
      determinant(right, b, c), determinant(a, right, c), determinant(a, b, right)) / whole
  }

  private func determinant(
    _ a: SIMD3<Double>, _ b: SIMD3<Double>, _ c: SIMD3<Double>
  ) -> Double {
    a.x * (b.y * c.z - b.z * c.y) - a.y * (b.x * c.z - b.z * c.x) + a.z * (b.x * c.y - b.y * c.x)
  }
}

private func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  var square = base
  var rest = exponent
  while rest > 0 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return result
}
