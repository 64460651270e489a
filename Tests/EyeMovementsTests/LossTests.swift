import EyeMovements
import Foundation
import Recordings
import SignalProcessing
import Testing

@Suite struct LossTests {
  @Test func aBlinkIsALossAndNoSaccade() throws {
    var trace = Trace(seconds: 4, rate: 500)
    // The lid pulls the trace down 8 degrees in 30 ms, hides the pupil, and lets go.
    trace.add { t in
      switch t {
      case 1.97..<2.0: (0, -8 * (t - 1.97) / 0.03)
      case 2.0..<2.15: (0, -8)
      case 2.15..<2.18: (0, -8 * (2.18 - t) / 0.03)
      default: (0, 0)
      }
    }
    trace.lose(2.0..<2.15)
    trace.noise(0.02)
    let movements = trace.movements
    #expect(movements.saccades.isEmpty)
    let loss = try #require(movements.losses.first)
    #expect(loss.kind == .blink)
    #expect(abs(loss.onset - 2) < 0.003)
    #expect(abs(loss.offset - 2.15) < 0.003)
  }

  @Test func backToBackSaccadesThatFollowABlinkAreKept() {
    var trace = Trace(seconds: 4, rate: 500)
    var time = 2.19
    let steps = [5.0, -6, 4, -5, 6, -4]
    for step in steps { time = trace.saccade(at: time, step, step / 2) + 0.005 }
    trace.lose(2.0..<2.15)
    trace.noise(0.02)
    let movements = trace.movements
    #expect(movements.saccades.count == steps.count)
    let first = movements.saccades.first?.onset ?? 0
    #expect(movements.validStretches.contains { $0.contains(first) })
  }

  @Test func nothingIsComputedAcrossAGapOfTheClock() {
    var trace = Trace(seconds: 4, rate: 500)
    for i in 1000..<2000 { trace.x[i] += 12 }
    trace.noise(0.02)
    let recording = Recording(
      id: "gap", samplingRate: 500,
      runs: [.init(onset: 0, samples: 0..<1000), .init(onset: 9, samples: 1000..<2000)],
      traces: trace.recording.traces, clock: ClockReport(), source: Source(format: "test"))
    let movements = MovementFinder().movements(in: recording)
    #expect(movements.saccades.isEmpty)
    #expect(movements.losses.map(\.kind) == [.missing])
    #expect(movements.losses.first?.onset == 2)
    #expect(movements.losses.first?.offset == 9)
  }

  @Test func aSingleLostSampleIsBridged() {
    var trace = Trace(seconds: 3, rate: 500)
    trace.saccade(at: 2, 5)
    trace.noise(0.02)
    trace.lose(0.5..<0.502)
    let movements = trace.movements
    #expect(movements.losses.isEmpty)
    #expect(movements.saccades.count == 1)
  }

  /// A tracker that loses samples at any time hides no saccades of a burst.
  @Test(arguments: [250.0, 500, 1000], [2, 5, 10])
  func samplesLostAtAnyTimeHideNoSaccades(rate: Double, percent: UInt64) {
    var trace = Trace(seconds: 12, rate: rate)
    trace.noise(0.02)
    var saccades = 0
    for burst in 0..<5 {
      var time = 1 + 2 * Double(burst)
      for step in [5.0, -6, 4, -5, 6, -4] {
        time = trace.saccade(at: time, step, step / 2) + 0.005
        saccades += 1
      }
    }
    var random = SeededGenerator(seed: 7)
    for i in trace.x.indices where random.next() % 100 < percent {
      (trace.x[i], trace.y[i]) = (.nan, .nan)
    }
    let movements = trace.movements
    #expect(abs(movements.saccades.count - saccades) <= 1)
    let valid = movements.validStretches.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    #expect(valid > 10)
  }

  /// Samples that are lost only where lids turn come with the lids, however few.
  @Test func samplesLostUnderLidsMakeNoSaccadesOfThem() {
    var trace = Trace(seconds: 12, rate: 500)
    for blink in 0..<5 {
      let start = 1 + 2 * Double(blink)
      trace.add { t in
        switch t - start {
        case 0..<0.05: (-8 * (t - start) / 0.05, 9 * (t - start) / 0.05)
        case 0.05..<0.12: (-8 * (0.12 - t + start) / 0.07, 9 * (0.12 - t + start) / 0.07)
        default: (0, 0)
        }
      }
      trace.lose(start + 0.05..<start + 0.052)
      trace.lose(start + 0.058..<start + 0.06)
    }
    trace.noise(0.02)
    #expect(trace.movements.saccades.isEmpty)
  }

  @Test func anEyeThatIsLostBringsNoStep() {
    var trace = Trace(seconds: 3, rate: 500)
    trace.saccade(at: 2, 5)
    trace.noise(0.02)
    // The right eye stands two degrees off the left, and is lost for a while.
    var right = trace.x.map { $0 + 2 }
    for i in 300..<700 { right[i] = .nan }
    let recording = trace.recording(of: [
      EyeTrace(eye: .left, horizontal: trace.x, vertical: trace.y),
      EyeTrace(eye: .right, horizontal: right, vertical: trace.y),
    ])
    let saccades = MovementFinder().movements(in: recording).saccades
    #expect(saccades.count == 1)
    #expect(saccades.first?.eyes == .both)
    #expect(abs((saccades.first?.displacement.x ?? 0) - 5) < 0.2)
  }
}
