internal import EyeMovements
internal import Recordings
internal import SignalProcessing

/// What is measured of episodes of back-to-back saccades.
struct OscillationMeasures {
  let subject: Subject
  let bursts: [Burst]
  /// `nil` where the recording could not show episodes, whatever was found.
  let assessableSeconds: Double?
  let planeIsTold: Bool
  let conjugacy: Conjugacy

  /// The median peak velocity of the saccades over that of the main sequence.
  private let mainSequenceRatio: Double?
  private let spectrum: BurstSpectrum?
  /// Along which axis they go, and how closely, where that is told.
  private let axis: AxialConcentration?
  private let saccades: [Saccade]

  init(subject: Subject, bursts: [Burst], assessableSeconds: Double?, planeIsTold: Bool) {
    self.subject = subject
    self.bursts = bursts
    self.assessableSeconds = assessableSeconds
    self.planeIsTold = planeIsTold
    saccades = bursts.flatMap { subject.movements.saccades[$0.saccades] }
    conjugacy = Conjugacy(of: saccades, recorded: subject.eyes)
    let mainSequence = MainSequence(
      subject.parameters.oscillations, bandwidth: subject.movements.bandwidth)
    mainSequenceRatio = saccades.map(mainSequence.ratio).median()
    spectrum = BurstSpectrum(of: bursts, in: subject.movements)
    axis = planeIsTold ? AxialConcentration(of: saccades.map { $0.displacement }) : nil
  }

  /// Whether the movements are faster than saccades of their size, and keep to no rhythm and no plane,
  /// as noise that a filter has smoothed.
  var areLikeFilteredNoise: Bool {
    guard let mainSequenceRatio, let spectrum else { return false }
    let limits = subject.parameters.oscillations
    return mainSequenceRatio > limits.filteredNoiseMainSequenceRatio
      && spectrum.concentration < limits.filteredNoiseConcentration
      && !(axis.map { $0.concentration >= limits.planeConcentrationOne } ?? false)
  }

  func all() -> [Measure] { intervals() + shape() + timing() + spectral() }

  private func intervals() -> [Measure] {
    let gaps = bursts.flatMap { burst in
      let run = subject.movements.saccades[burst.saccades]
      return zip(run, run.dropFirst()).map { max(0, $1.onset - $0.offset) * 1000 }
    }
    return [
      Measure("gapMedianMilliseconds", gaps.median(), .milliseconds),
      Measure("gapP10Milliseconds", gaps.quantile(0.1), .milliseconds),
      Measure("gapP90Milliseconds", gaps.quantile(0.9), .milliseconds),
      Measure("backToBackShare", backToBackShare(), .share),
      Measure("frequencyMedianHertz", frequency(), .hertz),
    ]
  }

  /// The share of all gaps between the recording's saccades that are back-to-back.
  private func backToBackShare() -> Double? {
    let all = subject.movements.saccades
    guard all.count > 1 else { return nil }
    let limit = subject.parameters.oscillations.backToBackGapSeconds
    let short = zip(all, all.dropFirst()).count { $1.onset - $0.offset <= limit }
    return Double(short) / Double(all.count - 1)
  }

  private func frequency() -> Double? {
    bursts.compactMap { $0.frequency(in: subject.movements.saccades) }.median()
  }

  private func shape() -> [Measure] {
    let amplitudes = saccades.map { Double($0.amplitude) }
    let up = saccades.reduce(0) { $0 + Double($1.displacement.y.magnitude) }
    let side = saccades.reduce(0) { $0 + Double($1.displacement.x.magnitude) }
    return [
      Measure(
        "planeConcentration",
        axis.flatMap { axis in
          axis.count > 1 ? Plane.unbiased(axis.concentration, count: axis.count) : nil
        }, .share),
      Measure("planeSaccades", Double(axis?.count ?? 0), .count),
      Measure("planeAxisDegrees", axis?.axisDegrees, .degrees),
      Measure("verticalShare", planeIsTold && up + side > 0 ? up / (up + side) : nil, .share),
      Measure("mainSequenceRatio", mainSequenceRatio, .share),
      Measure("amplitudeMedianDegrees", amplitudes.median(), .degrees),
      Measure("amplitudeP90Degrees", amplitudes.quantile(0.9), .degrees),
      Measure("conjugacyCorrelation", conjugacy.correlation, .share),
      Measure("conjugacyAmplitudeRatio", conjugacy.amplitudeRatio, .share),
    ]
  }

  private func timing() -> [Measure] {
    let minutes = (assessableSeconds ?? 0) / 60
    return [
      Measure(
        "episodesPerMinute", minutes > 0 ? Double(bursts.count) / minutes : nil, .perMinute,
        interval: poissonRateInterval(events: bursts.count, exposure: minutes)),
      Measure("episodeMedianSeconds", bursts.map(\.duration).median(), .seconds),
      Measure("longestFreeSeconds", assessableSeconds.map { _ in longestFreeSeconds() }, .seconds),
      Measure("triggeredShare", triggeredShare(), .share),
    ]
  }

  /// The longest time without a burst; what was not chosen of the recording parts two of them.
  private func longestFreeSeconds() -> Double {
    var longest = 0.0
    var next = bursts[...]
    for span in subject.recording.spans {
      var end = span.lowerBound
      while let burst = next.first, burst.onset < span.upperBound {
        longest = max(longest, burst.onset - end)
        end = max(end, burst.offset)
        next.removeFirst()
      }
      longest = max(longest, span.upperBound - end)
    }
    return longest
  }

  /// The share of bursts that start soon after a gaze shift or a blink.
  private func triggeredShare() -> Double? {
    guard !bursts.isEmpty else { return nil }
    let all = subject.movements.saccades
    let within = subject.parameters.oscillations.triggerSeconds
    let blinks = subject.movements.losses.filter { $0.kind == .blink }
    var blink = 0
    var triggered = 0
    var previousEnd = 0
    for burst in bursts {
      while blink < blinks.count, blinks[blink].onset < burst.onset { blink += 1 }
      let first = burst.saccades.lowerBound
      // A gaze shift is a saccade that belongs to no burst.
      let shift =
        first > previousEnd && burst.onset - all[first - 1].offset <= within
      let lid = blink > 0 && burst.onset - blinks[blink - 1].offset <= within
      if shift || lid { triggered += 1 }
      previousEnd = burst.saccades.upperBound
    }
    return Double(triggered) / Double(bursts.count)
  }

  private func spectral() -> [Measure] {
    [
      Measure("spectralPeakHertz", spectrum?.peak, .hertz),
      Measure("spectralConcentration", spectrum?.concentration, .share),
    ]
  }
}
