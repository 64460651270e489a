import Recordings

/// A recording's horizontal trace (or its first channel) small enough for a row of a table.
///
/// It stands in the recording's page, from which the cohort's page takes it, so that the latter can
/// be made from stored results alone.
enum TinyTrace {
  private static let columns = 60

  static func markup(of channels: TraceChannels) -> Markup {
    guard let channel = channels.channels.last(where: { $0.axis == channels.axes.first }) else {
      return Markup()
    }
    let duration = max(channels.recording.duration, 1e-3)
    let envelope = Envelope(
      of: channel.samples, in: channels.recording, times: 0...duration, count: columns)
    guard let spread = TraceChannels.spread(of: [envelope]) else { return Markup() }
    let reach = max(spread.reach * 1.1, 0.25)
    let y = PlotScale((spread.middle - reach)...(spread.middle + reach), from: 19, to: 1)
    return markup(path: envelope.path(x: { Double($0) * 2 + 1 }, y: y).text)
  }

  static func markup(path: String) -> Markup {
    .element(
      "svg",
      ["class": "tiny", "viewBox": "0 0 120 20", "aria-hidden": "true", "focusable": "false"],
      .element("path", ["class": "tinypath", "d": path]))
  }

  /// The path in a recording's page; `nil` where there is none that is a path and nothing else.
  static func path(in page: String) -> String? {
    let mark = "<path class=\"tinypath\" d=\""
    guard let start = page.utf8.firstRange(of: mark.utf8)?.upperBound else { return nil }
    let path = page.utf8[start...].prefix { $0 != UInt8(ascii: "\"") }
    let isPath = path.count < 4000 && path.allSatisfy { "MLVH0123456789. -".utf8.contains($0) }
    return isPath ? String(Substring(path)) : nil
  }
}
