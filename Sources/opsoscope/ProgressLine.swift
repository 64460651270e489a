/// How far a run is, on one line of the terminal that messages go to; nothing elsewhere.
struct ProgressLine {
  private let total: Int
  private let isShown: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant

  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown && total > 1 && Terminal.error.isTerminal
    start = clock.now
    last = start
  }

  /// Ten times a second at most.
  mutating func show(_ done: Int) {
    guard isShown, clock.now - last > .milliseconds(100) || done == total else { return }
    last = clock.now
    let elapsed = (last - start) / .seconds(1)
    let left = Int((elapsed / Double(done) * Double(total - done)).rounded(.up))
    StandardStreams.error("\r\u{1b}[KScored \(done) of \(total), about \(left) s left")
  }

  func clear() {
    if isShown { StandardStreams.error("\r\u{1b}[K") }
  }
}
