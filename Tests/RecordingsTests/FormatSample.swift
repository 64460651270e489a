import Testing

@testable import Recordings

/// A small file written by hand in the layout of a format: five rows 4 ms apart (unless it says
/// otherwise), of which the third holds no position.
struct FormatSample: Sendable, CustomTestStringConvertible {
  /// The format that it is recognised as.
  var format: String
  var text: String
  var options = ReadingOptions()
  var rate = 250.0
  var eyes: [Eye] = [.left, .right]
  /// What every row but the third holds, on each eye, in the recording's unit.
  var horizontal: Float = half
  var vertical: Float? = half
  var unit = Recording.Unit.degrees
  var quantity = Recording.Quantity.position
  var rows = 5
  var missingRows = 1

  var testDescription: String { format }

  /// atan(1/2) in degrees: 300 mm to the side, seen from 600 mm.
  static let half: Float = 26.565051

  /// A header, then a row for each of the numbers 0 to 4, the third of them lost.
  static func rows(
    _ header: String, end: String = "\n", good: (Int) -> String, lost: (Int) -> String
  ) -> String {
    ([header] + (0..<5).map { $0 == 2 ? lost($0) : good($0) }).map { $0 + end }.joined()
  }
}

/// Every format is read from a small file in its layout.
@Suite struct FormatSampleTests {
  static let samples =
    FormatSample.eyeLink + FormatSample.tobii + FormatSample.others
    + FormatSample.headsets + FormatSample.publicTables

  @Test(arguments: samples)
  func theFormatIsRead(_ sample: FormatSample) throws {
    let recording = try read(sample.text, options: sample.options, name: "export.dat")
    #expect(recording.source.format == sample.format)
    #expect(abs(recording.samplingRate - sample.rate) < 0.01 * sample.rate)
    #expect(recording.traces.map(\.eye) == sample.eyes)
    #expect(recording.unit == sample.unit)
    #expect(recording.quantity == sample.quantity)
    #expect(recording.source.rows == sample.rows)
    #expect(recording.source.missingRows == sample.missingRows)
    #expect(recording.source.irregularRows == 0)
    for trace in recording.traces {
      let horizontal = try #require(trace.horizontal)
      #expect(abs(horizontal[0] - sample.horizontal) < 1e-3)
      #expect(abs(try #require(horizontal.last) - sample.horizontal) < 1e-3)
      if sample.missingRows == 1, horizontal.count == 5 { #expect(horizontal[2].isNaN) }
      #expect((trace.vertical == nil) == (sample.vertical == nil))
      if let vertical = trace.vertical, let expected = sample.vertical {
        #expect(abs(vertical[0] - expected) < 1e-3)
      }
    }
  }

  /// The list of formats and the samples are the same.
  @Test func everyFormatHasASample() {
    #expect(Set(Format.all.map(\.name)) == Set(Self.samples.map(\.format)))
  }

  /// The map that `inspect --suggest` writes reads the same.
  @Test(arguments: samples)
  func theSuggestedMapReadsTheSame(_ sample: FormatSample) throws {
    let reader = RecordingReader(options: sample.options)
    let suggested = try reader.suggestedMap(in: Array(sample.text.utf8))
    #expect(suggested.open == nil && suggested.format == sample.format)
    var options = sample.options
    options.columns = suggested.map
    let own = try read(sample.text, options: sample.options)
    let mapped = try read(sample.text, options: options)
    #expect(mapped.samplingRate == own.samplingRate && mapped.unit == own.unit)
    #expect(mapped.traces.map(\.eye) == own.traces.map(\.eye))
    for (one, other) in zip(mapped.traces, own.traces) {
      #expect(same(one.horizontal, try #require(other.horizontal)))
      #expect(one.vertical.map { same(other.vertical, $0) } ?? (other.vertical == nil))
    }
  }
}
