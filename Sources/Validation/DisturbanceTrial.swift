package import Oscillations
package import Recordings
internal import Simulation

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A healthy recording under one disturbance of one level after the other: what is claimed of it then.
package struct DisturbanceTrial: Sendable {
  package let recording: Recording
  package let isSimulated: Bool

  init(_ recording: Recording, isSimulated: Bool) {
    self.recording = recording
    self.isSimulated = isSimulated
  }

  /// What a disturbed recording was called.
  package struct Outcome: Sendable {
    package let id: String
    package let isSimulated: Bool
    package let disturbance: Disturbance
    package let level: Double
    package let seed: UInt64
    /// Saccadic oscillations, opsoclonus or flutter, `consistent`.
    package let isFalse: Bool
    package let isAssessable: Bool
    /// Degrees; of a channel, as the recording says it.
    package let noise: Double
  }

  /// Healthy kinds whose trace has nothing back-to-back in it.
  private static let kinds: [SimulationKind] = [
    .viewing, .search, .reading, .fixation, .saccades, .pursuit,
  ]

  /// Simulated healthy eyes: each kind at rates from 60 to 1000 Hz, both eyes.
  ///
  /// - Throws: ``ValidationFailure/notSimulated(id:reason:)``.
  package static func simulated(
    rates: [Double] = [60, 100, 250, 500, 1000], seconds: Double = 30
  ) throws(ValidationFailure) -> [DisturbanceTrial] {
    var trials: [DisturbanceTrial] = []
    for kind in kinds {
      for (index, rate) in rates.enumerated() {
        let simulation = Simulation(
          kind: kind, seed: Cohort.seed &+ UInt64(index), duration: seconds,
          tracker: TrackerModel(samplingRate: rate, noise: 0.02))
        do throws(SimulationError) {
          trials.append(DisturbanceTrial(try simulation.run().recording, isSimulated: true))
        } catch {
          throw .notSimulated(id: kind.rawValue, reason: error.description)
        }
      }
    }
    return trials
  }

  /// The recordings of a folder, however deep, that can answer undisturbed: positions in degrees, 10 s
  /// or more of them at 50 Hz or more, sorted by path. What cannot be read, or not be judged, is left
  /// out, and so is what shows back-to-back saccades as it is.
  ///
  /// - Parameter seconds: of each recording, from its start.
  /// - Throws: ``ValidationFailure/unreadableFolder(path:reason:)``.
  package static func real(
    at folder: String, seconds: Double = 60, analyzer: Analyzer = Analyzer()
  ) throws(ValidationFailure) -> [DisturbanceTrial] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      throw .unreadableFolder(path: folder, reason: "it is none, or may not be read")
    }
    let reader = RecordingReader(options: ReadingOptions(to: seconds))
    var trials: [DisturbanceTrial] = []
    let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in sorted where isTable(name) {
      guard let found = try? reader.recordings(at: folder + "/" + name, id: name) else { continue }
      trials += found.filter { recording in
        guard recording.unit == .degrees, recording.quantity == .position else { return false }
        let analysis = analyzer.analysis(of: recording)
        return analysis.assessability.saccadicOscillations.level != .none
          && !analysis.claimsBackToBackSaccades
      }.map { DisturbanceTrial($0, isSimulated: false) }
    }
    return trials
  }

  private static func isTable(_ name: String) -> Bool {
    let stem = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    return [".csv", ".tsv", ".txt", ".asc", ".gazedata"].contains { stem.hasSuffix($0) }
  }

  /// What is called of it under disturbances at every level, for each seed.
  func outcomes(
    of disturbances: [Disturbance] = Disturbance.allCases, seeds: Int, _ analyzer: Analyzer
  ) -> [Outcome] {
    var outcomes: [Outcome] = []
    for disturbance in disturbances {
      for level in disturbance.levels {
        for seed in 1...UInt64(seeds) {
          let disturbed = DisturbedRecording.make(
            of: recording, disturbance, level: level, seed: draw(seed, level))
          let analysis = analyzer.analysis(of: disturbed)
          outcomes.append(
            Outcome(
              id: recording.id, isSimulated: isSimulated, disturbance: disturbance, level: level,
              seed: seed, isFalse: analysis.claimsBackToBackSaccades,
              isAssessable: analysis.assessability.saccadicOscillations.level != .none,
              noise: analysis.signal.noiseStandardDeviation))
        }
      }
    }
    return outcomes
  }

  /// Another draw for each recording and level: one frequency of vibration would say little of others.
  private func draw(_ seed: UInt64, _ level: Double) -> UInt64 {
    recording.id.utf8.reduce(level.bitPattern &+ seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension Analysis {
  /// Whether saccadic oscillations, opsoclonus or flutter are called consistent.
  var claimsBackToBackSaccades: Bool {
    findings.contains { finding in
      finding.pattern.isSaccadicOscillation && finding.status == .consistent
    }
  }
}
