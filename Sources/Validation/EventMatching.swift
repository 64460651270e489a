/// Which found events are which true ones.
///
/// Pairs that overlap are taken in order of their overlap, the best first, each event once. On
/// sorted events without overlap among themselves.
package struct EventMatching: Sendable, Equatable {
  /// Indices of found and true events, in order of the found ones.
  package let pairs: [Pair]

  package struct Pair: Sendable, Equatable {
    package let found: Int
    package let truth: Int
  }

  /// - Parameters:
  ///   - found: `[onset, offset)` of each found event, sorted.
  ///   - truth: the same of the true ones.
  ///   - overlap: the least intersection over union of a pair; at 0 any overlap will do.
  /// - Complexity: O(*n* log *n*) in the events.
  package init<Bound: BinaryFloatingPoint>(
    found: [Range<Bound>], truth: [Range<Bound>], overlap: Bound
  ) {
    var candidates: [(share: Bound, pair: Pair)] = []
    var first = 0
    for (index, event) in found.enumerated() {
      while first < truth.count, truth[first].upperBound <= event.lowerBound { first += 1 }
      var other = first
      while other < truth.count, truth[other].lowerBound < event.upperBound {
        let share = event.intersectionOverUnion(with: truth[other])
        if share > 0, share >= overlap {
          candidates.append((share, Pair(found: index, truth: other)))
        }
        other += 1
      }
    }
    candidates.sort {
      ($1.share, $0.pair.found, $0.pair.truth) < ($0.share, $1.pair.found, $1.pair.truth)
    }
    var isFoundTaken = [Bool](repeating: false, count: found.count)
    var isTruthTaken = [Bool](repeating: false, count: truth.count)
    var pairs: [Pair] = []
    for candidate in candidates
    where !isFoundTaken[candidate.pair.found] && !isTruthTaken[candidate.pair.truth] {
      isFoundTaken[candidate.pair.found] = true
      isTruthTaken[candidate.pair.truth] = true
      pairs.append(candidate.pair)
    }
    self.pairs = pairs.sorted { $0.found < $1.found }
  }
}

extension Range where Bound: BinaryFloatingPoint {
  /// 1 where the ranges are the same, 0 where they share nothing.
  func intersectionOverUnion(with other: Range) -> Bound {
    let shared =
      Swift.min(upperBound, other.upperBound) - Swift.max(lowerBound, other.lowerBound)
    guard shared > 0 else { return 0 }
    return shared / (upperBound - lowerBound + other.upperBound - other.lowerBound - shared)
  }
}

/// How often single events were found.
package struct EventCounts: Sendable, Equatable {
  /// Found events that are true ones.
  package var matched = 0
  /// Found events, and true ones, in all.
  package var found = 0
  package var truth = 0

  package init(matched: Int = 0, found: Int = 0, truth: Int = 0) {
    self.matched = matched
    self.found = found
    self.truth = truth
  }

  /// The harmonic mean of the share of found events that are true, and of true ones that were
  /// found; `nil` without either.
  package var f1: Double? {
    found + truth > 0 ? 2 * Double(matched) / Double(found + truth) : nil
  }

  package static func + (left: EventCounts, right: EventCounts) -> EventCounts {
    EventCounts(
      matched: left.matched + right.matched, found: left.found + right.found,
      truth: left.truth + right.truth)
  }
}
