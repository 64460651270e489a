/// Blinks that hide the pupil in part: a large vertical step and its return, with nothing around it.
struct PartialBlinks {
  let samplingRate: Double

  func removed(
    from found: [SaccadeCandidate]
  ) -> (saccades: [SaccadeCandidate], partialBlinks: [Range<Int>]) {
    var saccades: [SaccadeCandidate] = []
    var blinks: [Range<Int>] = []
    var i = 0
    while i < found.count {
      if i + 1 < found.count, isPair(found[i], found[i + 1]),
        i == 0 || seconds(found[i - 1].end, found[i].onset) > 0.15,
        i + 2 >= found.count || seconds(found[i + 1].end, found[i + 2].onset) > 0.15
      {
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

  private func seconds(_ first: Int, _ last: Int) -> Double {
    Double(last - first) / samplingRate
  }
}
