import Foundation
import Oscillations
import Recordings
import Testing

/// `../shared/data/devices`, seen from the package.
enum DeviceFolder {
  static let path =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/shared/data/devices/"

  static var isThere: Bool { FileManager.default.fileExists(atPath: path) }
}

/// What is said of the device exports of `../shared/data/devices`: healthy eyes, all of them.
@Suite(
  .enabled(if: DeviceFolder.isThere, "there is no ../shared/data/devices beside the package"))
struct DeviceScoreTests {
  /// A screen for pixels and shares of it.
  private static let screen = ReadingOptions(
    screen: Screen(
      widthPixels: 1920, heightPixels: 1080, widthMillimetres: 531, heightMillimetres: 299),
    distance: 600)
  private static let uncalibrated = ReadingOptions(allowsUncalibrated: true)

  /// The files that are long enough to be judged, or would be, and what is said of them.
  static let expected: [(path: String, options: ReadingOptions, summary: String)] = [
    ("eog/test_250Hz.csv", uncalibrated, "none-seen"),
    ("eyelink-asc/memory.asc", ReadingOptions(), "none-seen"),
    ("eyelink-asc/monoRemote250.asc.gz", ReadingOptions(), "none-seen"),
    ("eyelink-asc/mono2000.asc.gz", ReadingOptions(), "not-assessable"),
    ("eyelink-dataviewer/VWdat_sample_report_first20000.txt", screen, "none-seen"),
    ("eyelink-dataviewer/VWdat_sample_report_first20000.txt", uncalibrated, "none-seen"),
    ("eyetribe/EthanEyeTribe.tsv", ReadingOptions(), "none-seen"),
    ("ics-impulse/VVOR_Example_Data_Right_Neuritis.csv", ReadingOptions(), "not-assessable"),
    ("ics-impulse/example_data.txt", ReadingOptions(), "not-assessable"),
    ("openiris/postproc_first_2000_rows.txt", uncalibrated, "not-assessable"),
    ("pupil-core/gaze_positions.csv", ReadingOptions(), "not-assessable"),
    ("pupil-invisible/gaze.csv", ReadingOptions(), "none-seen"),
    ("simplegazetracker/test01.csv", ReadingOptions(), "not-assessable"),
    ("simplegazetracker/test02.csv", ReadingOptions(), "none-seen"),
    ("smi/samples_first_20000_lines.txt", ReadingOptions(), "not-assessable"),
    ("table-heads/gaze-toy-example.csv", uncalibrated, "none-seen"),
    ("tobii-4c/4Ctest.csv", screen, "not-assessable"),
    ("tobii-eprime/cg8mo_par0_SRT2_trial01.gazedata", screen, "not-assessable"),
    ("tobii-psychopy/Ethan_TOBII_output.tsv", ReadingOptions(), "none-seen"),
    ("tobii-psychopy/test03_ptc.tsv", screen, "not-assessable"),
    ("tobii-tx300/3.tsv", screen, "not-assessable"),
    ("vive-pico/TESTNA01_2D_Fist3.csv", ReadingOptions(), "not-assessable"),
    ("vive-pico/boxing_VR.csv", ReadingOptions(), "not-assessable"),
  ]

  @Test(arguments: expected)
  func healthyEyesAreNoOpsoclonus(
    _ path: String, _ options: ReadingOptions, _ summary: String
  ) throws {
    let recordings = try RecordingReader(options: options)
      .recordings(at: DeviceFolder.path + path, id: "test")
    let analysis = Analyzer().analysis(of: try #require(recordings.first))
    #expect(analysis.summary == summary)
    #expect(analysis.patterns.isEmpty)
    if options.allowsUncalibrated {
      #expect(analysis.assessability.saccadicOscillations.level != .full)
      #expect(analysis.assessability.nystagmus.level != .full)
    }
  }
}
