public import Recordings

/// A recording whose truth is known.
public struct SimulatedRecording: Sendable {
  /// What was asked for, with what the seed decided about the tracker.
  public let simulation: Simulation
  public let truth: SimulationTruth
  /// The samples as the file holds them.
  let samples: SampledEyes

  /// The recording, ready for analysis, as if it had been read from a file with enough decimals.
  public var recording: Recording {
    samples.recording(id: "\(simulation.kind.rawValue)-\(simulation.seed)")
  }
}

/// The channels of all eyes on one clock.
struct SampledEyes: Sendable {
  let rate: Double
  let eyes: [(eye: Eye, samples: SampledEye)]
  /// Deviation of each sampling time, in seconds; empty where the clock is even.
  let clockErrors: [Double]
  /// When the file has no rows.
  let omitted: [Range<Double>]

  var count: Int { eyes.first?.samples.horizontal.count ?? 0 }

  /// When a sample was taken, in seconds since the first.
  func time(_ sample: Int) -> Double {
    Double(sample) / rate + (clockErrors.isEmpty ? 0 : clockErrors[sample])
  }

  /// The stretches of samples that have rows.
  var rows: [Range<Int>] {
    var stretches: [Range<Int>] = []
    var first = 0
    for time in omitted {
      let last = min(Int((time.lowerBound * rate).rounded(.up)), count)
      if last > first { stretches.append(first..<last) }
      first = max(first, min(Int((time.upperBound * rate).rounded(.up)), count))
    }
    if first < count { stretches.append(first..<count) }
    return stretches
  }

  func recording(id: String) -> Recording {
    let rows = rows
    let kept = rows.reduce(0) { $0 + $1.count }
    var runs: [Recording.Run] = []
    var filled = 0
    let start = rows.first.map { Double($0.lowerBound) / rate } ?? 0
    for stretch in rows {
      runs.append(
        Recording.Run(
          onset: Double(stretch.lowerBound) / rate - start,
          samples: filled..<(filled + stretch.count)))
      filled += stretch.count
    }
    let isUneven = unevenness > 0.2
    func channel(_ values: [Float]) -> [Float] {
      let even = isUneven ? evened(values) : values
      return kept == count ? even : rows.flatMap { even[$0] }
    }
    let traces = eyes.map { eye, samples in
      EyeTrace(
        eye: eye, horizontal: channel(samples.horizontal), vertical: channel(samples.vertical),
        torsional: samples.torsional.map(channel), pupil: samples.pupil.map(channel))
    }
    let longest = zip(rows, rows.dropFirst()).map { $1.lowerBound - $0.upperBound + 1 }.max() ?? 0
    return Recording(
      id: id, samplingRate: rate, runs: runs, traces: traces, frame: .gazeOnScreen,
      clock: ClockReport(
        jitter: unevenness, gaps: max(rows.count - 1, 0), longestGap: Double(longest) / rate,
        resampled: isUneven),
      source: Source(format: "simulation", rows: kept))
  }

  /// The 95th percentile of the steps' deviation, as a share of a step.
  private var unevenness: Double {
    guard clockErrors.count > 1 else { return 0 }
    let deviations = zip(clockErrors, clockErrors.dropFirst()).map { abs($1 - $0) * rate }.sorted()
    return deviations[deviations.count * 95 / 100]
  }

  /// Values at the even times, on straight lines between those at the times of sampling.
  private func evened(_ values: [Float]) -> [Float] {
    values.indices.map { sample in
      let error = clockErrors[sample] * rate
      let neighbour = error > 0 ? sample - 1 : sample + 1
      guard error != 0, values.indices.contains(neighbour) else { return values[sample] }
      // The even time lies between this sample's time and its neighbour's.
      let other = clockErrors[neighbour] * rate + (error > 0 ? -1 : 1)
      let share = Float(-error / (other - error))
      return values[sample] + (values[neighbour] - values[sample]) * share
    }
  }
}
