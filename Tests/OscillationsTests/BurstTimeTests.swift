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
}
