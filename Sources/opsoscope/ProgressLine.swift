/// How far a run is: a line of the terminal that messages go to, written over; elsewhere a plain
/// line every tenth of the way, if not more often than every two seconds.
struct ProgressLine {
  private let total: Int
  private let isShown: Bool
  private let isTerminal: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var lastTenth = 0

  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown && total > 1
    isTerminal = Terminal.error.isTerminal
    start = clock.now
    last = start
  }

  /// Ten times a second at most.
  mutating func show(_ done: Int) {
    guard isShown, clock.now - last > .milliseconds(isTerminal ? 100 : 2000) else { return }
    if isTerminal {
      last = clock.now
      StandardStreams.error("\r\u{1b}[K" + Self.bar(done, of: total) + text(done))
    } else if done * 10 / total > lastTenth {
      last = clock.now
      lastTenth = done * 10 / total
      StandardStreams.error(text(done) + "\n")
    }
  }

  func clear() {
    if isShown, isTerminal { StandardStreams.error("\r\u{1b}[K") }
  }

  /// Such as `120 of 2000, 31.5 a second, about 1 min left`.
  private func text(_ done: Int) -> String {
    let elapsed = (last - start) / .seconds(1)
    let rate = Double(done) / elapsed
    let tenths = Int((rate * 10).rounded())
    return "\(done) of \(total), \(tenths / 10).\(tenths % 10) a second, about"
      + " \(Self.duration(Double(total - done) / rate)) left"
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 120 { return "\(whole) s" }
    return whole < 7200 ? "\((whole + 59) / 60) min" : "\((whole + 3599) / 3600) h"
  }

  private static func bar(_ done: Int, of total: Int) -> String {
    let full = 20 * done / total
    return "[" + String(repeating: "#", count: full)
      + String(repeating: "·", count: 20 - full) + "] "
  }
}
