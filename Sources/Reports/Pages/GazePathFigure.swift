import Recordings

/// Where the eye went in the key moment: horizontal against vertical at one scale.
struct GazePathFigure {
  let subject: PageSubject
  let times: ClosedRange<Double>

  private static let side = 190.0
  private static let center = 95.0
  private static let reach = 74.0

  /// - Returns: `nil` where not both axes were recorded, or not as positions.
  func markup() -> Markup? {
    guard subject.recording.quantity == .position,
      let trace = subject.recording.traces.first(where: {
        $0.horizontal != nil && $0.vertical != nil
      }), let x = trace.horizontal, let y = trace.vertical
    else { return nil }
    let points = points(x, y)
    let valid = points.filter { $0.x.isFinite && $0.y.isFinite }
    guard let left = valid.map(\.x).min(), let right = valid.map(\.x).max(),
      let bottom = valid.map(\.y).min(), let top = valid.map(\.y).max()
    else { return nil }
    let middle = SIMD2((left + right) / 2, (bottom + top) / 2)
    let half = max(Double(max(right - left, top - bottom)) / 2, 0.25)
    let step = PlotScale.roundStep(for: 2 * half, atMost: 3)
    func place(_ point: SIMD2<Float>) -> (Double, Double) {
      let offset = (point - middle) / Float(half) * Float(Self.reach)
      return (Self.center + Double(offset.x), Self.center - Double(offset.y))
    }
    var path = SVGPath(reserving: points.count * 10)
    var isDown = false
    for point in points {
      guard point.x.isFinite, point.y.isFinite else {
        isDown = false
        continue
      }
      let (px, py) = place(point)
      if isDown { path.line(px, py) } else { path.move(px, py) }
      isDown = true
    }
    let start = place(valid[0])
    let length = step / (2 * half) * 2 * Self.reach
    let unit = subject.channels.unit(of: .horizontal)
    return SVG.image(
      id: "path", width: Self.side, height: Self.side + 12, title: PageWords.pathTitle,
      description: PageWords.pathDescription(subject, half: half),
      compass() + [
        SVG.path(path, "gaze"), SVG.circle(start.0, start.1, 2.6, "start"),
        SVG.line(8, 194, 8 + length, 194, "bracket"),
        SVG.text(8 + length + 4, 197, PlotScale.label(step) + unit, "tick"),
      ])
  }

  private func compass() -> [Markup] {
    let words = (PageWords.directions(.horizontal), PageWords.directions(.vertical))
    return [
      SVG.line(12, Self.center, 178, Self.center, "grid"),
      SVG.line(Self.center, 14, Self.center, 172, "grid"),
      SVG.text(Self.center, 10, words.1.positive, "axis", .middle),
      SVG.text(Self.center, 181, words.1.negative, "axis", .middle),
      SVG.text(188, Self.center - 4, words.0.positive, "axis", .end),
      SVG.text(2, Self.center - 4, words.0.negative, "axis"),
    ]
  }

  private func points(_ x: [Float], _ y: [Float]) -> [SIMD2<Float>] {
    let rate = subject.recording.samplingRate
    // Four points a unit of length at most; more cannot be seen.
    let stride = max(1, Int((times.upperBound - times.lowerBound) * rate / 1000))
    var points: [SIMD2<Float>] = []
    for run in subject.recording.runs {
      let from = max(0, Int(((times.lowerBound - run.onset) * rate).rounded(.up)))
      let to = min(run.samples.count, Int((times.upperBound - run.onset) * rate))
      guard from < to else { continue }
      for offset in Swift.stride(from: from, to: to, by: stride) {
        let sample = run.samples.lowerBound + offset
        points.append(SIMD2(x[sample], y[sample]))
      }
      points.append(SIMD2(.nan, .nan))
    }
    return points
  }
}
