#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The density of power in bands of a sixth of an octave, from 7 Hz to .45 of the sampling rate:
/// the median over windows, channels added.
struct BandLevels {
  /// The middle of each band in Hz.
  let frequencies: [Double]
  /// In squared units a hertz; never below `leastDensity`.
  let densities: [Double]
  /// The same in decibels.
  let levels: [Double]

  static let leastDensity = 1e-20

  init(channels: [[Float]], starts: ArraySlice<Int>, transform: borrowing WindowTransform) {
    let binWidth = transform.binWidth
    let bands = Self.bands(binWidth: binWidth, samplingRate: transform.samplingRate)
    var ofWindows = [[Double]](repeating: [], count: bands.count)
    for start in starts {
      let density = transform.density(of: channels, from: start)
      for (index, band) in bands.enumerated() {
        ofWindows[index].append(density[band].reduce(0, +) / Double(band.count))
      }
    }
    frequencies = bands.map { (Double($0.lowerBound) + Double($0.upperBound - 1)) / 2 * binWidth }
    densities = ofWindows.map { max(Self.leastDensity, $0.median() ?? 0) }
    levels = densities.map { 10 * log10($0) }
  }

  private static func bands(binWidth: Double, samplingRate: Double) -> [Range<Int>] {
    var bands: [Range<Int>] = []
    var low = max(2, Int((7 / binWidth - 0.5).rounded(.up)))
    while true {
      let high = max(low + 1, Int((Double(low) * exp2(1.0 / 6)).rounded()))
      guard (Double(high) - 0.5) * binWidth <= 0.45 * samplingRate else { return bands }
      bands.append(low..<high)
      low = high
    }
  }

  /// The mean level of the bands in a range of frequencies, in decibels; `nil` where there is none.
  func meanLevel(in range: ClosedRange<Double>) -> Double? {
    let inside = zip(frequencies, levels).filter { range.contains($0.0) }
    return inside.isEmpty ? nil : inside.reduce(0) { $0 + $1.1 } / Double(inside.count)
  }

  /// By how many decibels an octave the level changes over the bands in a range of frequencies;
  /// `nil` with fewer than two bands.
  func slope(in range: ClosedRange<Double>) -> Double? {
    let inside = zip(frequencies, levels).filter { range.contains($0.0) }
    guard inside.count >= 2 else { return nil }
    let x = inside.map { log2($0.0) }
    let y = inside.map(\.1)
    let meanX = x.reduce(0, +) / Double(x.count)
    let meanY = y.reduce(0, +) / Double(y.count)
    let spread = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    return zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread
  }

  /// Whether the level falls, from a band up to some frequency to one within a ratio above it, by
  /// more than some decibels.
  func falls(by drop: Double, within ratio: Double, upTo highest: Double) -> Bool {
    frequencies.indices.contains { index in
      guard frequencies[index] <= highest,
        let last = frequencies.lastIndex(where: { $0 <= ratio * frequencies[index] })
      else { return false }
      return levels[index] - levels[last] > drop
    }
  }
}
