extension EventTable {
  /// What a column of events means.
  struct Column {
    let name: String
    let description: String
    var unit: String?
    var levels: [(name: String, description: String)] = []
  }

  /// One for each of ``columns``, in their order.
  static let dictionary: [Column] = [
    Column(name: "onset", description: "Since the recording's first sample", unit: "s"),
    Column(name: "duration", description: "From the onset to the first sample after it", unit: "s"),
    Column(
      name: "trial_type", description: "What the eyes did, or what the signal lacks",
      levels: [
        ("saccade", "a saccade"), ("quick_phase", "a saccade that resets a slow phase"),
        ("slow_phase", "a stretch between saccades that drifts faster than the noise"),
        ("blink", "a blink, with what it disturbs"), ("missing", "a stretch without a position"),
        ("artefact", "a stretch whose positions may be the lids'"),
      ]),
    Column(
      name: "eye", description: "The eyes that it was seen in",
      levels: [
        ("both", "both eyes, together"), ("left", "the left eye alone"),
        ("right", "the right eye alone"), ("disconjugate", "both eyes, not together"),
        ("unknown", "one trace without a name"),
      ]),
    Column(name: "amplitude", description: "Distance from its start to its end", unit: "degree"),
    Column(name: "peak_velocity", description: "The highest speed in it", unit: "degree/s"),
    Column(
      name: "direction",
      description: "Counter-clockwise from the patient's right; up is 90", unit: "degree"),
    Column(
      name: "start_x",
      description: "Horizontal position at its onset, the patient's right positive",
      unit: "degree"),
    Column(
      name: "start_y", description: "Vertical position at its onset, up positive", unit: "degree"),
    Column(name: "end_x", description: "Horizontal position at its end", unit: "degree"),
    Column(name: "end_y", description: "Vertical position at its end", unit: "degree"),
    Column(name: "peak_velocity_time", description: "When its speed is highest", unit: "s"),
    Column(name: "episode", description: "The number of the episode that it belongs to"),
    Column(
      name: "slow_phase_velocity_x", description: "Horizontal velocity of a slow phase",
      unit: "degree/s"),
    Column(
      name: "slow_phase_velocity_y", description: "Vertical velocity of a slow phase",
      unit: "degree/s"),
    Column(
      name: "slow_phase_velocity_t",
      description: "Torsional velocity of a slow phase, the upper pole to the right positive",
      unit: "degree/s"),
    Column(
      name: "slow_phase_shape", description: "How the velocity of a slow phase goes",
      levels: [
        ("linear", "constant"), ("decreasing", "falling"), ("increasing", "rising"),
        ("unclear", "not to be told"),
      ]),
  ]
}
