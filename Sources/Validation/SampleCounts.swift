internal import SignalProcessing

/// Samples that two judges call a saccade, one of them does, or neither.
package struct SampleCounts: Sendable, Equatable {
  package var both = 0
  package var onlyFound = 0
  package var onlyTrue = 0
  package var neither = 0

  package init() {}

  /// Saccade against the rest.
  ///
  /// - Parameter counts: whether a sample counts at all.
  package init(found: [Bool], truth: [Bool], counts: [Bool]) {
    precondition(found.count == truth.count && truth.count == counts.count)
    for sample in truth.indices where counts[sample] {
      switch (found[sample], truth[sample]) {
      case (true, true): both += 1
      case (true, false): onlyFound += 1
      case (false, true): onlyTrue += 1
      case (false, false): neither += 1
      }
    }
  }

  package var kappa: Double? {
    CohenKappa(counts: [[both, onlyFound], [onlyTrue, neither]])?.kappa
  }

  package static func + (left: SampleCounts, right: SampleCounts) -> SampleCounts {
    var sum = left
    sum.both += right.both
    sum.onlyFound += right.onlyFound
    sum.onlyTrue += right.onlyTrue
    sum.neither += right.neither
    return sum
  }
}
