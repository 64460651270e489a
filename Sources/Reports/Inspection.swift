import Cohorts
public import Oscillations
import Recordings

/// What a file was understood to be, before any judgement: its columns and what they were taken
/// for, its clock, what is missing, and what it can be asked.
public struct Inspection: Sendable {
  private let analysis: Analysis

  public init(_ analysis: Analysis) {
    self.analysis = analysis
  }

  var document: JSONValue {
    let source = analysis.source
    return [
      "schema": "opsoscope-inspection/1",
      "id": .string(analysis.id),
      "format": .string(source.format),
      "inputBytes": .integer(source.bytes),
      "inputSha256": .string(source.sha256),
      "inputRows": .integer(source.rows),
      "columns": .array(source.columns.map(\.document)),
      "malformedCells": .integer(source.malformedCells),
      "irregularRows": .integer(source.irregularRows),
      "remarks": .array(source.remarks.map { .string($0) }),
      "signal": analysis.signal.document,
      "missingPercent": .quantity(Quantity(source.percent(source.missingRows), .percent)),
      "missingPercentByEye": .object(
        source.missing.map { eye in
          .init(
            key: eye.eye.rawValue,
            value: .quantity(Quantity(source.percent(eye.rows), .percent)))
        }),
      "assessability": analysis.assessability.document,
      "notice": .string(Software.notice),
    ]
  }

  /// A block of lines for people, the id above them.
  public func text(width: Int, colour: Bool) -> String {
    var lines = [TextStyle.strong.applied(to: analysis.id.printable, colour: colour)]
    for (title, values) in facts {
      for (index, value) in values.enumerated() {
        let label = index == 0 ? title : ""
        let padding = String(repeating: " ", count: Self.labelWidth - label.count)
        let parts = value.printable.wrapped(to: width - Self.labelWidth - 4)
        lines += parts.enumerated().map { part in
          part.offset == 0
            ? "  " + TextStyle.faint.applied(to: label, colour: colour) + padding + part.element
            : String(repeating: " ", count: Self.labelWidth + 4) + part.element
        }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static let labelWidth = 12

  private var facts: [(title: String, values: [String])] {
    let signal = analysis.signal
    return [
      ("format", [formatFact]),
      ("columns", columnFacts),
      ("rate", [rateFact]),
      ("duration", [Self.number(signal.duration, 2) + " s"]),
      ("clock", [clockFact]),
      ("eyes", ["\(signal.eyes): \(signal.axes.joined(separator: ", "))"]),
      ("signal", [signalFact]),
      ("missing", [missingFact]),
      ("noise", [noiseFact]),
      ("can answer", assessabilityFacts),
      ("remarks", analysis.source.remarks),
    ].filter { !$0.1.isEmpty }
  }

  private var formatFact: String {
    let source = analysis.source
    return "\(source.format), \(source.rows) rows, \(source.bytes) bytes"
  }

  /// The columns that are used, a line each, and the names of the rest.
  private var columnFacts: [String] {
    let columns = analysis.source.columns
    let unused = columns.filter { $0.role == nil }.map(\.name)
    let rest = unused.isEmpty ? [] : ["not used: " + unused.joined(separator: ", ")]
    return columns.compactMap(\.fact) + rest
  }

  private var rateFact: String {
    let signal = analysis.signal
    let origin = signal.clock.rateIsDeclared ? "declared" : "measured from the clock"
    return "\(Self.number(signal.samplingRate, 2)) Hz (\(origin)); effective"
      + " \(Self.number(signal.effectiveRate, 0)) Hz, velocity up to"
      + " \(Self.number(signal.bandwidth, 0)) Hz"
  }

  private var clockFact: String {
    let clock = analysis.signal.clock
    var parts = ["jitter \(Self.number(100 * clock.jitter, 1)) % of a step"]
    if clock.duplicates > 0 { parts.append("\(clock.duplicates) repeated times") }
    if clock.stepsBack > 0 { parts.append("\(clock.stepsBack) steps back") }
    parts.append(
      clock.gaps == 0
        ? "no gaps" : "\(clock.gaps) gaps, the longest \(Self.number(clock.longestGap, 3)) s")
    if clock.resampled { parts.append("resampled to a uniform step") }
    return parts.joined(separator: ", ")
  }

  private var signalFact: String {
    let signal = analysis.signal
    let frame = signal.frame == .unknown ? "" : ", \(signal.frame.rawValue)"
    return "\(signal.quantity.rawValue) in \(signal.unit.rawValue)"
      + (signal.quantity == .velocity ? " a second" : "") + frame
  }

  private var missingFact: String {
    let source = analysis.source
    var parts = ["\(Self.number(source.percent(source.missingRows), 1)) % of the rows"]
    if source.missing.count > 1 {
      parts += source.missing.map {
        "\($0.eye.rawValue) \(Self.number(source.percent($0.rows), 1)) %"
      }
    }
    parts.append(
      "\(Self.number(analysis.signal.validPercent, 1)) % of the duration is valid")
    if source.malformedCells > 0 { parts.append("\(source.malformedCells) unreadable cells") }
    if source.irregularRows > 0 { parts.append("\(source.irregularRows) rows of another width") }
    return parts.joined(separator: ", ")
  }

  private var noiseFact: String {
    let signal = analysis.signal
    let unit =
      switch signal.unit {
      case .degrees: signal.quantity == .velocity ? "°/s" : "°"
      case .pixels: " pixels"
      case .arbitrary: " of the file's unit"
      }
    return "\(Self.number(signal.noiseStandardDeviation, 3))\(unit) standard deviation,"
      + " \(Self.number(signal.rmsSampleToSample, 3))\(unit) RMS from sample to sample"
  }

  private var assessabilityFacts: [String] {
    let assessability = analysis.assessability
    return [
      ("saccadic oscillations", assessability.saccadicOscillations),
      ("nystagmus", assessability.nystagmus),
    ].map { name, family in
      let level = family.level == .none ? "no" : family.level.rawValue
      let reasons = family.reasons.map { " " + $0.text }.joined()
      return "\(name): \(level), \(Self.number(family.assessableSeconds, 1)) s.\(reasons)"
    }
  }

  private static func number(_ value: Double, _ decimals: Int) -> String {
    FixedDecimal(value, decimals: decimals).text ?? "?"
  }
}

extension Source {
  /// The share that some of its rows have.
  fileprivate func percent(_ some: Int) -> Double {
    rows > 0 ? 100 * Double(some) / Double(rows) : .nan
  }
}

extension Source.ColumnUse {
  /// The column and what it was taken for; `nil` where it is not used.
  fileprivate var fact: String? {
    role.map { "\(name): \($0)" + (unit.map { ", " + $0 } ?? "") }
  }
}
