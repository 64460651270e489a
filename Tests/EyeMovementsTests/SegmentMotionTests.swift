import Recordings
import Testing

@testable import EyeMovements

/// The quick ways to smoothed velocity against the plain one.
@Suite struct SegmentMotionTests {
  private func motion(rate: Double) -> (VersionSignal, SegmentMotion) {
    var trace = Trace(seconds: 3, rate: rate)
    trace.noise(0.05)
    for step in 0..<12 { trace.saccade(at: 0.2 + 0.2 * Double(step), step % 2 == 0 ? 5 : -4, 2) }
    let parameters = MovementParameters()
    let recording = trace.recording
    let version = VersionSignal(of: recording, parameters: parameters)
    let motions = SegmentMotion.all(
      in: [0..<recording.sampleCount], version: version, parameters: parameters,
      filters: DetectionFilters(samplingRate: rate, parameters: parameters))
    return (version, motions[0])
  }

  /// The mean of a velocity over a window that shrinks evenly at the ends.
  private func mean(_ velocity: [Float], at i: Int, half: Int) -> Float {
    let reach = min(half, i, velocity.count - 1 - i)
    return velocity[i - reach...i + reach].reduce(0, +) / Float(2 * reach + 1)
  }

  @Test(arguments: [100.0, 250, 500, 1000])
  func blocksHoldTheMeansOfTheirWindows(rate: Double) {
    let (version, motion) = motion(rate: rate)
    let filters = DetectionFilters(samplingRate: rate, parameters: MovementParameters())
    var velocities = motion.velocities
    for i in motion.speed.indices {
      // The slow movement, which both are less, is gone from the difference.
      let difference = velocities.detection[i] - velocities.boundary[i]
      for (axis, velocity) in [version.horizontalVelocity, version.verticalVelocity].enumerated() {
        let expected =
          mean(velocity, at: i, half: filters.detectionHalf)
          - mean(velocity, at: i, half: filters.boundaryHalf)
        #expect(abs(difference[axis] - expected) < 0.01)
      }
    }
  }

  @Test(arguments: [100.0, 250, 500, 1000])
  func theSpeedIsTheMagnitudeOfTheVelocity(rate: Double) {
    let (_, motion) = motion(rate: rate)
    var detection = motion.velocities.detection
    for i in motion.speed.indices {
      let velocity = detection[i]
      #expect(abs(motion.speed[i] - (velocity * velocity).sum().squareRoot()) < 0.02)
    }
  }
}
