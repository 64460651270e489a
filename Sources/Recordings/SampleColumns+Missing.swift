extension SampleColumns {
  /// The rows without a position: of each eye, and of all eyes together.
  ///
  /// - Parameter plans: what the channels are.
  func missing(_ plans: [ColumnPlan]) -> (byEye: [Source.Missing], ofAll: Int) {
    let eyes: [(eye: Eye, x: [Float], y: [Float])] = Eye.allCases.compactMap { eye in
      let axes: [ColumnRole] = [.position(eye, .horizontal), .position(eye, .vertical)]
      let own = plans.indices.filter { axes.contains(plans[$0].role) }.map { channels[$0] }
      return own.first.map { (eye, $0, own.last ?? $0) }
    }
    var lost = eyes.map { _ in 0 }
    var lostInAll = eyes.isEmpty ? rows : 0
    for first in stride(from: 0, to: rows, by: 256) {
      let block = first..<min(first + 256, rows)
      let incomplete = eyes.indices.filter { !Self.areComplete(eyes[$0].x, eyes[$0].y, in: block) }
      guard !incomplete.isEmpty else { continue }
      for row in block {
        var lostHere = 0
        for eye in incomplete where (eyes[eye].x[row] + eyes[eye].y[row]).isNaN {
          lost[eye] += 1
          lostHere += 1
        }
        if lostHere == eyes.count { lostInAll += 1 }
      }
    }
    return (zip(eyes, lost).map { Source.Missing(eye: $0.eye, rows: $1) }, lostInAll)
  }

  /// Whether two columns have a number in each row: the sum of all is one.
  private static func areComplete(_ x: [Float], _ y: [Float], in rows: Range<Int>) -> Bool {
    var sum: Float = 0
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        var lanes = SIMD8<Float>()
        var row = rows.lowerBound
        while row + 8 <= rows.upperBound {
          let offset = row * MemoryLayout<Float>.stride
          let first = UnsafeRawBufferPointer(x)
            .loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
          let second = UnsafeRawBufferPointer(y)
            .loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
          lanes += (first + second) * 0
          row += 8
        }
        for row in row..<rows.upperBound { sum += (x[row] + y[row]) * 0 }
        sum += lanes.sum()
      }
    }
    return sum == 0
  }
}
