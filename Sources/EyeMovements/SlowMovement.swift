import SignalProcessing

/// The slow movement under the saccades: pursuit, slow phases.
///
/// The running median of the velocity, taken from the means of bins of 20 ms and interpolated. Fast
/// "slow" movement is trusted less: a median of dense bursts is no slow movement.
struct SlowMovement {
  private let binsPerSample: Float
  private let nodes: [SIMD2<Float>]

  init(
    _ x: [Float], _ y: [Float], in samples: Range<Int>, samplingRate: Double,
    parameters: MovementParameters
  ) {
    let bin = max(1, Int((0.02 * samplingRate).rounded()))
    binsPerSample = 1 / Float(bin)
    let half = Int(parameters.baselineSeconds * samplingRate / 2) / bin
    let count = (samples.count + bin - 1) / bin
    func medians(_ velocity: [Float]) -> [Float] {
      guard !velocity.isEmpty else { return [Float](repeating: 0, count: count) }
      return runningMedian(Self.means(of: velocity, in: samples, bin: bin), halfWidth: half)
    }
    let limit = parameters.baselineSpeedLimit
    nodes = zip(medians(x), medians(y)).map { x, y in
      let slow = SIMD2(x, y)
      let size = (slow * slow).sum().squareRoot()
      return size > limit ? slow * max(0, 2 * limit / size - 1) : slow
    }
  }

  /// The means of bins of samples, of which the last may be shorter.
  private static func means(of values: [Float], in samples: Range<Int>, bin: Int) -> [Float] {
    var means: [Float] = []
    means.reserveCapacity((samples.count + bin - 1) / bin)
    values.withUnsafeBufferPointer { values in
      var first = samples.lowerBound
      // Four bins side by side: the additions of one wait for each other.
      while first + 4 * bin <= samples.upperBound {
        var sums = SIMD4<Float>()
        for i in first..<(first + bin) {
          sums += SIMD4(values[i], values[i + bin], values[i + 2 * bin], values[i + 3 * bin])
        }
        sums /= Float(bin)
        for lane in 0..<4 { means.append(sums[lane]) }
        first += 4 * bin
      }
      while first < samples.upperBound {
        let last = min(first + bin, samples.upperBound)
        var sum: Float = 0
        for i in first..<last { sum += values[i] }
        means.append(sum / Float(last - first))
        first = last
      }
    }
    return means
  }

  /// Goes through a range of samples in the parts between which the slow velocity runs straight:
  /// the samples, the velocity at the first of them, and its step from one to the next.
  func forEachNode(
    in range: Range<Int>, _ body: (Range<Int>, SIMD2<Float>, SIMD2<Float>) -> Void
  ) {
    var first = range.lowerBound
    while first < range.upperBound {
      let place = (Float(first) + 0.5) * binsPerSample - 0.5
      let next = place < 0 ? 0 : Int(place) + 1
      // The first sample at or after the next node.
      let border = Int(((Float(next) + 0.5) / binsPerSample - 0.5).rounded(.up))
      let last =
        next >= nodes.count ? range.upperBound : min(max(border, first + 1), range.upperBound)
      let start = self[first]
      let isFlat = place < 0 || next >= nodes.count
      body(
        first..<last, start,
        isFlat ? SIMD2() : (nodes[next] - nodes[next - 1]) * binsPerSample)
      first = last
    }
  }

  /// The slow velocity at a sample of the segment.
  subscript(i: Int) -> SIMD2<Float> {
    let place = max(0, (Float(i) + 0.5) * binsPerSample - 0.5)
    let node = min(Int(place), nodes.count - 1)
    let next = min(node + 1, nodes.count - 1)
    let share = min(place - Float(node), 1)
    return nodes[node] + (nodes[next] - nodes[node]) * share
  }

  /// The slow velocities at sixteen samples of the segment.
  func block(from first: Int) -> (x: SIMD16<Float>, y: SIMD16<Float>) {
    precondition(!nodes.isEmpty, "a segment without samples")
    let last = nodes.count - 1
    let samples = Float(first) + SIMD16.ascending
    var places = (samples + 0.5) * binsPerSample - 0.5
    places.replace(with: 0, where: places .< 0)
    var (x, y) = (SIMD16<Float>(), SIMD16<Float>())
    for node in min(Int(places[0]), last)...min(Int(places[15]), last) {
      let isHere = places .>= Float(node)
      var share = places - Float(node)
      share.replace(with: 1, where: share .> 1)
      let start = nodes[node]
      let step = nodes[min(node + 1, last)] - start
      x.replace(with: start.x + step.x * share, where: isHere)
      y.replace(with: start.y + step.y * share, where: isHere)
    }
    return (x, y)
  }
}

extension SIMD16<Float> {
  /// From 0 to 15.
  static let ascending = SIMD16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
}
