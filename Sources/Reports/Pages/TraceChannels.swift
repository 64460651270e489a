import Oscillations
import Recordings
import SignalProcessing

/// An axis of the eye's movement.
enum TraceAxis: String, CaseIterable, Sendable {
  case horizontal, vertical, torsional

  func samples(of trace: EyeTrace) -> [Float]? {
    switch self {
    case .horizontal: trace.horizontal
    case .vertical: trace.vertical
    case .torsional: trace.torsional
    }
  }
}

/// A recording's channels as figures draw them: by axis, the left eye below the right one.
struct TraceChannels: Sendable {
  struct Channel: Sendable {
    let axis: TraceAxis
    let eye: Eye
    let samples: [Float]

    /// The style of its line: `right`, `left`, or `single` where there is but one eye.
    let className: String
  }

  let channels: [Channel]
  let recording: Recording

  init(_ recording: Recording) {
    self.recording = recording
    let eyes = recording.traces.sorted { $0.eye == .left && $1.eye != .left }
    channels = TraceAxis.allCases.flatMap { axis in
      eyes.compactMap { trace in
        axis.samples(of: trace).map { samples in
          Channel(
            axis: axis, eye: trace.eye, samples: samples,
            className: eyes.count > 1 ? trace.eye.rawValue : "single")
        }
      }
    }
  }

  var axes: [TraceAxis] {
    TraceAxis.allCases.filter { axis in channels.contains { $0.axis == axis } }
  }

  var hasBothEyes: Bool {
    channels.contains { $0.eye == .left } && channels.contains { $0.eye == .right }
  }

  /// The unit of an axis's values, as it stands behind a number.
  func unit(of axis: TraceAxis) -> String {
    let dimension: Measure.Dimension =
      recording.quantity == .velocity ? .degreesPerSecond : .degrees
    return dimension.pageUnit(in: axis == .torsional ? .degrees : recording.unit)
  }

  /// The middle of an axis's values and the distance from it that holds nearly all of them, of
  /// envelopes: what is left of blinks' spikes sticks out.
  ///
  /// - Parameter isUsed: whether a stretch counts; all do where none does.
  static func spread(
    of envelopes: [Envelope], where isUsed: (Int) -> Bool = { _ in true }
  ) -> (middle: Double, reach: Double)? {
    func values(_ side: KeyPath<Envelope, [Float]>) -> [Float] {
      let all = envelopes.flatMap { $0[keyPath: side] }
      let used = envelopes.flatMap { envelope in
        envelope[keyPath: side].enumerated().filter { isUsed($0.offset) }.map(\.element)
      }
      return used.contains(where: \.isFinite) ? used : all
    }
    let low = values(\.low)
    let high = values(\.high)
    guard let bottom = low.quantile(0.01), let top = high.quantile(0.99), top >= bottom else {
      return nil
    }
    return (Double(bottom + top) / 2, Double(top - bottom) / 2)
  }
}
