import Benchmark
import EyeMovements
import Oscillations
import Recordings
import Reports
import SignalProcessing

/// Each stage by itself, then the whole way, on ten minutes at 1000 Hz with both eyes.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .picosecondsASample, .megabytesASecond, .peakMemoryResident],
    timeUnits: .microseconds, warmupIterations: 2, maxDuration: .seconds(3))

  stage("parse") { trial in { blackHole(try trial.read()) } }

  stage("differentiate", channels: 4) { trial in
    let derivative = SavitzkyGolayDerivative(samplingRate: Trial.rate, cutoff: 60)
    let channels = trial.recording.traces.flatMap { [$0.horizontal, $0.vertical] }.compactMap { $0 }
    var velocity = [Float](repeating: .nan, count: trial.rows)
    return { for channel in channels { derivative(channel, into: &velocity) } }
  }

  stage("detect", channels: 2) { trial in
    let finder = MovementFinder()
    return { blackHole(finder.movements(in: trial.recording)) }
  }

  stage("slow-phases", channels: 4) { trial in
    let finder = SlowPhaseFinder(recording: trial.recording)
    let between = trial.stretchesBetweenSaccades
    return { blackHole(finder.slowPhases(in: between)) }
  }

  stage("spectra", channels: 2) { trial in
    let velocity = trial.movements.version
    return {
      for channel in [velocity.horizontalVelocity, velocity.verticalVelocity] {
        blackHole(
          PowerSpectrum(of: channel, samplingRate: Trial.rate, segmentDuration: 1.024))
      }
    }
  }

  stage("judge") { trial in
    let analyzer = Analyzer()
    return { blackHole(analyzer.analysis(of: trial.recording, movements: trial.movements)) }
  }

  stage("write") { trial in
    let analysis = Analyzer().analysis(of: trial.recording)
    let provenance = try trial.provenance()
    return {
      blackHole(RecordingDocument(analysis, provenance: provenance).page)
      blackHole(EventTable(analysis).text)
    }
  }

  for kind in Trial.Content.allCases {
    stage("whole-way-\(kind.rawValue)", of: kind) { trial in
      let provenance = try trial.provenance()
      return {
        let analysis = Analyzer().analysis(of: try trial.read())
        blackHole(RecordingDocument(analysis, provenance: provenance).page)
      }
    }
  }
}
