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
    guard eyes.count > 1 else {
      let count = min(firstX.count, firstY.count)
      add(count) { (firstX[$0], firstY[$0]) }
      return
    }
    let (secondX, secondY) = eyes[1]
    let count = [firstX, firstY, secondX, secondY].map(\.count).min() ?? 0
    add(count) { index in
      (Self.mean(firstX[index], secondX[index]), Self.mean(firstY[index], secondY[index]))
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

  private static func mean(_ a: Float, _ b: Float) -> Float {
    let both = (a + b) / 2
    return both == both ? both : (a == a ? a : b)
  }

  @inline(__always)
  private mutating func add(_ samples: Int, _ position: (Int) -> (x: Float, y: Float)) {
    // About the first position, so that the sums stay small.
    guard
      let first = (0..<samples).first(where: { !(position($0).x + position($0).y).isNaN })
    else { return }
    let (originX, originY) = position(first)
    // Partial sums in single precision over short stretches, which is fast and exact enough.
    for start in stride(from: 0, to: samples, by: 64) {
      var part = SIMD8<Float>.zero
      for index in start..<min(start + 64, samples) {
        let (x, y) = position(index)
        let dx = x - originX
        let dy = y - originY
        guard dx + dy == dx + dy else { continue }
        part += SIMD8(1, dx, dy, dx * dx, dy * dy, dx * dy, 0, 0)
      }
      count += Double(part[0])
      sumX += Double(part[1])
      sumY += Double(part[2])
      sumXX += Double(part[3])
      sumYY += Double(part[4])
      sumXY += Double(part[5])
    }
  }
}
