import Cohorts
import Oscillations

/// The page of a whole run: what was found, a table that can be sorted and filtered, distributions,
/// what failed and why, and a paragraph of methods.
struct CohortPage {
  let rows: [CohortRow]
  let entries: [ManifestEntry]
  let groups: Participants?
  /// The path of a recording's tiny trace.
  let trace: (String) -> String?

  /// Rows beyond these stand in `scores.tsv` alone, so that the page opens fast.
  static let mostRows = 1000

  init(
    rows: [ScoreRow], entries: [ManifestEntry], groups: Participants?,
    trace: @escaping (String) -> String?
  ) {
    self.rows = rows.sorted { $0.id.precedesBytewise($1.id) }.map(CohortRow.init)
    self.entries = entries.sorted(by: ManifestEntry.precedes)
    self.groups = groups
    self.trace = trace
  }

  var text: String {
    PageShell.page(
      title: CohortWords.title, bodyClass: "cohort", style: PageStyle.cohort,
      script: PageScript.table,
      [
        .element(
          "main", [:],
          [
            header(), counts(), CohortStrips(rows: rows, groups: groups).markup(), table(),
            problems(), methods(),
          ]), PageShell.notice,
      ])
  }

  private func header() -> Markup {
    .element(
      "header", [:],
      .element(
        "div", ["class": "top"],
        .element("p", [:], .element("strong", [:], .text(Software.name))),
        .element("p", ["class": "use"], .text(PageWords.researchUse))),
      .element("h1", [:], .text(CohortWords.summary(rows: rows, entries: entries))))
  }

  private func counts() -> Markup {
    let patterns = Summary.words.map { word in
      (
        name: PageWords.summary(word.name),
        count: rows.count { $0.pattern == word.name }
      )
    }
    let levels = Assessability.Level.all.map { level in
      (
        name: CohortWords.level(level),
        count: rows.count { $0["assess_saccadic"] == level.rawValue }
      )
    }
    return .element(
      "div", ["class": "counts"],
      countTable(CohortWords.patternsTitle, patterns.filter { $0.count > 0 }),
      countTable(CohortWords.levelsTitle, levels))
  }

  private func countTable(_ title: String, _ counts: [(name: String, count: Int)]) -> Markup {
    let most = counts.map(\.count).max() ?? 1
    let body = counts.map { name, count in
      Markup.element(
        "tr", [:], .element("th", ["scope": "row"], .text(name)),
        .element("td", ["class": "n"], .text(String(count))),
        .element(
          "td", ["class": "share"],
          .element(
            "svg",
            [
              "viewBox": "0 0 100 8", "preserveAspectRatio": "none", "aria-hidden": "true",
              "focusable": "false",
            ],
            SVG.rectangle(0, 1, 100 * Double(count) / Double(max(most, 1)), 6, "count"))))
    }
    return .element(
      "section", [:], .element("h2", [:], .text(title)), .element("table", [:], body))
  }

  private func table() -> Markup {
    let shown = rows.prefix(Self.mostRows)
    let note =
      rows.count > shown.count
      ? Markup.element(
        "p", ["class": "soft"], .text(CohortWords.cut(shown: shown.count, of: rows.count)),
        .element("a", ["href": "scores.tsv"], .text("scores.tsv"))) : Markup()
    let head = CohortWords.columns.map { column in
      Markup.element(
        "th", ["scope": "col", "class": column.isNumber ? "n" : nil], .text(column.title))
    }
    return .element(
      "section", [:], .element("h2", [:], .text(CohortWords.tableTitle)), note,
      .element(
        "div",
        [
          "class": "wide", "tabindex": "0", "role": "group", "aria-label": CohortWords.tableTitle,
        ],
        .element(
          "table",
          ["class": "recordings", "data-filter": CohortWords.filter, "data-all": CohortWords.all],
          .element("thead", [:], .element("tr", [:], head)),
          .element("tbody", [:], shown.map(row)))),
      .element("p", ["class": "soft note"], .text(CohortWords.tableNote)))
  }

  private func row(_ row: CohortRow) -> Markup {
    func cell(
      _ column: String, _ dimension: Measure.Dimension, decimals: Int? = nil,
      needsScore: Bool = false, prefix: String = ""
    ) -> Markup {
      let value = needsScore && row[row.lead + "_score"] == nil ? nil : row.number(column)
      return .element(
        "td", ["class": "n", "data-value": value.map { "\($0)" } ?? "-1"],
        .text(
          PageNumber.withUnit(value, dimension, decimals: decimals).map { prefix + $0 }
            ?? PageWords.absent))
    }
    let score = row.number(row.lead + "_score")
    let amplitude = row.number("amplitude_median_deg")
    let words = PageWords.summary(row.pattern)
    return .element(
      "tr", ["data-pattern": words],
      .element(
        "th", ["scope": "row"],
        .element("a", ["href": Self.address(row.id)], .text(row.id))),
      .element(
        "td", ["class": "tinycell"], trace(row.id).map(TinyTrace.markup(path:)) ?? Markup()),
      .element("td", [:], .text(words)),
      .element(
        "td", ["class": "n", "data-value": score.map { "\($0)" } ?? "-1"],
        .text(PageNumber.score(score) ?? PageWords.absent)),
      cell(
        row.lead + "_burden_percent", .percent, needsScore: true,
        prefix: row.burdenIsLowerBound ? PageWords.atLeast : ""),
      cell("episodes_per_min", .perMinute, needsScore: true),
      .element(
        "td", ["class": "n", "data-value": amplitude.map { "\($0)" } ?? "-1"],
        .text(PageNumber.withUnit(amplitude, .degrees, in: row.unit) ?? PageWords.absent)),
      cell("frequency_median_hz", .hertz),
      cell("assessable_saccadic_s", .seconds), cell("effective_rate_hz", .hertz, decimals: 0))
  }

  /// A relative address; what an address acts on is written as percent and digits.
  static func address(_ id: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes = Array("recordings/".utf8)
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self) + ".html"
  }

  private func problems() -> Markup {
    let failed = entries.filter { $0.outcome != .scored }
    guard !failed.isEmpty else { return Markup() }
    let body = failed.prefix(200).map { entry in
      Markup.element(
        "tr", [:], .element("th", ["scope": "row"], .text(entry.path)),
        .element("td", [:], .text(PageWords.summary(entry.outcome.rawValue))),
        .element("td", ["class": "soft"], .text(entry.reason.map(CohortWords.reason) ?? "")))
    }
    let head = CohortWords.problemColumns.map {
      Markup.element("th", ["scope": "col"], .text($0))
    }
    let more =
      failed.count > 200
      ? Markup.element("p", ["class": "soft"], .text(CohortWords.more(failed.count - 200)))
      : Markup()
    return .element(
      "section", [:], .element("h2", [:], .text(CohortWords.problemsTitle)),
      .element(
        "table", ["class": "problems"], .element("thead", [:], .element("tr", [:], head)),
        .element("tbody", [:], body)), more)
  }

  private func methods() -> Markup {
    .element(
      "section", [:], .element("h2", [:], .text(CohortWords.methodsTitle)),
      .element("p", ["class": "methods"], .text(CohortWords.methods(rows: rows))))
  }
}
