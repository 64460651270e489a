extension Format {
  /// ICS Impulse's table of tests: one signal a line, decimal commas, several tests in one file.
  ///
  /// The eye's velocity, not its position.
  static let icsImpulseTests = Format("ics-impulse", "ICS Impulse tests") { opening in
    guard let line = opening.line(beginningWith: "Elapsed Time (s);"),
      opening.line(beginningWith: "Eye Data;") != nil
    else { return nil }
    let names =
      ["Elapsed Time (s)", "Eye Data"]
      + (opening.line(beginningWith: "Head Data;") == nil ? [] : ["Head Data"])
    let columns: [FormatColumn] = [
      .time(names[0], .seconds),
      .position(.unknown, .horizontal, names[1], .degreesPerSecond),
      .head(.horizontal, "Head Data", .degreesPerSecond),
    ]
    var layout = TableLayout(
      format: "ics-impulse", delimiter: .byte(Ascii.semicolon), names: names, firstRow: 0,
      firstLine: 1, columns: columns.compactMap { $0.plan(in: names) })
    layout.point = opening.text(line).contains(",") ? Ascii.comma : Ascii.point
    layout.frame = .eyeInHead
    layout.isTransposed = true
    layout.remarks = icsRemarks
    return layout
  }

  /// OTOsuite's raw text: the first line declares the separators, the second the columns.
  static let icsImpulseDump = Format("ics-otosuite", "OTOsuite raw text") { opening in
    guard let second = opening.line(beginningWith: "<Time>"),
      opening.contains("<EyeVel", in: second), let first = opening.text(after: "<ListSeparator>")
    else { return nil }
    let names = opening.text(second).split { $0 == "<" || $0 == ">" || $0 == "\r" }.map(String.init)
    let decimal = opening.text(after: "<DecimalSeparator>")?.utf8.first
    let columns: [FormatColumn] = [
      .time("Time", .ticks),
      .head(.horizontal, "LateralHead", .degreesPerSecond),
      .position(.right, .horizontal, "EyeVelHR", .degreesPerSecond),
      .position(.right, .vertical, "EyeVelVR", .degreesPerSecond),
      .position(.left, .horizontal, "EyeVelHL", .degreesPerSecond),
      .position(.left, .vertical, "EyeVelVL", .degreesPerSecond),
    ]
    var layout = TableLayout(
      format: "ics-otosuite", delimiter: .byte(first.utf8.first ?? Ascii.semicolon), names: names,
      firstRow: opening.start(after: second), firstLine: second + 2,
      columns: columns.compactMap { $0.plan(in: names) })
    layout.point = decimal ?? Ascii.comma
    layout.frame = .eyeInHead
    layout.remarks = icsRemarks
    return layout
  }

  private static let icsRemarks = [
    "The file holds eye velocity, not position; its sign is the one that the file gives it."
  ]
}
