/// The elements that figures are made of. Lengths are the units of the figure's view box.
enum SVG {
  /// A figure that a screen reader reads out as one image: its title, then what it shows.
  static func image(
    id: String, width: Double, height: Double, title: String, description: String,
    className: String? = nil, _ contents: [Markup]
  ) -> Markup {
    .element(
      "svg",
      [
        "viewBox": "0 0 \(number(width)) \(number(height))", "class": className, "role": "img",
        "aria-labelledby": "\(id)-title \(id)-desc",
      ],
      [
        .element("title", ["id": id + "-title"], .text(title)),
        .element("desc", ["id": id + "-desc"], .text(description)),
      ] + contents)
  }

  static func group(_ className: String? = nil, _ contents: [Markup]) -> Markup {
    .element("g", ["class": className], contents)
  }

  static func path(_ path: SVGPath, _ className: String) -> Markup {
    path.isEmpty ? Markup() : .element("path", ["class": className, "d": path.text])
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ className: String
  ) -> Markup {
    .element(
      "line",
      [
        "class": className, "x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2),
      ])
  }

  /// A few round values of a trace's lane, their numbers kept clear of the lanes above and below.
  static func grid(_ y: PlotScale, left: Double, right: Double, unit: String) -> [Markup] {
    y.ticks(atMost: 3).flatMap { tick in
      [
        line(left, y(tick), right, y(tick), "grid"),
        text(
          left - 4, min(max(y(tick) + 3, y.to + 7), y.from + 1), PlotScale.label(tick) + unit,
          "tick", .end),
      ]
    }
  }

  static func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ className: String
  ) -> Markup {
    .element(
      "rect",
      [
        "class": className, "x": number(x), "y": number(y), "width": number(max(0, width)),
        "height": number(max(0, height)),
      ])
  }

  static func circle(_ x: Double, _ y: Double, _ radius: Double, _ className: String) -> Markup {
    .element(
      "circle", ["class": className, "cx": number(x), "cy": number(y), "r": number(radius)])
  }

  enum Anchor: String {
    case start, middle, end
  }

  static func text(
    _ x: Double, _ y: Double, _ string: String, _ className: String? = nil,
    _ anchor: Anchor = .start
  ) -> Markup {
    .element(
      "text",
      [
        "class": className, "x": number(x), "y": number(y),
        "text-anchor": anchor == .start ? nil : anchor.rawValue,
      ], .text(string))
  }

  /// A text that runs upwards.
  static func uprightText(_ x: Double, _ y: Double, _ string: String, _ className: String) -> Markup
  {
    .element(
      "text",
      [
        "class": className, "text-anchor": "middle",
        "transform": "translate(\(number(x)) \(number(y))) rotate(-90)",
      ], .text(string))
  }

  static func number(_ value: Double) -> String {
    let text = FixedDecimal(value, decimals: 1).text ?? "0"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
