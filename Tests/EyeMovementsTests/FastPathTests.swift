import Testing

@testable import EyeMovements
@testable import Recordings

/// Quick ways against the plain ones that they stand for: the same bits.
@Suite struct FastPathTests {
  private static func channel(_ count: Int, seed: UInt64, missing share: UInt64 = 0) -> [Float] {
    var state = seed &* 2 &+ 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if share > 0, (state >> 20) % share == 0 { return .nan }
      return Float(state >> 40) / 100_000 - 50
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6], [5, 6, 64, 1001])
  func sumsOfChannelsSideBySideAreThoseOfEachAlone(channels: Int, count: Int) {
    let group = (0..<channels).map { Self.channel(count + 20, seed: UInt64($0 + count)) }
    for (range, origin) in [(7..<7 + count, 7 + count / 2), (3..<3 + count, 3 + count)] {
      let alone = group.map { LineSums($0, in: range, origin: origin) }
      #expect(LineSums.of(group, in: range, origin: origin) == alone)
    }
  }

  @Test func sumsLeaveOutMissingSamples() {
    let group = [Self.channel(300, seed: 1, missing: 9), Self.channel(300, seed: 2)]
    let alone = group.map { LineSums($0, in: 10..<290, origin: 100) }
    let sums = LineSums.of(group, in: 10..<290, origin: 100)
    #expect(sums[1] == alone[1])
    #expect(sums[0].line?.slope == alone[0].line?.slope)
  }

  @Test(arguments: [1, 2, 5], [1, 2])
  func theLongestStepIsThatOfTheSamplesOneByOne(step: Int, eyes: Int) {
    let count = 400
    let traces = (0..<eyes).map { eye in
      EyeTrace(
        eye: eye == 0 ? .left : .right,
        horizontal: Self.channel(count, seed: UInt64(eye) + 5).map { $0.rounded() },
        vertical: Self.channel(count, seed: UInt64(eye) + 9, missing: 40))
    }
    let recording = Recording(
      id: "steps", samplingRate: 1000, runs: [.init(onset: 0, samples: 0..<count)],
      traces: traces, clock: ClockReport(), source: Source(format: "test"))
    let version = VersionSignal(of: recording, parameters: MovementParameters())
    let positions = GazePositions(recording, version: version)
    var found = 0
    for first in 0..<count - step {
      let block = first..<min(first + 16, count - step)
      let longest = positions.longestSteps(in: block, step, above: 2_000)
      guard longest != block else {
        #expect(block.contains { positions.steps($0, step) == nil } || first + 16 + step > count)
        continue
      }
      let squares = block.map { positions.steps($0, step) ?? .nan }
      let most = squares.max() ?? .nan
      let plain = most > 2_000 ? squares.firstIndex(of: most).map { first + $0 } : nil
      #expect(longest == plain.map { $0..<$0 + 1 } ?? first..<first)
      found += longest.count
    }
    #expect(found > 10)
  }

  @Test(arguments: [0, 1, 6], [2, 9, 150] as [UInt64])
  func stretchesAreThoseOfTheSamplesOneByOne(bridging: Int, share: UInt64) {
    var values = Self.channel(3000, seed: share, missing: share)
    values[1000] = .infinity
    let range = 13..<2950
    var plain: [Range<Int>] = []
    for i in range where values[i].isFinite {
      if let last = plain.last, i - last.upperBound <= bridging {
        plain[plain.count - 1] = last.lowerBound..<i + 1
      } else {
        plain.append(i..<i + 1)
      }
    }
    var stretches: [Range<Int>] = []
    forEachValidStretch(of: values, in: range, bridging: bridging) { samples, hasGaps in
      stretches.append(samples)
      #expect(hasGaps == samples.contains { !values[$0].isFinite })
    }
    #expect(stretches == plain)
    forEachValidStretch(of: values, in: 5..<5, bridging: bridging) { _, _ in
      Issue.record("a stretch in no samples")
    }
  }
}

extension GazePositions {
  /// The square of how far the eyes go in a step; `nil` where a sample of any of them is missing.
  fileprivate func steps(_ sample: Int, _ step: Int) -> Float? {
    let ends = traces.flatMap { [$0.horizontal, $0.vertical] }
      .compactMap { $0.map { $0[sample + step] - $0[sample] } }
    guard ends.allSatisfy(\.isFinite), let way = known(sample..<sample + step) else { return nil }
    return (way * way).sum()
  }
}
