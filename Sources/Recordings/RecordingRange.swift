extension Recording {
  /// The part of the recording between two times, which stay what they were.
  ///
  /// - Parameters:
  ///   - from: seconds since the recording's first sample; that sample is in.
  ///   - to: seconds since the recording's first sample; that sample is out.
  /// - Throws: ``RecordingError/Problem/nothingInRange(from:to:duration:)``
  func restricted(from: Double, to: Double) throws(RecordingError.Problem) -> Recording {
    guard from < to, let part = restricted(to: [from..<to], id: id) else {
      throw .nothingInRange(from: from, to: to, duration: duration)
    }
    return part
  }

  /// The samples in some stretches of time, which stay when they were; nothing is computed across
  /// the gaps between them. `nil` where that is fewer than three samples.
  package func restricted(to ranges: [Range<Double>], id: String) -> Recording? {
    let spans = ranges.union.map { $0.clamped(to: 0..<max(0, duration)) }
      .filter { !$0.isEmpty }
    var kept: [(old: Range<Int>, run: Run)] = []
    var count = 0
    for run in runs {
      for span in spans {
        let low = index(of: span.lowerBound, in: run)
        let high = index(of: span.upperBound, in: run)
        guard low < high else { continue }
        let old = (run.samples.lowerBound + low)..<(run.samples.lowerBound + high)
        let onset = run.onset + Double(low) / samplingRate
        kept.append((old, Run(onset: onset, samples: count..<(count + old.count))))
        count += old.count
      }
    }
    guard count >= 3 else { return nil }
    func cut(_ channel: [Float]?) -> [Float]? {
      channel.map { values in kept.flatMap { values[$0.old] } }
    }
    let traces = traces.map { trace in
      EyeTrace(
        eye: trace.eye, horizontal: cut(trace.horizontal), vertical: cut(trace.vertical),
        torsional: cut(trace.torsional), pupil: cut(trace.pupil))
    }
    return Recording(
      id: id, samplingRate: samplingRate, runs: kept.map(\.run), traces: traces,
      headSpeed: cut(headSpeed), quantity: quantity, unit: unit, frame: frame, clock: clock,
      source: source, spans: spans)
  }

  /// How many samples of a run lie before a time.
  private func index(of time: Double, in run: Run) -> Int {
    let place = (time - run.onset) * samplingRate
    guard place > 0 else { return 0 }
    return place >= Double(run.samples.count) ? run.samples.count : Int((place - 1e-6).rounded(.up))
  }
}

extension [Range<Double>] {
  /// The ranges in order, those that overlap or touch as one.
  package var union: [Range<Double>] {
    var union: [Range<Double>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = union.last, range.lowerBound <= last.upperBound {
        union[union.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        union.append(range)
      }
    }
    return union
  }
}
