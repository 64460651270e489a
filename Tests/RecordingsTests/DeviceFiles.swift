import Foundation

@testable import Recordings

/// The device exports that stand beside the package on development machines, and what each holds.
enum DeviceFiles {
  /// `../shared/data/devices`, seen from the package.
  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/shared/data/devices"

  static var areThere: Bool { FileManager.default.fileExists(atPath: folder) }

  private static let uncalibrated = ReadingOptions(allowsUncalibrated: true)
  /// The column `time` counts samples from 0; HBN's, at 120 Hz by the description of its data set.
  private static func counted(at rate: Double) -> ReadingOptions {
    ReadingOptions(rate: rate, allowsUncalibrated: true)
  }
  private static let headerless = ReadingOptions(
    columns: ColumnMap(columns: [
      .init(column: "1", role: "horizontal"), .init(column: "2", role: "vertical"),
    ]), rate: 60, allowsUncalibrated: true)

  /// The missing shares of EyeLink, Data Viewer, EyeTribe, SimpleGazeTracker, SMI, TX300, E-Prime,
  /// Pico and Pupil Core files were counted by another program; those of the others were looked up in
  /// the file.
  static let readable: [DeviceFile] = [
    .init(
      path: "bids/sub-EP10_ses-01_task-dots_run-01_recording-eye1_physio.tsv.gz",
      options: uncalibrated,
      format: "bids-physio", rate: 10, unit: .pixels, eyes: [.left], rows: 51,
      missingPercent: 0.0),
    .init(
      path: "eog/test_250Hz.csv", options: uncalibrated,
      format: "eog", rate: 250, unit: .arbitrary, eyes: [.unknown], rows: 13116,
      missingPercent: 0.0),
    .init(
      path: "eyelink-asc/bino1000.asc.gz",
      format: "eyelink-asc", rate: 1000, eyes: [.left, .right], rows: 3467,
      missingPercent: 0.0),
    .init(
      path: "eyelink-asc/bino500.asc.gz",
      format: "eyelink-asc", rate: 500, eyes: [.left, .right], rows: 1745,
      missingPercent: 0.0),
    .init(
      path: "eyelink-asc/binocular.asc",
      format: "eyelink-asc", rate: 500, eyes: [.left, .right], rows: 105,
      missingPercent: 0.0),
    .init(
      path: "eyelink-asc/eyelink_binocular_example.asc",
      format: "eyelink-asc", rate: 1000, eyes: [.left, .right], rows: 368,
      missingPercent: 21.74),
    .init(
      path: "eyelink-asc/eyelink_monocular_2khz_example.asc",
      format: "eyelink-asc", rate: 2000, eyes: [.left], rows: 16,
      missingPercent: 0.0),
    .init(
      path: "eyelink-asc/eyelink_monocular_example.asc",
      format: "eyelink-asc", rate: 1000, eyes: [.left], rows: 16,
      missingPercent: 0.0),
    .init(
      path: "eyelink-asc/eyelink_monocular_no_dummy_example.asc", options: uncalibrated,
      format: "eyelink-asc", rate: 500, unit: .pixels, eyes: [.left], rows: 297,
      missingPercent: 23.23),
    .init(
      path: "eyelink-asc/memory.asc",
      format: "eyelink-asc", rate: 1000, eyes: [.right], rows: 20767,
      missingPercent: 0.27),
    .init(
      path: "eyelink-asc/mono1000.asc.gz",
      format: "eyelink-asc", rate: 1000, eyes: [.right], rows: 3619,
      missingPercent: 0.0),
    .init(
      path: "eyelink-asc/mono2000.asc.gz",
      format: "eyelink-asc", rate: 2000, eyes: [.right], rows: 8976,
      missingPercent: 0.0),
    .init(
      path: "eyelink-asc/mono250.asc.gz",
      format: "eyelink-asc", rate: 250, eyes: [.left], rows: 914,
      missingPercent: 0.0),
    .init(
      path: "eyelink-asc/monoRemote250.asc.gz",
      format: "eyelink-asc", rate: 250, eyes: [.left], rows: 5129,
      missingPercent: 0.0),
    .init(
      path: "eyelink-asc/raccoons.asc", options: uncalibrated,
      format: "eyelink-asc", rate: 1000, unit: .pixels, eyes: [.left], rows: 433,
      missingPercent: 19.63),
    .init(
      path: "eyelink-dataviewer/VWdat_sample_report_first20000.txt", options: uncalibrated,
      format: "eyelink-sample-report", rate: 1000, unit: .pixels, eyes: [.right], rows: 20000,
      missingPercent: 0.0),
    .init(
      path: "eyetribe/EthanEyeTribe.tsv",
      format: "eyetribe", rate: 60.1, eyes: [.left, .right], rows: 8415,
      missingPercent: 8.29),
    .init(
      path: "ics-impulse/VVOR_Example_Data_Right_Neuritis.csv",
      format: "ics-impulse", rate: 245.8, eyes: [.unknown], rows: 6909,
      missingPercent: 0.0),
    .init(
      path: "ics-impulse/example_data.txt",
      format: "ics-otosuite", rate: 245.8, eyes: [.right], rows: 7291,
      missingPercent: 0.0),
    .init(
      path: "openiris/postproc_first_2000_rows.txt", options: uncalibrated,
      format: "openiris", rate: 250, unit: .pixels, eyes: [.left, .right], rows: 2000,
      missingPercent: 0.0),
    .init(
      path: "pupil-core/gaze_positions.csv",
      format: "pupil-core", rate: 199.7, eyes: [.left, .right], rows: 2054,
      missingPercent: 21.47),
    .init(
      path: "pupil-invisible/gaze.csv",
      format: "pupil-cloud-gaze", rate: 182, eyes: [.cyclopean], rows: 3385,
      missingPercent: 3.25),
    .init(
      path: "simplegazetracker/test01.csv",
      format: "simple-gaze-tracker", rate: 400, eyes: [.left], rows: 8889,
      missingPercent: 4.68),
    .init(
      path: "simplegazetracker/test02.csv",
      format: "simple-gaze-tracker", rate: 200, eyes: [.left, .right], rows: 4444,
      missingPercent: 0.29),
    .init(
      path: "smi/samples_first_20000_lines.txt",
      format: "smi", rate: 50, eyes: [.left], rows: 19964,
      // 61.86 without pupil; in the others the tracker, not yet calibrated, writes the screen's middle.
      missingPercent: 61.86 + 3.36),
    .init(
      path: "table-heads/binocular_example.csv", options: counted(at: 1000),
      format: "table", rate: 1000, unit: .pixels, eyes: [.left, .right], rows: 10,
      missingPercent: 0.0),
    .init(
      path: "table-heads/didec_example.txt", options: uncalibrated,
      format: "smi", rate: 249.9, unit: .pixels, eyes: [.left, .right], rows: 15,
      missingPercent: 0.0),
    .init(
      path: "table-heads/emtec_example.csv", options: uncalibrated,
      format: "emtec", rate: 2000, unit: .pixels, eyes: [.right], rows: 20,
      missingPercent: 0.0),
    .init(
      path: "table-heads/gaze-toy-example.csv", options: uncalibrated,
      format: "table", rate: 250, unit: .arbitrary, eyes: [.unknown], rows: 4306,
      missingPercent: 0.0),
    .init(
      path: "table-heads/gaze-with-loss.csv", options: uncalibrated,
      format: "table", rate: 250, unit: .arbitrary, eyes: [.unknown], rows: 1000,
      missingPercent: 17.8),
    .init(
      path: "table-heads/gaze_on_faces_example.csv", options: headerless,
      format: "table", rate: 60, unit: .arbitrary, eyes: [.unknown], rows: 10,
      missingPercent: 0.0),
    .init(
      path: "table-heads/gazebase_example.csv",
      format: "gazebase", rate: 1000, eyes: [.left], rows: 10,
      missingPercent: 0.0),
    .init(
      path: "table-heads/gazebase_vr_example.csv",
      format: "gazebase-vr", rate: 250.4, eyes: [.left, .right], rows: 10,
      missingPercent: 0.0),
    .init(
      path: "table-heads/gazegraph_example.csv", options: headerless,
      format: "table", rate: 60, unit: .arbitrary, eyes: [.unknown], rows: 10,
      missingPercent: 0.0),
    .init(
      path: "table-heads/hbn_example.csv", options: counted(at: 120),
      format: "table", rate: 120, unit: .pixels, eyes: [.unknown], rows: 10,
      missingPercent: 0.0),
    .init(
      path: "table-heads/judo1000_example.csv", options: uncalibrated,
      format: "judo1000", rate: 1000, unit: .pixels, eyes: [.left, .right], rows: 10,
      missingPercent: 0.0),
    .init(
      path: "table-heads/missing_values_example.csv", options: counted(at: 1000),
      format: "table", rate: 1000, unit: .pixels, eyes: [.unknown], rows: 103,
      missingPercent: 98.06),
    .init(
      path: "table-heads/monocular_example.csv", options: counted(at: 1000),
      format: "table", rate: 1000, unit: .pixels, eyes: [.left], rows: 10,
      missingPercent: 0.0),
    .init(
      path: "table-heads/monocular_example.tsv", options: counted(at: 1000),
      format: "table", rate: 1000, unit: .pixels, eyes: [.left], rows: 10,
      missingPercent: 0.0),
    .init(
      path: "table-heads/potec_example.tsv", options: uncalibrated,
      format: "table", rate: 1000, unit: .arbitrary, eyes: [.unknown], rows: 10,
      missingPercent: 0.0),
    .init(
      path: "table-heads/potsdam_binge_pvt_example.csv", options: uncalibrated,
      format: "potsdam-binge", rate: 1000, unit: .pixels, eyes: [.unknown], rows: 29,
      missingPercent: 0.0),
    .init(
      path: "table-heads/sbsat_example.csv", options: uncalibrated,
      format: "sb-sat", rate: 1000, unit: .pixels, eyes: [.left], rows: 10,
      missingPercent: 0.0),
    .init(
      path: "tobii-4c/4Ctest.csv", options: uncalibrated,
      format: "tobii-sdk-tuples", rate: 90.1, unit: .arbitrary, eyes: [.left, .right], rows: 453,
      missingPercent: 0.22),
    .init(
      path: "tobii-eprime/cg8mo_par0_SRT2_trial01.emptyrows.gazedata", options: uncalibrated,
      format: "tobii-eprime", rate: 300, unit: .arbitrary, eyes: [.left, .right], rows: 1196,
      missingPercent: 15.89),
    .init(
      path: "tobii-eprime/cg8mo_par0_SRT2_trial01.gazedata", options: uncalibrated,
      format: "tobii-eprime", rate: 300, unit: .arbitrary, eyes: [.left, .right], rows: 1196,
      missingPercent: 15.89),
    .init(
      path: "tobii-eprime/sample.gazedata", options: uncalibrated,
      format: "tobii-eprime", rate: 299.9, unit: .arbitrary, eyes: [.left, .right], rows: 10,
      missingPercent: 0.0),
    .init(
      path: "tobii-psychopy/Ethan_TOBII_output.tsv",
      format: "tobii-psychopy", rate: 60, eyes: [.left, .right], rows: 16507,
      missingPercent: 8.58),
    .init(
      path: "tobii-psychopy/test03_ptc.tsv", options: uncalibrated,
      format: "tobii-psychopy", rate: 60, unit: .pixels, eyes: [.left, .right], rows: 1528,
      missingPercent: 12.17),
    .init(
      path: "tobii-tx300/1.tsv", options: uncalibrated,
      format: "tobii-sdk", rate: 300, unit: .arbitrary, eyes: [.left, .right], rows: 651,
      missingPercent: 1.38),
    .init(
      path: "tobii-tx300/2.tsv", options: uncalibrated,
      format: "tobii-sdk", rate: 300, unit: .arbitrary, eyes: [.left, .right], rows: 1206,
      missingPercent: 3.23),
    .init(
      path: "tobii-tx300/3.tsv", options: uncalibrated,
      format: "tobii-sdk", rate: 300, unit: .arbitrary, eyes: [.left, .right], rows: 1207,
      missingPercent: 36.95),
    .init(
      path: "vive-pico/TESTNA01_2D_Fist3.csv",
      format: "vive-sranipal", rate: 120, eyes: [.left, .right], rows: 1518,
      missingPercent: 13.83),
    .init(
      path: "vive-pico/boxing_VR.csv",
      format: "pico-neo", rate: 90, eyes: [.cyclopean], rows: 492,
      missingPercent: 1.22),
  ]

