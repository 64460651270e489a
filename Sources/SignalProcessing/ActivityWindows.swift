/// Short windows spread over a signal, ordered by how much it moves in them.
struct ActivityWindows {
  /// The samples of a window: about a quarter of a second.
  let length: Int
  /// The first sample of each window, the quietest window first.
  let starts: [Int]

  /// - Returns: `nil` with fewer than four windows without a missing sample.
  init?(channels: [[Float]], ranges: [Range<Int>], samplingRate: Double) {
    let length = RealFFT.fastLength(atLeast: max(8, Int((0.256 * samplingRate).rounded())))
    let present = channels.reduce(ranges) { $1.presentRanges(within: $0, atLeast: length) }
    let all = present.flatMap {
      Array(stride(from: $0.lowerBound, through: $0.upperBound - length, by: length / 2))
    }
    guard all.count >= 4 else { return nil }
    let limit = 240
    let chosen =
      all.count <= limit
      ? all : (0..<limit).map { all[$0 * (all.count - 1) / (limit - 1)] }
    var activity = [Float](repeating: 0, count: chosen.count)
    for channel in channels {
      channel.withUnsafeBufferPointer { samples in
        for (index, start) in chosen.enumerated() {
          activity[index] +=
            UnsafeBufferPointer(rebasing: samples[start..<(start + length)]).spanAboutLine
        }
      }
    }
    // Equal spans keep their order in time, so that the same input gives the same choice.
    let order = chosen.indices.sorted { (activity[$0], $0) < (activity[$1], $1) }
    self.length = length
    starts = order.map { chosen[$0] }
  }

  private var share: Int { max(2, min(16, starts.count / 5)) }

  /// The windows with least movement: a fifth of them, sixteen at most.
  var quiet: ArraySlice<Int> { starts.prefix(share) }

  /// The windows with most movement: as many.
  var moving: ArraySlice<Int> { starts.suffix(share) }
}

extension UnsafeBufferPointer<Float> {
  /// The distance of the highest from the lowest value, once a straight line is taken away.
  fileprivate var spanAboutLine: Float {
    let line = line
    let bytes = UnsafeRawBufferPointer(self)
    var lows = SIMD8<Float>(repeating: .infinity)
    var highs = -lows
    var places = SIMD8<Float>(0, 1, 2, 3, 4, 5, 6, 7)
    var first = 0
    while first + 8 <= count {
      let values = bytes.loadUnaligned(fromByteOffset: first * 4, as: SIMD8<Float>.self)
      let rest = values - places * line.step
      lows.replace(with: rest, where: rest .< lows)
      highs.replace(with: rest, where: rest .> highs)
      places += 8
      first += 8
    }
    var low = lows.min()
    var high = highs.max()
    for index in first..<count {
      let value = self[index] - Float(index) * line.step
      low = Swift.min(low, value)
      high = Swift.max(high, value)
    }
    return high - low
  }
}
