extension Format {
  /// Pupil Core's export: normals of both eyes in the scene camera's frame (x right, y down, z ahead);
  /// eye 0 is the right one. Rows come as either eye's camera delivers, so the clock is irregular.
  static let pupilCore = Format(
    TableFormat(
      name: "pupil-core", title: "Pupil Core",
      signature: ["gaze_timestamp", "confidence", "norm_pos_x"],
      columns: [
        .time("gaze_timestamp", .seconds), .time("timestamp", .seconds),
        .validity(.unknown, "confidence", .atLeast(0.6)),
      ] + FormatColumn.direction(.right, "gaze_normal0_", reversed: [.y])
        + FormatColumn.direction(.left, "gaze_normal1_", reversed: [.y])
        + FormatColumn.point(.cyclopean, "norm_pos_x", "norm_pos_y", .screenShare),
      frame: .eyeInHead,
      geometry: {
        var geometry = ScreenGeometry()
        geometry.origin = .bottomLeft
        return geometry
      }()))

  /// Pupil Invisible's and Neon's gaze as Pupil Cloud exports it; blinks and a device that is not worn
  /// are missing.
  static let pupilCloud = Format(
    TableFormat(
      name: "pupil-cloud-gaze", title: "Pupil Invisible and Neon gaze",
      signature: ["timestamp [ns]", "azimuth [deg]", "elevation [deg]"],
      columns: [
        .time("timestamp [ns]", .nanoseconds),
        .validity(.unknown, "worn", .good([1])), .validity(.unknown, "blink id", .blank),
      ] + FormatColumn.point(.cyclopean, "azimuth [deg]", "elevation [deg]", .degrees),
      frame: .eyeInHead))

  /// Neon's state of each eye: optical axes in the scene camera's frame.
  static let neonEyeStates = Format(
    TableFormat(
      name: "neon-eye-states", title: "Neon 3D eye states",
      signature: ["timestamp [ns]", "optical axis left x", "optical axis right x"],
      columns: [
        .time("timestamp [ns]", .nanoseconds),
        .pupil(.left, "pupil diameter left [mm]"), .pupil(.right, "pupil diameter right [mm]"),
      ] + FormatColumn.direction(.left, "optical axis left ", reversed: [.y])
        + FormatColumn.direction(.right, "optical axis right ", reversed: [.y]),
      frame: .eyeInHead))
}
