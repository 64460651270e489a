@testable import Recordings

extension FormatSample {
  /// Video-oculography, goggles, and other makers' eye trackers.
  static let others: [FormatSample] = [
    .init(
      format: "openiris",
      text: rows(
        "LeftFrameNumber LeftSeconds LeftPupilX LeftPupilY LeftTorsion RightPupilX RightPupilY "
          + "RightTorsion",
        good: { "\($0) 0.\(format3($0 * 4)) 80 10 1.5 80 10 -1.5" },
        lost: { "\($0) 0.\(format3($0 * 4)) 0.0000 0.0000 0 0.0000 0.0000 0" }),
      options: uncalibrated, horizontal: -80, vertical: -10, unit: .pixels),
    // One signal a line, decimal commas, the head's beside the eye's.
    .init(
      format: "ics-impulse",
      text: "EXAMPLE\n\nTest Type;RVVO \u{2014} Horizontal\nCalibration \u{394}:;22;;\n"
        + "Elapsed Time (s);0;0,004;0,008;0,012;0,016;\nEye Data;-12,5;3;;4;-12,5;\n"
        + "Head Data;1,5;1;0;-1;-2;\n",
      eyes: [.unknown], horizontal: -12.5, vertical: nil, quantity: .velocity),
    .init(
      format: "ics-otosuite",
      text:
        "<TestUID>1</TestUID><ListSeparator>;</ListSeparator><DecimalSeparator>,</DecimalSeparator>"
        + "\n"
        + rows(
          "<Time><LateralHead><EyeVelHR><HeadPosW>",
          good: { "\(1_043_851_317 + 40000 * $0);-0,6;-12,5;1" },
          lost: { "\(1_043_851_317 + 40000 * $0);-0,6;;1" }),
      eyes: [.right], horizontal: -12.5, vertical: nil, quantity: .velocity),
    .init(
      format: "smi",
      text: "## [iView]\r\n## Calibration Area:\t100\t80\r\n"
        + "## Stimulus Dimension [mm]:\t1000\t800\r\n## Head Distance [mm]:\t600\r\n## \r\n"
        + rows(
          "Time\tType\tTrial\tL Raw X [px]\tL Dia X [px]\tL POR X [px]\tL POR Y [px]\tTiming",
          end: "\r\n",
          good: { "\(2_152_080_664 + 4000 * $0)\tSMP\t1\t212.2\t33.4\t80.00\t10.00\t0" },
          lost: {
            "\(2_152_080_664 + 4000 * $0)\tMSG\t1\tScene Image\r\n"
              + "\(2_152_080_664 + 4000 * $0)\tSMP\t1\t212.2\t33.4\t0.00\t0.00\t0"
          }), eyes: [.left]),
    // FPOG is filtered to fixations; the last delimiter names no column.
    .init(
      format: "gazepoint",
      text: rows(
        "MEDIA_ID,TIME(2022/09/19 13:34:49.156),FPOGX,FPOGY,FPOGV,BPOGX,BPOGY,BPOGV,",
        good: { "0,0.\(format3($0 * 4)),0.1,0.1,1,0.8,0.125,1," },
        lost: { "0,0.\(format3($0 * 4)),0.1,0.1,1,0.8,0.125,0," }),
      options: tenMillimetrePixels, eyes: [.cyclopean]),
    .init(
      format: "eyetribe",
      text: rows(
        "timestamp\ttime\tfix\tstate\trawx\trawy\tLrawx\tLrawy\tLpsize\tRrawx\tRrawy\tRpsize",
        good: {
          "2016-05-14 17:18:54.6\t\(824_370_400 + 4 * $0)\tTrue\t7\t9\t9\t80\t10\t20\t80\t10\t20"
        },
        lost: {
          "MSG\t2016-05-14 17:18:54.6\t824370405\tdisplay resolution: 100x80\n"
            + "2016-05-14 17:18:54.6\t\(824_370_400 + 4 * $0)\tTrue\t8\t0\t0\t0.0\t0.0\t0\t0.0\t0.0\t0"
        }), options: tenMillimetrePixels),
    .init(
      format: "simple-gaze-tracker",
      text: "#SimpleGazeTrackerDataFile\n#DATAFORMAT,T,LX,LY,RX,RY,LP,RP\n#SCREEN_WIDTH,100\n"
        + "#SCREEN_HEIGHT,80\n#DOTS_PER_CENTIMETER_H,1\n#DOTS_PER_CENTIMETER_V,1\n"
        + "#VIEWING_DISTANCE,60\n#SCREEN_ORIGIN,BottomLeft\n"
        + rows(
          "#START_REC,2012,10,3\n#MESSAGE,0,\u{8A66}\u{884C}",
          good: { "\(4 * $0).000,80,70,80,70,132.1,130" },
          lost: { "\(4 * $0).000,FAIL,FAIL,NOPURKINJE,MULTIPURKINJE,FAIL,FAIL" }) + "#STOP_REC\n"),
    .init(
      format: "smart-eye",
      text: rows(
        "FrameNumber\tRealTimeClock\tGazeDirectionQ\tGazeHeading\tGazePitch\tFilteredGazeHeading\t"
          + "FilteredGazePitch",
        good: { "\($0)\t\(132_000_000_000_000_000 + 40000 * $0)\t0.9\t-0.5\t0.25\t0\t0" },
        lost: { "\($0)\t\(132_000_000_000_000_000 + 40000 * $0)\t0\t0\t0\t0\t0" }),
      eyes: [.cyclopean], horizontal: 28.64789, vertical: 14.323945),
    .init(
      format: "viewpoint",
      text: "3\tScreenSize\t1000\t800\n3\tViewingDistance\t600\n"
        + "6\tATT\tADT\tALX\tALY\tAPW\tAQU\n"
        + rows(
          "5\tTotalTime\tDeltaTime\tX_Gaze\tY_Gaze\tPupilWidth\tQuality",
          good: { "10\t0.\(format3($0 * 4))\t4\t0.8\t0.125\t0.1\t0" },
          lost: { "12\t0.006\tmarker\n10\t0.\(format3($0 * 4))\t4\t\t\t\t5" }
        ), options: tenMillimetrePixels, eyes: [.right]),
    .init(
      format: "trackpixx3",
      text: rows(
        "TimeTag,LeftEyeX,LeftEyeY,LeftPupilDiameter,RightEyeX,RightEyeY,RightPupilDiameter,"
          + "DigitalIn,LeftBlink,RightBlink",
        good: { "0.\(format3($0 * 4)),30,30,20,30,30,20,0,0,0" },
        lost: { "0.\(format3($0 * 4)),30,30,20,30,30,20,0,1,1" }),
      options: tenMillimetrePixels),
    .init(
      format: "asl",
      text: rows(
        "XDAT\tpupil_diam\thorz_gaze_coord\tvert_gaze_coord",
        good: { _ in "0\t44\t130\t-20" }, lost: { _ in "0\t0\t6552\t0" }),
      options: ReadingOptions(rate: 250, allowsUncalibrated: true), eyes: [.unknown],
      horizontal: 130, vertical: 20, unit: .arbitrary),
    .init(
      format: "webgazer",
      text: rows(
        "Time,X Coordinate,Y Coordinate", good: { "\(4 * $0).5,80,10" },
        lost: { "\(4 * $0).5,NaN,NaN" }), options: tenMillimetrePixels, eyes: [.cyclopean]),
  ]

  static let uncalibrated = ReadingOptions(allowsUncalibrated: true)

  /// A number with three digits.
  static func format3(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 3 - "\(number)".count)) + "\(number)"
  }
}
