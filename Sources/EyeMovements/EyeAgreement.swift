public import Recordings
import SignalProcessing

/// Whether the two eyes of a recording make the same rapid movements, so that their mean is one.
///
/// Saccades are conjugate (Hering's law), in strabismus and where one eye alone has a nystagmus, too; an
/// eye that adducts slowly still follows, and fully so to the other side. Eyes that never go together
/// are columns whose signs or axes differ, or movements of vergence, of which the mean holds nothing; an
/// eye that makes none of the other's movements would halve them.
public enum EyeAgreement: Sendable, Equatable {
  /// One eye alone, both together, or nothing that would tell.
  case together
  /// The other eye makes none of this one's movements, and fewer than a tenth as many of its own.
  case alone(Eye)
  /// Both move along an axis, and neither with the other: opposite ways, or each by itself.
  case apart

  /// - Complexity: O(*n*) in the samples of a short recording; bounded in a long one.
  package init(of recording: Recording) {
    self = .together
    guard recording.quantity == .position,
      let left = recording.traces.first(where: { $0.eye == .left }),
      let right = recording.traces.first(where: { $0.eye == .right })
    else { return }
    let axes = [(left.horizontal, right.horizontal), (left.vertical, right.vertical)]
    let pairs = axes.compactMap { left, right in left.flatMap { left in right.map { (left, $0) } } }
    let verdicts = pairs.indices.map { RapidWays(along: $0, of: pairs, in: recording).agreement }
    let isLeft = verdicts.contains(.alone(.left))
    let isRight = verdicts.contains(.alone(.right))
    if verdicts.contains(.apart) || (isLeft && isRight) {
      self = .apart
    } else if isLeft || isRight {
      self = .alone(isLeft ? .left : .right)
    }
  }
}

/// The ways that two eyes go along one axis in a short time, where one of them moves rapidly.
private struct RapidWays {
  /// Of each rapid movement of one eye, how far the other goes with it: 1 for as far, below 0 for the
  /// opposite way.
  private var sharesOfRight: [Float] = []
  private var sharesOfLeft: [Float] = []
  /// How far the other eye goes meanwhile, whatever its way, as a share of how far this one does.
  private var sizes: [Float] = []
  /// How many ways were looked at.
  private var count = 0

  /// How long the time is, in seconds: longer than the lag between two cameras.
  private static let seconds = 0.03
  /// The shortest way of a rapid movement, in degrees: faster than eyes converge as a rule.
  private static let shortest: Float = 0.75
  /// How many standard deviations of its noise a rapid movement must measure.
  private static let toNoise: Float = 6
  /// So many ways, spread over the recording, tell as much as all of an hour.
  private static let most = 20_000
  /// So many rapid ones tell, and this share of all: what a few lashes make of minutes tells of lashes.
  private static let fewest = 20
  private static let fewestShare = 0.015
  /// An eye that goes less than this share of the other's way does not take part.
  private static let leastShare: Float = 1 / 3
  /// An eye that makes this share of the other's number of rapid movements, or more, moves by itself; noise
  /// makes fewer.
  private static let leastOwnShare = 0.1
  /// Eyes that move at once, whichever way, go half as far as each other at least.
  private static let leastSize: Float = 1 / 2

  /// - Parameters:
  ///   - axis: Which of the pairs to look at.
  ///   - pairs: The positions of the left and the right eye along each axis that both have.
  init(along axis: Int, of pairs: [([Float], [Float])], in recording: Recording) {
    let (left, right) = pairs[axis]
    let length = max(1, Int((Self.seconds * recording.samplingRate).rounded()))
    let step = max(1, length / 2, recording.sampleCount / Self.most)
    let (leftLimit, rightLimit) = (Self.limit(left), Self.limit(right))
    for run in recording.runs {
      let last = run.samples.upperBound - length
      for first in stride(from: run.samples.lowerBound, to: last, by: step) {
        let leftWay = left[first + length] - left[first]
        let rightWay = right[first + length] - right[first]
        guard (leftWay + rightWay).isFinite else { continue }
        count += 1
        let isLeft = leftWay.magnitude >= leftLimit
        let isRight = rightWay.magnitude >= rightLimit
        guard isLeft || isRight else { continue }
        if isLeft { sharesOfRight.append(rightWay / leftWay) }
        if isRight { sharesOfLeft.append(leftWay / rightWay) }
        func size(_ eye: KeyPath<([Float], [Float]), [Float]>) -> Float {
          let steps = pairs.map { $0[keyPath: eye][first + length] - $0[keyPath: eye][first] }
          return steps.reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
        let (ofLeft, ofRight) = (size(\.0), size(\.1))
        sizes.append(min(ofLeft, ofRight) / max(ofLeft, ofRight))
      }
    }
  }

  /// The way that an eye's noise makes hardly ever; from third differences, which hold little of what an
  /// eye can do.
  private static func limit(_ positions: [Float]) -> Float {
    let step = max(1, positions.count / 1000)
    var differences: [Float] = []
    for i in stride(from: 3, to: positions.count, by: step) {
      let curve = positions[i] - positions[i - 3] + 3 * (positions[i - 2] - positions[i - 1])
      differences.append(curve.magnitude)
    }
    // Those of white noise of 1 have a deviation of √20, a way one of √2.
    let median: Float = differences.median() ?? 0
    let noise = median / Float(WhiteNoise.medianMagnitude) * Float(0.1).squareRoot()
    return max(shortest, toNoise * noise)
  }

  var agreement: EyeAgreement {
    let (ofLeft, ofRight) = (Double(sharesOfRight.count), Double(sharesOfLeft.count))
    let rightMoves = ofRight >= Self.leastOwnShare * ofLeft
    let leftMoves = ofLeft >= Self.leastOwnShare * ofRight
    let rightStays = takesNoPart(sharesOfRight)
    let leftStays = takesNoPart(sharesOfLeft)
    // Noise and spikes move one eye and not the other, at any moment.
    if rightStays, leftStays { return (sizes.median() ?? 0) >= Self.leastSize ? .apart : .together }
    if rightStays, !rightMoves { return .alone(.left) }
    if leftStays, !leftMoves { return .alone(.right) }
    return .together
  }

  /// Whether an eye surely goes less than a share of the other's way, as a rule.
  private func takesNoPart(_ shares: [Float]) -> Bool {
    guard shares.count >= max(Self.fewest, Int(Self.fewestShare * Double(count))) else {
      return false
    }
    // Two standard errors of a median above it.
    let highest = shares.quantile(0.5 + 1 / Double(shares.count).squareRoot())
    return highest.map { $0 < Self.leastShare } ?? false
  }
}

extension Recording {
  /// The recording without the eye that takes no part.
  package func judged(_ agreement: EyeAgreement) -> Recording {
    guard case .alone(let eye) = agreement else { return self }
    return replacing(traces: traces.filter { $0.eye == eye })
  }
}
