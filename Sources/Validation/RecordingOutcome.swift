package import Oscillations
internal import Simulation

/// What became of one simulated recording: what is true of it, and what was found.
package struct RecordingOutcome: Sendable {
  package let member: CohortMember
  package let truth: Expected
  package let found: Found
  /// Single saccades inside true bursts; empty where the recording cannot show them singly.
  package let burstSaccades: EventCounts
  /// Intersection over union of true and found episodes in time; `nil` where there are neither.
  package let episodeAgreement: Double?
  /// What was measured, against what is true.
  package let errors: MeasurementErrors

  /// What is true.
  package struct Expected: Sendable {
    /// The names of the patterns, the most telling first, and the first of them.
    package let patterns: [String]
    package let pattern: String
    package let isAnswerable: Bool
    package let burdenPercent: Double
  }

  /// What was found.
  package struct Found: Sendable {
    package let patterns: [String]
    package let summary: String
    /// For each pattern; no score where it could not be assessed.
    package let findings: [Pattern: (status: Finding.Status, score: Double?)]
    package let effectiveRate: Double
    package let noise: Double
    /// Axis concentration of the pooled saccades, by the episodes.
    package let planeConcentration: Double?
    package let episodes: Int
    package let burdenPercent: Double?
  }

  /// Whether the summary names the right pattern.
  package var isRight: Bool { truth.pattern == found.summary }

  /// Whether exactly the true patterns were found.
  package var isSetRight: Bool { Set(truth.patterns) == Set(found.patterns) }

  /// Whether back-to-back saccades were called consistent, in one plane, in several or at all.
  package var claimsOscillations: Bool {
    [Pattern.saccadicOscillations, .opsoclonus, .ocularFlutter].contains { claims($0) }
  }

  package func claims(_ pattern: Pattern) -> Bool {
    found.findings[pattern]?.status == .consistent
  }

  /// Whether it truly shows a pattern.
  package func shows(_ pattern: Pattern) -> Bool { truth.patterns.contains(pattern.rawValue) }

  /// The score; 0 where there is none.
  package func score(_ pattern: Pattern) -> Double { found.findings[pattern]?.score ?? 0 }

  package var isBurstNeuron: Bool {
    member.simulation.kind.hasBursts && member.simulation.family == .burstNeuron
  }
}

/// Measured less true, where both stand.
package struct MeasurementErrors: Sendable, Equatable {
  /// Of the burden, in percentage points.
  package var burden: Double?
  /// Of the episodes' frequency, as a share of the true one.
  package var frequency: Double?
  /// Of the slow-phase velocity, its length as a share of the true speed.
  package var slowPhaseVelocity: Double?
  /// Of the beat's direction in degrees, 0 to 180; infinite where one was due and none was found.
  package var beatDirection: Double?
  /// Of the beats a second, as a share.
  package var beatFrequency: Double?
  /// Of the pendular frequency and amplitude, as a share.
  package var pendularFrequency: Double?
  package var pendularAmplitude: Double?
}