  /// Files without samples, and files that need an option that is not given.
  static let refused: [(String, ReadingOptions, String)] = [
    (
      "bids/sub-EP10_ses-01_task-dots_run-01_recording-eye1_physioevents.tsv.gz", uncalibrated,
      "not-samples"
    ),
    ("pupil-invisible/blinks.csv", uncalibrated, "not-samples"),
    ("smi/events_head.txt", uncalibrated, "not-samples"),
    ("table-heads/18sat_fixfinal.csv", uncalibrated, "not-samples"),
    ("table-heads/copco_rm_dummy.csv", uncalibrated, "not-samples"),
    ("vive-pico/TESTVA03_2D_Spread9.csv", uncalibrated, "header-only"),
    ("eog/test_250Hz.csv", ReadingOptions(), "uncalibrated"),
    ("openiris/postproc_first_2000_rows.txt", ReadingOptions(), "uncalibrated"),
    ("eyelink-asc/raccoons.asc", ReadingOptions(), "pixels-without-geometry"),
    ("tobii-4c/4Ctest.csv", ReadingOptions(), "pixels-without-geometry"),
    ("table-heads/potec_example.tsv", ReadingOptions(), "no-unit"),
    ("table-heads/gaze_on_faces_example.csv", ReadingOptions(), "no-header"),
  ]
}
