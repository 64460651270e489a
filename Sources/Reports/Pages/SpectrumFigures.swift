import EyeMovements
import Oscillations
import Recordings
import SignalProcessing

/// How velocity spreads over frequencies: in all of the recording's pieces together, and from piece
/// to piece.
///
/// A piece is at most two seconds of every stretch of the trace, which bounds the work.
struct SpectrumFigures {
  let subject: PageSubject
  private let columns: [PowerSpectrum?]
  private let whole: PowerSpectrum?

  private static let width = 170.0
  private static let height = 140.0
  private static let columnCount = 56
  private static let rowCount = 20
  private static let highest = 40.0
  private static let pieceSeconds = 1.0

  init(_ subject: PageSubject) {
    self.subject = subject
    let recording = subject.recording
    let step = recording.duration / Double(Self.columnCount)
    columns = (0..<Self.columnCount).map { column in
      let middle = (Double(column) + 0.5) * step
      let half = min(1, max(step / 2, Self.pieceSeconds * 1.2 / 2 + 0.01))
      return Self.spectrum(subject, (middle - half)...(middle + half))
    }
    let episodes = subject.analysis.episodes
    let inEpisodes = episodes.prefix(60).compactMap { episode -> PowerSpectrum? in
      let times = subject.times(of: episode)
      let middle = (times.lowerBound + times.upperBound) / 2
      let half = max((times.upperBound - times.lowerBound) / 2, Self.pieceSeconds * 1.2 / 2 + 0.01)
      return Self.spectrum(subject, (middle - half)...(middle + half))
    }
    whole = Self.sum(inEpisodes.isEmpty ? columns.compactMap(\.self) : inEpisodes)
  }

  private static func spectrum(
    _ subject: PageSubject, _ times: ClosedRange<Double>
  ) -> PowerSpectrum? {
    let rate = subject.recording.samplingRate
    let ranges = subject.recording.runs.compactMap { run -> Range<Int>? in
      let from = max(0, Int((times.lowerBound - run.onset) * rate))
      let to = min(run.samples.count, Int((times.upperBound - run.onset) * rate))
      return from < to ? run.samples.lowerBound + from..<run.samples.lowerBound + to : nil
    }
    guard !ranges.isEmpty else { return nil }
    let spectra = [subject.velocity.horizontalVelocity, subject.velocity.verticalVelocity]
      .filter { !$0.isEmpty }
      .compactMap {
        PowerSpectrum(
          of: $0, ranges: ranges, samplingRate: rate, segmentDuration: Self.pieceSeconds)
      }
    return sum(spectra)
  }

  private static func sum(_ spectra: [PowerSpectrum]) -> PowerSpectrum? {
    guard let first = spectra.first else { return nil }
    return spectra.dropFirst().filter { $0.density.count == first.density.count }
      .reduce(first, +)
  }

  func spectrum() -> Markup {
    let x = PlotScale(0...Self.highest, from: 12, to: 160)
    var contents = bands(along: x)
    contents.append(SVG.line(x.from, 118, x.to, 118, "frame"))
    for tick in [0, 10, 20, 30, 40] {
      contents.append(SVG.text(x(Double(tick)), 127, "\(tick)", "tick", .middle))
    }
    contents.append(SVG.text(x.to, Self.height - 3, PageWords.frequencyAxis, "axis", .end))
    contents.append(SVG.uprightText(7, 74, PageWords.powerAxis, "axis"))
    if let whole {
      let bins = whole.density.indices.filter {
        let frequency = Double($0) * whole.binWidth
        return frequency >= 0.5 && frequency <= Self.highest && whole.density[$0].isFinite
      }
      let most = bins.map { whole.density[$0] }.max() ?? 0
      if most > 0 {
        let y = PlotScale(0...1, from: 118, to: 44)
        var path = SVGPath()
        for bin in bins {
          let place = (x(Double(bin) * whole.binWidth), y((whole.density[bin] / most).squareRoot()))
          if path.isEmpty { path.move(place.0, place.1) } else { path.line(place.0, place.1) }
        }
        contents.append(SVG.path(path, "power"))
      }
    } else {
      contents.append(SVG.text(89, 84, PageWords.noSpectrum, "axis", .middle))
    }
    return SVG.image(
      id: "spectrum", width: Self.width, height: Self.height, title: PageWords.spectrumTitle,
      description: PageWords.spectrumDescription(subject, band), contents)
  }

