extension SampleColumns {
  /// The rows without a position: of each eye, and of all eyes together.
  ///
  /// - Parameter plans: what the channels are.
  func missing(_ plans: [ColumnPlan]) -> (byEye: [Source.Missing], ofAll: Int) {
    var byEye: [Source.Missing] = []
    var isLost = [Bool](repeating: true, count: rows)
    for eye in Eye.allCases {
      let axes: [ColumnRole] = [.position(eye, .horizontal), .position(eye, .vertical)]
      let own = plans.indices.filter { axes.contains(plans[$0].role) }.map { channels[$0] }
      guard let first = own.first else { continue }
      let second = own.last ?? first
      var lost = 0
      for row in 0..<rows {
        if (first[row] + second[row]).isNaN { lost += 1 } else { isLost[row] = false }
      }
      byEye.append(.init(eye: eye, rows: lost))
    }
    return (byEye, byEye.count == 1 ? byEye[0].rows : isLost.count { $0 })
  }
}
