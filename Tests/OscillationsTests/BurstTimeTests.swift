import Oscillations
import Recordings
import Simulation
import Testing

/// The time in bursts is that of the true bursts.
@Suite struct BurstTimeTests {
  /// Small saccades raise the speed of every window about them; the threshold must not follow.
  @Test(arguments: [BurstFamily.saccadic, .burstNeuron])
  func smallBurstsAreFoundThroughout(family: BurstFamily) throws {
    var (found, made) = (0.0, 0.0)
    for seed in [1, 2] as [UInt64] {
      var simulation = Simulation(kind: .opsoclonus, seed: seed, duration: 40, severity: 0.25)
      simulation.family = family
      simulation.tracker.samplingRate = 250
      let simulated = try simulation.run()
      let analysis = Analyzer().analysis(of: simulated.recording)
      for burst in simulated.truth.episodes {
        made += burst.offset - burst.onset
        for episode in analysis.episodes {
          let low = max(burst.onset, episode.onset)
          let high = min(burst.offset, episode.onset + episode.duration)
          found += max(0, high - low)
        }
      }
    }
    #expect(found / made >= 0.88, "\(found / made)")
  }

  private struct Burden {
    var given = 0.0
    var made = 0.0
    var isLowerBound = true
  }

  /// The burden of opsoclonus in forty seconds, as it was made and as it is given where
  /// oscillations are seen.
  private func burden(
    rate: Double, amplitude: Double, noise: Double, family: BurstFamily = .saccadic
  ) throws -> Burden {
    var simulation = Simulation(kind: .opsoclonus, seed: 7, duration: 40)
    simulation.family = family
    simulation.amplitude = amplitude
    simulation.burden = 0.4
    simulation.tracker.samplingRate = rate
    simulation.tracker.noise = noise
    let simulated = try simulation.run()
    let finding = Analyzer().analysis(of: simulated.recording).finding(.saccadicOscillations)
    let codes = finding.notes.map(\.code)
    let isSeen = finding.status == .consistent || finding.status == .indeterminate
    return Burden(
      given: isSeen ? finding.burdenPercent ?? .nan : .nan,
      made: simulated.truth.burdenPercent, isLowerBound: codes.contains("bursts-found-in-part"))
  }

  /// At 60 Hz two steps span a saccade, and the filter takes half of its peak.
  @Test(arguments: [(3, 0.5), (4, 0.6)])
  func burstsAreFoundAtSixtyHertz(amplitude: Double, share: Double) throws {
    let burden = try burden(rate: 60, amplitude: amplitude, noise: 0.03)
    #expect(burden.given / burden.made >= share, "\(burden)")
    #expect(burden.isLowerBound)
  }

  @Test(
    arguments: [(50, 0.03), (60, 0.1), (75, 0.03), (120, 0.1), (250, 0.1)], [1.0, 2, 3, 8])
  func burdenThatIsTooLowSaysSo(tracker: (rate: Double, noise: Double), amplitude: Double) throws {
    for family in [BurstFamily.saccadic, .burstNeuron] {
      let burden = try burden(
        rate: tracker.rate, amplitude: amplitude, noise: tracker.noise, family: family)
      #expect(
        burden.given.isNaN && amplitude < 8 || burden.isLowerBound
          || burden.given / burden.made >= 0.8,
        "\(family) \(burden)")
    }
  }

  @Test func burdenOfBurstsThatAreFoundIsNoLowerBound() throws {
    let burden = try burden(rate: 250, amplitude: 3, noise: 0.03)
    #expect(abs(burden.given / burden.made - 1) < 0.05, "\(burden)")
    #expect(!burden.isLowerBound)
  }
}
