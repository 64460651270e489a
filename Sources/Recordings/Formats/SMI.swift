extension Format {
  /// SMI's IDF and BeGaze samples: a preamble of `##` lines with the geometry in millimetres, messages
  /// in rows of their own, and a lost point of regard written 0.00 0.00.
  static let smi = Format("smi", "SMI IDF and BeGaze samples") {
    (opening) throws(RecordingError.Problem) in
    if opening.text(0).hasPrefix("[BeGaze]"), opening.line(beginningWith: "Table Header for") != nil
    {
      throw .notSamples(found: "BeGaze's tables of events")
    }
    return smiSamples.layout(of: opening)
  }

  private static let smiSamples = TableFormat(
    name: "smi", title: "SMI IDF and BeGaze samples",
    signature: ["Time", "Type", "Trial", "* POR X [px]"],
    columns: [.time("Time", .microseconds)]
      + [(Eye.left, "L"), (.right, "R")].flatMap { eye, side in
        FormatColumn.point(eye, "\(side) POR X [px]", "\(side) POR Y [px]", .pixels) + [
          .pupil(eye, "\(side) Mapped Diameter [mm]", missing: [0]),
          .pupil(eye, "\(side) Pupil Diameter [mm]", missing: [0]),
          .pupil(eye, "\(side) Dia X [px]", missing: [0]),
          .pupil(eye, "\(side) Dia [px]", missing: [0]),
        ]
      },
    frame: .gazeOnScreen, missingPair: 0, kind: ("Type", "SMP"),
    complete: { layout, opening, _ in
      let pixels = opening.numbers(after: "Calibration Area:")
      if pixels.count == 2 {
        (layout.geometry.widthPixels, layout.geometry.heightPixels) = (pixels[0], pixels[1])
      }
      let size = opening.numbers(after: "Stimulus Dimension [mm]:")
      if size.count == 2 {
        (layout.geometry.widthMillimetres, layout.geometry.heightMillimetres) = (size[0], size[1])
      }
      layout.geometry.distanceMillimetres = opening.numbers(after: "Head Distance [mm]:").first
    })
}
