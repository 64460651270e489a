import Cohorts
import Oscillations
import Recordings

/// Everything about how the result came about, folded away on the screen and left out of print.
struct FullProvenance {
  let subject: PageSubject

  init(_ subject: PageSubject) { self.subject = subject }

  func markup() -> Markup {
    let source = subject.analysis.source
    let columns = source.columns.map { column in
      [column.name, column.role ?? PageWords.columnNotUsed, column.unit].compactMap(\.self)
        .joined(separator: ", ")
    }
    let facts: [(String, String)] = [
      (Software.name, subject.origin.version), ("FFTW", subject.origin.fftw),
      (PageWords.parametersHash, subject.origin.parametersSha256),
      (PageWords.inputHash, source.sha256),
      (PageWords.inputBytes, String(source.bytes)), (PageWords.format, source.format),
      (PageWords.columns, columns.joined(separator: "; ")),
      (PageWords.remarks, source.remarks.joined(separator: " ")),
    ]
    return .element(
      "details", [:], .element("summary", [:], .text(PageWords.details)),
      .element(
        "dl", [:],
        facts.filter { !$0.1.isEmpty }.flatMap { fact in
          [
            Markup.element("dt", [:], .text(fact.0)), Markup.element("dd", [:], .text(fact.1)),
          ]
        }))
  }
}
