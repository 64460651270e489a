/// Small saccades that only their company shows: microflutter.
///
/// One lobe of speed below the threshold may be noise or a swing of the iris. Four or more that turn,
/// follow one another at once and do not decay are a train of saccades.
/// - Source: Ashe et al. 1991, *Brain* 114:461–472: .1 to .5 degrees at 15 to 30 Hz.
struct MicrosaccadeTrains {
  let parameters: MovementParameters
  let samplingRate: Double

  /// Takes out the faint candidates that stand in no train.
  func withoutLoneFaintOnes(_ found: [SaccadeCandidate]) -> [SaccadeCandidate] {
    guard found.contains(where: \.isFaint) else { return found }
    var isKept = found.map { !$0.isFaint }
    var first = 0
    for i in found.indices.dropFirst() where !continues(found[i - 1], found[i]) {
      if isTrain(found[first..<i]) { for k in first..<i { isKept[k] = true } }
      first = i
    }
    if isTrain(found[first...]) { for k in first..<found.count { isKept[k] = true } }
    return zip(found, isKept).filter(\.1).map(\.0)
  }

  /// Faint ones alone need a rate that shows their shape; among as many clear ones they don't.
  private func isTrain(_ run: ArraySlice<SaccadeCandidate>) -> Bool {
    let clear = run.count { !$0.isFaint }
    return (samplingRate >= parameters.faintTrainRateHz && run.count >= parameters.fewestInTrain)
      || (clear >= parameters.fewestInTrain && 2 * clear >= run.count)
  }

  private func continues(_ a: SaccadeCandidate, _ b: SaccadeCandidate) -> Bool {
    let ratio = b.amplitude / a.amplitude
    return Double(b.onset - a.end) / samplingRate <= parameters.trainGapSeconds
      && (a.direction * b.direction).sum() < parameters.turnCosine && ratio > 0.5 && ratio < 2
  }
}
