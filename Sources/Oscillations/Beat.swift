internal import EyeMovements
internal import Recordings

/// A beat of nystagmus: a slow phase takes the eye off, a quick phase brings it back.
struct Beat: Equatable {
  let slowPhase: SlowPhase
  /// The quick phase, by its index in the recording's saccades.
  let saccade: Int
  /// When the quick phase begins, in seconds.
  let time: Double
  /// The direction of the slow phase: a unit vector over all axes, 0 on those not recorded.
  let direction: SIMD3<Float>
  /// How far the slow phase takes the eye, and how far the quick phase brings it back, in degrees
  /// along the slow phase's direction.
  let drift: Float
  let takenBack: Float

  /// - Returns: `nil` where the saccade does not bring the eye back from the slow phase.
  init?(
    _ slowPhase: SlowPhase, quickPhase: Saccade, index: Int, parameters: NystagmusParameters
  ) {
    let velocity = slowPhase.velocity.orZero
    let speed = velocity.length
    guard speed > 0 else { return nil }
    let direction = velocity / speed
    let quick = quickPhase.movement
    let drift = speed * Float(slowPhase.duration)
    let takenBack = -(quick * direction).sum()
    guard takenBack > Float(parameters.oppositionCosine) * quick.length,
      takenBack >= Float(parameters.minimumReturnShare) * drift,
      takenBack <= Float(parameters.maximumReturnShare) * drift,
      takenBack >= Float(parameters.minimumQuickToSlow * quickPhase.duration) * speed
    else { return nil }
    self.slowPhase = slowPhase
    saccade = index
    time = quickPhase.onset
    self.direction = direction
    self.drift = drift
    self.takenBack = takenBack
  }
}

extension SIMD3<Float> {
  /// The vector with 0 on the axes that were not recorded.
  var orZero: SIMD3<Float> { replacing(with: 0, where: self .!= self) }

  var length: Float { (self * self).sum().squareRoot() }
}

extension Saccade {
  /// Its displacement over all axes, 0 on those not recorded.
  var movement: SIMD3<Float> { SIMD3(displacement, torsionalDisplacement).orZero }
}
