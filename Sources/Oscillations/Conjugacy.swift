internal import EyeMovements
internal import Recordings
internal import SignalProcessing

/// Whether the two eyes move together.
struct Conjugacy: Equatable {
  /// The correlation of the eyes' displacements; `nil` where not both were measured.
  var correlation: Double?
  /// The right eye's displacements over the left one's, as root mean squares.
  var amplitudeRatio: Double?
  /// How much alike the eyes' displacements *l* and *r* are, 2 *l*·*r* / (*l*² + *r*²): the median over
  /// the saccades, which a few gaze shifts among them do not decide. 1 where both are the same, 0.8
  /// where one is half the other, 0 where one eye alone moves.
  var agreement: Double?
  var eyes: EyesUsed

  /// One eye moves half as far as the other, the same way.
  static let leastAgreement = 0.8
  /// An eye that moves less than this share of the other's way does not take part.
  private static let leastShare = 1.0 / 3
  /// The least correlation of a common movement: that of eyes whose displacements have half their variance
  /// in common.
  private static let leastCorrelation = 0.7
  /// How many times as far as the other either eye may go in a common movement.
  private static let largestRatio = 2.0

  /// The eyes of a recording, whatever they do.
  static func recorded(in recording: Recording) -> EyesUsed {
    let eyes = Set(recording.traces.map(\.eye))
    if eyes.isSuperset(of: [.left, .right]) { return .both }
    if eyes.contains(.left) { return .left }
    return eyes.contains(.right) ? .right : .unknown
  }

  /// Measures the conjugacy of saccades.
  ///
  /// An eye that moves less than a third as far as the other does not take part; a correlation
  /// below 0.7, or more than twice the other's size, in all or in most saccades, is no common movement.
  init(of saccades: some Sequence<Saccade>, recorded: EyesUsed) {
    eyes = recorded
    guard recorded == .both else { return }
    var left: Float = 0
    var right: Float = 0
    var common: Float = 0
    var agreements: [Float] = []
    var seen: [EyesUsed: Int] = [:]
    for saccade in saccades {
      seen[saccade.eyes, default: 0] += 1
      guard let one = saccade.leftDisplacement, let other = saccade.rightDisplacement else {
        continue
      }
      let (ofLeft, ofRight) = ((one * one).sum(), (other * other).sum())
      let ofBoth = (one * other).sum()
      left += ofLeft
      right += ofRight
      common += ofBoth
      if ofLeft + ofRight > 0 { agreements.append(2 * ofBoth / (ofLeft + ofRight)) }
    }
    agreement = agreements.median().map { Double($0) }
    guard let agreement else {
      // The other eye was lost throughout.
      for eye in [EyesUsed.left, .right] where seen[eye, default: 0] * 2 > seen.values.reduce(0, +)
      {
        eyes = eye
      }
      return
    }
    guard left > 0, right > 0 else {
      eyes = left > 0 ? .left : .right
      return
    }
    let correlation = Double(common / (left * right).squareRoot())
    let ratio = Double((right / left).squareRoot())
    self.correlation = correlation
    amplitudeRatio = ratio
    if ratio < Self.leastShare {
      eyes = .left
    } else if ratio > 1 / Self.leastShare {
      eyes = .right
    } else if correlation < Self.leastCorrelation || agreement < Self.leastAgreement
      || ratio < 1 / Self.largestRatio || ratio > Self.largestRatio
    {
      eyes = .disconjugate
    }
  }
}
