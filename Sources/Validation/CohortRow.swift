package import Simulation

/// A group of recordings of the cohort's table: what they show, and the ranges that each of them is
/// drawn from.
package struct CohortRow: Sendable, Equatable {
  package let group: CohortGroup
  package let kind: SimulationKind
  package let family: BurstFamily
  /// How many recordings the full cohort has.
  package let recordings: Int
  /// The length of each, in seconds.
  package let seconds: Double
  package let severity: ClosedRange<Double>
  /// Sampling rates of the file in Hz, each as likely as the next.
  package let rates: [Double]
  /// Standard deviations of the noise in degrees, each as likely as the next.
  package let noise: [Double]
  package let artefacts: ArtefactChoice

  /// What it is called in ids: unique in the table.
  package var name: String { "\(group.rawValue)/\(kind.rawValue)/\(family.rawValue)" }

  /// Reads a line of the table.
  ///
  /// - Throws: ``ValidationFailure/unreadableCohort(line:)`` where a cell is not understood.
  init(line: Substring) throws(ValidationFailure) {
    let cells = line.split(separator: "\t").map(String.init)
    let bounds = cells.count == 9 ? cells[5].split(separator: "-").compactMap { Double($0) } : []
    guard cells.count == 9, bounds.count == 2, bounds[0] <= bounds[1],
      let group = CohortGroup(rawValue: cells[0]), let kind = SimulationKind(rawValue: cells[1]),
      let family = BurstFamily(rawValue: cells[2]), let recordings = Int(cells[3]), recordings > 0,
      let seconds = Double(cells[4]), let artefacts = ArtefactChoice(rawValue: cells[8])
    else { throw .unreadableCohort(line: String(line)) }
    self.group = group
    self.kind = kind
    self.family = family
    self.recordings = recordings
    self.seconds = seconds
    severity = bounds[0]...bounds[1]
    rates = cells[6].split(separator: ",").compactMap { Double($0) }
    noise = cells[7].split(separator: ",").compactMap { Double($0) }
    self.artefacts = artefacts
    guard !rates.isEmpty, !noise.isEmpty else { throw .unreadableCohort(line: String(line)) }
  }
}

/// What a part of the cohort is there for.
package enum CohortGroup: String, Sendable, CaseIterable {
  /// Recordings that can answer.
  case main
  /// 50 to 90 Hz: limited.
  case screening
  /// Noise above 0.1 degrees.
  case noisy
  /// 25 to 30 Hz.
  case camera
  /// Exported at a high rate from 30 Hz.
  case upSampled = "up-sampled"
  /// 85 % of the samples lost.
  case lost
  /// White noise of 0.4 degrees, in recordings without back-to-back saccades.
  case whiteNoise = "white-noise"

  /// Whether no recording of it can answer for opsoclonus or flutter.
  package var cannotAnswer: Bool {
    switch self {
    case .camera, .upSampled, .lost, .whiteNoise: true
    case .main, .screening, .noisy: false
    }
  }
}
