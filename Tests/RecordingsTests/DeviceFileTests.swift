import Foundation
import Oscillations
import Testing

@testable import Recordings

/// Every export of `../shared/data/devices` is read right, or refused for the right reason.
///
/// The figures are those of the formats' description and of a count of the file's own rows.
@Suite(.enabled(if: DeviceFiles.areThere, "there is no ../shared/data/devices beside the package"))
struct DeviceFileTests {
  @Test(arguments: DeviceFiles.readable)
  func theFileIsRead(_ file: DeviceFile) throws {
    let path = DeviceFiles.folder + "/" + file.path
    let recordings = try RecordingReader(options: file.options).recordings(at: path, id: "test")
    let recording = try #require(recordings.first)
    #expect(recordings.count == 1)
    #expect(recording.source.format == file.format)
    #expect(abs(recording.samplingRate - file.rate) < (file.rows < 100 ? 0.06 : 0.01) * file.rate)
    #expect(recording.unit == file.unit)
    #expect(recording.traces.map(\.eye) == file.eyes)
    #expect(recording.source.rows == file.rows)
    let missing = 100 * Double(recording.source.missingRows) / Double(recording.source.rows)
    #expect(abs(missing - file.missingPercent) < 0.06)
  }

  /// With the same options each is scored, and no healthy eye is called chaotic.
  @Test(arguments: DeviceFiles.readable)
  func theFileIsScored(_ file: DeviceFile) throws {
    let recording = try #require(
      RecordingReader(options: file.options)
        .recordings(at: DeviceFiles.folder + "/" + file.path, id: "test").first)
    let analysis = Analyzer().analysis(of: recording)
    #expect(analysis.findings.map(\.pattern) == Pattern.allCases)
    for finding in analysis.findings.prefix(3) {
      #expect(finding.status == .notSeen || finding.status == .notAssessable)
    }
  }

  @Test(arguments: DeviceFiles.refused)
  func theFileIsRefused(_ path: String, _ options: ReadingOptions, _ code: String) {
    #expect(throws: RecordingError.self) {
      try RecordingReader(options: options)
        .recordings(at: DeviceFiles.folder + "/" + path, id: "test")
    }
    do throws(RecordingError) {
      _ = try RecordingReader(options: options)
        .recordings(at: DeviceFiles.folder + "/" + path, id: "test")
    } catch {
      #expect(error.code == code)
    }
  }

  /// What `inspect --suggest` writes reads the file as it was read without it.
  @Test(arguments: DeviceFiles.readable.filter { $0.rows < 6000 })
  func theSuggestedMapReadsTheSame(_ file: DeviceFile) throws {
    let path = DeviceFiles.folder + "/" + file.path
    let suggested = try RecordingReader(options: file.options).suggestedMap(at: path)
    #expect(suggested.open == nil)
    var options = file.options
    options.columns = try JSONDecoder().decode(
      ColumnMap.self, from: JSONEncoder().encode(suggested.map))
    let own = try #require(
      RecordingReader(options: file.options).recordings(at: path, id: "a").first)
    let mapped = try #require(RecordingReader(options: options).recordings(at: path, id: "a").first)
    #expect(mapped.samplingRate == own.samplingRate && mapped.runs == own.runs)
    #expect(mapped.unit == own.unit && mapped.quantity == own.quantity)
    #expect(mapped.traces.map(\.eye) == own.traces.map(\.eye))
    for (one, other) in zip(mapped.traces, own.traces) {
      #expect(one.horizontal.map { same(other.horizontal, $0) } ?? (other.horizontal == nil))
      #expect(one.vertical.map { same(other.vertical, $0) } ?? (other.vertical == nil))
      #expect(one.pupil.map { same(other.pupil, $0) } ?? (other.pupil == nil))
    }
  }

  /// No file is without a row in the tables above.
  @Test func everyFileIsInTheTable() throws {
    let names = try #require(FileManager.default.enumerator(atPath: DeviceFiles.folder))
      .compactMap { $0 as? String }
      .filter { $0.contains("/") && !$0.hasSuffix(".json") && !$0.contains("README") }
    let listed = Set(DeviceFiles.readable.map(\.path) + DeviceFiles.refused.map(\.0))
    #expect(Set(names) == listed)
  }
}

/// One file: the options it takes, and what it holds.
struct DeviceFile: Sendable, CustomTestStringConvertible {
  var path: String
  var options = ReadingOptions()
  var format: String
  var rate: Double
  var unit = Recording.Unit.degrees
  var eyes: [Eye]
  var rows: Int
  /// The share of the rows in which no eye has a position.
  var missingPercent: Double

  var testDescription: String { path }
}
