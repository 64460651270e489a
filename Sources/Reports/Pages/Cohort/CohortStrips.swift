import Cohorts
import Oscillations

/// Distributions: a strip of dots for each group, each dot a way to its recording's page.
struct CohortStrips {
  let rows: [CohortRow]
  let groups: Participants?

  private static let left = 120.0
  private static let right = 684.0
  private static let lane = 30.0

  func markup() -> Markup {
    guard rows.count > 1 else { return Markup() }
    let strips = [
      strip("saccadic_oscillations_burden_percent", CohortWords.burdenStrip, .percent),
      strip("slow_phase_speed", CohortWords.slowPhaseStrip, .degreesPerSecond),
    ].compactMap(\.self)
    guard !strips.isEmpty else { return Markup() }
    return .element(
      "section", ["class": "strips"], [.element("h2", [:], .text(CohortWords.stripsTitle))] + strips
    )
  }

  private func value(_ row: CohortRow, _ column: String) -> Double? {
    guard column == "slow_phase_speed" else {
      return row["assess_saccadic"] == "none" ? nil : row.number(column)
    }
    let axes = ["horizontal", "vertical", "torsional"]
      .compactMap { row.number("slow_phase_\($0)_deg_s") }
    return axes.isEmpty ? nil : axes.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private func strip(
    _ column: String, _ title: String, _ dimension: Measure.Dimension
  ) -> Markup? {
    let shown = rows.prefix(CohortPage.mostRows)
    let values = shown.compactMap { row in value(row, column).map { (row: row, value: $0) } }
    guard let most = values.map(\.value).max() else { return nil }
    let names = groups?.names ?? []
    let lanes = names.isEmpty ? [CohortWords.all] : names + [CohortWords.noGroup]
    let x = PlotScale(0...max(most, 1) * 1.02, from: Self.left, to: Self.right)
    var dots: [Markup] = []
    var used: [Int: Int] = [:]
    for (row, value) in values {
      let group = groups.flatMap { $0.group(of: row["subject"]) }
      let lane = names.isEmpty ? 0 : group.flatMap(names.firstIndex) ?? names.count
      // Spread across the lane in a fixed order, so that equal values stay apart.
      let turn = used[lane, default: 0]
      used[lane] = turn + 1
      let y = Double(lane) * Self.lane + 8 + Double(turn * 7 % 15)
      dots.append(
        .element(
          "a", ["href": CohortPage.address(row.id)],
          .element(
            "circle",
            ["class": "stripdot", "cx": SVG.number(x(value)), "cy": SVG.number(y), "r": "3"],
            .element(
              "title", [:],
              .text("\(row.id): \(PageNumber.withUnit(value, dimension) ?? "")")))))
    }
    let height = Double(lanes.count) * Self.lane
    var frame: [Markup] = [SVG.line(Self.left, height, Self.right, height, "frame")]
    for (index, name) in lanes.enumerated() where used[index] != nil || !names.isEmpty {
      frame.append(SVG.text(2, Double(index) * Self.lane + 18, name, "axis"))
    }
    for tick in x.ticks(atMost: 8) {
      frame.append(SVG.text(x(tick), height + 11, PlotScale.label(tick), "tick", .middle))
    }
    return .element(
      "figure", [:], .element("figcaption", [:], .text(title)),
      .element(
        "div", ["class": "wide", "tabindex": "0", "role": "group", "aria-label": title],
        .element("svg", ["viewBox": "0 0 700 \(SVG.number(height + 16))"], frame + dots)))
  }
}
