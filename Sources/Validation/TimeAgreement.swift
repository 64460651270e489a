/// How far two sets of stretches of time cover the same time.
package enum TimeAgreement {
  /// The time that both cover, over the time that either covers.
  ///
  /// - Parameters: sorted stretches, those of one set without overlap among themselves.
  /// - Returns: `nil` where both are empty.
  package static func intersectionOverUnion(
    _ first: [Range<Double>], _ second: [Range<Double>]
  ) -> Double? {
    let lengths = (first + second).reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    var shared = 0.0
    var (i, j) = (0, 0)
    while i < first.count && j < second.count {
      let low = max(first[i].lowerBound, second[j].lowerBound)
      let high = min(first[i].upperBound, second[j].upperBound)
      if high > low { shared += high - low }
      if first[i].upperBound < second[j].upperBound { i += 1 } else { j += 1 }
    }
    return lengths > 0 ? shared / (lengths - shared) : nil
  }
}
