internal import EyeMovements
internal import Recordings
internal import SignalProcessing

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Looks for a sinusoidal oscillation in windows of a few seconds.
///
/// Windows rather than the whole recording, so that quiet time around an oscillation hides nothing
/// of it. The spectrum is that of the velocity without saccades: it rises neither with drift nor
/// with the position's slow changes.
///
/// - Complexity: O(*n* log *L*) for windows of *L* samples.
struct PendularFinder {
  let parameters: PendularParameters
  private let mainSequence: MainSequence
  /// The longest interval between back-to-back saccades, in seconds.
  private let longestGap: Double
  /// The highest frequency that the signal's own rate can show, in Hz.
  private let highestShown: Double
  let signal: SlowVelocity

  /// What one window shows.
  struct Window: Equatable {
    let samples: Range<Int>
    /// In seconds.
    let onset: Double
    let offset: Double
    let frequency: Double
    /// The share of the power that lies in the peak.
    let concentration: Double
    /// How much alike the velocity is a cycle later, and how opposite half a cycle later: 1 for a
    /// sinusoid, near 0 for steps and for slow movement.
    let regularity: Double
    /// Peak to peak along the long axis, in degrees.
    let amplitude: Double
    /// Its peak velocity over that of a saccade of the same size.
    let mainSequenceRatio: Double
  }

  init(_ signal: SlowVelocity, _ movements: EyeMovements, _ parameters: Parameters) {
    self.parameters = parameters.pendular
    mainSequence = MainSequence(parameters.oscillations, bandwidth: movements.bandwidth)
    longestGap = parameters.oscillations.backToBackGapSeconds
    highestShown =
      min(signal.samplingRate, movements.bandwidth.effectiveRate)
      / parameters.assessment.samplesPerCycle
    self.signal = signal
  }

  /// The band whose power the peak is compared with, in Hz.
  static let lowestHz = 0.5
  static let highestHz = 15.0

  var band: ClosedRange<Double> {
    Self.lowestHz...max(Self.lowestHz, min(Self.highestHz, signal.samplingRate / 2))
  }

  /// The windows that can show something, half overlapping; those without a spectral peak too.
  func windows() -> [Window] {
    let length = Int((parameters.windowSeconds * signal.samplingRate).rounded())
    guard length >= 8 else { return [] }
    var windows: [Window] = []
    for (run, onset) in zip(signal.runs, signal.onsets) {
      for start in stride(from: run.lowerBound, through: run.upperBound - length, by: length / 2) {
        let samples = start..<(start + length)
        let excised = signal.isExcised[samples].count { $0 }
        guard Double(excised) <= parameters.maximumExcisedShare * Double(length) else { continue }
        let time = onset + Double(start - run.lowerBound) / signal.samplingRate
        if let window = window(samples, onset: time) { windows.append(window) }
      }
    }
    return windows
  }

  /// The spectra of both axes over some windows.
  func spectrum(of ranges: [Range<Int>], segmentSeconds: Double) -> CrossSpectrum? {
    CrossSpectrum(
      of: signal.horizontal, and: signal.vertical, ranges: ranges,
      samplingRate: signal.samplingRate, segmentDuration: segmentSeconds)
  }

  private func window(_ samples: Range<Int>, onset: Double) -> Window? {
    // A little shorter than the window, since the length is rounded up.
    guard let cross = spectrum(of: [samples], segmentSeconds: parameters.windowSeconds * 0.9)
    else { return nil }
    let total = cross.first + cross.second
    let highest = min(parameters.maximumFrequencyHz, highestShown)
    guard parameters.minimumFrequencyHz < highest,
      let peak = total.peak(in: parameters.minimumFrequencyHz...highest),
      let concentration = total.concentration(
        around: peak.frequency, halfWidth: parameters.halfWidth(at: peak.frequency), in: band)
    else { return nil }
    let excised = Double(signal.isExcised[samples].count { $0 }) / Double(samples.count)
    let amplitude =
      Self.amplitude(
        of: cross, around: peak.frequency, halfWidth: parameters.halfWidth(at: peak.frequency))
      / (1 - excised).squareRoot() / signal.gain(at: peak.frequency)
    return Window(
      samples: samples, onset: onset,
      offset: onset + Double(samples.count) / signal.samplingRate, frequency: peak.frequency,
      concentration: concentration,
      regularity: regularity(of: total, at: peak.frequency), amplitude: amplitude,
      mainSequenceRatio: ratio(peak.frequency, amplitude))
  }

  /// The peak velocity of a sinusoid over that of a saccade of its size.
  ///
  /// Where back-to-back saccades could repeat as fast, a filter may have made the sinusoid of them: the
  /// saccade's is then what the filter leaves of it.
  private func ratio(_ frequency: Double, _ amplitude: Double) -> Double {
    let halfCycle = MainSequence.duration(ofAmplitude: amplitude) + longestGap
    let maySaccade = !signal.isOfPositions && 2 * halfCycle * frequency >= 1
    let saccade = maySaccade ? mainSequence : mainSequence.unfiltered
    let expected = saccade.peakVelocity(ofAmplitude: amplitude)
    return expected > 0 ? .pi * frequency * amplitude / expected : .infinity
  }

  /// Half the difference of the autocorrelation after one cycle and after half of one.
  ///
  /// From the spectrum: the autocorrelation is its cosine transform.
  private func regularity(of spectrum: PowerSpectrum, at frequency: Double) -> Double {
    let last = min(
      spectrum.density.count - 1, Int((band.upperBound / spectrum.binWidth).rounded(.down)))
    var whole = 0.0
    var after = 0.0
    for bin in 1...max(1, last) {
      let cycles = Double(bin) * spectrum.binWidth / frequency
      whole += spectrum.density[bin]
      after += spectrum.density[bin] * (cos(2 * .pi * cycles) - cos(.pi * cycles)) / 2
    }
    return whole > 0 ? after / whole : 0
  }

  /// The peak-to-peak amplitude along the long axis, from the velocity's power in the peak.
  ///
  /// A sinusoid of that amplitude has the power (π *f* A)² / 2; each frequency counts with its own
  /// *f*, so that an irregular oscillation is measured right.
  static func amplitude(
    of cross: CrossSpectrum, around frequency: Double, halfWidth: Double
  ) -> Double {
    let low = max(1, Int(((frequency - halfWidth) / cross.binWidth).rounded(.up)))
    let high = min(
      cross.coSpectrum.count - 1, Int(((frequency + halfWidth) / cross.binWidth).rounded(.down)))
    guard low <= high else { return 0 }
    var horizontal = 0.0
    var vertical = 0.0
    var common = 0.0
    for bin in low...high {
      let angular = 2 * Double.pi * Double(bin) * cross.binWidth
      let scale = cross.binWidth / (angular * angular)
      horizontal += cross.first.density[bin] * scale
      vertical += cross.second.density[bin] * scale
      common += cross.coSpectrum[bin] * scale
    }
    let half = (horizontal - vertical) / 2
    let long = (horizontal + vertical) / 2 + (half * half + common * common).squareRoot()
    return 2 * (2 * long).squareRoot()
  }
}
