import EyeMovements
import Oscillations

/// What saccades of a size are expected to be like in a recording, for figures and references.
struct ExpectedSaccades {
  private let sequence: MainSequence

  init(_ parameters: OscillationParameters, cutoff: Double) {
    sequence = MainSequence(parameters, cutoff: cutoff)
  }

  func peakVelocity(ofAmplitude amplitude: Double) -> Double {
    sequence.peakVelocity(ofAmplitude: amplitude)
  }

  /// The frequencies at which back-to-back saccades of some sizes repeat.
  struct Band: Sendable, Equatable {
    let hertz: ClosedRange<Double>
    /// The amplitudes that it is for, in degrees: the recording's own, or the usual ones.
    let amplitudes: ClosedRange<Double>
  }

  /// A cycle is two saccades and the two gaps between them, from none to those that pass for none.
  static func band(of subject: PageSubject) -> Band {
    let own =
      subject.isInDegrees
      ? subject.measure("amplitudeMedianDegrees", of: subject.oscillations) : nil
    let measured = own.flatMap { Quantity($0.value, .degrees).text }.flatMap(Double.init)
    let usual = 1.0...5.0
    let amplitudes = measured.map { $0...$0 } ?? usual
    func frequency(_ amplitude: Double, gap: Double) -> Double {
      1 / (2 * (MainSequence.duration(ofAmplitude: amplitude) + gap))
    }
    return Band(
      hertz: frequency(
        amplitudes.upperBound, gap: longestGap)...frequency(
          amplitudes.lowerBound, gap: 0),
      amplitudes: amplitudes)
  }

  /// In seconds: what recordings of flutter leave between saccades at most.
  private static let longestGap = 0.03
}
