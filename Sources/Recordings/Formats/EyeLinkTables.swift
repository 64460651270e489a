extension Format {
  /// Data Viewer's sample report: the columns' order is the user's choice, all trials are in one table,
  /// and an eye that was not recorded holds dots only.
  static let eyeLinkSampleReport = Format(
    TableFormat(
      name: "eyelink-sample-report", title: "SR Research Data Viewer sample report",
      signature: ["RECORDING_SESSION_LABEL", "TIMESTAMP", "*_GAZE_X"],
      columns: [
        .time("TIMESTAMP", .milliseconds),
        .pupil(.left, "LEFT_PUPIL_SIZE", missing: [0]),
        .pupil(.right, "RIGHT_PUPIL_SIZE", missing: [0]),
      ] + FormatColumn.point(.left, "LEFT_GAZE_X", "LEFT_GAZE_Y", .pixels)
        + FormatColumn.point(.right, "RIGHT_GAZE_X", "RIGHT_GAZE_Y", .pixels)
        + FormatColumn.point(.cyclopean, "AVERAGE_GAZE_X", "AVERAGE_GAZE_Y", .pixels),
      frame: .gazeOnScreen))

  /// The `.coord` text of GazeCom: samples without a header, below what the screen is.
  ///
  /// The geometry has no unit; metres and centimetres have both been seen, and no viewing distance
  /// makes sense in more than one of them.
  static let gazeCom = Format("gazecom-coord", "GazeCom coord") { opening in
    guard let line = opening.line(beginningWith: "gaze "),
      opening.line(beginningWith: "geometry ") != nil
    else { return nil }
    let size = opening.text(line).numbers
    let first = opening.lines.indices.first { index in
      index > line
        && opening.bytes[opening.lines[index]].first.map { $0 &- Ascii.zero < 10 } ?? false
    }
    guard size.count == 2, let first else { return nil }
    let columns: [FormatColumn] =
      [.time("time", .microseconds), .validity(.unknown, "confidence", .atLeast(0.6))]
      + FormatColumn.point(.unknown, "x", "y", .pixels)
    let names = ["time", "x", "y", "confidence"]
    var layout = TableLayout(
      format: "gazecom-coord", delimiter: .spaces, names: names,
      firstRow: opening.lines[first].lowerBound, firstLine: first + 1,
      columns: columns.compactMap { $0.plan(in: names) })
    layout.frame = .gazeOnScreen
    (layout.geometry.widthPixels, layout.geometry.heightPixels) = (size[0], size[1])
    if let distance = opening.numbers(after: "distance ").first,
      let width = opening.numbers(after: "width ").first,
      let height = opening.numbers(after: "height ").first
    {
      let millimetres = distance < 8 ? 1000.0 : distance < 250 ? 10 : 1
      layout.geometry.distanceMillimetres = distance * millimetres
      layout.geometry.widthMillimetres = width * millimetres
      layout.geometry.heightMillimetres = height * millimetres
      let unit = millimetres == 1000 ? "metres" : millimetres == 10 ? "centimetres" : "millimetres"
      layout.remarks.append("The geometry is taken to be in \(unit), by the viewing distance.")
    }
    return layout
  }
}
