import SignalProcessing

/// How much of the peak velocity of a saccade, and of noise, the filters leave that it is found in.
enum DetectionGain {
  /// The share of a saccade of 25 ms (about 2 degrees; Bahill et al. 1975, *Math Biosci* 24:191–204)
  /// with a minimum-jerk profile that is left, over the share that is at 500 Hz and above.
  ///
  /// At 200 Hz five samples span the whole saccade: a threshold that is right at 500 Hz would hide it.
  static func ofSmallSaccade(
    _ derivative: SavitzkyGolayDerivative, smoothingHalf: Int
  ) -> Float {
    let seconds = 0.025
    let shareAtHighRates = 0.85
    let samplingRate = derivative.samplingRate
    let reach =
      Int((2 * seconds * samplingRate).rounded(.up)) + derivative.halfWidth + smoothingHalf
    let phases = [0, 0.25, 0.5, 0.75]
    let peaks = phases.map { phase in
      let position = (-reach...reach).map { sample in
        minimumJerk((Double(sample) + phase) / samplingRate / seconds + 0.5)
      }
      var velocity = position
      derivative(position, into: &velocity)
      return (smoothingHalf..<velocity.count - smoothingHalf).reduce(Float(0)) { peak, i in
        max(peak, velocity[i - smoothingHalf...i + smoothingHalf].reduce(0, +))
      } / Float(2 * smoothingHalf + 1)
    }
    let truePeak = 1.875 / seconds
    return min(1, peaks.reduce(0, +) / Float(phases.count) / Float(truePeak * shareAtHighRates))
  }

  /// The standard deviation of the smoothed velocity of white noise whose own is 1, in units a second.
  static func ofNoise(_ derivative: SavitzkyGolayDerivative, smoothingHalf: Int) -> Double {
    let reach = 2 * (derivative.halfWidth + smoothingHalf + 1)
    var impulse = [Float](repeating: 0, count: 2 * reach + 1)
    impulse[reach] = 1
    var velocity = impulse
    derivative(impulse, into: &velocity)
    let squares = (smoothingHalf..<velocity.count - smoothingHalf).map { i in
      let sum = velocity[i - smoothingHalf...i + smoothingHalf].reduce(0, +)
      return Double(sum * sum)
    }
    return squares.reduce(0, +).squareRoot() / Double(2 * smoothingHalf + 1)
  }

  /// The share of its way that the eye has gone at a share of its time.
  private static func minimumJerk(_ time: Double) -> Float {
    let u = min(max(time, 0), 1)
    return Float(u * u * u * (10 - 15 * u + 6 * u * u))
  }
}

/// The smoothing of velocity that saccades are found in: the same for all stretches of a recording.
struct DetectionFilters {
  /// Samples on each side of the one in the middle, where saccades are found.
  let detectionHalf: Int
  /// The same where their onset and offset are found.
  let boundaryHalf: Int
  /// What the filters leave of the peak velocity of a small saccade, relative to 500 Hz.
  let smallSaccadeGain: Float
  /// The −3 dB frequency of the velocity, in Hz.
  let velocityCutoff: Double
  /// The standard deviation of the velocity of white noise whose own is 1, in units a second …
  let velocityNoiseGain: Double
  /// … and of the velocity as it is smoothed to find saccades in.
  let smoothedNoiseGain: Double

  init(samplingRate: Double, parameters: MovementParameters) {
    func half(_ seconds: Double) -> Int {
      // Below 150 Hz the three samples of the derivative smooth enough.
      max(samplingRate < 150 ? 0 : 1, Int((seconds * samplingRate / 2).rounded(.down)))
    }
    let derivative = SavitzkyGolayDerivative(
      samplingRate: samplingRate, cutoff: parameters.velocityCutoffHz)
    velocityCutoff = derivative.cutoff
    detectionHalf = half(parameters.detectionSmoothingSeconds)
    boundaryHalf = half(parameters.boundarySmoothingSeconds)
    smallSaccadeGain = DetectionGain.ofSmallSaccade(derivative, smoothingHalf: detectionHalf)
    velocityNoiseGain = derivative.noiseGain
    smoothedNoiseGain = DetectionGain.ofNoise(derivative, smoothingHalf: detectionHalf)
  }
}
