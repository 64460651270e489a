import Cohorts
import EyeMovements
public import Oscillations
import Recordings

/// Everything about one recording as JSON: the contents of `<id>.json`.
public struct RecordingDocument: Sendable {
  private let value: JSONValue

  /// - Parameter provenance: how the analysis came about.
  public init(_ analysis: Analysis, provenance: Provenance) {
    value = [
      "schema": .string(Self.schema),
      "id": .string(analysis.id),
      "pattern": .string(analysis.summary),
      "patterns": .array(analysis.patterns.map { .string($0.rawValue) }),
      "signal": analysis.signal.document,
      "assessability": analysis.assessability.document,
      "findings": .array(analysis.findings.map(\.document)),
      "episodes": .array(analysis.episodes.map(\.document)),
      "nystagmus": analysis.nystagmus?.document ?? .null,
      "pendular": analysis.pendular?.document ?? .null,
      "parameters": provenance.parameters,
      "provenance": provenance.document(of: analysis.source),
      "notice": .string(Software.notice),
    ]
  }

  /// A document that was read.
  init(_ value: JSONValue) {
    self.value = value
  }

  static let schema = "opsoscope-recording/1"

  /// The document for people and programs, with a line end.
  public var page: String { String(decoding: pageBytes, as: UTF8.self) }

  /// The same as bytes.
  var pageBytes: [UInt8] { JSONWriter.pageBytes(value) + [UInt8(ascii: "\n")] }

  /// The document as an element of an array of documents, without a line end.
  package var element: String { JSONWriter.page(value, indentation: 2) }

  /// The document on one line, with its end.
  public var line: String { JSONWriter.line(value) + "\n" }
}

extension SignalSummary {
  var document: JSONValue {
    [
      "samplingRateHz": .quantity(Quantity(samplingRate, .hertz)),
      "effectiveRateHz": .quantity(Quantity(effectiveRate, .hertz)),
      "bandwidthHz": .quantity(Quantity(bandwidth, .hertz)),
      "durationSeconds": .quantity(Quantity(duration, .seconds)),
      "validPercent": .quantity(Quantity(validPercent, .percent)),
      "noiseStdDegrees": .quantity(Quantity(noiseStandardDeviation, .degrees)),
      "rmsS2sDegrees": .quantity(Quantity(rmsSampleToSample, .degrees)),
      "bceaSquareDegrees": .quantity(Quantity(bivariateContourEllipseArea, .squareDegrees)),
      "eyes": .string(eyes),
      "axes": .array(axes.map { .string($0) }),
      "unit": .string(unit.rawValue),
      "quantity": .string(quantity.rawValue),
      "frame": .string(frame.rawValue),
      "resampled": .bool(clock.resampled),
      "clock": clock.document,
    ]
  }
}

extension ClockReport {
  var document: JSONValue {
    [
      "jitterShare": .quantity(Quantity(jitter, .share)),
      "duplicates": .integer(duplicates),
      "stepsBack": .integer(stepsBack),
      "gaps": .integer(gaps),
      "longestGapSeconds": .quantity(Quantity(longestGap, .seconds)),
      "rateIsDeclared": .bool(rateIsDeclared),
    ]
  }
}

extension Assessability {
  var document: JSONValue {
    ["saccadicOscillations": saccadicOscillations.document, "nystagmus": nystagmus.document]
  }
}

extension Assessability.Family {
  fileprivate var document: JSONValue {
    [
      "level": .string(level.rawValue),
      "assessableSeconds": .quantity(Quantity(assessableSeconds, .seconds)),
      "reasons": .array(reasons.map(\.document)),
    ]
  }
}

extension Remark {
  fileprivate var document: JSONValue { ["code": .string(code), "text": .string(text)] }
}

extension Finding {
  var document: JSONValue {
    [
      "pattern": .string(pattern.rawValue),
      "hpo": .string(pattern.hpo),
      "status": .string(status.rawValue),
      "score": .quantity(Quantity(score: score)),
      "scoreInterval": JSONValue(scoreInterval, .score),
      "burdenPercent": .quantity(Quantity(burdenPercent, .percent)),
      "episodes": .integer(episodes),
      "eyes": .string(eyes.rawValue),
      "measures": .object(measures.flatMap(\.members)),
      "notes": .array(notes.map(\.document)),
    ]
  }
}

extension Measure {
  /// Its value, and its interval where it has one.
  fileprivate var members: [JSONValue.Member] {
    let own = JSONValue.Member(key: name, value: .quantity(Quantity(value, dimension)))
    guard interval != nil else { return [own] }
    let bounds = JSONValue(interval, .measure(dimension))
    return [own, .init(key: name + "Interval", value: bounds)]
  }
}

extension Episode {
  var document: JSONValue {
    [
      "number": .integer(number),
      "pattern": .string(pattern.rawValue),
      "onsetSeconds": .quantity(Quantity(onset, .seconds)),
      "durationSeconds": .quantity(Quantity(duration, .seconds)),
      "saccades": .integer(saccades.count),
      "frequencyHz": .quantity(Quantity(frequency, .hertz)),
      "amplitudeDegrees": .quantity(Quantity(amplitude, .degrees)),
      "axisDegrees": .quantity(Quantity(axis, .degrees)),
      "planeConcentration": .quantity(Quantity(planeConcentration, .share)),
    ]
  }
}

extension NystagmusSummary {
  var document: JSONValue {
    let axes = ["horizontal", "vertical", "torsional"]
    let velocities = axes.enumerated().map { index, axis in
      JSONValue.Member(
        key: axis, value: .quantity(Quantity(slowPhaseVelocity[index], .degreesPerSecond)))
    }
    let intervals = zip(axes, slowPhaseVelocityInterval).map { axis, interval in
      JSONValue.Member(key: axis, value: JSONValue(interval, .measure(.degreesPerSecond)))
    }
    return [
      "slowPhaseVelocity": .object(velocities),
      "slowPhaseVelocityInterval": .object(intervals),
      "slowPhaseSpeedDegreesPerSecond": .quantity(Quantity(slowPhaseSpeed, .degreesPerSecond)),
      "beatDirectionDegrees": .quantity(Quantity(beatDirection, .degrees)),
      "beatFrequencyHz": .quantity(Quantity(beatFrequency, .hertz)),
      "slowPhaseShape": .string(slowPhaseShape.rawValue),
      "beats": .integer(beats),
      "directionConsistency": .quantity(Quantity(directionConsistency, .share)),
      "reversalPeriodSeconds": .quantity(Quantity(reversalPeriod, .seconds)),
    ]
  }
}

extension PendularSummary {
  var document: JSONValue {
    [
      "frequencyHz": .quantity(Quantity(frequency, .hertz)),
      "amplitudeDegrees": .quantity(Quantity(amplitude, .degrees)),
      "axisDegrees": .quantity(Quantity(axis, .degrees)),
      "coherence": .quantity(Quantity(coherence, .share)),
      "spectralConcentration": .quantity(Quantity(spectralConcentration, .share)),
      "ellipticity": .quantity(Quantity(ellipticity, .share)),
    ]
  }
}
