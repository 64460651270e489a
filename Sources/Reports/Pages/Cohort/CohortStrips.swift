import Cohorts
import Oscillations
import Recordings
import SignalProcessing

/// Distributions: a strip of dots for each group, each dot a way to its recording's page.
struct CohortStrips {
  let rows: [CohortRow]
  let groups: Participants?

  private static let left = 120.0
  private static let right = 684.0
  private static let lane = 30.0
  /// Where dots lie beside the middle of a lane, in turn.
  private static let spread = [0.0, 5, -5, 10, -10, 2.5, -2.5, 7.5, -7.5]

  private var shown: ArraySlice<CohortRow> { rows.prefix(CohortPage.mostRows) }

  func markup() -> Markup {
    guard rows.count > 1 else { return Markup() }
    let strips = [
      strip("saccadic_oscillations_burden_percent", CohortWords.burdenStrip, .percent),
      strip("slow_phase_speed", CohortWords.slowPhaseStrip, .degreesPerSecond),
    ].compactMap(\.self)
    guard !strips.isEmpty else { return Markup() }
    return .element(
      "section", ["class": "strips"],
      [
        .element(
          "h2", [:], .text(CohortWords.stripsTitle(shown: shown.count, of: rows.count)))
      ] + strips)
  }

  private func value(_ row: CohortRow, _ column: String) -> Double? {
    guard column == "slow_phase_speed" else {
      return row["assess_saccadic"] == "none" ? nil : row.number(column)
    }
    guard row.unit == .degrees else { return nil }
    let axes = ["horizontal", "vertical", "torsional"]
      .compactMap { row.number("slow_phase_\($0)_deg_s") }
    return axes.isEmpty ? nil : axes.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private func strip(
    _ column: String, _ title: String, _ dimension: Measure.Dimension
  ) -> Markup? {
    let values = shown.compactMap { row in value(row, column).map { (row: row, value: $0) } }
    guard let most = values.map(\.value).max() else { return nil }
    let x = PlotScale(0...max(most, 1) * 1.02, from: Self.left, to: Self.right)
    let lanes = lanes(values)
    let height = Double(lanes.count) * Self.lane
    var contents = x.ticks(atMost: 8).map {
      SVG.text(x($0), height + 11, PlotScale.label($0), "tick", .middle)
    }
    for (index, lane) in lanes.enumerated() {
      let top = Double(index) * Self.lane
      contents.append(SVG.line(Self.left, top + Self.lane, Self.right, top + Self.lane, "frame"))
      contents.append(
        SVG.text(2, top + 18, CohortWords.lane(lane.name, lane.values.count), "axis"))
      contents += lane.values.enumerated().map { turn, entry in
        // Spread across the lane in a fixed order, so that equal values stay apart.
        dot(
          entry, x(entry.value), top + Self.lane / 2 + Self.spread[turn % Self.spread.count],
          dimension)
      }
      if let median = lane.values.map(\.value).median() {
        contents.append(SVG.line(x(median), top + 4, x(median), top + Self.lane - 4, "median"))
      }
    }
    return .element(
      "figure", [:], .element("figcaption", [:], .text(title)),
      .element(
        "div", ["class": "wide", "tabindex": "0", "role": "group", "aria-label": title],
        .element("svg", ["viewBox": "0 0 700 \(SVG.number(height + 16))"], contents)))
  }

  private typealias Entry = (row: CohortRow, value: Double)

  /// One a group, and one for who has none; one for all where there are no groups.
  private func lanes(_ values: [Entry]) -> [(name: String, values: [Entry])] {
    guard let groups else { return [(CohortWords.all, values)] }
    let byGroup = Dictionary(grouping: values) { groups.group(of: $0.row["subject"]) }
    return groups.names.map { ($0, byGroup[$0, default: []]) }
      + (byGroup[nil].map { [(CohortWords.noGroup, $0)] } ?? [])
  }

  private func dot(
    _ entry: Entry, _ x: Double, _ y: Double, _ dimension: Measure.Dimension
  ) -> Markup {
    .element(
      "a", ["href": CohortPage.address(entry.row.id)],
      .element(
        "circle",
        ["class": "stripdot", "cx": SVG.number(x), "cy": SVG.number(y), "r": "3"],
        .element(
          "title", [:],
          .text("\(entry.row.id): \(PageNumber.withUnit(entry.value, dimension) ?? "")"))))
  }
}
