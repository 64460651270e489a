import EyeMovements
import Oscillations

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Peak velocity against amplitude, both logarithmic, with the expected curve and the zones that
/// no saccades fall in.
struct MainSequenceFigure {
  let subject: PageSubject

  private static let width = 170.0
  private static let height = 140.0
  private static let mostDots = 700
  private let x = PlotScale(0.1...100, from: 32, to: 160, isLogarithmic: true)
  private let y = PlotScale(3...1500, from: 118, to: 6, isLogarithmic: true)

  func markup() -> Markup {
    SVG.image(
      id: "sequence", width: Self.width, height: Self.height, title: PageWords.sequenceTitle,
      description: PageWords.sequenceDescription(subject),
      subject.isInDegrees
        ? contents()
        : [SVG.text(Self.width / 2, 62, PageWords.notInDegrees, "axis", .middle)])
  }

  private func contents() -> [Markup] {
    let parameters = subject.analysis.parameters.oscillations
    let curve = ExpectedSaccades(parameters, cutoff: subject.analysis.signal.bandwidth)
    return [
      zone(curve, above: parameters.maximumMainSequenceRatio),
      zone(curve, below: parameters.minimumMainSequenceRatio),
    ] + axes() + [SVG.path(line(curve, 1), "expected")] + dots()
  }

  private func line(_ curve: ExpectedSaccades, _ ratio: Double) -> SVGPath {
    var path = SVGPath()
    for (index, amplitude) in Self.amplitudes.enumerated() {
      let place = (x(amplitude), y.clamped(ratio * curve.peakVelocity(ofAmplitude: amplitude)))
      if index == 0 { path.move(place.0, place.1) } else { path.line(place.0, place.1) }
    }
    return path
  }

  private func zone(_ curve: ExpectedSaccades, above ratio: Double) -> Markup {
    var path = line(curve, ratio)
    path.vertical(y.to)
    path.horizontal(x.from)
    path.close()
    return SVG.path(path, "zone")
  }

  private func zone(_ curve: ExpectedSaccades, below ratio: Double) -> Markup {
    var path = line(curve, ratio)
    path.vertical(y.from)
    path.horizontal(x.from)
    path.close()
    return SVG.path(path, "zone")
  }

  private static let amplitudes: [Double] = (0...24).map { step in
    // 0.1 to 100 in 24 equal ratios.
    var value = 0.1
    for _ in 0..<step { value *= 1.333_521_432_163_324 }
    return value
  }

  private func axes() -> [Markup] {
    var contents = [
      SVG.line(x.from, y.from, x.to, y.from, "frame"),
      SVG.line(x.from, y.from, x.from, y.to, "frame"),
    ]
    for tick in x.ticks(atMost: 4) {
      contents.append(
        SVG.text(x(tick), y.from + 9, PlotScale.label(tick) + "°", "tick", .middle))
    }
    for tick in y.ticks(atMost: 4) {
      contents.append(SVG.text(x.from - 3, y(tick) + 3, PlotScale.label(tick), "tick", .end))
    }
    contents.append(SVG.text(x.to, Self.height - 3, PageWords.amplitudeAxis, "axis", .end))
    contents.append(SVG.uprightText(6, 60, PageWords.peakVelocityAxis, "axis"))
    return contents
  }

  /// Saccades in episodes stand out; those within three times the noise are hollow.
  private func dots() -> [Markup] {
    let saccades = subject.analysis.movements.saccades
    let members = subject.saccadesInEpisodes
    let noise = Float(3 * subject.analysis.signal.noiseStandardDeviation)
    let step = max(1, saccades.count / Self.mostDots)
    var others = SVGPath()
    var episodes = SVGPath()
    var hollow = SVGPath()
    for index in stride(from: 0, to: saccades.count, by: step) {
      let saccade = saccades[index]
      // The peak velocity is that about all axes.
      let torsion = saccade.torsionalDisplacement
      let amplitude = hypot(saccade.amplitude, torsion.isFinite ? torsion : 0)
      guard amplitude > 0, saccade.peakVelocity > 0 else { continue }
      let place = (x.clamped(Double(amplitude)), y.clamped(Double(saccade.peakVelocity)))
      if amplitude < noise {
        hollow.rectangle(place.0 - 1, place.1 - 1, 2, 2)
      } else if members.contains(index) {
        episodes.dot(place.0, place.1)
      } else {
        others.dot(place.0, place.1)
      }
    }
    return [
      SVG.path(hollow, "hollow"), SVG.path(others, "dot"), SVG.path(episodes, "dot episode"),
    ]
  }
}
