@testable import Recordings

extension FormatSample {
  /// What Tobii's programs, and those of others for Tobii's trackers, write.
  static let tobii: [FormatSample] = [
    .init(
      format: "tobii-pro-lab",
      text: rows(
        "Recording timestamp [\u{3BC}s]\tSensor\tRecording resolution width\t"
          + "Recording resolution height\tGaze point left X [DACS px]\tGaze point left Y [DACS px]\t"
          + "Gaze point right X [DACS px]\tGaze point right Y [DACS px]\tValidity left\t"
          + "Validity right",
        good: { "\(4000 * $0)\tEye Tracker\t100\t80\t80\t10\t80\t10\tValid\tValid" },
        lost: {
          "\(4000 * $0)\tEye Tracker\t100\t80\t80\t10\t80\t10\tInvalid\tInvalid\n"
            + "\(4000 * $0 + 100)\tMouse\t100\t80\t\t\t\t\t\t"
        }),
      options: tenMillimetrePixels),
    .init(
      format: "tobii-studio-3",
      text: "\u{FEFF}"
        + rows(
          "ExportDate\tRecordingResolution\tRecordingTimestamp\tEyeTrackerTimestamp\t"
            + "GazePointLeftX (ADCSpx)\tGazePointLeftY (ADCSpx)\tGazePointRightX (ADCSpx)\t"
            + "GazePointRightY (ADCSpx)\tPupilLeft\tPupilRight\tValidityLeft\tValidityRight\t",
          end: "\r\n",
          good: {
            "2015\t100 x 80\t\(4 * $0)\t\(4000 * $0 + 7)\t80\t10\t80\t10\t3.1\t3.2\t0\t0\t"
          },
          lost: {
            "2015\t100 x 80\t\(4 * $0)\t\(4000 * $0 + 7)\t\t\t\t\t-1.00\t-1.00\t4\t4\t\r\n"
              + "2015\t100 x 80\t\(4 * $0 + 1)\t\t\t\t\t\t\t\t\t\t"
          }),
      options: tenMillimetrePixels),
    .init(
      format: "tobii-studio-2",
      text: "System Properties:\nOperating System\tWindows\n\nRecording resolution:\t100 x 80\n\n"
        + rows(
          "Timestamp\tNumber\tGazePointXLeft\tGazePointYLeft\tCamXLeft\tPupilLeft\tValidityLeft\t"
            + "GazePointXRight\tGazePointYRight\tPupilRight\tValidityRight\tEvent",
          good: { "\(4 * $0)\t\($0)\t80\t10\t.5\t3\t0\t80\t10\t3\t0\t" },
          lost: {
            "\(4 * $0)\t\t\t\t\t\t\t\t\t\t\tKeyPress\n"
              + "\(4 * $0)\t\($0)\t-1280\t-1024\t-1\t-1\t4\t-1280\t-1024\t-1\t4\t"
          }),
      options: tenMillimetrePixels),
    .init(
      format: "tobii-sdk",
      text: rows(
        "Time\tLGazePos2dx\tLGazePos2dy\tLPupilDm\tLValidity\tRGazePos2dx\tRGazePos2dy\tRPupilDm\t"
          + "RValidity\tRelTimestamp",
        good: { "\(2_619_771_723 + 4000 * $0)\t0.8\t0.125\t3\t0\t0.8\t0.125\t3\t0\t\(4 * $0)" },
        lost: { "\(2_619_771_723 + 4000 * $0)\t-1.0\t-1.0\t-1\t4\t-1.0\t-1.0\t-1\t4\t\(4 * $0)" }),
      options: tenMillimetrePixels),
    .init(
      format: "tobii-sdk-tuples",
      text: rows(
        "left_gaze_point_on_display_area;left_gaze_point_validity;right_gaze_point_on_display_area;"
          + "right_gaze_point_validity;system_time_stamp;device_time_stamp", end: "\r\r\n",
        good: { "(0.8, 0.125);1;(0.8, 0.125);1;1.56466617033e+15;\(3_000_000 + 4000 * $0)" },
        lost: { "(nan, nan);0;(nan, nan);0;1.56466617033e+15;\(3_000_000 + 4000 * $0)" }),
      options: tenMillimetrePixels),
    .init(
      format: "tobii-eprime",
      text: rows(
        " LeftEyePosition3dX\tXGazePosLeftEye\tYGazePosLeftEye\tValidityLeftEye\tXGazePosRightEye\t"
          + "YGazePosRightEye\tValidityRightEye\tTETTime\tTag",
        good: { "30.4\t0.8\t0.125\t0\t0.8\t0.125\t0\t\(7000 + 4000 * $0)\t" },
        lost: { "0\t-1\t-1\t4\t-1\t-1\t4\t\(7000 + 4000 * $0)\t" }),
      options: tenMillimetrePixels),
    // 0 is bad, pixels count from the middle, y up.
    .init(
      format: "tobii-psychopy",
      text: "Recording date:\t2017/08/23\nRecording resolution\t100 x 80\n\nSession Start\n"
        + rows(
          "TimeStamp\tGazePointXLeft\tGazePointYLeft\tPupilLeft\tValidityLeft\tGazePointXRight\t"
            + "GazePointYRight\tPupilRight\tValidityRight\tGazePointX\tGazePointY",
          good: { "\(4 * $0).0\t30\t30\t3\t1\t30\t30\t3\t1\t30\t30" },
          lost: { "\(4 * $0).0\tnan\tnan\tnan\t0\tnan\tnan\tnan\t0\tnan\tnan" })
        + "Session End\n", options: tenMillimetrePixels),
    // 0 is good, pixels count from the upper left, y down; the file says what the screen was.
    .init(
      format: "tobii-psychopy",
      text: "display resolution: 100x80\ndisplay size in cm: 100x80\n"
        + "distance between participant and display: 60.0 cm\n"
        + rows(
          "TimeStamp\tGazePointXLeft\tGazePointYLeft\tLeftPupil\tValidityLeft\tGazePointXRight\t"
            + "GazePointYRight\tRightPupil\tValidityRight\tGazePointX\tGazePointY\tEvent",
          good: { "\(4 * $0).0\t80\t10\t3\t0\t80\t10\t3\t0\t80\t10\t" },
          lost: { "\(4 * $0).0\t-1\t-1\t-1\t4\t-1\t-1\t-1\t4\t-1\t-1\t" })),
  ]
}
