internal import EyeMovements
package import Oscillations
internal import Recordings

/// How far the saccades that were found in a recording are those that somebody labelled.
package struct LabelledOutcome: Sendable {
  package let id: String
  package let samples: SampleCounts
  /// With intersection over union of at least one half, and with any overlap.
  package let close: EventCounts
  package let overlapping: EventCounts
  /// Found less labelled onsets and offsets of the overlapping pairs, in milliseconds.
  package let onsetErrors: [Double]
  package let offsetErrors: [Double]
  /// Of what is labelled.
  package let minutes: Double
  /// Whether saccadic oscillations, opsoclonus or flutter were called consistent.
  package let claimsOscillations: Bool
  /// Whether it is long and good enough to be judged for them.
  package let isAssessable: Bool

  /// Found saccades that are none of the labelled ones.
  package var falseEvents: Int { overlapping.found - overlapping.matched }

  /// Samples whose label is undefined are left out, and found saccades on them that touch no
  /// labelled one. Missing samples are no saccade.
  package init(of labelled: LabelledRecording, analysis: Analysis) {
    let labels = labelled.labels
    let truth = labelled.saccades
    var found = analysis.movements.saccades.map(\.samples)
    var isFound = [Bool](repeating: false, count: labels.count)
    for saccade in found { for sample in saccade { isFound[sample] = true } }
    let counts = labels.map { $0 != .undefined }
    samples = SampleCounts(found: isFound, truth: labels.map { $0 == .saccade }, counts: counts)
    found.removeAll { saccade in
      labels[saccade].contains(.undefined) && !truth.contains { $0.overlaps(saccade) }
    }
    let matching = { (overlap: Double) in
      EventMatching(
        found: found.map { Double($0.lowerBound)..<Double($0.upperBound) },
        truth: truth.map { Double($0.lowerBound)..<Double($0.upperBound) }, overlap: overlap)
    }
    let any = matching(0)
    close = EventCounts(
      matched: matching(0.5).pairs.count, found: found.count, truth: truth.count)
    overlapping = EventCounts(matched: any.pairs.count, found: found.count, truth: truth.count)
    let step = 1000 / labelled.recording.samplingRate
    onsetErrors = any.pairs.map { pair in
      Double(found[pair.found].lowerBound - truth[pair.truth].lowerBound) * step
    }
    offsetErrors = any.pairs.map { pair in
      Double(found[pair.found].upperBound - truth[pair.truth].upperBound) * step
    }
    minutes = Double(counts.count { $0 }) * step / 60_000
    id = analysis.id
    isAssessable = analysis.assessability.saccadicOscillations.level != .none
    claimsOscillations = analysis.findings.contains { finding in
      finding.pattern.isSaccadicOscillation && finding.status == .consistent
    }
  }
}
