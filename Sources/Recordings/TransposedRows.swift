/// Reads a file in which each line is one signal: a label, then its values over time.
///
/// Signals are time, positions and the head's rotation (``ColumnRole/isSignal``). Lines with the labels of the layout's columns make a block; a file may hold several.
struct TransposedRows {
  let layout: TableLayout
  private(set) var columns: SampleColumns
  private var clock = DecimalClock()
  private var line = 0
  /// The numbers of the current block's lines, by column.
  private var block: [[Float]?]
  private var stamps: [Double] = []

  init(layout: TableLayout) {
    self.layout = layout
    block = layout.columns.map { _ in nil }
    let channels = layout.columns.count { $0.role != .time }
    columns = SampleColumns(channels: Array(repeating: [], count: channels), codes: [])
  }

  /// Reads the whole lines in `bytes[range]`.
  mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != Ascii.newline { end += 1 }
      layout.delimiter.split(bytes, start..<end, into: &cells)
      line += 1
      readSignal(bytes, cells)
      start = end + 1
    }
  }

  func finished() -> SampleColumns {
    var result = columns
    result.clockDecimals = clock.decimals
    return result
  }

  private mutating func readSignal(_ bytes: Span<UInt8>, _ cells: [Range<Int>]) {
    guard let first = cells.first else { return }
    let label = String(
      decoding: Cell.trimmed(bytes, first).prefix(80).map { bytes[$0] }, as: UTF8.self)
    let own = layout.columns.indices.filter { layout.names[layout.columns[$0].cell] == label }
    guard !own.isEmpty else { return }
    for index in own {
      let plan = layout.columns[index]
      if plan.role == .time {
        stamps = cells.dropFirst().map { elapsed(bytes, $0) }
      } else {
        block[index] = cells.dropFirst().map {
          columns.number(bytes, plan, $0, point: layout.point, line: line)
        }
      }
    }
    let isComplete = layout.columns.indices.allSatisfy {
      layout.columns[$0].role == .time ? !stamps.isEmpty : block[$0] != nil
    }
    if isComplete { endBlock() }
  }

  private mutating func elapsed(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Double {
    guard let stamp = DecimalText(bytes, Cell.trimmed(bytes, cell), point: layout.point) else {
      return .nan
    }
    return clock.elapsed(stamp)
  }

  /// Puts a block's samples behind those before it.
  private mutating func endBlock() {
    let signals = block.compactMap { $0 }
    let count = signals.map(\.count).min().map { min($0, stamps.count) } ?? 0
    for row in 0..<count where !stamps[row].isNaN {
      columns.time.append(stamps[row])
      for (channel, signal) in signals.enumerated() {
        columns.channels[channel].append(signal[row])
      }
      columns.rows += 1
    }
    block = block.map { _ in nil }
    stamps = []
  }
}

extension ColumnRole {
  /// Whether a line of such a file may be read as it.
  var isSignal: Bool {
    switch self {
    case .time, .position, .head: true
    case .direction, .pupil, .validity: false
    }
  }
}
