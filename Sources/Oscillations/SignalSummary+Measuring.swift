internal import EyeMovements
internal import Recordings

extension SignalSummary {
  init(of subject: Subject) {
    let recording = subject.recording
    let movements = subject.movements
    let noise = movements.noise
    let single = recording.traces.first?.eye
    let eyes: String =
      switch subject.eyes {
      case .both: "both"
      case .left: "left"
      case .right: "right"
      default: single == .cyclopean ? "cyclopean" : "unknown"
      }
    self.init(
      samplingRate: recording.samplingRate, effectiveRate: movements.bandwidth.effectiveRate,
      bandwidth: movements.bandwidth.velocityCutoff, duration: recording.spannedSeconds,
      validPercent: 100 * subject.validShare,
      noiseStandardDeviation: noise.isMeasured ? noise.standardDeviation : .nan,
      rmsSampleToSample: noise.isMeasured ? noise.rmsSampleToSample : .nan,
      bivariateContourEllipseArea: PositionSpread(of: recording).ellipseArea, eyes: eyes,
      axes: subject.axes.names, unit: recording.unit, quantity: recording.quantity,
      frame: recording.frame, clock: recording.clock)
  }
}

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
    add(count) { first in
      (
        Self.mean(Self.lanes(firstX, first), Self.lanes(secondX, first)),
        Self.mean(Self.lanes(firstY, first), Self.lanes(secondY, first))
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
    _ samples: Int, _ positions: (Int) -> (x: SIMD16<Float>, y: SIMD16<Float>)
  ) {
    // About a position in the middle, so that the sums stay small.
    let origin = Self.middle(samples, positions)
    let one = SIMD16<Float>(repeating: 1)
    // Partial sums in single precision over short stretches, which is fast and exact enough.
    for start in stride(from: 0, to: samples, by: 64) {
      var (n, sx, sy) = (SIMD16<Float>(), SIMD16<Float>(), SIMD16<Float>())
      var (sxx, syy, sxy) = (SIMD16<Float>(), SIMD16<Float>(), SIMD16<Float>())
      for first in stride(from: start, to: min(start + 64, samples), by: 16) {
        let (x, y) = positions(first)
        var (dx, dy) = (x - origin.x, y - origin.y)
        let isMissing = (dx + dy) .!= (dx + dy)
        dx.replace(with: 0, where: isMissing)
        dy.replace(with: 0, where: isMissing)
        n += one.replacing(with: 0, where: isMissing)
        sx += dx
        sy += dy
        sxx += dx * dx
        syy += dy * dy
        sxy += dx * dy
      }
      count += Double(n.sum())
      sumX += Double(sx.sum())
      sumY += Double(sy.sum())
      sumXX += Double(sxx.sum())
      sumYY += Double(syy.sum())
      sumXY += Double(sxy.sum())
    }
  }

  /// The mean of some positions spread over all; 0 where none of these is known.
  private static func middle(
    _ samples: Int, _ positions: (Int) -> (x: SIMD16<Float>, y: SIMD16<Float>)
  ) -> SIMD2<Float> {
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
