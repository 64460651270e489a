#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Noise of a colour, sample by sample.
package struct NoiseSource {
  private var poles: [(decay: Double, gain: Double, state: Double)] = []
  private let deviation: Double

  package init(_ model: TrackerModel) {
    let rate = model.samplingRate
    switch model.noiseColour {
    case .white: break
    case .filtered:
      // One pole with a memory of 8 ms, or of one sample where that is longer.
      poles = [(exp(-1 / max(0.008 * rate, 1)), 1, 0)]
    case .pink:
      // Poles an octave and a half apart whose sum falls as 1 / f in power.
      var frequency = 0.25
      while frequency < rate / 3 {
        let decay = exp(-2 * .pi * frequency / rate)
        poles.append((decay, (1 - decay) / frequency.squareRoot(), 0))
        frequency *= 2.8
      }
    }
    var variance = 0.0
    for first in poles {
      for second in poles {
        variance += first.gain * second.gain / (1 - first.decay * second.decay)
      }
    }
    deviation = poles.isEmpty ? model.noise : model.noise / variance.squareRoot()
  }

  package mutating func next(_ random: inout RandomGenerator) -> Double {
    let white = random.normal()
    if poles.isEmpty { return deviation * white }
    var sum = 0.0
    for pole in poles.indices {
      poles[pole].state = poles[pole].state * poles[pole].decay + poles[pole].gain * white
      sum += poles[pole].state
    }
    return deviation * sum
  }
}

/// A Butterworth low-pass of order 2, by the bilinear transform; each valid stretch by itself.
struct ButterworthLowPass {
  private let b0: Double
  private let a1: Double
  private let a2: Double

  /// - Parameters:
  ///   - cutoff: −3 dB, in Hz, below half the rate.
  ///   - rate: Samples a second.
  init(cutoff: Double, rate: Double) {
    let k = tan(.pi * cutoff / rate)
    let norm = 1 / (1 + 2.0.squareRoot() * k + k * k)
    b0 = k * k * norm
    a1 = 2 * (k * k - 1) * norm
    a2 = (1 - 2.0.squareRoot() * k + k * k) * norm
  }

  func apply(to channel: inout [Float], zeroPhase: Bool) {
    var start = 0
    while start < channel.count {
      guard channel[start].isFinite else {
        start += 1
        continue
      }
      var end = start
      while end < channel.count && channel[end].isFinite { end += 1 }
      run(&channel, stride(from: start, to: end, by: 1))
      if zeroPhase { run(&channel, stride(from: end - 1, through: start, by: -1)) }
      start = end
    }
  }

  private func run(_ channel: inout [Float], _ order: some Sequence<Int>) {
    var x1 = 0.0
    var x2 = 0.0
    var y1 = 0.0
    var y2 = 0.0
    var isFirst = true
    for sample in order {
      let x = Double(channel[sample])
      if isFirst {
        (x1, x2, y1, y2) = (x, x, x, x)
        isFirst = false
      }
      let y = b0 * (x + 2 * x1 + x2) - a1 * y1 - a2 * y2
      (x2, x1, y2, y1) = (x1, x, y1, y)
      channel[sample] = Float(y)
    }
  }
}

/// Makes up samples between those that were taken.
struct Upsampler {
  let from: Double
  let to: Double
  let interpolation: TrackerModel.Interpolation

  func resample(_ channel: [Float]) -> [Float] {
    guard let last = channel.indices.last else { return [] }
    let count = Int((Double(channel.count) * to / from).rounded())
    return (0..<count).map { index in
      let place = min(Double(index) * from / to, Double(last))
      let whole = min(Int(place + 1e-9), last)
      let share = Float(max(place - Double(whole), 0))
      let next = min(whole + 1, last)
      switch interpolation {
      case .hold: return channel[whole]
      case .linear: return channel[whole] + (channel[next] - channel[whole]) * share
      case .spline:
        let p0 = channel[max(whole - 1, 0)]
        let p1 = channel[whole]
        let p2 = channel[next]
        let p3 = channel[min(whole + 2, last)]
        let c1 = (p2 - p0) / 2
        let c2 = p0 - 2.5 * p1 + 2 * p2 - p3 / 2
        let c3 = (p3 - p0) / 2 + 1.5 * (p1 - p2)
        return p1 + share * (c1 + share * (c2 + share * c3))
      }
    }
  }
}
