extension Format {
  /// Tobii Pro Lab's text export: sensors are interleaved in rows, validity is a word.
  static let tobiiProLab = Format(
    TableFormat(
      name: "tobii-pro-lab", title: "Tobii Pro Lab",
      signature: ["Recording timestamp*", "Gaze point*"],
      columns: [
        .time("Recording timestamp [us]", .microseconds),
        .time("Recording timestamp [ms]", .milliseconds),
        .time("Recording timestamp [ns]", .nanoseconds),
        .time("Recording timestamp", nil),
      ] + proLabPoint(.left, " left") + proLabPoint(.right, " right") + proLabPoint(.cyclopean, "")
        + [
          .pupil(.left, "Pupil diameter left*"), .pupil(.right, "Pupil diameter right*"),
          .pupil(.left, "Pupil left*"), .pupil(.right, "Pupil right*"),
          .validity(.left, "Validity left", .deduced(isCalledValid: false)),
          .validity(.right, "Validity right", .deduced(isCalledValid: false)),
        ],
      frame: .gazeOnScreen, kind: ("Sensor", "Eye Tracker"), complete: proLabScreen))

  private static func proLabPoint(_ eye: Eye, _ side: String) -> [FormatColumn] {
    let units: [(String, PositionUnit)] = [
      (" [DACS px]", .pixels), (" [MCS px]", .pixels), ("", .pixels),
      (" [DACS norm]", .screenShare),
      (" [MCS norm]", .screenShare),
    ]
    return units.flatMap { text, unit in
      FormatColumn.point(eye, "Gaze point\(side) X\(text)", "Gaze point\(side) Y\(text)", unit)
    }
  }

  /// The size of the screen stands in every row; glasses have directions and no screen.
  private static func proLabScreen(
    _ layout: inout TableLayout, _ opening: Opening, _ row: [String]
  ) {
    func value(_ name: String) -> Double? {
      layout.names.firstIndex { FormatColumn.normalised($0) == name }.flatMap { row[safe: $0] }
        .flatMap { $0.numbers.first }
    }
    layout.geometry.widthPixels = value("recording resolution width")
    layout.geometry.heightPixels = value("recording resolution height")
  }

  /// Tobii Studio 3: a wide table that repeats its metadata in each row, with rows of mouse and key
  /// between those of samples, which have no stamp of the tracker.
  static let tobiiStudio3 = Format(
    TableFormat(
      name: "tobii-studio-3", title: "Tobii Studio 3",
      signature: ["RecordingTimestamp", "GazePointLeftX (ADCSpx)", "ValidityLeft"],
      columns: [
        .time("EyeTrackerTimestamp", .microseconds),
        .time("RecordingTimestamp", .milliseconds),
        .pupil(.left, "PupilLeft", missing: [-1]), .pupil(.right, "PupilRight", missing: [-1]),
        .validity(.left, "ValidityLeft", .good([0, 1])),
        .validity(.right, "ValidityRight", .good([0, 1])),
      ] + FormatColumn.point(.left, "GazePointLeftX (ADCSpx)", "GazePointLeftY (ADCSpx)", .pixels)
        + FormatColumn.point(
          .right, "GazePointRightX (ADCSpx)", "GazePointRightY (ADCSpx)", .pixels),
      frame: .gazeOnScreen,
      complete: { layout, _, row in
        let column = layout.names.firstIndex { $0.hasPrefix("RecordingResolution") }
        let size = column.flatMap { row[safe: $0] }?.numbers ?? []
        if size.count == 2 {
          (layout.geometry.widthPixels, layout.geometry.heightPixels) = (size[0], size[1])
        }
      }))

  /// Tobii Studio 2: a preamble of some thirty lines, rows of events between those of samples.
  static let tobiiStudio2 = Format(
    TableFormat(
      name: "tobii-studio-2", title: "Tobii Studio 2",
      signature: ["GazePointXLeft", "CamXLeft", "ValidityLeft", "Timestamp"],
      columns: [
        .time("Timestamp", .milliseconds),
        .pupil(.left, "PupilLeft", missing: [-1]), .pupil(.right, "PupilRight", missing: [-1]),
        .validity(.left, "ValidityLeft", .good([0, 1])),
        .validity(.right, "ValidityRight", .good([0, 1])),
      ] + FormatColumn.point(.left, "GazePointXLeft", "GazePointYLeft", .pixels)
        + FormatColumn.point(.right, "GazePointXRight", "GazePointYRight", .pixels),
      frame: .gazeOnScreen, required: ["Number"], allowsMessages: true,
      complete: { layout, opening, _ in
        let size = opening.numbers(after: "Recording resolution:")
        if size.count >= 2 {
          (layout.geometry.widthPixels, layout.geometry.heightPixels) = (size[0], size[1])
        }
      }))

