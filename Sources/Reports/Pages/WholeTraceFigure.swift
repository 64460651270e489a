import EyeMovements
import Oscillations
import Recordings

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The whole recording: an envelope for each axis, all at one scale, and above them bars for
/// episodes and for what was lost.
struct WholeTraceFigure {
  let subject: PageSubject
  let keyMoment: ClosedRange<Double>?

  private static let width = 700.0
  private static let left = 76.0
  private static let right = 684.0
  private static let laneTop = 30.0
  private static let mostColumns = 608
  /// Seconds around a loss in which the trace may still dip.
  private static let lossEdge = 0.15
  /// How many stretches of all channels together are kept for looking closer, …
  private static let mostDetail = 96_000
  /// … of a channel at least, and a second.
  private static let leastDetail = 8_000
  private static let detailPerSecond = 40.0

  private var duration: Double { max(subject.recording.duration, 1e-3) }
  /// One a sample at most, else a line would be one of dots.
  private var columns: Int {
    max(1, min(Self.mostColumns, Int(duration * subject.recording.samplingRate)))
  }
  private var time: PlotScale { PlotScale(0...duration, from: Self.left, to: Self.right) }

  func markup() -> Markup {
    let axes = subject.channels.axes
    let laneHeight = axes.count > 2 ? 40.0 : axes.count == 2 ? 58 : 84
    let height = Self.laneTop + laneHeight * Double(axes.count) + 16
    let lanes = lanes()
    let reach = max(lanes.map(\.reach).max() ?? 1, 0.5) * 1.05
    var contents = bars()
    for (index, lane) in lanes.enumerated() {
      let top = Self.laneTop + Double(index) * laneHeight
      contents += draw(lane, top: top, height: laneHeight, reach: reach)
    }
    contents += timeAxis(at: height - 16, top: Self.laneTop)
    return SVG.image(
      id: "whole", width: Self.width, height: height, title: PageWords.wholeTitle,
      description: PageWords.wholeDescription(subject), className: "whole", contents)
  }

  private struct Lane {
    let axis: TraceAxis
    let channels: [(channel: TraceChannels.Channel, envelope: Envelope)]
    let middle: Double
    let reach: Double
  }

  private func lanes() -> [Lane] {
    let clear = clearColumns()
    return subject.channels.axes.map { axis in
      let drawn = subject.channels.channels.filter { $0.axis == axis }.map { channel in
        (
          channel: channel,
          envelope: Envelope(
            of: channel.samples, in: subject.recording, times: 0...duration, count: columns)
        )
      }
      let spread = TraceChannels.spread(of: drawn.map(\.envelope)) { clear[$0] }
      return Lane(
        axis: axis, channels: drawn, middle: spread?.middle ?? 0, reach: spread?.reach ?? 0)
    }
  }

  /// The columns that are clear of blinks and gaps and of their edges.
  private func clearColumns() -> [Bool] {
    var clear = [Bool](repeating: true, count: columns)
    let scale = Double(columns) / duration
    for loss in subject.analysis.movements.losses {
      let first = max(0, Int((loss.onset - Self.lossEdge) * scale))
      let last = min(columns - 1, Int((loss.offset + Self.lossEdge) * scale))
      if first <= last { for column in first...last { clear[column] = false } }
    }
    return clear
  }

  private func draw(_ lane: Lane, top: Double, height: Double, reach: Double) -> [Markup] {
    let y = PlotScale(
      (lane.middle - reach)...(lane.middle + reach), from: top + height - 4, to: top + 4)
    var contents = [SVG.line(Self.left, top + height, Self.right, top + height, "frame")]
    contents += SVG.grid(
      y, left: Self.left, right: Self.right, unit: subject.channels.unit(of: lane.axis))
    let words = PageWords.directions(lane.axis)
    contents.append(SVG.text(2, top + 12, "\(words.positive) ↑", "axis"))
    contents.append(SVG.text(2, top + height - 5, "\(words.negative) ↓", "axis"))
    for (channel, envelope) in lane.channels {
      let path = envelope.path(
        x: { Self.left + (Double($0) + 0.5) * (Self.right - Self.left) / Double(columns) },
        y: y)
      contents.append(
        .element(
          "path",
          [
            "class": "trace " + channel.className, "d": path.text,
            "data-values": detail(of: channel, y), "data-top": SVG.number(y.to),
            "data-bottom": SVG.number(y.from),
          ]))
    }
    return contents
  }

  /// The channel as 16-bit numbers in base 64, pairs of the lowest and the highest value of short
  /// stretches, for the script that zooms: 0 the lane's lower end, 10,000 its upper one.
  private func detail(of channel: TraceChannels.Channel, _ y: PlotScale) -> String {
    let wanted = min(
      Self.mostDetail / subject.channels.channels.count, Int(duration * Self.detailPerSecond))
    let count = min(max(Self.leastDetail, wanted), max(1, subject.recording.sampleCount))
    let envelope = Envelope(
      of: channel.samples, in: subject.recording, times: 0...duration, count: count)
    let scale = 10_000 / Float(y.domain.upperBound - y.domain.lowerBound)
    let lower = Float(y.domain.lowerBound)
    func scaled(_ value: Float) -> Int16 {
      let scaled = value.isFinite ? max(-32_000, min(32_000, (value - lower) * scale)) : -32_768
      return Int16(scaled).littleEndian
    }
    var values = [Int16](repeating: 0, count: count * 2)
    for index in 0..<count {
      values[2 * index] = scaled(envelope.low[index])
      values[2 * index + 1] = scaled(envelope.high[index])
    }
    return values.withUnsafeBytes { Data($0).base64EncodedString() }
  }

  private func bars() -> [Markup] {
    var episodes = SVGPath()
    for episode in subject.analysis.episodes {
      let times = subject.times(of: episode)
      bar(times.lowerBound, times.upperBound - times.lowerBound, y: 4, into: &episodes)
    }
    var lost = SVGPath()
    for loss in subject.analysis.movements.losses {
      bar(loss.onset, loss.offset - loss.onset, y: 16, into: &lost)
    }
    var key = SVGPath()
    if let keyMoment {
      bar(
        keyMoment.lowerBound, keyMoment.upperBound - keyMoment.lowerBound, y: 27, height: 2,
        into: &key)
    }
    return [
      SVG.text(2, 11, PageWords.barEpisodes, "axis"), SVG.text(2, 23, PageWords.barLost, "axis"),
      .element(
        "clipPath", ["id": "lane"],
        SVG.rectangle(Self.left, 0, Self.right - Self.left, Self.laneTop, "lane")),
      .element(
        "g", ["clip-path": "url(#lane)"],
        SVG.group(
          "times", [SVG.path(episodes, "bar"), SVG.path(lost, "lost"), SVG.path(key, "key")])),
    ]
  }

  private func bar(
    _ onset: Double, _ length: Double, y: Double, height: Double = 8, into path: inout SVGPath
  ) {
    let x = time.clamped(onset)
    path.rectangle(x, y, max(0.8, time.clamped(onset + length) - x), height)
  }

  private func timeAxis(at bottom: Double, top: Double) -> [Markup] {
    var contents: [Markup] = []
    for tick in time.ticks(atMost: 10) {
      contents.append(SVG.line(time(tick), bottom, time(tick), bottom + 3, "frame"))
      contents.append(
        SVG.text(time(tick), bottom + 12, PageWords.seconds(PlotScale.label(tick)), "tick", .middle)
      )
    }
    return [
      .element("g", ["class": "clock", "data-seconds": PlotScale.label(duration)], contents)
    ]
  }
}
