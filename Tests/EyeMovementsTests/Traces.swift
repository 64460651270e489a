import EyeMovements
import Foundation
import Recordings

/// Analytic traces with known answers.
struct Trace {
  var rate: Double
  var x: [Float]
  var y: [Float]

  init(seconds: Double, rate: Double) {
    self.rate = rate
    x = [Float](repeating: 0, count: Int(seconds * rate))
    y = x
  }

  /// A saccade with the minimum-jerk profile, 21 ms and 2.2 ms a degree long; returns its end.
  @discardableResult
  mutating func saccade(at onset: Double, _ dx: Double, _ dy: Double = 0) -> Double {
    let duration = MainSequence.duration(ofAmplitude: Double((dx * dx + dy * dy).squareRoot()))
    for i in x.indices {
      let u = min(max((Double(i) / rate - onset) / duration, 0), 1)
      let share = u * u * u * (10 - 15 * u + 6 * u * u)
      x[i] += Float(dx * share)
      y[i] += Float(dy * share)
    }
    return onset + duration
  }

  mutating func add(_ movement: (Double) -> (Double, Double)) {
    for i in x.indices {
      let (dx, dy) = movement(Double(i) / rate)
      x[i] += Float(dx)
      y[i] += Float(dy)
    }
  }

  /// White noise of a standard deviation, the same at every call.
  mutating func noise(_ deviation: Double) {
    var state: UInt64 = 88_172_645_463_325_252
    func uniform() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    for i in x.indices {
      let radius = deviation * (-2 * log(max(uniform(), 1e-12))).squareRoot()
      let angle = 2 * Double.pi * uniform()
      x[i] += Float(radius * cos(angle))
      y[i] += Float(radius * sin(angle))
    }
  }

  mutating func lose(_ seconds: Range<Double>) {
    for i in Int(seconds.lowerBound * rate)..<Int(seconds.upperBound * rate) {
      x[i] = .nan
      y[i] = .nan
    }
  }

  var recording: Recording {
    recording(of: [EyeTrace(eye: .unknown, horizontal: x, vertical: y)])
  }

  func recording(of traces: [EyeTrace]) -> Recording {
    Recording(
      id: "trace", samplingRate: rate, runs: [.init(onset: 0, samples: 0..<x.count)],
      traces: traces, clock: ClockReport(), source: Source(format: "test"))
  }

  var movements: EyeMovements { MovementFinder().movements(in: recording) }
}
