/// A column map as the reader would use it for a file, to be edited.
public struct SuggestedMap: Sendable, Equatable {
  /// Every column of the file: those that are read with their part, all others with the role `ignore`.
  public let map: ColumnMap
  /// The format that was recognised.
  public let format: String
  /// What the map still has to say before the file can be read, as the end of a sentence.
  public let open: RecordingError.Problem?
}

extension RecordingReader {
  /// The column map that the file at a path would be read with.
  ///
  /// Read with that map, the file gives the same recording. Where names or units are missing, the map
  /// has what can be known, and ``SuggestedMap/open`` says what it lacks.
  ///
  /// - Parameter path: a file or a pipe; `-` is the standard input.
  /// - Throws: ``RecordingError`` where the file has no table of samples at all.
  public func suggestedMap(at path: String) throws(RecordingError) -> SuggestedMap {
    do throws(RecordingError.Problem) {
      return try suggestedMap(for: ByteInput(path: path), name: path)
    } catch {
      throw RecordingError(file: path, problem: error)
    }
  }

  /// The column map that the bytes of a file would be read with.
  ///
  /// - Throws: ``RecordingError`` where they hold no table of samples at all.
  public func suggestedMap(
    in bytes: [UInt8], name: String = "input"
  ) throws(RecordingError) -> SuggestedMap {
    do throws(RecordingError.Problem) {
      return try suggestedMap(for: ByteInput(memory: bytes), name: name)
    } catch {
      throw RecordingError(file: name, problem: error)
    }
  }

  private func suggestedMap(
    for input: ByteInput, name: String
  ) throws(RecordingError.Problem) -> SuggestedMap {
    var buffer = LineBuffer(try TextInput(input))
    guard try buffer.advance() else { throw .empty }
    let opening = try Opening(buffer, path: name)
    do throws(RecordingError.Problem) {
      let layout = try layout(of: opening, path: name)
      return SuggestedMap(
        map: ColumnMap(plans: layout.columns, names: layout.names), format: layout.format, open: nil
      )
    } catch {
      let table = GenericTable(opening: opening, options: options)
      guard let (names, plans) = table.guess(after: error) else { throw error }
      return SuggestedMap(
        map: ColumnMap(plans: plans, names: names), format: GenericTable.format, open: error)
    }
  }
}

extension ColumnMap {
  /// The map that reads columns as planned, and names all others too.
  init(plans: [ColumnPlan], names: [String]) {
    var entries: [Entry] = []
    var seen: Set<String> = []
    for (cell, name) in names.enumerated() {
      // A name that another column bears, or none, cannot name a column; its number can.
      let isOwn = !name.isEmpty && seen.insert(name).inserted
      let column = isOwn ? name : "\(cell + 1)"
      let own = plans.filter { $0.cell == cell }
      entries += own.map { Entry(column: column, plan: $0) }
      if own.isEmpty { entries.append(Entry(column: column, role: Entry.ignored)) }
    }
    self.init(columns: entries)
  }
}

extension ColumnMap.Entry {
  fileprivate init(column: String, plan: ColumnPlan) {
    self.init(column: column, role: "\(plan.role)")
    unit = plan.role == .time ? plan.timeUnit?.rawValue : plan.positionUnit?.rawValue
    if plan.positionUnit == .vector { unit = nil }
    if plan.isReversed { isReversed = true }
    if !plan.missingNumbers.isEmpty { missing = plan.missingNumbers }
    part = plan.part.map { $0 + 1 }
    switch plan.validity {
    case .good(let values): good = values
    case .atLeast(let limit), .shareAtLeast(let limit): atLeast = limit
    case .blank: isGoodWhereBlank = true
    case .deduced, nil: break
    }
  }
}
