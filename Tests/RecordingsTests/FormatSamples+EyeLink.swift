@testable import Recordings

extension FormatSample {
  /// EyeLink's text and its tables.
  static let eyeLink: [FormatSample] = [
    .init(
      format: "eyelink-asc",
      text: ascHead("LEFT")
        + rows(
          ">>>>>>> CALIBRATION (HV13,P-CR) FOR LEFT: <<<<<<<<<",
          good: { "\(100 + 4 * $0)\t   80.0\t   10.0\t  500.0\t..." },
          lost: { "\(100 + 4 * $0)\t   .\t   .\t    0.0\t...\nSSACC L  108" })
        + "END\t120 \tSAMPLES\tEVENTS\tRES\t  30.00\t  30.00\n",
      options: tenMillimetrePixels, eyes: [.left]),
    .init(
      format: "eyelink-asc",
      text: ascHead("LEFT\tRIGHT")
        + rows(
          "INPUT\t100\t0",
          good: { "\(100 + 4 * $0)\t 80.0\t 10.0\t 500.0\t 80.0\t 10.0\t 480.0\t 127.0\t....." },
          lost: { "\(100 + 4 * $0)\t .\t .\t 0.0\t .\t .\t 0.0\t 127.0\t.C.C." }),
      options: tenMillimetrePixels),
    .init(
      format: "eyelink-sample-report",
      text: rows(
        "RECORDING_SESSION_LABEL\tTRIAL_INDEX\tRIGHT_GAZE_Y\tRIGHT_GAZE_X\tLEFT_GAZE_X\tLEFT_GAZE_Y"
          + "\tTIMESTAMP\tRIGHT_IN_BLINK",
        good: { "s1\t1\t10.0\t80.0\t.\t.\t\(1_047_304 + 4 * $0).0\t0" },
        lost: { "s1\t1\t.\t.\t.\t.\t\(1_047_304 + 4 * $0).0\t1" }),
      options: tenMillimetrePixels, eyes: [.right]),
    .init(
      format: "gazecom-coord",
      text: "# made by hand\ngaze 100 80\ngeometry distance 0.6 width 1.0 height 0.8\n"
        + (0..<5).map { "\(4000 * $0) 80.0 10.0 \($0 == 2 ? 0 : 1)\n" }.joined(),
      eyes: [.unknown]),
  ]

  private static func ascHead(_ eyes: String) -> String {
    "** CONVERTED FROM a.edf using edfapi\n** DATE: Wed\n**\n\nMSG\t90 DISPLAY_COORDS 0 0 99 79\n"
      + "START\t100 \t\(eyes)\tSAMPLES\tEVENTS\nPRESCALER\t1\n"
      + "SAMPLES\tGAZE\t\(eyes)\tRATE\t 250.00\tTRACKING\tCR\tFILTER\t2\n"
  }
}
