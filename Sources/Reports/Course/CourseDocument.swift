public import Cohorts
import Oscillations
import Recordings

/// Courses of patients over visits, as JSON and as a table.
public struct CourseDocument: Sendable {
  let courses: [Course]

  public init(_ courses: [Course]) { self.courses = courses }

  /// The contents of `compare.json`.
  public var page: String {
    let value: JSONValue = [
      "schema": "opsoscope-course/1",
      "courses": .array(courses.map(\.document)),
      "software": .string(Software.name), "version": .string(Software.version),
      "notice": .string(Software.notice),
    ]
    return JSONWriter.page(value) + "\n"
  }

  /// The contents of `compare.tsv`: a row a measure and visit.
  public var table: String {
    let header = TabSeparated.line([
      "subject", "visit", "session", "measure", "unit", "value", "low", "high", "change",
      "change_low", "change_high",
    ])
    return header
      + courses.flatMap { course in
        course.measures.flatMap { series in
          course.visits.enumerated().map { index, visit in
            TabSeparated.line(
              [
                course.subject ?? TabSeparated.empty, visit.id,
                visit.session ?? TabSeparated.empty, series.quantity.name, series.quantity.unit,
              ] + series.cells(series.values[index]) + series.cells(series.changes[index]))
          }
        }
      }.joined()
  }

  /// The table for people.
  public func listing(width: Int) -> String {
    courses.map { course in
      var table = TextTable(
        columns: [
          .init(title: course.subject.map { "SUBJECT \($0)" } ?? "MEASURE")
        ]
          + course.visits.map {
            .init(title: ($0.session.map { "SESSION \($0)" } ?? $0.id).printable)
          })
      for series in course.measures {
        let cells = series.values.indices.map { index in
          TextTable.Cell(
            text: series.text(at: index, of: course)
              + (series.changes[index].map { " \(CourseWords.change($0, series.quantity))" } ?? ""))
        }
        table.append(
          TextTable.Row(
            cells: [.init(text: CourseWords.name(series.quantity))] + cells, remark: ""))
      }
      return table.text(width: width, colour: false)
        + course.doubts.map { CourseWords.doubt($0) + "\n" }.joined()
    }.joined(separator: "\n")
  }
}

extension Course {
  fileprivate var document: JSONValue {
    [
      "subject": JSONValue(subject),
      "visits": .array(
        visits.map { visit in
          let signal = visit.analysis.signal
          let family = visit.analysis.assessability.saccadicOscillations
          return [
            "id": .string(visit.id), "session": JSONValue(visit.session),
            "task": JSONValue(visit.task),
            "pattern": .string(visit.analysis.summary),
            "assessableSeconds": .quantity(Reports.Quantity(family.assessableSeconds, .seconds)),
            "effectiveRateHz": .quantity(Reports.Quantity(signal.effectiveRate, .hertz)),
            "noiseStdDegrees": .quantity(Reports.Quantity(signal.noiseStandardDeviation, .degrees)),
            "eyes": .string(signal.eyes), "axes": .array(signal.axes.map { .string($0) }),
            "unit": .string(signal.unit.rawValue),
            "inputSha256": .string(visit.analysis.source.sha256),
          ]
        }),
      "measures": .array(
        measures.map { series in
          [
            "measure": .string(series.quantity.name), "unit": .string(series.quantity.unit),
            "values": .array(series.values.map { series.document($0) }),
            "changesFromFirst": .array(series.changes.map { series.document($0) }),
          ]
        }),
      "doubts": .array(doubts.map { .string(CourseWords.doubt($0)) }),
    ]
  }
}

extension Course.Series {
  fileprivate func document(_ estimate: Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    let dimension = Quantity.Dimension.measure(quantity.dimension)
    return [
      "value": .quantity(Reports.Quantity(estimate.value, quantity.dimension)),
      "interval": JSONValue(estimate.interval, dimension),
    ]
  }

  fileprivate func cells(_ estimate: Estimate?) -> [String] {
    [estimate?.value, estimate?.interval?.lowerBound, estimate?.interval?.upperBound].map {
      Quantity($0, quantity.dimension).text ?? TabSeparated.empty
    }
  }
}

extension Course.Quantity {
  /// Its name in results.
  var name: String {
    func pattern(_ pattern: Pattern?) -> String {
      pattern.map { $0.rawValue.replacing("-", with: "_") } ?? "all_saccadic_oscillations"
    }
    switch self {
    case .burden(let kind): return "burden_\(pattern(kind))"
    case .rate(let kind): return "bursts_per_min_\(pattern(kind))"
    case .amplitude: return "amplitude_median"
    case .stability: return "bcea"
    case .slowPhaseVelocity(let axis):
      return "slow_phase_velocity_" + ["horizontal", "vertical", "torsional"][axis]
    }
  }

  var dimension: Measure.Dimension {
    switch self {
    case .burden: .percent
    case .rate: .perMinute
    case .amplitude: .degrees
    case .stability: .squareDegrees
    case .slowPhaseVelocity: .degreesPerSecond
    }
  }

  var unit: String {
    switch self {
    case .burden: "%"
    case .rate: "1/min"
    case .amplitude: "degree"
    case .stability: "degree^2"
    case .slowPhaseVelocity: "degree/s"
    }
  }
}
