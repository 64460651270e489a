#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Where the power of a signal ends, if it ends before half its sampling rate.
struct NoiseRollOff {
  /// A limit that was found.
  struct Limit {
    /// −3 dB, in Hz.
    var halfPowerFrequency: Double
    /// −6 dB, in Hz.
    var quarterPowerFrequency: Double
    /// Whether the power comes back behind the fall, as images that interpolation makes, or falls
    /// like a wall.
    var hasImages: Bool
  }

  /// `nil` where nothing speaks for a limit below 80 Hz.
  let limit: Limit?

  init(channels: [[Float]], windows: ActivityWindows, quanta: [Double], samplingRate: Double) {
    let transform = WindowTransform(length: windows.length, samplingRate: samplingRate)
    let rounding = quanta.filter(\.isFinite).reduce(0) { $0 + $1 * $1 / 12 }
    let quiet = BandLevels(channels: channels, starts: windows.quiet, transform: transform)
    let search = Search(
      channels: channels, windows: windows, samplingRate: samplingRate,
      floor: max(BandLevels.leastDensity, rounding * 2 / samplingRate), quiet: quiet)
    guard quiet.frequencies.count >= 6, !search.hasWhiteNoise else {
      limit = nil
      return
    }
    limit = search.limit(
      moving: BandLevels(channels: channels, starts: windows.moving, transform: transform),
      smear: 0.4 * transform.binWidth)
  }
}

private struct Search {
  let channels: [[Float]]
  let windows: ActivityWindows
  let samplingRate: Double
  /// The density that rounding makes.
  let floor: Double
  let quiet: BandLevels

  /// The same in decibels.
  private var floorLevel: Double { 10 * log10(floor) }
  /// The level from which on a signal is clear of it.
  private var clearLevel: Double { floorLevel + 10 }

  /// - Parameter smear: by how much the window widens a fall.
  func limit(moving: BandLevels, smear: Double) -> NoiseRollOff.Limit? {
    guard let fit = evidence(moving), cutoff(fit) < min(80, 0.4 * samplingRate) else { return nil }
    let half = cutoff(fit)
    return NoiseRollOff.Limit(
      halfPowerFrequency: half - smear,
      quarterPowerFrequency: fit.frequency(passing: 0.25, samplingRate: samplingRate) - smear,
      hasImages: fit.filter.order >= 12 || hasImages(quiet, behind: half)
        || hasImages(moving, behind: half))
  }

  private func cutoff(_ fit: RollOffFit) -> Double {
    fit.frequency(passing: 0.5, samplingRate: samplingRate)
  }

  /// Whether noise goes on to the highest frequencies of the quiet stretches. That of the quietest
  /// trackers is far above −80 dB re 1 deg²/Hz (.001 degrees at 500 Hz), and above what rounding
  /// makes. A steep fall below them is no noise's own; what follows it are images.
  var hasWhiteNoise: Bool {
    let top = (0.28 * samplingRate)...samplingRate
    guard let slope = quiet.slope(in: top), let level = quiet.meanLevel(in: top) else {
      return true
    }
    return slope > -6 && level > max(-80, floorLevel + 5) && !isTooSteep(quiet)
      && !(quiet.falls(by: 20, within: 2.05, upTo: 48) && isNoise(quiet))
  }

  /// The fall that is no eye's own: that of the noise where the eye is quiet, or one that is too
  /// steep, or saccades too slow, for a movement that nothing filtered.
  private func evidence(_ moving: BandLevels) -> RollOffFit? {
    let band = 7.0...20
    guard let still = quiet.meanLevel(in: band), let busy = moving.meanLevel(in: band) else {
      return nil
    }
    if still > clearLevel, busy - still > 8 || isNoise(quiet) {
      guard let fall = fall(of: quiet) else { return nil }
      // A plateau up to the fall; a movement without rest has none.
      guard busy - still > 8 || cutoff(fall) < 24 || isFlat(quiet, upTo: 0.75 * cutoff(fall)) else {
        return nil
      }
      guard let ofMovement = self.fall(of: moving), ofMovement.residual < 3.5 else { return fall }
      return cutoff(fall) >= cutoff(ofMovement) ? fall : ofMovement
    }
    // A sinusoid alone falls steeply as well; steps, as saccades make, have power at 7 and 10 Hz.
    guard let low = moving.levels.first, let next = moving.meanLevel(in: 9...12), low - next < 10,
      isTooSteep(moving) || saccadesAreTooSlow
    else { return nil }
    return fall(of: moving)
  }

