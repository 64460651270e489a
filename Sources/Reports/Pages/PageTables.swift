import Oscillations

/// The two tables of a recording's page.
struct PageTables {
  let subject: PageSubject

  init(_ subject: PageSubject) { self.subject = subject }

  func measures() -> Markup {
    let rows = MeasureRow.rows(subject).map { row in
      Markup.element(
        "tr", [:],
        .element("th", ["scope": "row"], .text(row.name)),
        .element("td", ["class": "n"], .text(row.value ?? PageWords.notMeasured)),
        .element("td", ["class": "soft interval"], .text(row.interval ?? "")),
        .element(
          "td", ["class": "soft wideword"], .text(row.reference),
          row.isFlagged
            ? .text(" ") + .element("strong", ["class": "flag"], .text(MeasureWords.flag))
            : Markup()))
    }
    return .element(
      "section", [:], .element("h2", [:], .text(PageWords.measuresTitle)),
      table("measures", PageWords.measureColumns, rows))
  }

  func alternatives() -> Markup {
    let rows = Alternative.nearest(subject).map { alternative in
      Markup.element(
        "tr", [:], .element("th", ["scope": "row"], .text(alternative.name)),
        .element("td", ["class": "soft"], .text(alternative.wouldShow)),
        .element("td", [:], .text(alternative.here ?? AlternativeWords.notMeasured)))
    }
    return .element(
      "section", [:], .element("h2", [:], .text(PageWords.alternativesTitle)),
      table("alternatives", PageWords.alternativeColumns, rows))
  }

  private func table(_ className: String, _ columns: [String], _ rows: [Markup]) -> Markup {
    .element(
      "table", ["class": className],
      .element(
        "thead", [:],
        .element("tr", [:], columns.map { .element("th", ["scope": "col"], .text($0)) })),
      .element("tbody", [:], rows))
  }
}
