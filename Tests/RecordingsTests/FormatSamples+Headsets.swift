@testable import Recordings

extension FormatSample {
  /// Glasses and head-mounted displays.
  static let headsets: [FormatSample] = [
    // Eye 0 is the right one; y of the normals runs down.
    .init(
      format: "pupil-core",
      text: rows(
        "gaze_timestamp,world_index,confidence,norm_pos_x,norm_pos_y,gaze_normal0_x,gaze_normal0_y,"
          + "gaze_normal0_z,gaze_normal1_x,gaze_normal1_y,gaze_normal1_z", end: "\r\n",
        good: { "329367.\(format3($0 * 4)),1,0.98,0.5,0.5,0.5,-0.5590170,1,0.5,-0.5590170,1" },
        lost: { "329367.\(format3($0 * 4)),1,0.2,0.5,0.5,0.5,-0.5590170,1,0.5,-0.5590170,1" })),
    .init(
      format: "pupil-cloud-gaze",
      text: rows(
        "section id,recording id,timestamp [ns],gaze x [px],gaze y [px],worn,fixation id,blink id,"
          + "azimuth [deg],elevation [deg]",
        good: { "f0,b2,\(1_685_088_813_175_076_015 + 4_000_000 * $0),6,6,1.0,1,,7.5,-8.5" },
        lost: { "f0,b2,\(1_685_088_813_175_076_015 + 4_000_000 * $0),6,6,1.0,,3,7.5,-8.5" }),
      eyes: [.cyclopean], horizontal: 7.5, vertical: -8.5),
    .init(
      format: "neon-eye-states",
      text: rows(
        "section id,timestamp [ns],pupil diameter left [mm],pupil diameter right [mm],"
          + "optical axis left x,optical axis left y,optical axis left z,optical axis right x,"
          + "optical axis right y,optical axis right z",
        good: {
          "f0,\(1_726_564_011_084_656_664 + 4_000_000 * $0),3,3,.5,-.559017,1,.5,-.559017,1"
        }, lost: { "f0,\(1_726_564_011_084_656_664 + 4_000_000 * $0),,,,,,,," })),
    // x points to the left; ticks of 100 ns; the column in ms has overflowed.
    .init(
      format: "vive-sranipal",
      text: rows(
        "time(100ns);time_stamp(ms);eye_valid_L;eye_valid_R;gaze_direct_L.x;gaze_direct_L.y;"
          + "gaze_direct_L.z;gaze_direct_R.x;gaze_direct_R.y;gaze_direct_R.z;helmet_rot_x;"
          + "helmet_rot_y", end: "\r\n",
        good: {
          "\(638_342_794_000_115_346 + 40000 * $0);-1512415845;31;31;-.5;.559017;1;-.5;.559017;1;4;359"
        },
        lost: {
          "\(638_342_794_000_115_346 + 40000 * $0);-1512415837;8;24;0;0;1;0;0;1;4;359"
        })),
    .init(
      format: "pico-neo",
      text: rows(
        "User Name\tTimeline\tHead Rotation. x\tHead Rotation. y\tLeft Eye Pose Status\t"
          + "Right Eye Pose Status\tCombine Eye Gaze Vector. x\tCombine Eye Gaze Vector. y\t"
          + "Combine Eye Gaze Vector. z",
        good: { "SE05\t0.\(format3($0 * 4))\t19.8\t0.65\t52\t52\t0.5\t0.559017\t1" },
        lost: { "SE05\t0.\(format3($0 * 4))\t19.8\t0.65\t0\t0\t0\t0\t0" }), eyes: [.cyclopean]),
  ]
}
