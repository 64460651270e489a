import Benchmark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension BenchmarkMetric {
  /// CPU time over samples, in picoseconds (the tool keeps whole numbers): 1000 are a nanosecond. A
  /// sample is one row, or one row of one channel where the stage works on channels.
  static var picosecondsASample: BenchmarkMetric {
    .custom("ps-a-sample", polarity: .prefersSmaller, useScalingFactor: false)
  }

  /// Megabytes of the recording's text over CPU time in seconds.
  static var megabytesASecond: BenchmarkMetric {
    .custom("MB-a-second", polarity: .prefersLarger, useScalingFactor: false)
  }
}

/// Measures a stage.
///
/// - Parameters:
///   - name: without spaces, for the tool makes file names of it.
///   - channels: how many values a row counts for.
///   - prepare: what is not measured; gives what is.
func stage(
  _ name: String, of content: Trial.Content = .viewing, channels: Int = 1,
  _ prepare: @escaping (Trial) throws -> () throws -> Void
) {
  var prepared: (trial: Trial, run: () throws -> Void)?
  Benchmark(name) { benchmark in
    if prepared == nil {
      let trial = try Trial(content)
      prepared = (trial, try prepare(trial))
    }
    guard let (trial, run) = prepared else { return }
    benchmark.startMeasurement()
    let start = processorTime()
    try run()
    let nanoseconds = processorTime() - start
    benchmark.stopMeasurement()
    let samples = trial.rows * channels
    benchmark.measurement(.picosecondsASample, Int(nanoseconds * 1000) / samples)
    benchmark.measurement(
      .megabytesASecond, Int(Double(trial.text.count) * 1000 / max(nanoseconds, 1)))
  }
}

/// The process's CPU time in nanoseconds: steadier than the clock on a machine that others use.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}
