/// Blinks that hide the pupil in part: a large vertical step and its return, with nothing around it.
///
/// Beside such a step straight down and back to where it began, the eye may go sideways: no eye looks
/// down and up again at once but in an oscillation, and an oscillation does not go up and down just once.
///
/// The limits were set by hand on the labelled recordings that ``MovementParameters`` names.
struct PartialBlinks {
  let samplingRate: Double

  /// The longest rest between the step and its return, in seconds: a lid that half closes turns at once.
  private static let longestRestSeconds = 0.02
  /// The return is opposite to the step: the cosine of its turn is below this (143°).
  private static let highestReturnCosine: Float = -0.8
  /// How many times as large as the other the larger of the two may be.
  private static let largestSizeRatio: Float = 2
  /// The smallest step, in degrees: corrections and square waves are smaller as a rule.
  private static let smallestDegrees: Float = 3
  /// How much of a step's direction is vertical at least: 30° above or below the horizontal.
  private static let leastVerticalShare: Float = 0.5
  /// Nothing else is found this near to it, in seconds: the saccades of an oscillation follow one another.
  private static let clearSeconds = 0.15
  /// Straight up and down: within 18° of the vertical, and sizes that differ by less than a quarter.
  private static let straightVerticalShare: Float = 0.95
  private static let straightSizeShare: Float = 0.75
  /// How far what stands beside such a step goes up or down, as a share of its size.
  private static let largestBesideShare: Float = 0.2

  /// Takes them out of candidates in order, and gives the samples of each.
  func removed(
    from found: [SaccadeCandidate]
  ) -> (saccades: [SaccadeCandidate], partialBlinks: [Range<Int>]) {
    var saccades: [SaccadeCandidate] = []
    var blinks: [Range<Int>] = []
    var i = 0
    while i < found.count {
      if i + 1 < found.count, isPair(found[i], found[i + 1]), isAlone(i, of: found) {
        blinks.append(found[i].onset..<found[i + 1].end)
        i += 2
      } else {
        saccades.append(found[i])
        i += 1
      }
    }
    return (saccades, blinks)
  }

  private func isPair(_ a: SaccadeCandidate, _ b: SaccadeCandidate) -> Bool {
    let ratio = b.amplitude / a.amplitude
    return seconds(a.end, b.onset) <= Self.longestRestSeconds
      && (a.direction * b.direction).sum() < Self.highestReturnCosine
      && ratio > 1 / Self.largestSizeRatio && ratio < Self.largestSizeRatio
      && min(a.amplitude, b.amplitude) > Self.smallestDegrees
      && min(abs(a.direction.y), abs(b.direction.y)) > Self.leastVerticalShare
  }

  /// Whether nothing is near a pair, or nothing that moves up or down, where it goes straight.
  private func isAlone(_ i: Int, of found: [SaccadeCandidate]) -> Bool {
    let (a, b) = (found[i], found[i + 1])
    let smaller = min(a.amplitude, b.amplitude)
    let isStraight =
      min(abs(a.direction.y), abs(b.direction.y)) > Self.straightVerticalShare
      && smaller > Self.straightSizeShare * max(a.amplitude, b.amplitude)
    func isBeside(_ other: SaccadeCandidate) -> Bool {
      isStraight
        && abs(other.amplitude * other.direction.y) < Self.largestBesideShare * smaller
    }
    let before = found[..<i].lazy.reversed().prefix {
      seconds($0.end, a.onset) <= Self.clearSeconds
    }
    let after = found[(i + 2)...].lazy.prefix { seconds(b.end, $0.onset) <= Self.clearSeconds }
    return before.allSatisfy(isBeside) && after.allSatisfy(isBeside)
  }

  private func seconds(_ first: Int, _ last: Int) -> Double {
    Double(last - first) / samplingRate
  }
}
