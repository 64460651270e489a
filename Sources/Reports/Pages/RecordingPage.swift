import Cohorts
import EyeMovements
public import Oscillations
public import Recordings

/// A recording's page: what it shows, whether it can answer, what that rests on, and how it was
/// computed; one sheet of paper, without a script or a network.
public struct RecordingPage: Sendable {
  let subject: PageSubject

  /// - Parameters:
  ///   - analysis: with its movements, whose version signal is drawn.
  ///   - recording: the samples that it was made from.
  public init(_ analysis: Analysis, of recording: Recording, provenance: Provenance) {
    self.init(
      PageSubject(
        analysis: analysis, recording: recording, velocity: analysis.movements.version,
        origin: provenance.origin))
  }

  init(_ subject: PageSubject) { self.subject = subject }

  /// The page as text, the same bytes for the same recording.
  public var text: String {
    PageShell.page(
      title: "\(subject.analysis.id) · \(PageWords.summary(subject.analysis.summary))",
      bodyClass: "recording",
      style: PageStyle.recording, script: PageScript.trace,
      [.element("main", [:], panels.map { $0(self)() }), PageShell.notice])
  }

  /// The page's order.
  private var panels: [(RecordingPage) -> () -> Markup] {
    [
      Self.top, Self.answer, Self.assessability, Self.whole, Self.moment, Self.figures, Self.tables,
      Self.methods,
    ]
  }

  private func top() -> Markup {
    let analysis = subject.analysis
    let entities = RecordingEntities(id: analysis.id)
    let length = PageNumber.withUnit(analysis.signal.duration, .seconds) ?? ""
    let facts =
      [entities.task.map(PageWords.task), length, PageWords.eyes(analysis.signal.eyes)]
      .compactMap(\.self) + [PageWords.list(analysis.signal.axes)]
    return .element(
      "header", ["class": "top"],
      .element(
        "p", [:], .element("strong", [:], .text(analysis.id)),
        .text(" · " + facts.joined(separator: " · "))),
      TinyTrace.markup(of: subject.channels),
      .element("p", ["class": "use"], .text(PageWords.researchUse)))
  }

  private func answer() -> Markup {
    let also = PageWords.also(subject).map {
      Markup.element("p", ["class": "also"], .text($0))
    }
    return .element(
      "div", ["class": "answer"],
      .element(
        "div", [:], .element("h1", [:], .text(PageWords.sentence(subject))), also ?? Markup()),
      ScoreBar(finding: subject.lead).markup())
  }

  private func assessability() -> Markup {
    let analysis = subject.analysis
    return .element(
      "section", ["class": "assess"],
      .element("h2", [:], .text(PageWords.assessabilityTitle)),
      .element(
        "div", ["class": "families"],
        family(PageWords.saccadicFamily, analysis.assessability.saccadicOscillations),
        family(PageWords.nystagmusFamily, analysis.assessability.nystagmus)),
      .element(
        "ul", ["class": "facts"],
        SignalFact.all(subject).map { fact in
          .element(
            "li", [:], .element("b", [:], .text(fact.value)), .text(" " + fact.name))
        }))
  }

  private func family(_ name: String, _ family: Assessability.Family) -> Markup {
    let seconds = PageNumber.withUnit(family.assessableSeconds, .seconds) ?? ""
    let reasons = family.reasons.prefix(3).map(\.text).joined(separator: " ")
    return .element(
      "p", [:],
      .element("strong", [:], .text("\(name): \(PageWords.level(family.level))")),
      .text(", \(PageWords.assessed(seconds)). \(reasons)"))
  }

  private func whole() -> Markup {
    let figure = WholeTraceFigure(subject: subject, keyMoment: KeyMoment(of: subject)?.times)
    return .element(
      "figure", ["class": "figure"],
      .element("h2", [:], .text(PageWords.wholeTitle)),
      .element(
        "div",
        [
          "class": "wide", "tabindex": "0", "role": "group", "aria-label": PageWords.wholeTitle,
          "data-zoom": PageWords.zoom, "data-scroll": PageWords.scroll,
        ], figure.markup()),
      .element("figcaption", [:], .text(PageWords.wholeCaption(subject))))
  }

  private func moment() -> Markup {
    guard let times = KeyMoment(of: subject)?.times else { return Markup() }
    let path = GazePathFigure(subject: subject, times: times).markup()
    let trace = Markup.element(
      "figure", [:],
      .element("h2", [:], .text(PageWords.momentTitle(times))),
      .element(
        "div",
        [
          "class": "wide", "tabindex": "0", "role": "group",
          "aria-label": PageWords.momentTitle(times),
        ], KeyMomentFigure(subject: subject, times: times).markup()),
      .element("figcaption", [:], .text(PageWords.momentCaption(subject))))
    let second = path.map {
      Markup.element(
        "figure", ["class": "path"], .element("h2", [:], .text(PageWords.pathTitle)), $0)
    }
    return .element(
      "div", ["class": second == nil ? "row moment alone" : "row moment"], trace, second ?? Markup()
    )
  }

  private func figures() -> Markup {
    let spectra = SpectrumFigures(subject)
    let band = ExpectedSaccades.band(of: subject)
    let panels: [(title: String, figure: Markup, caption: String)] = [
      (
        PageWords.sequenceTitle, MainSequenceFigure(subject: subject).markup(),
        PageWords.sequenceCaption(subject)
      ),
      (
        PageWords.roseTitle, DirectionFigure(subject: subject).markup(),
        PageWords.roseCaption(DirectionFigure.chosen(subject).words, subject)
      ),
      (
        PageWords.spectrumTitle, spectra.spectrum(), PageWords.spectrumCaption(subject, band)
      ),
      (
        PageWords.spectrogramTitle, spectra.spectrogram(), PageWords.spectrogramDescription(band)
      ),
    ]
    return .element(
      "div", ["class": "row four"],
      panels.map { panel in
        .element(
          "figure", [:], .element("h2", [:], .text(panel.title)), panel.figure,
          .element("figcaption", [:], .text(panel.caption)))
      })
  }

  private func tables() -> Markup {
    let tables = PageTables(subject)
    return .element(
      "div", ["class": "row tables"], tables.measures(),
      .element("div", [:], tables.alternatives(), limits()))
  }

  private func limits() -> Markup {
    let limits = Limits.all(subject)
    return .element(
      "section", [:], .element("h2", [:], .text(PageWords.limitsTitle)),
      .element("ul", ["class": "plain"], limits.map { .element("li", [:], .text($0)) }))
  }

  private func methods() -> Markup {
    .element(
      "section", ["class": "how"], .element("h2", [:], .text(PageWords.methodsTitle)),
      .element("p", [:], .text(PageWords.methods(subject))),
      .element("p", [:], .text(PageWords.provenance(subject, version: subject.origin.version))),
      FullProvenance(subject).markup())
  }
}
