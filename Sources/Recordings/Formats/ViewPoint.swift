extension Format {
  /// Arrington ViewPoint: the first cell of a row is a code of what the row is: 3 header text, 5 and 6
  /// the columns' names, 10 a sample, others markers and lost pupils. Eye A is the right one.
  static let viewPoint = Format("viewpoint", "Arrington ViewPoint") { opening in
    guard let line = opening.line(beginningWith: "5\tTotalTime"),
      opening.line(beginningWith: "6\t") != nil
    else { return nil }
    let words = TableDialect.cells(opening, line, .byte(Ascii.tab))
    let short = opening.line(beginningWith: "6\t").map {
      TableDialect.cells(opening, $0, .byte(Ascii.tab))
    }
    // Both eyes have the same long names; the short ones begin with A or B.
    let bearers = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let names = words.enumerated().map { index, word in
      let id = short?[safe: index] ?? ""
      return bearers[word, default: 0] > 1 || id.count == 3 ? id : word
    }
    let columns: [FormatColumn] =
      [.time("ATT", .seconds), .pupil(.right, "APW"), .pupil(.left, "BPW")]
      + FormatColumn.point(.right, "ALX", "ALY", .screenShare)
      + FormatColumn.point(.left, "BLX", "BLY", .screenShare)
    var layout = TableLayout(
      format: "viewpoint", delimiter: .byte(Ascii.tab), names: names,
      firstRow: opening.start(after: line), firstLine: line + 2,
      columns: columns.compactMap { $0.plan(in: names) })
    layout.frame = .gazeOnScreen
    layout.rule.kind = .init(cell: 0, sample: "10")
    layout.rule.leastCells = names.count - 2
    let size = opening.numbers(after: "ScreenSize\t")
    if size.count == 2 {
      (layout.geometry.widthMillimetres, layout.geometry.heightMillimetres) = (size[0], size[1])
    }
    return layout
  }
}
