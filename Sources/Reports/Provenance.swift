import Cohorts
public import Oscillations
public import Recordings

/// How a result came about, the same for all recordings of a run: what is needed to make it again.
///
/// Nothing in it tells the machine, the user, the time or the folder.
public struct Provenance: Sendable {
  let parameters: JSONValue
  private let options: JSONValue
  private let parametersHash: String
  private let fftw: String
  private let epochsSha256: String?

  /// - Parameters:
  ///   - options: what the user said about the files, such as their unit.
  ///   - epochsSha256: of the table of epochs that recordings are cut by; `nil` where there is none.
  ///   - fftw: the version of FFTW that the spectra come from.
  /// - Throws: only what the encoding of the parameters throws.
  public init(
    parameters: Parameters, options: ReadingOptions, epochsSha256: String? = nil, fftw: String
  ) throws {
    self.epochsSha256 = epochsSha256
    self.parameters = JSONValue(sharing: try JSONValueEncoder.value(parameters))
    self.options = try JSONValueEncoder.value(options)
    self.fftw = fftw
    let all: JSONValue = [
      "parameters": self.parameters, "reading": self.options, "epochs": JSONValue(epochsSha256),
    ]
    parametersHash = InputDigest(of: Array(JSONWriter.line(all).utf8)).sha256
  }
}

extension Provenance {
  /// What a page says of it.
  var origin: PageOrigin {
    PageOrigin(version: Software.version, fftw: fftw, parametersSha256: parametersHash)
  }

  /// What a result of this run is made with.
  package var making: Making {
    Making(version: Software.version, parametersSha256: parametersHash)
  }

  func document(of source: Source) -> JSONValue {
    [
      "software": .string(Software.name),
      "version": .string(Software.version),
      "fftw": .string(fftw),
      "inputSha256": .string(source.sha256),
      "sidecarSha256": JSONValue(source.sidecarSha256),
      "inputBytes": .integer(source.bytes),
      "inputRows": .integer(source.rows),
      "format": .string(source.format),
      "columns": .array(source.columns.map(\.document)),
      "malformedCells": .integer(source.malformedCells),
      "irregularRows": .integer(source.irregularRows),
      "remarks": .array(source.remarks.map { .string($0) }),
      "reading": options,
      "epochsSha256": JSONValue(epochsSha256),
      "parametersSha256": .string(parametersHash),
    ]
  }
}

extension Source.ColumnUse {
  var document: JSONValue {
    ["name": .string(name), "role": JSONValue(role), "unit": JSONValue(unit)]
  }
}
