#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns gaze directions into angles as rows come in, so that no third component is kept.
///
/// Azimuth is `atan2(x, z)`, elevation `atan2(y, √(x² + z²))`, in degrees; a direction of no length is
/// missing.
struct GazeDirection: Sendable, Equatable {
  /// The channels of the components. The first two take the angles.
  let x: Int
  let y: Int
  let z: Int

  /// The directions among the channels' plans.
  static func all(in plans: [ColumnPlan]) -> [GazeDirection] {
    Eye.allCases.compactMap { eye in
      let channels = ColumnRole.Component.allCases.map { component in
        plans.firstIndex { $0.role == .direction(eye, component) }
      }
      guard let x = channels[0], let y = channels[1], let z = channels[2] else { return nil }
      return GazeDirection(x: x, y: y, z: z)
    }
  }

  /// Whether each direction among the plans has all three components, without which it is no angle.
  static func areComplete(in plans: [ColumnPlan]) -> Bool {
    let components = plans.count { if case .direction = $0.role { true } else { false } }
    return components == 3 * all(in: plans).count
  }

  /// Replaces components by angles in the rows that have a third component, and drops that.
  func reduce(_ channels: inout [[Float]]) {
    let first = channels[x].count - channels[z].count
    for (index, ahead) in channels[z].enumerated() {
      let (right, up) = (channels[x][first + index], channels[y][first + index])
      let level = (right * right + ahead * ahead).squareRoot()
      let isLost = level == 0 && up == 0
      channels[x][first + index] = isLost ? .nan : degrees(atan2(right, ahead))
      channels[y][first + index] = isLost ? .nan : degrees(atan2(up, level))
    }
    channels[z].removeAll(keepingCapacity: true)
  }

  private func degrees(_ radians: Float) -> Float {
    radians * Float(Calibration.degreesPerRadian)
  }
}
