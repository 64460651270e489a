/// Reads recordings from files: bytes to table to columns to a recording on a uniform clock.
///
///     let reader = RecordingReader(options: ReadingOptions(unit: .degrees))
///     let recordings = try reader.recordings(at: "trace.csv", id: "trace")
///
/// The format is recognised from the content, gzip or not, whatever the name.
public struct RecordingReader: Sendable {
  /// What files do not say about themselves, and what of them to read.
  public let options: ReadingOptions
  /// The most rows that are read: 27 hours at 1000 Hz, in about 2.5 GB for both eyes. What a small
  /// compressed file may hold has no other bound.
  var rowLimit = 100_000_000

  public init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
  }

  /// The recordings in a file; several only where a column splits it.
  ///
  /// - Parameters:
  ///   - path: a file or a pipe; `-` is the standard input.
  ///   - id: the id that the recording gets; the value of the split column is put behind it.
  /// - Throws: ``RecordingError``
  public func recordings(at path: String, id: String) throws(RecordingError) -> [Recording] {
    do throws(RecordingError.Problem) {
      return try read(ByteInput(path: path), name: path, id: id)
    } catch {
      throw RecordingError(file: path, problem: error)
    }
  }

  /// The recordings in the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: what the file holds.
  ///   - name: what the file is called in messages.
  ///   - id: the id that the recording gets.
  /// - Throws: ``RecordingError``
  public func recordings(
    in bytes: [UInt8], name: String = "input", id: String
  ) throws(RecordingError) -> [Recording] {
    do throws(RecordingError.Problem) {
      return try read(ByteInput(memory: bytes), name: name, id: id)
    } catch {
      throw RecordingError(file: name, problem: error)
    }
  }

  private func read(
    _ input: ByteInput, name: String, id: String
  ) throws(RecordingError.Problem) -> [Recording] {
    var buffer = LineBuffer(try TextInput(input))
    guard try buffer.advance() else { throw .empty }
    let opening = try Opening(buffer, path: name)
    let layout = try layout(of: opening, path: name)
    let columns = try columns(of: layout, &buffer, opening)
    try input.skipToEnd()
    var source = Source(
      format: layout.format, sha256: input.sha256(), bytes: input.byteCount, rows: columns.rows,
      malformedCells: columns.malformedCells, irregularRows: columns.irregularRows)
    source.sidecarSha256 = layout.sidecarSha256
    source.startTime = layout.startTime
    return try split(consume columns, layout, source, id: id)
  }

  /// How the rows are read: as the first format that knows the opening says, with the user's column
  /// map over it.
  func layout(
    of opening: Opening, path: String
  ) throws(RecordingError.Problem) -> TableLayout {
    for format in Format.all {
      if let layout = try format.layout(opening) { return try mapped(layout) }
    }
    let generic = GenericTable(opening: opening, options: options)
    let table = SidecarTable(
      opening: opening, options: options, dialect: generic.dialect, path: path)
    if let layout = try table.layout() { return try mapped(layout) }
    return try generic.layout()
  }

  /// The layout with the user's column map over it.
  private func mapped(_ layout: TableLayout) throws(RecordingError.Problem) -> TableLayout {
    guard let map = options.columns else {
      guard layout.columns.contains(where: \.role.isPosition),
        GazeDirection.areComplete(in: layout.columns)
      else {
        throw .noPositionColumn(columns: layout.names)
      }
      return layout
    }
    var layout = layout
    layout.columns = try map.plans(names: layout.names, unit: options.assumedUnit)
    if layout.isTransposed, let odd = layout.columns.first(where: { !$0.role.isSignal }) {
      throw .badColumnMap(
        reason: "where each line is a signal, only time, positions and the head's rotation are "
          + "read, not '\(odd.role)'")
    }
    return layout
  }

  private func columns(
    of layout: TableLayout, _ buffer: inout LineBuffer, _ opening: Opening
  ) throws(RecordingError.Problem) -> SampleColumns {
    let columns =
      try layout.isTransposed
      ? signals(of: layout, &buffer) : rows(of: layout, &buffer, opening)
    if let later = columns.laterHeader { throw .init(later) }
    let all = columns.rows + columns.rowsWithoutTime
    // A tenth of a file is no slip of its writer.
    if columns.irregularRows * 10 > columns.rows, let line = columns.firstIrregularLine {
      throw .irregularRows(
        irregular: columns.irregularRows, rows: all, expected: layout.names.count,
        line: line)
    }
    // Some formats write their events between the samples, without the tracker's time.
    let isMixed = layout.format != GenericTable.format && columns.rows > 0
    if columns.rowsWithoutTime * 10 > all, !isMixed,
      let time = layout.columns.first(where: { $0.role == .time }).map({ layout.names[$0.cell] })
    {
      throw .unreadableClock(column: time, unreadable: columns.rowsWithoutTime, rows: all)
    }
    if columns.rows == 0 { throw .headerOnly(columns: layout.names.count) }
    if let odd = unreadable(columns, of: layout) {
      throw .unreadablePositions(column: layout.names[odd.cell], line: odd.line, cell: odd.text)
    }
    return columns
  }

  /// The first cell of a column of positions that are no numbers, where no other eye's column has what is
  /// lost.
  private func unreadable(
    _ columns: SampleColumns, of layout: TableLayout
  ) -> SampleColumns.OddCell? {
    let odd = columns.oddPositions.filter { $0.value.count * 2 > columns.rows }
    let roles = layout.channelPlans.map(\.role)
    let readable = Set(roles.filter { odd[$0] == nil }.map { $0.of(.unknown) })
    return odd.filter { !readable.contains($0.key.of(.unknown)) }.map(\.value.first)
      .min { $0.cell < $1.cell }
  }

  private func rows(
    of layout: TableLayout, _ buffer: inout LineBuffer, _ opening: Opening
  ) throws(RecordingError.Problem) -> SampleColumns {
    var rows = RowReader(
      layout: layout, header: header(of: layout, opening), splitCell: try splitCell(layout))
    var skipped = layout.firstRow
    var isFirst = true
    repeat {
      try buffer.withLines { (bytes, lines) throws(RecordingError.Problem) in
        try rows.read(bytes, (lines.lowerBound + skipped)..<lines.upperBound)
      }
      try expectRows(rows.columns.rows)
      if isFirst, let share = buffer.share { rows.reserve(share: share, limit: rowLimit) }
      isFirst = false
      skipped = 0
    } while try buffer.advance()
    return rows.finished()
  }

  private func signals(
    of layout: TableLayout, _ buffer: inout LineBuffer
  ) throws(RecordingError.Problem) -> SampleColumns {
    var signals = TransposedRows(layout: layout)
    repeat {
      try buffer.withLines { (bytes, lines) throws(RecordingError.Problem) in
        signals.read(bytes, lines)
      }
      try expectRows(signals.columns.rows)
    } while try buffer.advance()
    return signals.finished()
  }

  private func expectRows(_ count: Int) throws(RecordingError.Problem) {
    guard count <= rowLimit else { throw .tooLarge(rows: count, limit: rowLimit) }
  }

  /// The bytes of the header's line, which tables that were joined repeat.
  private func header(of layout: TableLayout, _ opening: Opening) -> [UInt8] {
    guard let line = opening.lines.last(where: { $0.upperBound < layout.firstRow }) else {
      return []
    }
    return Array(opening.bytes[line])
  }

  private func splitCell(_ layout: TableLayout) throws(RecordingError.Problem) -> Int? {
    guard let name = options.splitColumn else { return nil }
    guard let cell = layout.names.firstIndex(of: name) else {
      throw .unknownColumn(name: name, columns: layout.names)
    }
    return cell
  }

  /// One recording a value of the split column.
  private func split(
    _ columns: consuming SampleColumns, _ layout: TableLayout, _ source: Source, id: String
  ) throws(RecordingError.Problem) -> [Recording] {
    guard options.splitColumn != nil else {
      var builder = RecordingBuilder(layout: layout, options: options)
      return [try builder.recording(of: columns, id: id, source: source)]
    }
    var labels = PartLabels()
    return try columns.parts().map { (part) throws(RecordingError.Problem) in
      var builder = RecordingBuilder(layout: layout, options: options)
      let label = labels.next(for: part.value)
      return try builder.recording(of: part.columns, id: "\(id)_split-\(label)", source: source)
    }
  }
}
