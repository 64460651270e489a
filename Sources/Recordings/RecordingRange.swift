extension Recording {
  /// The part of the recording between two times, which stay what they were.
  ///
  /// - Parameters:
  ///   - from: seconds since the recording's first sample; that sample is in.
  ///   - to: seconds since the recording's first sample; that sample is out.
  /// - Throws: ``RecordingError/Problem/nothingInRange(from:to:duration:)``
  func restricted(from: Double, to: Double) throws(RecordingError.Problem) -> Recording {
    var kept: [(old: Range<Int>, run: Run)] = []
    var count = 0
    for run in runs {
      let low = Self.index(of: from, in: run, samplingRate)
      let high = Self.index(of: to, in: run, samplingRate)
      guard low < high else { continue }
      let old = (run.samples.lowerBound + low)..<(run.samples.lowerBound + high)
      let onset = run.onset + Double(low) / samplingRate
      kept.append((old, Run(onset: onset, samples: count..<(count + old.count))))
      count += old.count
    }
    guard count >= 3 else {
      throw .nothingInRange(from: from, to: to, duration: duration)
    }
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
      source: source)
  }

  /// How many samples of a run lie before a time.
  private static func index(of time: Double, in run: Run, _ samplingRate: Double) -> Int {
    let place = (time - run.onset) * samplingRate
    guard place > 0 else { return 0 }
    return place >= Double(run.samples.count) ? run.samples.count : Int((place - 1e-6).rounded(.up))
  }
}
