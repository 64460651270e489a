/// A table without a header whose columns stand in a sidecar, as BIDS stores recordings.
struct SidecarTable {
  let opening: Opening
  let options: ReadingOptions
  let dialect: TableDialect
  /// The file's path, beside which the sidecar stands.
  let path: String

  /// How the rows are read; `nil` where the table has a header or nothing stands beside it.
  func layout() throws(RecordingError.Problem) -> TableLayout? {
    guard dialect.header == nil, let firstRow = dialect.firstRow else { return nil }
    guard let sidecar = try Sidecar(of: path), let names = sidecar.columns else {
      let name = BIDSName(opening.fileName)
      if name.suffix == "physio", options.columns == nil {
        throw .noSidecar(name: name.stem + ".json")
      }
      return nil
    }
    guard names.count == dialect.columns else {
      throw .badSidecar(
        name: sidecar.names.first ?? "",
        reason: "it names \(names.count) columns and the table has \(dialect.columns)")
    }
    if let found = EventTable.found(in: names) { throw .notSamples(found: found) }
    var layout = TableLayout(
      format: "bids-physio", delimiter: dialect.delimiter, point: dialect.point, names: names,
      firstRow: opening.lines[firstRow].lowerBound, firstLine: firstRow + 1, columns: [])
    layout.geometry = sidecar.geometry
    layout.declaredRate = sidecar.samplingRate
    layout.startTime = sidecar.startTime
    layout.frame = sidecar.frame
    var choice = ColumnChoice(
      names: names.map { name in sidecar.unit(of: name).map { "\(name) [\($0)]" } ?? name },
      unit: options.assumedUnit)
    layout.columns = try choice.plans().map { plan in
      var plan = plan
      if plan.unitOrigin == .name { plan.unitOrigin = .sidecar }
      if let eye = sidecar.eye, plan.role.eye == .unknown { plan.role = plan.role.of(eye) }
      return plan
    }
    layout.sidecarSha256 = sidecar.sha256
    layout.remarks =
      choice.remarks + ["Columns and units come from \(sidecar.names.joined(separator: ", "))."]
    return layout
  }
}