  private func fall(of spectrum: BandLevels) -> RollOffFit? {
    let unlimited = RollOffFit.unlimitedResidual(of: spectrum, floor: floor)
    guard unlimited >= 6.5 else { return nil }
    let fit = RollOffFit(of: spectrum, floor: floor, samplingRate: samplingRate)
    return fit.residual < 0.75 * unlimited ? fit : nil
  }

  /// Whether low frequencies hold noise rather than movement, which is stronger than any noise (−15
  /// dB are .4 degrees at 12 Hz) and falls with the second power of the frequency or faster.
  private func isNoise(_ spectrum: BandLevels) -> Bool {
    isFlat(spectrum, upTo: 13) && spectrum.meanLevel(in: 7...13).map { $0 < -15 } ?? false
  }

  private func isFlat(_ spectrum: BandLevels, upTo highest: Double) -> Bool {
    spectrum.slope(in: 7...max(13, highest)).map { $0 > -5 } ?? false
  }

  /// Whether a spectrum falls as no saccade's does, whose velocity changes smoothly.
  private func isTooSteep(_ spectrum: BandLevels) -> Bool {
    spectrum.falls(by: 24, within: 1.45, upTo: 48) || spectrum.falls(by: 34, within: 2.05, upTo: 30)
  }

  /// Whether the power rises again by 4 dB behind a fall.
  private func hasImages(_ spectrum: BandLevels, behind cutoff: Double) -> Bool {
    var lowest = Double.infinity
    for (frequency, level) in zip(spectrum.frequencies, spectrum.levels)
    where frequency > cutoff && frequency < 8 * cutoff {
      guard level > clearLevel else { continue }
      if level > lowest + 4 { return true }
      lowest = min(lowest, level)
    }
    return false
  }

  /// Whether the fastest movements reach a typical .58 of the peak velocity that their size
  /// should have, 550 (1 − e^(−A/6)) degrees a second, or less.
  private var saccadesAreTooSlow: Bool {
    let ratios = windows.moving.compactMap { peakVelocityRatio(from: $0) }
    return ratios.median().map { $0 < 0.58 } ?? false
  }

  /// The peak speed of the fastest movement of a window over what its size should have.
  private func peakVelocityRatio(from start: Int) -> Double? {
    let half = max(1, Int((0.006 * samplingRate).rounded()))
    let count = windows.length - 2 * half
    guard count > 2 else { return nil }
    let speeds = (0..<count).map { index in
      channels.reduce(0.0) { sum, channel in
        let step = Double(channel[start + index + 2 * half]) - Double(channel[start + index])
        return sum + step * step
      }.squareRoot() * samplingRate / Double(2 * half)
    }
    guard let peak = speeds.indices.max(by: { speeds[$0] < speeds[$1] }) else { return nil }
    var onset = peak
    while onset > 0, speeds[onset - 1] > 0.1 * speeds[peak] { onset -= 1 }
    var offset = peak
    while offset < count - 1, speeds[offset + 1] > 0.1 * speeds[peak] { offset += 1 }
    let amplitude = channels.reduce(0.0) { sum, channel in
      let step =
        Double(channel[start + offset + half]) - Double(channel[start + onset + half])
      return sum + step * step
    }.squareRoot()
    guard amplitude > 0.5 else { return nil }
    return speeds[peak] / (550 * (1 - exp(-amplitude / 6)))
  }
}
