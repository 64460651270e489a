#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns a channel's numbers into degrees.
struct Calibration: Sendable {
  /// `degrees = scale × atan((value − centre) × slope)`, or without the arc tangent.
  enum Curve: Sendable, Equatable {
    case linear(scale: Float)
    case screen(centre: Double, slope: Double)
  }

  let curve: Curve
  /// The unit that results.
  let unit: Recording.Unit

  /// Degrees a radian.
  static let degreesPerRadian = 180 / Double.pi

  /// How a position in a unit becomes degrees.
  ///
  /// - Parameters:
  ///   - axis: horizontal, vertical or torsional.
  ///   - geometry: what is known about the screen.
  ///   - allowsUncalibrated: whether the file's own unit is good enough.
  init(
    _ unit: PositionUnit, axis: Axis, geometry: ScreenGeometry, allowsUncalibrated: Bool
  ) throws(RecordingError.Problem) {
    switch unit {
    case .degrees, .degreesPerSecond, .vector: (curve, self.unit) = (.linear(scale: 1), .degrees)
    case .radians, .radiansPerSecond:
      (curve, self.unit) = (.linear(scale: Float(Self.degreesPerRadian)), .degrees)
    case .pixels, .screenShare:
      if let curve = geometry.curve(unit, axis) {
        try geometry.expectPlausible()
        (self.curve, self.unit) = (curve, .degrees)
      } else if allowsUncalibrated {
        let isDown = axis == .vertical && geometry.origin == .topLeft
        curve = .linear(scale: isDown ? -1 : 1)
        self.unit = unit == .pixels ? .pixels : .arbitrary
      } else {
        throw .pixelsWithoutGeometry(
          unit: unit == .pixels ? "pixels" : "shares of the screen", known: geometry.missing)
      }
    case .cameraPixels, .arbitrary:
      guard allowsUncalibrated else {
        throw .uncalibrated(unit: unit == .arbitrary ? "an arbitrary unit" : "pixels of the camera")
      }
      // A camera that faces the patient has the patient's left on its right, and y runs down.
      curve = .linear(scale: unit == .cameraPixels ? -1 : 1)
      self.unit = unit == .cameraPixels ? .pixels : .arbitrary
    }
  }

  /// How far from straight ahead a position may lie, in degrees; `nil` where it is no angle. What lies
  /// farther is a tracker's number for missing. On a flat screen that nothing but pixels tell of, near
  /// 90 degrees all such numbers look alike.
  var farthestDegrees: Float? {
    guard unit == .degrees else { return nil }
    return if case .screen = curve { 75 } else { 180 }
  }

  /// The fastest that an eye may be said to turn, in degrees a second: five times the fastest saccade.
  /// What is faster is a tracker's number for missing.
  static let fastestDegreesPerSecond: Float = 5000

  /// Converts a channel in place.
  func apply(to channel: inout [Float]) {
    switch curve {
    case .linear(let scale):
      if scale == 1 { return }
      for index in channel.indices { channel[index] *= scale }
    case .screen(let centre, let slope):
      for index in channel.indices {
        let angle = atan((Double(channel[index]) - centre) * slope)
        channel[index] = Float(angle * Self.degreesPerRadian)
      }
    }
  }
}

extension ScreenGeometry {
  /// This geometry with what options say instead of what the file says.
  func overridden(by options: ReadingOptions) -> ScreenGeometry {
    guard !isHREF else { return self }
    var geometry = self
    if let screen = options.screen {
      geometry.widthPixels = screen.widthPixels
      geometry.heightPixels = screen.heightPixels
      geometry.widthMillimetres = screen.widthMillimetres
      geometry.heightMillimetres = screen.heightMillimetres
    }
    if let distance = options.distance { geometry.distanceMillimetres = distance }
    return geometry
  }

  /// What is missing to turn a place into degrees, in words.
  var missing: String {
    let hasScreen = widthPixels != nil && widthMillimetres != nil
    switch (hasScreen, distanceMillimetres != nil) {
    case (false, false): return "neither the screen's size nor its distance is known"
    case (false, true): return "the screen's size is not known"
    default: return "the screen's distance is not known"
    }
  }

  /// How many degrees a screen's longer side spans before an eye: a telephone at arm's length 13, a wall of
  /// screens 100. A size or a distance in another unit is ten times off at least.
  private static let plausibleDegrees = 6.0...140

  /// - Throws: `RecordingError.Problem.implausibleScreen`
  func expectPlausible() throws(RecordingError.Problem) {
    guard let widthMillimetres, let heightMillimetres, let distanceMillimetres,
      widthMillimetres > 0, heightMillimetres > 0, distanceMillimetres > 0
    else { return }
    let side = max(widthMillimetres, heightMillimetres)
    let degrees = 2 * atan(side / 2 / distanceMillimetres) * Calibration.degreesPerRadian
    guard !Self.plausibleDegrees.contains(degrees) else { return }
    throw .implausibleScreen(
      millimetres: [widthMillimetres, heightMillimetres], distance: distanceMillimetres)
  }

  /// The way from a place along an axis to degrees; `nil` where something is missing.
  func curve(_ unit: PositionUnit, _ axis: Axis) -> Calibration.Curve? {
    let isHorizontal = axis == .horizontal
    let pixels = isHorizontal ? widthPixels : heightPixels
    let millimetres = isHorizontal ? widthMillimetres : heightMillimetres
    let full = unit == .pixels ? pixels : 1
    let isCentred = isHREF || origin == .centre
    guard let full = full ?? (isCentred ? 0 : nil) else { return nil }
    let up = isHorizontal || origin != .topLeft ? 1.0 : -1.0
    let centre = isCentred ? 0 : full / 2
    if let millimetres, let distanceMillimetres, full > 0, distanceMillimetres > 0, millimetres > 0
    {
      return .screen(centre: centre, slope: up * millimetres / full / distanceMillimetres)
    }
    guard let pixelsPerDegree, unit == .pixels else { return nil }
    let density = isHorizontal ? pixelsPerDegree.horizontal : pixelsPerDegree.vertical
    guard density > 0 else { return nil }
    return .screen(centre: centre, slope: up / (density * Calibration.degreesPerRadian))
  }
}

extension [Float] {
  /// Makes values missing that are larger than a limit, whichever their sign, and counts them.
  mutating func dropBeyond(_ limit: Float) -> Int {
    withUnsafeMutableBufferPointer { values in
      let block = 256
      var dropped = 0
      for first in stride(from: 0, to: values.count, by: block) {
        let last = Swift.min(first + block, values.count)
        if last - first == block, !UnsafeRawBufferPointer(values).reaches(limit, from: first) {
          continue
        }
        for i in first..<last where values[i].magnitude > limit {
          values[i] = .nan
          dropped += 1
        }
      }
      return dropped
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether any of 256 numbers is larger than a limit, whichever its sign; sixteen at a time.
  fileprivate func reaches(_ limit: Float, from first: Int) -> Bool {
    var highest = SIMD16<Float>()
    for place in stride(from: first * 4, to: (first + 256) * 4, by: 64) {
      let values = loadUnaligned(fromByteOffset: place, as: SIMD16<Float>.self)
      let sizes = values.replacing(with: -values, where: values .< 0)
      highest.replace(with: sizes, where: sizes .> highest)
    }
    return any(highest .> limit)
  }
}
