/// Blinks that hide the pupil in part: a large vertical step and its return, with nothing around it.
///
/// Beside such a step straight down and back to where it began, the eye may go sideways: no eye looks
/// down and up again at once but in an oscillation, and an oscillation does not go up and down just once.
struct PartialBlinks {
  let samplingRate: Double

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
    return seconds(a.end, b.onset) <= 0.02 && (a.direction * b.direction).sum() < -0.8
      && ratio > 0.5 && ratio < 2 && min(a.amplitude, b.amplitude) > 3
      && min(abs(a.direction.y), abs(b.direction.y)) > 0.5
  }

  /// Whether nothing is near a pair, or nothing that moves up or down, where it goes straight.
  private func isAlone(_ i: Int, of found: [SaccadeCandidate]) -> Bool {
    let (a, b) = (found[i], found[i + 1])
    let smaller = min(a.amplitude, b.amplitude)
    let isStraight =
      min(abs(a.direction.y), abs(b.direction.y)) > 0.95
      && smaller > 0.75 * max(a.amplitude, b.amplitude)
    func isBeside(_ other: SaccadeCandidate) -> Bool {
      isStraight && abs(other.amplitude * other.direction.y) < 0.2 * smaller
    }
    return found[..<i].lazy.reversed().prefix { seconds($0.end, a.onset) <= 0.15 }
      .allSatisfy(isBeside)
      && found[(i + 2)...].lazy.prefix { seconds(b.end, $0.onset) <= 0.15 }.allSatisfy(isBeside)
  }

  private func seconds(_ first: Int, _ last: Int) -> Double {
    Double(last - first) / samplingRate
  }
}
