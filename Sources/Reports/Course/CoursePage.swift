public import Cohorts
import Oscillations

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
      course.subject.map { .element("h2", ["class": "subject"], .text($0)) } ?? Markup(),
      .element("div", ["class": "grid"], figures), table(course),
      .element("h2", [:], .text(CourseWords.comparable)),
      .element(
        "ul", ["class": "plain"],
        (doubts.isEmpty ? [CourseWords.yes] : doubts).map { .element("li", [:], .text($0)) }))
  }

  private func table(_ course: Course) -> Markup {
    let heads = [CourseWords.measure] + course.visits.map { $0.session ?? $0.id }
    let rows = course.measures.map { series in
      Markup.element(
        "tr", [:],
        [.element("th", ["scope": "row"], .text(CourseWords.name(series.quantity)))]
          + series.values.indices.map { index in
            Markup.element(
              "td", [:], .text(CourseWords.value(series.values[index], series.quantity)),
              series.changes[index].map {
                Markup.element(
                  "div", ["class": "soft"], .text(CourseWords.change($0, series.quantity)))
              } ?? Markup())
          })
    }
    return .element(
      "div",
      ["class": "wide", "tabindex": "0", "role": "group", "aria-label": CourseWords.title],
      .element(
        "table", [:],
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
          SVG.text(x(index), 131, name.count > 12 ? String(index + 1) : name, "tick", .middle))
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
    let values = series.values.map { CourseWords.value($0, series.quantity) }
    return .element(
      "figure", [:], .element("h2", [:], .text("\(name) (\(series.quantity.pageUnit))")),
      SVG.image(
        id: id, width: 290, height: 136, title: name,
        description: values.joined(separator: "; "), [SVG.path(line, "expected")] + contents))
  }
}

extension Course.Quantity {
  fileprivate var pageUnit: String {
    String(dimension.pageUnit.drop { $0 == "\u{202f}" })
  }
}
