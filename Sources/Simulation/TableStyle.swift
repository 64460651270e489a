/// A way of writing a recording as a table: names, units, order, delimiter, word for missing.
public enum TableStyle: String, Sendable, CaseIterable {
  /// `time_s,left_x_deg,left_y_deg,…`; missing cells are empty.
  case degrees
  /// `Time (ms);x_left [deg];y_left [deg];…`; missing cells are `NaN`.
  case milliseconds
  /// `timestamp [ns]`, TAB, `left_x_deg` …, on a clock that began years ago; missing is `n/a`.
  case nanoseconds
  /// `time_us,left_h_deg,left_v_deg,…,left_validity`: a validity column, 0 where missing.
  case validity
  /// `TIME_MS`, TAB, `RIGHT_X_DEG` …: capitals, right eye first; missing is `.`.
  case capitals
  /// `time_ms,left_x_px,…` of a screen of 1920 × 1080 pixels, 531 × 299 mm, 600 mm away.
  case pixels

  /// One line on what it looks like, for help.
  public var summary: String {
    switch self {
    case .degrees: "comma, seconds, degrees"
    case .milliseconds: "semicolon, milliseconds, units in brackets"
    case .nanoseconds: "tab, nanoseconds since an epoch"
    case .validity: "comma, microseconds, validity columns"
    case .capitals: "tab, milliseconds, names in capitals, right eye first"
    case .pixels: "comma, screen pixels (1920x1080px,531x299mm at 600mm)"
    }
  }

  var delimiter: UInt8 {
    switch self {
    case .degrees, .validity, .pixels: UInt8(ascii: ",")
    case .milliseconds: UInt8(ascii: ";")
    case .nanoseconds, .capitals: UInt8(ascii: "\t")
    }
  }

  var missing: [UInt8] {
    switch self {
    case .degrees, .pixels: []
    case .milliseconds: Array("NaN".utf8)
    case .nanoseconds: Array("n/a".utf8)
    case .validity: Array("0".utf8)
    case .capitals: Array(".".utf8)
    }
  }

  /// Ticks of the clock in a second, and decimals of a tick that are written.
  var clock: (name: String, ticks: Double, decimals: Int, start: Int64) {
    switch self {
    case .degrees: ("time_s", 1, 6, 0)
    case .milliseconds: ("Time (ms)", 1e3, 3, 0)
    case .nanoseconds: ("timestamp [ns]", 1e9, 0, 1_700_000_000_000_000_000)
    case .validity: ("time_us", 1e6, 0, 52_000_000)
    case .capitals: ("TIME_MS", 1e3, 3, 100_000)
    case .pixels: ("time_ms", 1e3, 3, 0)
    }
  }

  /// The name of a channel of an eye; `eye` is `left`, `right` or empty.
  func name(_ channel: Channel, eye: String) -> String {
    let prefix = eye.isEmpty ? "" : eye + "_"
    switch (self, channel) {
    case (.milliseconds, .pupil): return "pupil" + (eye.isEmpty ? "" : "_" + eye) + " [mm]"
    case (.milliseconds, _): return channel.rawValue + (eye.isEmpty ? "" : "_" + eye) + " [deg]"
    case (_, .pupil): return cased(prefix + "pupil_mm")
    case (_, .torsion): return cased(prefix + "torsion_deg")
    case (.pixels, _): return prefix + channel.rawValue + "_px"
    case (.validity, .x): return prefix + "h_deg"
    case (.validity, .y): return prefix + "v_deg"
    default: return cased(prefix + channel.rawValue + "_deg")
    }
  }

  func cased(_ name: String) -> String {
    self == .capitals ? name.uppercased() : name
  }

  enum Channel: String {
    case x, y, torsion, pupil
  }
}
