internal import Recordings

/// How far gaze wanders: the variances and the covariance of the mean position of the eyes.
struct PositionSpread {
  private var count = 0.0
  private var sumX = 0.0
  private var sumY = 0.0
  private var sumXX = 0.0
  private var sumYY = 0.0
  private var sumXY = 0.0

  /// - Complexity: one pass, O(*n*).
  init(of recording: Recording) {
    guard recording.quantity == .position else { return }
    let eyes = recording.traces.compactMap { trace -> ([Float], [Float])? in
      guard let horizontal = trace.horizontal, let vertical = trace.vertical else { return nil }
      return (horizontal, vertical)
    }
    guard let (firstX, firstY) = eyes.first else { return }
    let (secondX, secondY) = eyes.count > 1 ? eyes[1] : eyes[0]
    let count = [firstX, firstY, secondX, secondY].map(\.count).min() ?? 0
    add(count, hasTwo: eyes.count > 1) { first in
      (
        (Self.lanes(firstX, first), Self.lanes(firstY, first)),
        (Self.lanes(secondX, first), Self.lanes(secondY, first))
      )
    }
  }

  /// The area of the ellipse that holds 68.2 % of the positions, in square degrees; `NaN` where
  /// there are none with both axes.
  ///
  /// - Source: Steinman 1965; Castet and Crossland 2012, *Seeing Perceiving* 25:561.
  var ellipseArea: Double {
    guard count > 1 else { return .nan }
    let xx = sumXX - sumX * sumX / count
    let yy = sumYY - sumY * sumY / count
    let xy = sumXY - sumX * sumY / count
    let determinant = max(0, xx * yy - xy * xy)
    return 2 * 1.145_703_9 * .pi * determinant.squareRoot() / (count - 1)
  }

  /// The mean of what is not missing.
  @inline(__always)
  private static func mean(_ a: SIMD16<Float>, _ b: SIMD16<Float>) -> SIMD16<Float> {
    var mean = (a + b) / 2
    mean.replace(with: a, where: mean .!= mean)
    mean.replace(with: b, where: mean .!= mean)
    return mean
  }

  /// Sixteen samples, of which those behind the last one are missing.
  @inline(__always)
  private static func lanes(_ values: [Float], _ first: Int) -> SIMD16<Float> {
    if first + 16 <= values.count {
      return values.withUnsafeBytes {
        $0.loadUnaligned(
          fromByteOffset: first * MemoryLayout<Float>.stride, as: SIMD16<Float>.self)
      }
    }
    var lanes = SIMD16<Float>(repeating: .nan)
    for index in first..<values.count { lanes[index - first] = values[index] }
    return lanes
  }

  /// Adds the positions of so many samples, sixteen at a time.
  @inline(__always)
  private mutating func add(
    _ samples: Int, hasTwo: Bool, _ positions: (Int) -> (Lanes, Lanes)
  ) {
    // About a position in the middle, so that the sums stay small.
    let origin = Self.middle(samples) { first in Self.known(positions(first)) }
    // Partial sums in single precision over short stretches, which is fast and exact enough.
    for start in stride(from: 0, to: samples, by: 64) {
      let end = min(start + 64, samples)
      var sums = BlockSums(count: Float(end - start))
      for first in stride(from: start, to: end, by: 16) {
        let (one, other) = positions(first)
        sums.add(hasTwo ? ((one.x + other.x) / 2, (one.y + other.y) / 2) : one, about: origin)
      }
      if sums.holdsMissing {
        sums = BlockSums(count: 0)
        for first in stride(from: start, to: end, by: 16) {
          sums.addKnown(Self.known(positions(first)), about: origin)
        }
      }
      count += Double(sums.count)
      sumX += Double(sums.x.sum())
      sumY += Double(sums.y.sum())
      sumXX += Double(sums.xx.sum())
      sumYY += Double(sums.yy.sum())
      sumXY += Double(sums.xy.sum())
    }
  }

  /// The mean of two positions, or the one that is not missing.
  @inline(__always)
  private static func known(_ positions: (Lanes, Lanes)) -> Lanes {
    (mean(positions.0.x, positions.1.x), mean(positions.0.y, positions.1.y))
  }

  /// The mean of some positions spread over all; 0 where none of these is known.
  private static func middle(_ samples: Int, _ positions: (Int) -> Lanes) -> SIMD2<Float> {
    var sum = SIMD2<Float>()
    var count: Float = 0
    for first in stride(from: 0, to: samples, by: max(16, samples / 256)) {
      let (x, y) = positions(first)
      for lane in x.indices where !(x[lane] + y[lane]).isNaN {
        sum += SIMD2(x[lane], y[lane])
        count += 1
      }
    }
    return sum / max(count, 1)
  }
}

/// The positions of sixteen samples.
private typealias Lanes = (x: SIMD16<Float>, y: SIMD16<Float>)

/// The sums over a few samples.
private struct BlockSums {
  var count: Float
  var (x, y) = (SIMD16<Float>(), SIMD16<Float>())
  var (xx, yy, xy) = (SIMD16<Float>(), SIMD16<Float>(), SIMD16<Float>())

  init(count: Float) { self.count = count }

  /// Adds positions of which none is missing.
  @inline(__always)
  mutating func add(_ positions: Lanes, about origin: SIMD2<Float>) {
    let (dx, dy) = (positions.x - origin.x, positions.y - origin.y)
    x += dx
    y += dy
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }

  /// Adds those positions that are not missing.
  @inline(__always)
  mutating func addKnown(_ positions: Lanes, about origin: SIMD2<Float>) {
    let sum = positions.x + positions.y
    let isMissing = sum .!= sum
    add(
      (
        positions.x.replacing(with: origin.x, where: isMissing),
        positions.y.replacing(with: origin.y, where: isMissing)
      ), about: origin)
    count += SIMD16<Float>(repeating: 1).replacing(with: 0, where: isMissing).sum()
  }

  /// Whether a position that was added is missing.
  var holdsMissing: Bool { (x + y).sum().isNaN }
}
