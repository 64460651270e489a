import EyeMovements
import Oscillations
import Recordings
import SignalProcessing

/// The key moment at a fixed scale: positions, the saccades with the intervals between them
/// bracketed, and velocity.
struct KeyMomentFigure {
  let subject: PageSubject
  let times: ClosedRange<Double>

  private static let width = 560.0
  private static let left = 70.0
  private static let right = 546.0
  private static let laneTop = 26.0
  /// The head of the velocity's lane, in which its words stand.
  private static let head = 13.0

  private var time: PlotScale { PlotScale(times, from: Self.left, to: Self.right) }

  func markup() -> Markup {
    let axes = subject.channels.axes
    let laneHeight = axes.count > 2 ? 42.0 : axes.count == 2 ? 60 : 100
    let velocityTop = Self.laneTop + laneHeight * Double(axes.count) + 6
    let height = velocityTop + Self.head + 46 + 16
    let drawn = axes.map { axis in subject.channels.channels.filter { $0.axis == axis } }
    let spreads = drawn.map { channels in
      TraceChannels.spread(of: channels.map { envelope($0.samples) })
    }
    let reach = spreads.compactMap { $0?.reach }.max() ?? 1
    let half = Self.step(above: max(reach * 1.04, subject.isInDegrees ? 0.5 : 0))
    var contents = brackets()
    for (index, axis) in axes.enumerated() {
      contents += lane(
        axis, drawn[index], top: Self.laneTop + Double(index) * laneHeight, height: laneHeight,
        middle: spreads[index]?.middle ?? 0, half: half)
    }
    contents += velocityLane(top: velocityTop, height: Self.head + 46)
    contents += timeAxis(at: height - 16)
    return SVG.image(
      id: "moment", width: Self.width, height: height, title: PageWords.momentTitle(times),
      description: PageWords.momentDescription(subject, times), contents)
  }

  private func envelope(_ samples: [Float]) -> Envelope {
    let count = Int((times.upperBound - times.lowerBound) * subject.recording.samplingRate)
    return Envelope(
      of: samples, in: subject.recording, times: times, count: min(888, max(count, 1)))
  }

  private func path(_ samples: [Float], y: PlotScale) -> SVGPath {
    let envelope = envelope(samples)
    let count = Double(envelope.low.count)
    return envelope.path(
      x: { Self.left + (Double($0) + 0.5) * (Self.right - Self.left) / count }, y: y)
  }

  private func lane(
    _ axis: TraceAxis, _ channels: [TraceChannels.Channel], top: Double, height: Double,
    middle: Double, half: Double
  ) -> [Markup] {
    let y = PlotScale((middle - half)...(middle + half), from: top + height - 3, to: top + 3)
    var contents = [SVG.line(Self.left, top + height, Self.right, top + height, "frame")]
    contents += SVG.grid(
      y, left: Self.left, right: Self.right, unit: subject.channels.unit(of: axis))
    let words = PageWords.directions(axis)
    contents.append(SVG.text(2, top + 11, "\(words.positive) ↑", "axis"))
    contents.append(SVG.text(2, top + height - 5, "\(words.negative) ↓", "axis"))
    return contents
      + channels.map { SVG.path(path($0.samples, y: y), "near " + $0.className) }
  }

  /// Blocks for saccades, brackets for the intervals between them, with their length where there is
  /// room.
  private func brackets() -> [Markup] {
    let saccades = subject.analysis.movements.saccades
      .filter { $0.offset > times.lowerBound && $0.onset < times.upperBound }
    var blocks = SVGPath()
    var brackets = SVGPath()
    var labels: [Markup] = []
    for (index, saccade) in saccades.enumerated() {
      let x = time.clamped(saccade.onset)
      let end = time.clamped(saccade.offset)
      blocks.rectangle(x, 15, max(0.8, end - x), 7)
      guard index + 1 < saccades.count else { continue }
      let next = time.clamped(saccades[index + 1].onset)
      guard next - end >= 1.2 else { continue }
      brackets.move(end + 0.4, 17)
      brackets.vertical(12)
      brackets.horizontal(next - 0.4)
      brackets.vertical(17)
      if next - end > 26 {
        let gap = (saccades[index + 1].onset - saccade.offset) * 1000
        let label = PageNumber.withUnit(gap, .milliseconds) ?? ""
        labels.append(SVG.text((end + next) / 2, 9, label, "tick", .middle))
      }
    }
    return [
      SVG.text(2, 22, PageWords.barSaccades, "axis"), SVG.path(blocks, "block"),
      SVG.path(brackets, "bracket"),
    ] + labels
  }

  private func velocityLane(top: Double, height: Double) -> [Markup] {
    let velocity = subject.velocity
    let lines = [
      (velocity.horizontalVelocity, "horizontal"), (velocity.verticalVelocity, "vertical"),
      (velocity.torsionalVelocity, "torsional"),
    ].filter { !$0.0.isEmpty }
    let envelopes = lines.map { envelope($0.0) }
    let peak = envelopes.flatMap { $0.low + $0.high }.filter(\.isFinite).map(\.magnitude).max() ?? 1
    let half = Self.step(above: Double(peak))
    let y = PlotScale((-half)...half, from: top + height - 2, to: top + Self.head)
    var contents = [
      SVG.text(Self.left, top + 9, PageWords.velocityAxis(subject), "axis"),
      SVG.line(Self.left, top + height, Self.right, top + height, "frame"),
      SVG.line(Self.left, y(0), Self.right, y(0), "grid"),
    ]
    for tick in [-half, 0, half] {
      contents.append(SVG.text(Self.left - 4, y(tick) + 3, PlotScale.label(tick), "tick", .end))
    }
    for (samples, className) in lines {
      contents.append(SVG.path(path(samples, y: y), "speed " + className))
    }
    return contents
  }

  /// What a lane's half stands for: 1, 2 or 5 times a power of ten, so that scales compare.
  private static func step(above reach: Double) -> Double {
    PlotScale.roundStep(for: reach, atMost: 1)
  }

  private func timeAxis(at bottom: Double) -> [Markup] {
    time.ticks(atMost: 10).flatMap { tick in
      [
        SVG.line(time(tick), bottom, time(tick), bottom + 3, "frame"),
        SVG.text(
          time(tick), bottom + 12, PageWords.seconds(PlotScale.label(tick)), "tick", .middle),
      ]
    }
  }
}
