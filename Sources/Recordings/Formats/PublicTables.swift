/// Plain tables of public data sets, whose columns don't say their units.
extension Format {
  static let gazeBase = Format(
    TableFormat(
      name: "gazebase", title: "GazeBase",
      signature: ["n", "x", "y", "val", "dP", "lab", "xT", "yT"],
      columns: [
        .time("n", .milliseconds), .pupil(.left, "dP", missing: [0]),
        .validity(.unknown, "val", .good([0])),
      ] + FormatColumn.point(.left, "x", "y", .degrees), frame: .gazeOnScreen))

  static let gazeBaseVR = Format(
    TableFormat(
      name: "gazebase-vr", title: "GazeBaseVR",
      signature: ["n", "lx", "ly", "rx", "ry", "xT", "yT", "zT"],
      columns: [.time("n", .milliseconds)] + FormatColumn.point(.left, "lx", "ly", .degrees)
        + FormatColumn.point(.right, "rx", "ry", .degrees), frame: .eyeInHead))

  static let judo1000 = Format(
    TableFormat(
      name: "judo1000", title: "JuDo1000",
      signature: ["trialId", "pointId", "time", "x_left", "x_right"],
      columns: [.time("time", .milliseconds)]
        + FormatColumn.point(.left, "x_left", "y_left", .pixels)
        + FormatColumn.point(.right, "x_right", "y_right", .pixels), frame: .gazeOnScreen))

  static let sbSat = Format(
    TableFormat(
      name: "sb-sat", title: "SB-SAT",
      signature: ["book_name", "screen_id", "time", "x_left", "y_left", "pupil_left"],
      columns: [.time("time", .milliseconds), .pupil(.left, "pupil_left", missing: [0])]
        + FormatColumn.point(.left, "x_left", "y_left", .pixels), frame: .gazeOnScreen))

  static let emtec = Format(
    TableFormat(
      name: "emtec", title: "EMTeC",
      signature: ["item_id", "Trial_Index_", "model", "decoding_strategy", "time", "x", "y"],
      columns: [.time("time", .milliseconds), .pupil(.right, "pupil_right", missing: [0])]
        + FormatColumn.point(.right, "x", "y", .pixels), frame: .gazeOnScreen))

  static let potsdamBinge = Format(
    TableFormat(
      name: "potsdam-binge", title: "Potsdam Binge (EyeLink beside Pupil Core)",
      signature: ["x_pix_eyelink", "y_pix_eyelink", "eyelink_timestamp"],
      columns: [
        .time("eyelink_timestamp", .milliseconds),
        .pupil(.unknown, "pupil_size_eyelink", missing: [0]),
      ] + FormatColumn.point(.unknown, "x_pix_eyelink", "y_pix_eyelink", .pixels),
      frame: .gazeOnScreen))

  /// studyforrest's movie gaze: a column named t that is always 1, and no clock.
  static let studyForrest = Format(
    TableFormat(
      name: "studyforrest", title: "studyforrest",
      signature: ["t", "x", "y", "event_type", "vel"],
      columns: FormatColumn.point(.unknown, "x", "y", .pixels), frame: .gazeOnScreen))

  /// Bar-Or: three ways to measure one eye; the infrared tracker's is taken.
  static let barOr = Format(
    TableFormat(
      name: "bar-or", title: "Bar-Or", signature: ["timestamp", "NLGEM_hor", "IR_hor", "IR_ver"],
      columns: [.time("timestamp", .milliseconds)]
        + FormatColumn.point(.unknown, "IR_hor", "IR_ver", .degrees), frame: .gazeOnScreen,
      remarks: ["Of the three measurements of the eye, the infrared tracker's is read."]))

  static let eogHladek = Format(
    TableFormat(
      name: "eog-hladek", title: "Electro-oculogram (Hladek)",
      signature: ["EOG", "GAZE_INTERPOLATED", "SACC", "STIM", "TIME"],
      columns: [
        .time("TIME", .seconds), .position(.unknown, .horizontal, "EOG", .arbitrary),
      ], frame: .eyeInHead))

  static let eogSpikerBox = Format(
    TableFormat(
      name: "eog-spikerbox", title: "Electro-oculogram (SpikerBox)",
      signature: ["T", "V", "event"],
      columns: [.time("T", .seconds), .position(.unknown, .horizontal, "V", .arbitrary)],
      frame: .eyeInHead,
      remarks: ["The one channel is taken to be horizontal; the file does not say so."]))

  /// Two channels of an electro-oculogram, raw beside filtered.
  static let eogTwoChannels = Format(
    TableFormat(
      name: "eog", title: "Electro-oculogram, two channels",
      signature: ["t_s", "A", "B", "A_raw", "B_raw"],
      columns: [
        .time("t_s", .seconds), .position(.unknown, .horizontal, "A_raw", .arbitrary),
        .position(.unknown, .vertical, "B_raw", .arbitrary),
      ], frame: .eyeInHead,
      remarks: [
        "Channel A is taken to be horizontal and B vertical, with unrelated gains; the file does not "
          + "say so."
      ]))
}