  /// Where back-to-back saccades of the recording's size repeat; a fixed band would miss large ones.
  private var band: ExpectedSaccades.Band { ExpectedSaccades.band(of: subject) }

  private func bands(along x: PlotScale) -> [Markup] {
    let middle = (x(band.hertz.lowerBound) + x(min(Self.highest, band.hertz.upperBound))) / 2
    let pendular = subject.analysis.parameters.pendular
    let (slow, fast) = (x(pendular.minimumFrequencyHz), x(pendular.maximumFrequencyHz))
    return [
      SVG.rectangle(
        x(band.hertz.lowerBound), 24, x.clamped(band.hertz.upperBound) - x(band.hertz.lowerBound),
        94, "band"),
      SVG.text(max(middle, 58), 9, PageWords.bandTitle, "axis", .middle),
      SVG.text(max(middle, 58), 19, PageWords.band(band), "axis", .middle),
      SVG.line(slow, 35, fast, 35, "edge"),
      SVG.text(fast + 4, 38, PageWords.pendularBand(subject), "axis"),
    ]
  }

  func spectrogram() -> Markup {
    let left = 28.0
    let cell = (160 - left) / Double(Self.columnCount)
    let y = PlotScale(0...Self.highest, from: 118, to: 6)
    let row = (118.0 - 6) / Double(Self.rowCount)
    var levels = [SVGPath](repeating: SVGPath(), count: 6)
    let powers = columns.map { $0.map(Self.rows) }
    let most = powers.compactMap { $0?.max() }.max() ?? 0
    for (column, rows) in powers.enumerated() where most > 0 {
      for (index, power) in (rows ?? []).enumerated() {
        // Amplitude rather than power, so that weak oscillations are not lost beside strong ones.
        let level = Int((power / most).squareRoot() * 6.999) - 1
        guard level >= 0 else { continue }
        levels[level].rectangle(
          left + Double(column) * cell, 118 - Double(index + 1) * row, cell + 0.2, row + 0.2)
      }
    }
    var contents = levels.enumerated().map { SVG.path($0.element, "level\($0.offset + 1)") }
    contents.append(SVG.line(left, 118, 160, 118, "frame"))
    contents.append(SVG.line(left, 118, left, 6, "frame"))
    for tick in [0.0, 10, 20, 30, 40] {
      contents.append(SVG.text(left - 3, y(tick) + 3, PlotScale.label(tick), "tick", .end))
    }
    for edge in [band.hertz.lowerBound, band.hertz.upperBound] where edge < Self.highest {
      contents.append(SVG.line(left, y(edge), 160, y(edge), "edge"))
    }
    contents.append(
      SVG.text(
        158, y.clamped(min(band.hertz.upperBound, Self.highest - 4)) - 3,
        PageWords.spectrogramBand(band), "axis halo", .end))
    if most == 0 { contents.append(SVG.text(94, 80, PageWords.noSpectrum, "axis", .middle)) }
    let time = PlotScale(0...max(subject.recording.duration, 1e-3), from: left, to: 160)
    for tick in time.ticks(atMost: 4) {
      contents.append(SVG.text(time(tick), 127, PlotScale.label(tick), "tick", .middle))
    }
    contents.append(SVG.text(160, Self.height - 3, PageWords.timeAxis, "axis", .end))
    contents.append(SVG.uprightText(7, 67, PageWords.frequencyAxis, "axis"))
    return SVG.image(
      id: "spectrogram", width: Self.width, height: Self.height, title: PageWords.spectrogramTitle,
      description: PageWords.spectrogramDescription(band), contents)
  }

  /// The mean density in each row of the spectrogram; none where it is beyond all numbers.
  private static func rows(_ spectrum: PowerSpectrum) -> [Double] {
    let width = highest / Double(rowCount)
    return (0..<rowCount).map { row in
      let from = max(0.5, Double(row) * width)
      let power = spectrum.power(in: from...(Double(row + 1) * width))
      return power.isFinite ? power : 0
    }
  }
}
