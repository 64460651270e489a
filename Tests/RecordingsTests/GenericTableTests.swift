import Testing

@testable import Recordings

@Suite struct GenericTableTests {
  @Test func degreesAreTakenBeforePixels() throws {
    let recording = try read(
      rows("time_s,x_px,y_px,x_deg,y_deg", step: 0.002) { "900,500,\($0),-1.5" })
    let trace = try #require(recording.traces.first)
    #expect(recording.samplingRate == 500)
    #expect(recording.unit == .degrees)
    #expect(trace.horizontal?.prefix(3) == [0, 1, 2])
    #expect(trace.vertical?.prefix(3) == [-1.5, -1.5, -1.5])
  }

  @Test(arguments: [",", ";", "\t", " ", "|"], ["\n", "\r\n", "\r", "\r\r\n"])
  func delimitersAndLineEnds(delimiter: String, end: String) throws {
    let text = rows("t_ms,left_x_deg,left_y_deg", step: 4) { "\($0).25,-\($0).5" }
    let written = text.replacing(",", with: delimiter).replacing("\n", with: end)
    let recording = try read("\u{FEFF}" + written)
    #expect(recording.samplingRate == 250)
    #expect(recording.traces.first?.eye == .left)
    #expect(recording.traces.first?.horizontal?.prefix(3) == [0.25, 1.25, 2.25])
  }
}

/// The only recording in a text.
func read(_ text: String, options: ReadingOptions = ReadingOptions()) throws -> Recording {
  let recordings = try RecordingReader(options: options)
    .recordings(in: Array(text.utf8), name: "test.csv", id: "test")
  return try #require(recordings.first)
}

/// A table of samples: a header, then rows of a time and what `cells` makes of the row's number.
func rows(
  _ header: String, count: Int = 50, step: Double, cells: (Int) -> String
) -> String {
  let lines = (0..<count).map { "\((Double($0) * step * 1e6).rounded() / 1e6),\(cells($0))" }
  return ([header] + lines).joined(separator: "\n") + "\n"
}
