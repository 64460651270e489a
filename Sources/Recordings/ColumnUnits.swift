/// The unit of a horizontal or vertical eye position, or of its velocity.
public enum PositionUnit: String, Sendable, Codable, CaseIterable {
  case degrees = "deg"
  case radians = "rad"
  /// Pixels of a screen.
  case pixels = "px"
  /// A share of the screen's width or height, 0 to 1.
  case screenShare = "norm"
  /// Pixels of the camera that looks at the eye: uncalibrated.
  case cameraPixels = "camera-px"
  /// A component of a direction, as a vector of any length.
  case vector
  /// Any other number that rises with rotation, such as volts: uncalibrated.
  case arbitrary = "arb"
  case degreesPerSecond = "deg/s"
  case radiansPerSecond = "rad/s"

  /// Whether it measures a speed.
  var isVelocity: Bool { self == .degreesPerSecond || self == .radiansPerSecond }

  /// Whether it is an angle, or the speed of one, without a screen or a calibration.
  var isAngular: Bool { self == .degrees || self == .radians || isVelocity }

  /// Which of two columns for the same thing is taken: the lower rank.
  var rank: Int {
    switch self {
    case .degrees: 0
    case .radians: 1
    case .vector: 2
    case .pixels: 3
    case .screenShare: 4
    case .cameraPixels: 5
    case .arbitrary: 6
    case .degreesPerSecond: 7
    case .radiansPerSecond: 8
    }
  }
}

/// The unit of a time column.
public enum TimeUnit: String, Sendable, Codable, CaseIterable {
  case seconds = "s"
  case milliseconds = "ms"
  case microseconds = "us"
  case nanoseconds = "ns"
  /// 100 ns, as Windows counts.
  case ticks = "100ns"
  case minutes = "min"

  /// How many of them one second holds.
  var perSecond: Double {
    switch self {
    case .seconds: 1
    case .milliseconds: 1e3
    case .microseconds: 1e6
    case .nanoseconds: 1e9
    case .ticks: 1e7
    case .minutes: 1.0 / 60
    }
  }
}
