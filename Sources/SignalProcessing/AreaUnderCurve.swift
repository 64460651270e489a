/// How well a score tells two groups apart, whatever the threshold: the area under the receiver
/// operating characteristic, which is the chance that a positive scores higher than a negative
/// (ties count half).
///
/// - Source: DeLong, DeLong and Clarke-Pearson, Biometrics 44 (1988), in the form with midranks of
///   Sun and Xu, IEEE Signal Processing Letters 21 (2014).
package struct AreaUnderCurve: Sendable, Equatable {
  /// .5 by chance, 1 where every positive scores higher than every negative.
  package let area: Double
  /// By the method of DeLong; `nil` with fewer than two of a group. 0 where the groups do not
  /// overlap.
  package let standardError: Double?
  package let positives: Int
  package let negatives: Int

  /// - Returns: `nil` where a group is empty. Scores must not be NaN.
  /// - Complexity: O(*n* log *n*).
  package init?(positives: [Double], negatives: [Double]) {
    precondition(positives.allSatisfy { !$0.isNaN } && negatives.allSatisfy { !$0.isNaN })
    guard !positives.isEmpty, !negatives.isEmpty else { return nil }
    let all = midranks(positives + negatives)
    let m = Double(positives.count)
    let n = Double(negatives.count)
    // The share of the other group that each one lies on the right side of.
    let ofPositives = zip(all, midranks(positives)).map { ($0 - $1) / n }
    let ofNegatives = zip(all[positives.count...], midranks(negatives)).map { 1 - ($0 - $1) / m }
    area = ofPositives.reduce(0, +) / m
    self.positives = positives.count
    self.negatives = negatives.count
    standardError =
      positives.count > 1 && negatives.count > 1
      ? (variance(ofPositives) / m + variance(ofNegatives) / n).squareRoot() : nil
  }

  /// The interval of the area, on the logit scale so that it stays between 0 and 1.
  ///
  /// Where the groups do not overlap, DeLong's error is 0 and says nothing; there the interval is
  /// that of the smaller group's share found right, by Clopper and Pearson.
  package func interval(confidence: Double = 0.95) -> ClosedRange<Double>? {
    let smaller = min(positives, negatives)
    guard area > 0, area < 1 else {
      return BinomialInterval.clopperPearson(
        successes: area > 0 ? smaller : 0, trials: smaller, confidence: confidence)
    }
    guard let standardError else { return nil }
    let half =
      normalQuantile(1 - (1 - confidence) / 2) * standardError / (area * (1 - area))
    let odds = area / (1 - area)
    let factor = exponential(half)
    let low = odds / factor
    let high = odds * factor
    return (low / (1 + low))...(high.isFinite ? high / (1 + high) : 1)
  }
}

/// Ranks from 1, equal values sharing the mean of theirs.
private func midranks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = [Double](repeating: 0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
    for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
    start = end
  }
  return ranks
}

private func variance(_ values: [Double]) -> Double {
  let mean = values.reduce(0, +) / Double(values.count)
  return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
}
