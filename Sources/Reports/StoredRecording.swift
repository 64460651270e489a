package import Oscillations
import Recordings

/// A recording's result as an earlier run wrote it: `<id>.json`, read again.
///
/// What is made of it (its row, its summary, the document itself) is the same bytes as what was
/// made when it was judged.
package struct StoredRecording: Sendable {
  /// The document as it stands in the file.
  package let document: RecordingDocument
  private let value: JSONValue

  /// - Parameter text: the contents of `<id>.json`.
  /// - Returns: `nil` where it is no whole document of ours.
  package init?(_ text: String) {
    guard text.hasSuffix("}\n"), let value = JSONParser.value(of: text),
      value["schema"].string == RecordingDocument.schema, value["id"].string != nil
    else { return nil }
    self.value = value
    document = RecordingDocument(value)
  }

  package var id: String { value["id"].string ?? "" }
  /// The SHA-256 of the bytes that it was made from; of several files, separated by commas.
  package var inputSha256: String { value["provenance"]["inputSha256"].string ?? "" }
  /// The same of the sidecars that were read; `nil` where none was.
  package var sidecarSha256: String? { value["provenance"]["sidecarSha256"].string }
  /// The SHA-256 of the table of epochs that it was cut by; `nil` where it was not.
  var epochsSha256: String? { value["provenance"]["epochsSha256"].string }
  /// A part of what it was made with: `parameters`, or what the user said of the files.
  func member(_ key: String) -> JSONValue {
    key == "reading" ? value["provenance"]["reading"] : value[key]
  }

  /// How it came about, as its page prints it.
  var origin: PageOrigin {
    PageOrigin(
      version: making.version, fftw: value["provenance"]["fftw"].string ?? "",
      parametersSha256: making.parametersSha256)
  }

  /// What it was made with.
  package var making: Making {
    Making(
      version: value["provenance"]["version"].string ?? "",
      parametersSha256: value["provenance"]["parametersSha256"].string ?? "")
  }

  /// The analysis, as far as the document holds it: without the movements (which stand in the
  /// table of events), and with the default parameters. Numbers have the document's decimals.
  package var analysis: Analysis {
    Analysis(
      id: id, signal: value["signal"].signal, assessability: assessability,
      findings: value["findings"].elements.compactMap(\.finding),
      episodes: value["episodes"].elements.compactMap(\.episode),
      nystagmus: value["nystagmus"].nystagmus, pendular: value["pendular"].pendular,
      movements: .unknown, parameters: Parameters(), source: source)
  }

  private var assessability: Assessability {
    let families = value["assessability"]
    return Assessability(
      saccadicOscillations: families["saccadicOscillations"].family,
      nystagmus: families["nystagmus"].family)
  }

  private var source: Source {
    let provenance = value["provenance"]
    var source = Source(
      format: provenance["format"].string ?? "", sha256: inputSha256,
      bytes: provenance["inputBytes"].integer ?? 0, rows: provenance["inputRows"].integer ?? 0,
      malformedCells: provenance["malformedCells"].integer ?? 0,
      irregularRows: provenance["irregularRows"].integer ?? 0,
      columns: provenance["columns"].elements.map {
        Source.ColumnUse(
          name: $0["name"].string ?? "", role: $0["role"].string, unit: $0["unit"].string)
      },
      remarks: provenance["remarks"].elements.compactMap(\.string))
    source.sidecarSha256 = sidecarSha256
    return source
  }
}
