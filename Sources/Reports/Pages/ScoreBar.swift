import Oscillations

/// A score on its scale from 0 to 1, with its interval and the mark at .5.
struct ScoreBar {
  let finding: Finding?

  func markup() -> Markup {
    guard let finding, let score = finding.score, let text = PageNumber.score(score) else {
      return .element(
        "div", ["class": "score"], .element("strong", [:], .text(PageWords.noScore)))
    }
    let interval = finding.scoreInterval.flatMap { interval -> String? in
      guard let low = PageNumber.score(interval.lowerBound),
        let high = PageNumber.score(interval.upperBound)
      else { return nil }
      return "\(low)–\(high)"
    }
    return .element(
      "div", ["class": "score"],
      .element("strong", [:], .text(PageWords.score(text, interval))),
      bar(score, finding.scoreInterval, text, interval),
      .text("\(finding.pattern.words): \(PageWords.scoreMeaning)"))
  }

  private func bar(
    _ score: Double, _ interval: ClosedRange<Double>?, _ text: String, _ range: String?
  ) -> Markup {
    let scale = PlotScale(0...1, from: 6, to: 234)
    // Of the stored score, so that a page made again is the same.
    func x(_ value: Double) -> Double {
      scale(Quantity(score: value).text.flatMap(Double.init) ?? value)
    }
    var contents = [
      SVG.line(x(0), 9, x(1), 9, "frame"), SVG.line(x(0), 5, x(0), 13, "frame"),
      SVG.line(x(1), 5, x(1), 13, "frame"), SVG.line(x(0.5), 4, x(0.5), 14, "expected"),
    ]
    if let interval {
      contents.append(
        SVG.rectangle(
          x(interval.lowerBound), 6.5, max(1.5, x(interval.upperBound) - x(interval.lowerBound)), 5,
          "range"))
    }
    contents.append(SVG.circle(x(score), 9, 4, "start"))
    return SVG.image(
      id: "score", width: 240, height: 18, title: PageWords.score(text, range),
      description: PageWords.scoreMeaning, contents)
  }
}
