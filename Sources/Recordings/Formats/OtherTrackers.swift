extension Format {
  /// Gazepoint's export. The name of the time column holds the recording's date. FPOG is the point
  /// filtered to fixations, which hides saccades; BPOG is the best point of both eyes.
  static let gazepoint = Format(
    TableFormat(
      name: "gazepoint", title: "Gazepoint", signature: ["TIME*", "BPOGX", "BPOGY", "BPOGV"],
      columns: [
        .time("TIME(*", .seconds), .time("TIME", .seconds),
        .validity(.left, "LPOGV", .good([1])), .validity(.right, "RPOGV", .good([1])),
        .validity(.cyclopean, "BPOGV", .good([1])),
        .pupil(.left, "LPD"), .pupil(.right, "RPD"), .pupil(.cyclopean, "LPD"),
      ] + FormatColumn.point(.left, "LPOGX", "LPOGY", .screenShare)
        + FormatColumn.point(.right, "RPOGX", "RPOGY", .screenShare)
        + FormatColumn.point(.cyclopean, "BPOGX", "BPOGY", .screenShare),
      frame: .gazeOnScreen))

  /// EyeTribe as PyTribe writes it: messages are rows of four cells, a lost eye is 0 0, and the averaged
  /// columns are smoothed.
  static let eyeTribe = Format(
    TableFormat(
      name: "eyetribe", title: "EyeTribe (PyTribe)",
      signature: ["timestamp", "time", "state", "Lrawx", "Rrawx"],
      columns: [
        .time("time", .milliseconds), .pupil(.left, "Lpsize", missing: [0]),
        .pupil(.right, "Rpsize", missing: [0]),
      ] + FormatColumn.point(.left, "Lrawx", "Lrawy", .pixels)
        + FormatColumn.point(.right, "Rrawx", "Rrawy", .pixels),
      frame: .gazeOnScreen, missingPair: 0, allowsMessages: true,
      complete: { layout, opening, _ in layout.geometry.readPyGaze(opening) }))

  /// Smart Eye Pro's log: angles in radians; twins named Filtered are passed over.
  static let smartEye = Format(
    TableFormat(
      name: "smart-eye", title: "Smart Eye Pro",
      signature: ["FrameNumber", "*GazeHeading", "*GazePitch"],
      columns: [
        .time("RealTimeClock", .ticks), .time("TimeStamp", .ticks),
        .validity(.left, "LeftGazeDirectionQ", .atLeast(0.001)),
        .validity(.right, "RightGazeDirectionQ", .atLeast(0.001)),
        .validity(.cyclopean, "GazeDirectionQ", .atLeast(0.001)),
        .pupil(.left, "LeftPupilDiameter", missing: [0]),
        .pupil(.right, "RightPupilDiameter", missing: [0]),
      ]
        + [(Eye.left, "Left"), (.right, "Right"), (.cyclopean, "")].flatMap { eye, side in
          [
            .position(eye, .horizontal, "\(side)GazeHeading", .radians, reversed: true),
            .position(eye, .vertical, "\(side)GazePitch", .radians),
          ]
        },
      frame: .gazeInWorld,
      remarks: [
        "Headings are taken to rise to the patient's left and pitches upwards, as in a right-handed "
          + "frame; the file does not say how its world was defined."
      ]))

  /// VPixx TRACKPixx3: pixels from the middle of the screen, y up.
  static let trackPixx = Format(
    TableFormat(
      name: "trackpixx3", title: "VPixx TRACKPixx3",
      signature: ["TimeTag", "LeftEyeX", "LeftEyeY", "RightEyeX", "RightEyeY"],
      columns: [
        .time("TimeTag", .seconds), .pupil(.left, "LeftPupilDiameter"),
        .pupil(.right, "RightPupilDiameter"), .validity(.left, "LeftBlink", .good([0])),
        .validity(.right, "RightBlink", .good([0])),
      ] + FormatColumn.point(.left, "LeftEyeX", "LeftEyeY", .pixels)
        + FormatColumn.point(.right, "RightEyeX", "RightEyeY", .pixels),
      frame: .gazeOnScreen, geometry: .centred,
      remarks: ["Eyes are named as in the file; some set-ups swap them."]))

  /// ASL's text: its own units of some 261 across, a lost pupil 0, no clock.
  static let asl = Format(
    TableFormat(
      name: "asl", title: "ASL", signature: ["XDAT", "horz_gaze_coord", "vert_gaze_coord"],
      columns: [
        .pupil(.unknown, "pupil_diam", missing: [0]),
        .validity(.unknown, "pupil_diam", .atLeast(0.5)),
        .position(.unknown, .horizontal, "horz_gaze_coord", .arbitrary),
        .position(.unknown, .vertical, "vert_gaze_coord", .arbitrary, reversed: true),
      ],
      frame: .gazeOnScreen))

  /// WebGazer's predictions in a browser: pixels, some 20 to 45 Hz.
  static let webGazer = Format(
    TableFormat(
      name: "webgazer", title: "WebGazer", signature: ["Time", "X Coordinate", "Y Coordinate"],
      columns: [.time("Time", .milliseconds)]
        + FormatColumn.point(.cyclopean, "X Coordinate", "Y Coordinate", .pixels),
      frame: .gazeOnScreen))

  /// HTC Vive Pro Eye by SRanipal: directions with x to the left (the left eye's origin is at positive
  /// x), and a bit field of validity, 31 where all is known. The column in ms overflows.
  static let viveSRanipal = Format(
    TableFormat(
      name: "vive-sranipal", title: "HTC Vive Pro Eye (SRanipal)",
      signature: ["time(100ns)", "eye_valid_L", "gaze_direct_L.x"],
      columns: [
        .time("time(100ns)", .ticks),
        .validity(.left, "eye_valid_L", .good([31])), .validity(.right, "eye_valid_R", .good([31])),
        .pupil(.left, "pupil_diameter_L(mm)", missing: [-1]),
        .pupil(.right, "pupil_diameter_R(mm)", missing: [-1]),
        .head(.horizontal, "helmet_rot_y", .degrees), .head(.vertical, "helmet_rot_x", .degrees),
      ] + FormatColumn.direction(.left, "gaze_direct_L.", reversed: [.x])
        + FormatColumn.direction(.right, "gaze_direct_R.", reversed: [.x]),
      frame: .eyeInHead))

  /// Pico Neo 3: the direction of both eyes together; a status of 52 is good.
  static let picoNeo = Format(
    TableFormat(
      name: "pico-neo", title: "Pico Neo 3",
      signature: ["Timeline", "Combine Eye Gaze Vector. x", "Left Eye Pose Status"],
      columns: [
        .time("Timeline", .seconds),
        .validity(.unknown, "Left Eye Pose Status", .good([52])),
        .validity(.unknown, "Right Eye Pose Status", .good([52])),
        .head(.horizontal, "Head Rotation. y", .degrees),
        .head(.vertical, "Head Rotation. x", .degrees),
      ] + FormatColumn.direction(.cyclopean, "Combine Eye Gaze Vector. "),
      frame: .eyeInHead))

  /// OpenIris: the pupils' places in the cameras' images, and torsion in degrees; 0 where lost.
  static let openIris = Format(
    TableFormat(
      name: "openiris", title: "OpenIris",
      signature: ["LeftFrameNumber", "LeftPupilX", "LeftTorsion", "RightPupilX"],
      columns: [.time("LeftSeconds", .seconds), .time("RightSeconds", .seconds)]
        + [(Eye.left, "Left"), (.right, "Right")].flatMap { eye, side in
          FormatColumn.point(eye, "\(side)PupilX", "\(side)PupilY", .cameraPixels) + [
            .position(eye, .torsional, "\(side)Torsion", .degrees),
            .pupil(eye, "\(side)PupilWidth", missing: [0]),
          ]
        },
      frame: .eyeInHead, missingPair: 0,
      remarks: [
        "Positions are pixels of the cameras, mirrored to the patient's view; the calibration stands "
          + "in another file.",
        "Torsion keeps the sign that the file gives it.",
      ]))
}

extension ScreenGeometry {
  /// Zero in the middle, y up.
  static let centred: ScreenGeometry = {
    var geometry = ScreenGeometry()
    geometry.origin = .centre
    return geometry
  }()
}
