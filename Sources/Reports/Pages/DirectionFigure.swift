import EyeMovements
import Oscillations

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where saccades went, as a rose of sectors whose areas are their numbers.
struct DirectionFigure {
  let subject: PageSubject

  private static let side = 140.0
  private static let center = 72.0
  private static let middle = 82.0
  private static let radius = 46.0
  private static let sectors = 24

  func markup() -> Markup {
    let saccades = Self.chosen(subject).saccades
    var counts = [Int](repeating: 0, count: Self.sectors)
    for saccade in saccades where saccade.displacement != .zero {
      let turn = atan2(Double(saccade.displacement.y), Double(saccade.displacement.x)) / (2 * .pi)
      let sector = Int(((turn + 1) * Double(Self.sectors)).rounded()) % Self.sectors
      counts[sector] += 1
    }
    let most = counts.max() ?? 0
    var path = SVGPath()
    for (sector, count) in counts.enumerated() where count > 0 {
      let length = Self.radius * (Double(count) / Double(most)).squareRoot()
      let from = place(Double(sector) - 0.44, length)
      let to = place(Double(sector) + 0.44, length)
      path.move(Self.middle, Self.center)
      path.line(from.0, from.1)
      path.arc(radius: length, to: to.0, to.1)
      path.close()
    }
    return SVG.image(
      id: "rose", width: 170, height: Self.side, title: PageWords.roseTitle,
      description: PageWords.roseDescription(subject, count: saccades.count),
      compass() + [
        SVG.path(path, subject.saccadesInEpisodes.isEmpty ? "sector" : "sector episode")
      ])
  }

  /// The saccades of episodes, else quick phases, else all.
  static func chosen(_ subject: PageSubject) -> (saccades: [Saccade], words: String) {
    let saccades = subject.analysis.movements.saccades
    let members = subject.saccadesInEpisodes
    if !members.isEmpty, subject.lead?.pattern.isBackToBack != false {
      return (members.sorted().map { saccades[$0] }, PageWords.roseOfEpisodes(members.count))
    }
    let quick = saccades.filter(\.isQuickPhase)
    if subject.isConsistent(.jerkNystagmus), !quick.isEmpty {
      return (quick, PageWords.roseOfQuickPhases(quick.count))
    }
    return (saccades, PageWords.roseOfAll(saccades.count))
  }

  private func place(_ sector: Double, _ length: Double) -> (Double, Double) {
    let angle = sector * 2 * .pi / Double(Self.sectors)
    return (Self.middle + length * cos(angle), Self.center - length * sin(angle))
  }

  private func compass() -> [Markup] {
    let horizontal = PageWords.directions(.horizontal)
    let vertical = PageWords.directions(.vertical)
    let (middle, center, radius) = (Self.middle, Self.center, Self.radius)
    return [
      SVG.circle(middle, center, radius, "ring"),
      SVG.line(middle - radius, center, middle + radius, center, "grid"),
      SVG.line(middle, center - radius, middle, center + radius, "grid"),
      SVG.text(middle, center - radius - 5, vertical.positive, "axis", .middle),
      SVG.text(middle, center + radius + 11, vertical.negative, "axis", .middle),
      SVG.text(middle + radius + 3, center + 3, horizontal.positive, "axis"),
      SVG.text(middle - radius - 3, center + 3, horizontal.negative, "axis", .end),
    ]
  }
}
