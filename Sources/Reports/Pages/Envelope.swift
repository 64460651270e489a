import Recordings

/// The lowest and the highest value in each of many short stretches of a channel: what a long trace
/// looks like, at a size that does not depend on its length.
struct Envelope: Sendable {
  /// One a stretch; `NaN` in both where nothing is recorded.
  var low: [Float]
  var high: [Float]

  /// - Parameters:
  ///   - times: from where to where, in seconds.
  ///   - count: how many stretches.
  /// - Complexity: O(*n*) in the samples between the times.
  init(of samples: [Float], in recording: Recording, times: ClosedRange<Double>, count: Int) {
    low = [Float](repeating: .nan, count: count)
    high = low
    let step = (times.upperBound - times.lowerBound) / Double(count)
    guard step > 0 else { return }
    samples.withUnsafeBufferPointer { samples in
      for run in recording.runs {
        let end = run.end(samplingRate: recording.samplingRate)
        guard end > times.lowerBound, run.onset < times.upperBound else { continue }
        let first = max(0, Int((run.onset - times.lowerBound) / step))
        let last = min(count - 1, Int((end - times.lowerBound) / step))
        guard first <= last else { continue }
        for column in first...last {
          let start = times.lowerBound + Double(column) * step
          let from = Self.sample(start, run, recording.samplingRate)
          let to = Self.sample(start + step, run, recording.samplingRate)
          var lowest = Float.infinity
          var highest = -Float.infinity
          // What is missing compares false, and is passed over.
          for index in from..<max(from, to) {
            let value = samples[index]
            if value < lowest { lowest = value }
            if value > highest { highest = value }
          }
          if lowest <= highest {
            low[column] = low[column] < lowest ? low[column] : lowest
            high[column] = high[column] > highest ? high[column] : highest
          }
        }
      }
    }
  }

  /// The first sample at or after a time, kept inside the run.
  private static func sample(_ time: Double, _ run: Recording.Run, _ rate: Double) -> Int {
    let offset = ((time - run.onset) * rate - 1e-6).rounded(.up)
    return run.samples.lowerBound + Int(max(0, min(Double(run.samples.count), offset)))
  }

  /// A line through both ends of every stretch, interrupted where nothing is recorded.
  func path(x: (Int) -> Double, y: PlotScale) -> SVGPath {
    var path = SVGPath(reserving: low.count * 16)
    var isDown = false
    for column in low.indices {
      guard low[column].isFinite, high[column].isFinite else {
        isDown = false
        continue
      }
      let (bottom, top) = (y.clamped(Double(low[column])), y.clamped(Double(high[column])))
      let place = x(column)
      if isDown { path.line(place, bottom) } else { path.move(place, bottom) }
      if abs(top - bottom) >= 0.05 { path.vertical(top) } else if !isDown { path.horizontal(place) }
      isDown = true
    }
    return path
  }
}
