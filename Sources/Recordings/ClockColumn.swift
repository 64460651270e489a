/// The times of a table's rows since the first one, in the file's unit.
///
/// While stamps come in even steps, as most trackers write them, their step and number are all that is
/// kept; a step that differs turns them into a list.
struct ClockColumn: Sendable {
  private(set) var count = 0
  /// Whether all steps so far are the same number of ticks.
  private(set) var isEven = true
  private var ticksAStep: Int64 = 0
  /// Ticks in the file's unit: a power of ten.
  private var scale = 1.0
  private var list: [Double] = []
  /// Rows that room was asked for.
  private var expected = 0

  init() {}

  init(_ stamps: [Double]) {
    list = stamps
    count = stamps.count
    isEven = stamps.isEmpty
  }

  /// The step of even stamps.
  var evenStep: Double? { isEven && count > 1 ? Double(ticksAStep) / scale : nil }

  /// All times.
  var stamps: [Double] { isEven ? Array(self) : list }

  mutating func reserve(rows: Int) {
    expected = rows
    if !isEven { list.reserveLargePages(rows) }
  }

  mutating func append(_ time: Double) {
    if isEven, count == 0 ? time == 0 : count > 1 && time == self[count] {
      count += 1
      return
    }
    makeList()
    list.append(time)
    count += 1
  }

  /// Adds times in ticks since the first stamp.
  mutating func append(ticks: ArraySlice<Int64>, scale: Double) {
    if isEven, count == 1, let first = ticks.first {
      ticksAStep = first
      self.scale = scale
    }
    if isEven, count > 0, scale == self.scale, continuesEvenly(ticks) {
      count += ticks.count
      return
    }
    makeList()
    list.append(contentsOf: ticks.lazy.map { Double($0) / scale })
    count += ticks.count
  }

  private func continuesEvenly(_ ticks: ArraySlice<Int64>) -> Bool {
    var next = Int64(count) &* ticksAStep
    var difference: Int64 = 0
    for tick in ticks {
      difference |= tick ^ next
      next &+= ticksAStep
    }
    return difference == 0
  }

  private mutating func makeList() {
    guard isEven else { return }
    var list: [Double] = []
    list.reserveLargePages(Swift.max(expected, count))
    list.append(contentsOf: self)
    self.list = list
    isEven = false
  }
}

extension ClockColumn: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { count }
  subscript(row: Int) -> Double {
    isEven ? Double(Int64(row) &* ticksAStep) / scale : list[row]
  }
}
