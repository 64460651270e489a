public import Cohorts
import Oscillations
import Recordings

/// The page of courses: each measure drawn over the visits with its intervals, and the table of what
/// is drawn.
public struct CoursePage: Sendable {
  let courses: [Course]

  public init(_ courses: [Course]) { self.courses = courses }

  /// The contents of `compare.html`.
  public var text: String {
    PageShell.page(
      title: CourseWords.title, bodyClass: "course", style: PageStyle.course, script: nil,
      [
        .element(
          "main", [:],
          [
            .element(
              "header", ["class": "top"],
              .element("p", [:], .element("strong", [:], .text(Software.name))),
              .element("p", ["class": "use"], .text(PageWords.researchUse))),
            .element("h1", [:], .text(CourseWords.title)),
          ] + courses.enumerated().map { section($0.element, number: $0.offset) } + [
            .element("p", ["class": "soft method"], .text(CourseWords.method))
          ]), PageShell.notice,
      ])
  }

  private func section(_ course: Course, number: Int) -> Markup {
    let figures = course.measures.enumerated().compactMap { index, series in
      CourseFigure(course: course, series: series, id: "course\(number)-\(index)").markup()
    }
    let doubts = course.doubts.map(CourseWords.doubt)
    return .element(
      "section", [:],
      course.subject.map {
        .element("h2", ["class": "subject"], .text(CourseWords.subject($0)))
      } ?? Markup(),
      .element("p", ["class": "answer"], .text(CourseWords.sentence(course))),
      .element("h2", [:], .text(CourseWords.comparable)),
      .element(
        "ul", ["class": "plain"],
        (doubts.isEmpty ? [CourseWords.yes] : doubts).map { .element("li", [:], .text($0)) }),
      .element("h2", [:], .text(CourseWords.visits)), visits(course),
      .element("h2", [:], .text(CourseWords.measures)),
      .element("div", ["class": "grid"], figures), measures(course))
  }

  private static func name(_ visit: Visit) -> String {
    visit.session.map(CourseWords.session) ?? visit.id
  }

  /// What each visit rests on: that by which they can be compared or not.
  private func visits(_ course: Course) -> Markup {
    let rows = course.visits.map { visit in
      let signal = visit.analysis.signal
      let family = visit.analysis.assessability.saccadicOscillations
      let cells: [String] = [
        visit.id, PageWords.summary(visit.analysis.summary),
        PageNumber.withUnit(family.assessableSeconds, .seconds) ?? PageWords.absent,
        PageNumber.withUnit(signal.effectiveRate, .hertz, decimals: 0) ?? PageWords.absent,
        PageNumber.withUnit(
          signal.noiseStandardDeviation, .degrees,
          decimals: signal.unit == .degrees ? 3 : nil, in: signal.unit) ?? PageWords.absent,
        PageWords.eyes(signal.eyes), PageWords.list(signal.axes), visit.task ?? PageWords.absent,
      ]
      return Markup.element(
        "tr", [:],
        [.element("th", ["scope": "row"], .text(Self.name(visit)))]
          + cells.map { .element("td", [:], .text($0)) })
    }
    return table("visits", CourseWords.visits, CourseWords.visitColumns, rows)
  }

  private func measures(_ course: Course) -> Markup {
    let heads = [CourseWords.measure] + course.visits.map(Self.name)
    let rows = course.measures.map { series in
      Markup.element(
        "tr", [:],
        [.element("th", ["scope": "row"], .text(CourseWords.name(series.quantity)))]
          + series.values.indices.map { index in
            Markup.element(
              "td", [:], .text(series.text(at: index, of: course)),
              series.changes[index].map {
                Markup.element(
                  "div", ["class": "soft"], .text(CourseWords.change($0, series.quantity)))
              } ?? Markup())
          })
    }
    return table("measures", CourseWords.measures, heads, rows)
  }

  private func table(
    _ className: String, _ title: String, _ heads: [String], _ rows: [Markup]
  ) -> Markup {
    .element(
      "div", ["class": "wide", "tabindex": "0", "role": "group", "aria-label": title],
      .element(
        "table", ["class": className],
        .element(
          "thead", [:],
          .element("tr", [:], heads.map { .element("th", ["scope": "col"], .text($0)) })),
        .element("tbody", [:], rows)))
  }
}

/// One measure over the visits.
struct CourseFigure {
  let course: Course
  let series: Course.Series
  let id: String

  func markup() -> Markup? {
    let known = series.values.compactMap(\.self)
    let bounds = known.flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound] }
      .compactMap(\.self)
    guard let least = bounds.min(), let most = bounds.max() else { return nil }
    let y = PlotScale(min(0, least)...max(0, most, least + 0.1) * 1.05, from: 118, to: 10)
    let count = series.values.count
    func x(_ index: Int) -> Double { 48 + (Double(index) + 0.5) * 230 / Double(count) }
    var contents = y.ticks(atMost: 4).flatMap { tick in
      [
        SVG.line(40, y(tick), 284, y(tick), "grid"),
        SVG.text(36, y(tick) + 3, PlotScale.label(tick), "tick", .end),
      ]
    }
    var line = SVGPath()
    for (index, value) in series.values.enumerated() {
      if count <= 12 {
        let name = course.visits[index].session ?? String(index + 1)
        contents.append(
          SVG.text(x(index), 134, name.count > 12 ? String(index + 1) : name, "tick", .middle))
      }
      guard let value else { continue }
      if line.isEmpty {
        line.move(x(index), y(value.value))
      } else {
        line.line(x(index), y(value.value))
      }
      if let interval = value.interval {
        contents.append(
          SVG.line(x(index), y(interval.lowerBound), x(index), y(interval.upperBound), "whisker"))
      }
      contents.append(SVG.circle(x(index), y(value.value), 3.5, "start"))
    }
    let name = CourseWords.name(series.quantity)
    let values = series.values.indices.map { series.text(at: $0, of: course) }
    return .element(
      "figure", [:], .element("h2", [:], .text("\(name) (\(series.quantity.pageUnit))")),
      SVG.image(
        id: id, width: 290, height: 139, title: name,
        description: values.joined(separator: "; "), [SVG.path(line, "expected")] + contents))
  }
}

extension Course.Series {
  /// A value for people.
  func text(at visit: Int, of course: Course) -> String {
    let text = CourseWords.value(values[visit], quantity)
    let isBound = values[visit] != nil && course.visits[visit].burdenIsLowerBound
    return isBound && quantity.isOfBursts ? PageWords.atLeast + text : text
  }
}

extension Course.Quantity {
  /// Whether it grows with the bursts that are found.
  fileprivate var isOfBursts: Bool {
    switch self {
    case .burden, .rate: true
    default: false
    }
  }

  fileprivate var pageUnit: String {
    String(dimension.pageUnit.drop { $0 == "\u{202f}" })
  }
}
