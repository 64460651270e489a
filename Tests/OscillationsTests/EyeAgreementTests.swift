import EyeMovements
import Oscillations
import Recordings
import Simulation
import Testing

/// Eyes that disagree: no mean that no eye made is told as a movement.
@Suite struct EyeAgreementTests {
  private func recording(_ kind: SimulationKind) throws -> Recording {
    var simulation = Simulation(kind: kind, seed: 4, duration: 20, severity: 0.7)
    simulation.tracker.samplingRate = 250
    return try simulation.run().recording
  }

  private func codes(_ analysis: Analysis) -> Set<String> {
    Set(
      (analysis.assessability.saccadicOscillations.reasons
        + analysis.assessability.nystagmus.reasons).map(\.code))
  }

  private static let kinds: [SimulationKind] = [.opsoclonus, .flutter, .jerkNystagmus, .viewing]

  /// One eye's export has the nose, or the camera's left, as positive, or its columns changed places.
  @Test(arguments: kinds, [Fault.mirrored, .turned, .swapped])
  func eyesWhoseColumnsDifferAreNotAveraged(kind: SimulationKind, fault: Fault) throws {
    let whole = try recording(kind)
    let analysis = Analyzer().analysis(of: whole.with(right: fault.applied))
    #expect(codes(analysis).contains("eyes-disagree"))
    #expect(analysis.summary == "not-assessable")
    #expect(analysis.findings.allSatisfy { $0.status == .notAssessable && $0.score == nil })
    #expect(analysis.nystagmus == nil && analysis.pendular == nil && analysis.episodes.isEmpty)
    #expect(analysis.signal.bivariateContourEllipseArea.isNaN)
    #expect(!codes(Analyzer().analysis(of: whole)).contains("eyes-disagree"))
  }

  /// A prosthetic eye, or a reflection taken for one.
  @Test(arguments: [SimulationKind.jerkNystagmus, .opsoclonus])
  func anEyeThatOnlyHoldsNoiseHalvesNothing(kind: SimulationKind) throws {
    let whole = try recording(kind)
    var random = Random(state: 5)
    let analysis = Analyzer().analysis(
      of: whole.with { right in
        right.horizontal = right.horizontal?.map { _ in Float(0.03 * random.normal()) }
        right.vertical = right.vertical?.map { _ in Float(2 + 0.03 * random.normal()) }
      })
    #expect(codes(analysis).contains("one-eye-still"))
    let alone = Analyzer().analysis(of: whole.replacing(traces: [whole.traces[0]]))
    #expect(analysis.signal.eyes == "left")
    #expect(analysis.summary == alone.summary)
    #expect(analysis.nystagmus?.slowPhaseVelocity.x == alone.nystagmus?.slowPhaseVelocity.x)
    #expect(analysis.episodes.map(\.amplitude) == alone.episodes.map(\.amplitude))
  }

  /// An eye whose horizontal number never changes leaves the other's whole.
  @Test func anAxisOfOneEyeAloneIsNotHalved() throws {
    let whole = try recording(.jerkNystagmus)
    let analysis = Analyzer().analysis(of: whole.with { $0.horizontal = nil })
    let both = try #require(Analyzer().analysis(of: whole).nystagmus).slowPhaseVelocity
    let velocity = try #require(analysis.nystagmus).slowPhaseVelocity
    #expect(abs(velocity.x - both.x) < 0.2 && abs(velocity.y - both.y) < 0.2)
    #expect(analysis.findings.allSatisfy { $0.eyes == .both })
  }

  /// Internuclear ophthalmoplegia: the right eye adducts slowly, or not at all.
  @Test(arguments: [0.0, 0.3, 0.6])
  func eyesThatMoveUnequallyAreStillAPair(adduction: Float) throws {
    for kind in Self.kinds {
      let whole = try recording(kind)
      let lagging = whole.with { right in
        guard let x = right.horizontal else { return }
        var place: Float = 5
        right.horizontal = x.indices.map { sample in
          // What is missing to the left comes back slowly.
          let target = x[sample] + 5
          let step = sample > 0 ? x[sample] - x[sample - 1] : 0
          if step.isFinite { place += step < 0 ? adduction * step : step }
          if target.isFinite { place += (target - place) * 0.02 }
          return x[sample].isNaN ? .nan : place
        }
      }
      let analysis = Analyzer().analysis(of: lagging)
      #expect(codes(analysis).isDisjoint(with: ["eyes-disagree", "one-eye-still"]))
    }
  }

  @Test(arguments: [Float(0.4), 1, 2.5])
  func aNoisyOrCrossedEyeOrGainIsNoDisagreement(gain: Float) throws {
    var random = Random(state: 6)
    for kind in Self.kinds + [.fixation] {
      let analysis = Analyzer().analysis(
        of: try recording(kind).with { right in
          right.horizontal = right.horizontal?.map { gain * $0 - 15 + Float(0.3 * random.normal()) }
          right.vertical = right.vertical?.map { gain * $0 + 4 + Float(0.3 * random.normal()) }
        })
      #expect(codes(analysis).isDisjoint(with: ["eyes-disagree", "one-eye-still"]))
    }
  }

  enum Fault: Sendable {
    case mirrored, turned, swapped

    func applied(to right: inout EyeTrace) {
      let (x, y) = (right.horizontal, right.vertical)
      switch self {
      case .mirrored: right.horizontal = x?.map { -$0 }
      case .turned: (right.horizontal, right.vertical) = (x?.map { -$0 }, y?.map { -$0 })
      case .swapped: (right.horizontal, right.vertical) = (y, x)
      }
    }
  }
}

extension Recording {
  fileprivate func with(right change: (inout EyeTrace) -> Void) -> Recording {
    var traces = traces
    change(&traces[1])
    return replacing(traces: traces)
  }
}
