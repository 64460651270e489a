import Oscillations
import Recordings
import Reports

/// From bytes to everything that is written of a recording.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWholeWay(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: data, count: size))
  let options = ReadingOptions(unit: .degrees, allowsUncalibrated: true)
  let analyzer = Analyzer()
  guard let recordings = try? RecordingReader(options: options).recordings(in: bytes, id: "fuzz"),
    let provenance = try? Provenance(parameters: analyzer.parameters, options: options, fftw: "")
  else { return 0 }
  for recording in recordings {
    let analysis = analyzer.analysis(of: recording)
    for finding in analysis.findings {
      precondition(finding.score.map { (0...1).contains($0) } ?? true)
      precondition(finding.burdenPercent.map { (0...100).contains($0) } ?? true)
    }
    precondition(!RecordingDocument(analysis, provenance: provenance).page.isEmpty)
    precondition(!EventTable(analysis).text.isEmpty)
    precondition(!RecordingPage(analysis, of: recording, provenance: provenance).text.isEmpty)
  }
  return 0
}
