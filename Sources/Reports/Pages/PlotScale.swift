#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// From values to places along one side of a figure.
struct PlotScale: Sendable {
  let domain: ClosedRange<Double>
  /// The places of the domain's ends; the first may be the larger one, as on axes that point up.
  let from: Double
  let to: Double
  var isLogarithmic = false

  init(_ domain: ClosedRange<Double>, from: Double, to: Double, isLogarithmic: Bool = false) {
    self.domain = domain
    self.from = from
    self.to = to
    self.isLogarithmic = isLogarithmic
  }

  func callAsFunction(_ value: Double) -> Double {
    let width = transformed(domain.upperBound) - transformed(domain.lowerBound)
    guard width > 0 else { return from }
    return from + (to - from) * (transformed(value) - transformed(domain.lowerBound)) / width
  }

  /// The place, kept inside the figure.
  func clamped(_ value: Double) -> Double {
    self(max(domain.lowerBound, min(domain.upperBound, value)))
  }

  private func transformed(_ value: Double) -> Double {
    isLogarithmic ? log10(max(value, 1e-9)) : value
  }

  /// Round values in the domain, at most about so many: powers of ten on a logarithmic scale. None where the
  /// domain is wider, or farther from 0, than steps of it can be counted.
  func ticks(atMost count: Int) -> [Double] {
    if isLogarithmic {
      let low = Int(log10(domain.lowerBound).rounded(.up))
      let high = Int(log10(domain.upperBound).rounded(.down))
      return low <= high ? (low...high).map { pow(10, Double($0)) } : []
    }
    let step = Self.roundStep(for: domain.upperBound - domain.lowerBound, atMost: count)
    let steps = max(domain.lowerBound.magnitude, domain.upperBound.magnitude) / step
    guard steps < 1e15 else { return [] }
    let first = Int((domain.lowerBound / step - 1e-9).rounded(.up))
    let last = Int((domain.upperBound / step + 1e-9).rounded(.down))
    return first <= last ? (first...last).map { Double($0) * step } : []
  }

  /// 1, 2 or 5 times a power of ten, so that a width holds at most so many.
  static func roundStep(for width: Double, atMost count: Int) -> Double {
    guard width > 0, width.isFinite else { return 1 }
    let rough = width / Double(max(1, count))
    let magnitude = pow(10, log10(rough).rounded(.down))
    let step = [1, 2, 5, 10].first { $0 * magnitude >= rough * (1 - 1e-9) } ?? 10
    return step * magnitude
  }

  /// A tick's number, with as many decimals as it needs.
  static func label(_ value: Double) -> String {
    for decimals in 0...3 {
      guard let text = FixedDecimal(value, decimals: decimals).text, let back = Double(text),
        abs(back - value) <= 1e-6 * max(1, abs(value))
      else { continue }
      return text.replacing("-", with: "\u{2212}")
    }
    return "\(value)"
  }
}
