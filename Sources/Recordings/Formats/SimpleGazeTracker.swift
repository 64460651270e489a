extension Format {
  /// SimpleGazeTracker: `#KEY,value` lines say what the columns, the screen and its distance are;
  /// several blocks in one file each start their clock again; a lost sample is `FAIL`.
  static let simpleGazeTracker = Format("simple-gaze-tracker", "SimpleGazeTracker") { opening in
    guard opening.line(beginningWith: "#SimpleGazeTrackerDataFile") != nil,
      let columns = opening.text(after: "#DATAFORMAT,")
    else { return nil }
    let names = columns.split(separator: ",").map(String.init)
    let eye = opening.text(after: "#RECORDED_EYE,").flatMap { ["L": Eye.left, "R": .right][$0] }
    let known: [FormatColumn] =
      [.time("T", .milliseconds), .pupil(.left, "LP"), .pupil(.right, "RP")]
      + FormatColumn.point(.left, "LX", "LY", .pixels)
      + FormatColumn.point(.right, "RX", "RY", .pixels)
      + FormatColumn.point(eye ?? .unknown, "X", "Y", .pixels) + [.pupil(eye ?? .unknown, "P")]
    let start = opening.line(beginningWith: "#START_REC") ?? 0
    var layout = TableLayout(
      format: "simple-gaze-tracker", delimiter: .byte(Ascii.comma), names: names,
      firstRow: opening.lines[start].lowerBound, firstLine: start + 1,
      columns: known.compactMap { $0.plan(in: names) })
    layout.frame = .gazeOnScreen
    layout.geometry = simpleGazeTrackerScreen(opening)
    return layout
  }

  private static func simpleGazeTrackerScreen(_ opening: Opening) -> ScreenGeometry {
    var geometry = ScreenGeometry()
    func value(_ key: String) -> Double? { opening.numbers(after: "#\(key),").first }
    geometry.widthPixels = value("SCREEN_WIDTH")
    geometry.heightPixels = value("SCREEN_HEIGHT")
    if let density = value("DOTS_PER_CENTIMETER_H"), density > 0 {
      geometry.widthMillimetres = geometry.widthPixels.map { $0 / density * 10 }
    }
    if let density = value("DOTS_PER_CENTIMETER_V"), density > 0 {
      geometry.heightMillimetres = geometry.heightPixels.map { $0 / density * 10 }
    }
    if let distance = opening.text(after: "#VIEWING_DISTANCE,"), let number = distance.numbers.first
    {
      let unit = distance.lowercased().filter(\.isLetter)
      geometry.distanceMillimetres = ["": 10, "cm": 10, "mm": 1, "m": 1000][unit].map {
        number * $0
      }
    }
    switch opening.text(after: "#SCREEN_ORIGIN,")?.lowercased() {
    case "bottomleft": geometry.origin = .bottomLeft
    case "center", "centre": geometry.origin = .centre
    default: geometry.origin = .topLeft
    }
    return geometry
  }
}

extension FormatColumn {
  /// The plan where the names have the column.
  func plan(in names: [String]) -> ColumnPlan? {
    guard let cell = names.firstIndex(where: matches) else { return nil }
    var plan = plan
    plan.cell = cell
    return plan
  }
}
