import Testing

@testable import Recordings

@Suite struct ColumnNameTests {
  @Test(
    arguments: [
      ("time_s", TimeUnit.seconds), ("time_ms", .milliseconds), ("t_s", .seconds), ("t", nil),
      ("timestamp [ns]", .nanoseconds), ("Time (ms)", .milliseconds), ("TIME", nil),
      ("timestamp_us", .microseconds), ("RecordingTimestamp", nil),
      ("Timestamp(µs)", .microseconds),
      ("time [μs]", .microseconds), ("Elapsed Time (s)", .seconds), ("time(100ns)", .ticks),
      ("Seconds", .seconds), ("device_time_stamp", nil), ("timeMs", .milliseconds),
      ("times", .seconds),
    ] as [(String, TimeUnit?)])
  func times(name: String, unit: TimeUnit?) {
    let column = ColumnName(name)
    #expect(column.role == .time)
    #expect(column.timeUnit == unit)
  }

  @Test(
    arguments: [
      ("left_x_deg", .left, .horizontal, .degrees), ("x_left", .left, .horizontal, nil),
      ("lx", .left, .horizontal, nil), ("x_deg", .unknown, .horizontal, .degrees),
      ("xL", .left, .horizontal, nil), ("left_horizontal", .left, .horizontal, nil),
      ("right_torsion_deg", .right, .torsional, .degrees), ("LeftEyeX", .left, .horizontal, nil),
      ("gaze_x_px", .unknown, .horizontal, .pixels),
      ("azimuth [deg]", .unknown, .horizontal, .degrees),
      ("elevation [deg]", .unknown, .vertical, .degrees),
      ("horizontal_deg", .unknown, .horizontal, .degrees),
      ("h_deg", .unknown, .horizontal, .degrees),
      ("v_deg", .unknown, .vertical, .degrees), ("RH", .right, .horizontal, nil),
      ("L POR X [px]", .left, .horizontal, .pixels),
      ("Gaze X (°)", .unknown, .horizontal, .degrees),
      ("right eye y [rad]", .right, .vertical, .radians),
      ("eyeLeftYDeg", .left, .vertical, .degrees),
      ("t_right_deg", .right, .torsional, .degrees), ("x_pix", .unknown, .horizontal, .pixels),
      ("pixel_x", .unknown, .horizontal, .pixels), ("y_right_pos", .right, .vertical, nil),
      ("Both_X_dva", .cyclopean, .horizontal, .degrees), ("od_x", .right, .horizontal, nil),
      ("left_x_deg_s", .left, .horizontal, .degreesPerSecond),
      ("x_velocity [deg/s]", .unknown, .horizontal, .degreesPerSecond),
      ("eye_yaw_deg", .unknown, .horizontal, .degrees),
      ("left_x_mV", .left, .horizontal, .arbitrary), ("y [µV]", .unknown, .vertical, .arbitrary),
      ("left_x_V", .left, .horizontal, .arbitrary), ("left_y_V", .left, .vertical, .arbitrary),
      ("left_V", .left, .vertical, nil), ("horizontal_mV", .unknown, .horizontal, .arbitrary),
      ("V_deg", .unknown, .vertical, .degrees), ("LV", .left, .vertical, nil),
    ] as [(String, Eye, Axis, PositionUnit?)])
  func positions(name: String, eye: Eye, axis: Axis, unit: PositionUnit?) {
    let column = ColumnName(name)
    #expect(column.role == .position(eye, axis))
    #expect(column.positionUnit == unit)
  }

  @Test(arguments: [
    "xT", "target_x", "stim_y_deg", "head_x", "evt", "label_RA", "trial", "h", "v", "GyroX",
    "yaw [deg]", "pitch", "roll [deg]", "frame", "x_fixation", "LeftPupilX", "LeftCR1X", "duration",
    "gaze_point_3d_x", "mouse_x", "saccade", "left_right_x", "x_y", "", "left_mV", "V",
  ])
  func otherThings(name: String) {
    #expect(ColumnName(name).role == nil)
  }

  @Test(
    arguments: [
      ("pupil_left", .pupil(.left)), ("left_pupil_mm", .pupil(.left)),
      ("PupilDiameter", .pupil(.unknown)),
      ("pd_r", .pupil(.right)), ("valid", .validity(.unknown)), ("validity_left", .validity(.left)),
      ("confidence", .validity(.unknown)), ("right_valid", .validity(.right)),
    ] as [(String, ColumnRole)])
  func pupilsAndValidities(name: String, role: ColumnRole) {
    #expect(ColumnName(name).role == role)
  }

  @Test func rolesReadAsTheyAreWritten() {
    let roles: [ColumnRole] =
      [.time]
      + Eye.allCases.flatMap { eye in
        Axis.allCases.map { ColumnRole.position(eye, $0) } + [.pupil(eye), .validity(eye)]
          + ColumnRole.Component.allCases.map { ColumnRole.direction(eye, $0) }
      }
    for role in roles { #expect(ColumnRole("\(role)") == role) }
    #expect(ColumnRole("left.x") == .position(.left, .horizontal))
    #expect(ColumnRole("Y") == .position(.unknown, .vertical))
    #expect(ColumnRole("nothing") == nil)
  }
}
