import Testing

@testable import EyeMovements

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