  /// What the Tobii SDK's Matlab binding writes, as for the TX300.
  static let tobiiSDK = Format(
    TableFormat(
      name: "tobii-sdk", title: "Tobii SDK",
      signature: ["LGazePos2dx", "RGazePos2dx", "LValidity", "RValidity"],
      columns: [
        .time("Time", .microseconds),
        .pupil(.left, "LPupilDm", missing: [-1]), .pupil(.right, "RPupilDm", missing: [-1]),
        .validity(.left, "LValidity", .good([0, 1])),
        .validity(.right, "RValidity", .good([0, 1])),
      ] + FormatColumn.point(.left, "LGazePos2dx", "LGazePos2dy", .screenShare)
        + FormatColumn.point(.right, "RGazePos2dx", "RGazePos2dy", .screenShare),
      frame: .gazeOnScreen, missingPair: -1))

  /// What the newer Tobii SDK's Python binding gives, written cell by cell: points are pairs in
  /// brackets, and the system's stamp is rounded to 10 ms.
  static let tobiiSDKTuples = Format(
    TableFormat(
      name: "tobii-sdk-tuples", title: "Tobii SDK (Python)",
      signature: ["left_gaze_point_on_display_area", "right_gaze_point_on_display_area"],
      columns: [
        .time("device_time_stamp", .microseconds), .time("system_time_stamp", .microseconds),
        .pupil(.left, "left_pupil_diameter"), .pupil(.right, "right_pupil_diameter"),
        .validity(.left, "left_gaze_point_validity", .good([1])),
        .validity(.right, "right_gaze_point_validity", .good([1])),
      ]
        + [(Eye.left, "left"), (.right, "right")].flatMap { eye, side in
          [Axis.horizontal, .vertical].enumerated().map { part, axis in
            FormatColumn.position(
              eye, axis, "\(side)_gaze_point_on_display_area", .screenShare, part: part)
          }
        },
      frame: .gazeOnScreen))

  /// The `.gazedata` of the Tobii extensions for E-Prime.
  static let tobiiEPrime = Format(
    TableFormat(
      name: "tobii-eprime", title: "Tobii for E-Prime",
      signature: ["XGazePosLeftEye", "ValidityLeftEye", "TETTime"],
      columns: [
        .time("TETTime", .microseconds),
        .pupil(.left, "LeftEyePupilDiameter", missing: [-1]),
        .pupil(.right, "RightEyePupilDiameter", missing: [-1]),
        .validity(.left, "ValidityLeftEye", .good([0, 1])),
        .validity(.right, "ValidityRightEye", .good([0, 1])),
      ] + FormatColumn.point(.left, "XGazePosLeftEye", "YGazePosLeftEye", .screenShare)
        + FormatColumn.point(.right, "XGazePosRightEye", "YGazePosRightEye", .screenShare),
      frame: .gazeOnScreen, missingPair: -1))

  /// The text that PsychoPy's and PyGaze's controllers for Tobii trackers write.
  ///
  /// PyGaze counts validity as Tobii does (0 good) in pixels from the upper left; PsychoPy the other
  /// way round (0 bad), in pixels from the middle with y up.
  static let tobiiPsychoPy = Format(
    TableFormat(
      name: "tobii-psychopy", title: "Tobii by PsychoPy or PyGaze",
      signature: ["TimeStamp", "GazePointXLeft", "GazePointYLeft", "ValidityLeft", "GazePointX"],
      columns: [
        .time("TimeStamp", .milliseconds),
        .pupil(.left, "PupilLeft", missing: [-1]), .pupil(.right, "PupilRight", missing: [-1]),
        .pupil(.left, "LeftPupil", missing: [-1]), .pupil(.right, "RightPupil", missing: [-1]),
        .validity(.left, "ValidityLeft", .deduced(isCalledValid: false)),
        .validity(.right, "ValidityRight", .deduced(isCalledValid: false)),
      ] + FormatColumn.point(.left, "GazePointXLeft", "GazePointYLeft", .pixels)
        + FormatColumn.point(.right, "GazePointXRight", "GazePointYRight", .pixels),
      frame: .gazeOnScreen, missingPair: -1, allowsMessages: true,
      complete: { layout, opening, _ in
        let isPyGaze = layout.names.contains("LeftPupil")
        for index in layout.columns.indices where layout.columns[index].validity != nil {
          layout.columns[index].validity = .good(isPyGaze ? [0, 1] : [1])
        }
        if !isPyGaze {
          layout.geometry.origin = .centre
          layout.remarks.append(
            "Pixels count from the screen's middle, y up, as PsychoPy writes them.")
        }
        layout.geometry.readPyGaze(opening)
      }))
}

extension ScreenGeometry {
  /// What PyGaze, and what writes like it, says about the screen in the preamble.
  mutating func readPyGaze(_ opening: Opening) {
    let resolution = opening.numbers(after: "display resolution:")
    let stated = resolution.isEmpty ? opening.numbers(after: "Recording resolution") : resolution
    if stated.count == 2 { (widthPixels, heightPixels) = (stated[0], stated[1]) }
    let centimetres = opening.numbers(after: "display size in cm:")
    if centimetres.count == 2 {
      (widthMillimetres, heightMillimetres) = (centimetres[0] * 10, centimetres[1] * 10)
    }
    let distance = opening.numbers(after: "distance between participant and display:")
    if let centimetres = distance.first { distanceMillimetres = centimetres * 10 }
  }
}
