import Foundation
import Testing

@testable import Recordings

/// Tables without a header, whose columns stand in the sidecars of a BIDS data set.
@Suite struct BIDSTests {
  private let folder: URL
  private let name = "sub-01_ses-1_task-dots_run-1_recording-eye1_physio"

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "opsoscope-bids-\(UUID().uuidString)")
    let samples = folder.appendingPathComponent("sub-01/ses-1/func")
    try FileManager.default.createDirectory(at: samples, withIntermediateDirectories: true)
    try write(
      "sub-01/ses-1/func/\(name).tsv",
      "\u{FEFF}" + (0..<20).map { "\(4 * $0)\t80\t10\t9\n" }.joined())
  }

  private func write(_ path: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(path))
  }

  private func recording(_ options: ReadingOptions = ReadingOptions()) throws -> Recording {
    let path = folder.appendingPathComponent("sub-01/ses-1/func/\(name).tsv").path
    return try #require(RecordingReader(options: options).recordings(at: path, id: "a").first)
  }

  private let columns = """
    "Columns": ["timestamp", "x_coordinate", "y_coordinate", "pupil_size"],
    "timestamp": { "Units": "ms" }, "x_coordinate": { "Units": "pixel" },
    "y_coordinate": { "Units": "pixel" }, "pupil_size": { "Units": "a.u." },
    "SampleCoordinateSystem": "gaze-on-screen"
    """

  /// The nearer sidecar counts, what it does not say comes from above, and the screen from the events.
  @Test func sidecarsAreInherited() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("dataset_description.json", "{}")
    try write("task-dots_physio.json", "{ \(columns), \"RecordedEye\": \"right\" }")
    try write("task-rest_physio.json", "{ \"RecordedEye\": \"cyclopean\" }")
    try write(
      "sub-01/ses-1/func/\(name).json", "{ \"RecordedEye\": \"left\", \"SamplingFrequency\": 250 }")
    try write(
      "task-dots_events.json",
      """
      { "StimulusPresentation": { "ScreenDistance": 0.6, "ScreenSize": [1.0, 0.8],
        "ScreenResolution": [100, 80], "ScreenOrigin": ["top", "left"] } }
      """)
    let recording = try recording()
    #expect(recording.source.format == "bids-physio")
    #expect(recording.samplingRate == 250 && recording.frame == .gazeOnScreen)
    #expect(recording.traces.map(\.eye) == [.left])
    #expect(recording.traces[0].pupil?.first == 9)
    #expect(abs(try #require(recording.traces[0].horizontal?.first) - FormatSample.half) < 1e-3)
    #expect(abs(try #require(recording.traces[0].vertical?.first) - FormatSample.half) < 1e-3)
  }

  @Test(arguments: [(250.0, 0), (500, 1)])
  func aDeclaredRateThatIsNotTheClocksIsNamed(rate: Double, remarks: Int) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(
      "sub-01/ses-1/func/\(name).json", "{ \(columns), \"SamplingFrequency\": \(rate) }")
    let recording = try recording(ReadingOptions(allowsUncalibrated: true))
    #expect(recording.samplingRate == 250)
    #expect(
      recording.source.remarks.count {
        $0.contains("declared rate of \(rate) Hz is not the clock's")
      }
        == remarks)
  }

  /// A walk through thousands of recordings lists their folder once.
  @Test func foldersAreListedOnce() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("sub-01/ses-1/func/\(name).tsv").path
    var folders = SidecarFolders()
    try write("sub-01/ses-1/func/\(name).json", "{ \(columns) }")
    #expect(try Sidecar(of: path, in: &folders)?.names == ["\(name).json"])
    try write("sub-01/ses-1/func/ses-1_task-dots_physio.json", "{}")
    #expect(try Sidecar(of: path, in: &folders)?.names == ["\(name).json"])
    #expect(try Sidecar(of: path)?.names.count == 2)
  }

  @Test func aMissingSidecarIsAskedFor() {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect { try recording() } throws: { ($0 as? RecordingError)?.code == "no-sidecar" }
  }

  @Test func aDamagedSidecarIsRefused() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("sub-01/ses-1/func/\(name).json", "{ \"Columns\": [")
    #expect { try recording() } throws: { ($0 as? RecordingError)?.code == "bad-sidecar" }
    try write(
      "sub-01/ses-1/func/\(name).json", "{ \"Columns\": [\"timestamp\", \"x_coordinate\"] }")
    #expect { try recording() } throws: { ($0 as? RecordingError)?.code == "bad-sidecar" }
  }
}
