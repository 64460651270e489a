extension Recording {
  /// The recording with other traces at the same times in the place of its own.
  package func replacing(traces: [EyeTrace], quantity: Quantity? = nil) -> Recording {
    Recording(
      id: id, samplingRate: samplingRate, runs: runs, traces: traces, headSpeed: headSpeed,
      quantity: quantity ?? self.quantity, unit: unit, frame: frame, clock: clock, source: source,
      spans: spans)
  }

  /// The recording with its horizontal and vertical channels multiplied; torsion stays.
  package func scaled(by factor: Double) -> Recording {
    let factor = Float(factor)
    func scaled(_ channel: [Float]?) -> [Float]? { channel.map { $0.map { $0 * factor } } }
    return replacing(
      traces: traces.map { trace in
        EyeTrace(
          eye: trace.eye, horizontal: scaled(trace.horizontal), vertical: scaled(trace.vertical),
          torsional: trace.torsional, pupil: trace.pupil)
      })
  }
}
