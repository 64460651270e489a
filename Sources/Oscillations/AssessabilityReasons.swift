internal import EyeMovements
internal import Recordings

/// Why a recording cannot answer, cannot answer in full, or leaves something open.
extension AssessabilityJudge {
  /// Why nothing can be told of eyes in a head that turns.
  var headMoves: [Remark] {
    guard let head = HeadMovement(in: subject.recording, limits: limits),
      head.movingShare > limits.headMovingShare
    else { return [] }
    return [
      Remark(
        "head-moves",
        "The head turns in \((head.movingShare * 100).text(0)) % of the recording: eye movements that answer it cannot be told from oscillations and nystagmus."
      )
    ]
  }

  /// Why nothing can be told of eyes of which each goes its own way.
  var eyesDisagree: [Remark] {
    guard subject.movements.agreement == .apart else { return [] }
    return [
      Remark(
        "eyes-disagree",
        "The eyes do not move together along an axis, so that their mean is no eye's movement: the signs or axes of their columns differ, or they converge and diverge, or go up and down by turns, or noise moves them. Each eye can be scored by itself."
      )
    ]
  }

  /// That one eye alone is judged.
  var eyeLeftOut: [Remark] {
    guard case .alone(let eye) = subject.movements.agreement else { return [] }
    let other = eye == .left ? "right" : "left"
    return [
      Remark(
        "one-eye-still",
        "The \(other) eye makes hardly any of the movements of the \(eye.rawValue) one: it is left out."
      )
    ]
  }

  func tooShort(_ seconds: Double) -> Remark {
    Remark(
      "too-short",
      "\(seconds.textBelow) s can be assessed; it takes \(limits.minimumSeconds.text(1)) s.")
  }

  /// What lowers either family to `limited`.
  func limitsOfSignal() -> [Remark] {
    var limited: [Remark] = []
    if bandwidth.isUpsampled {
      limited.append(
        Remark(
          "upsampled",
          "The export repeats or interpolates samples: the signal holds \(bandwidth.effectiveRate.text(1)) Hz of \(subject.recording.samplingRate.text(1)) Hz."
        ))
    }
    if bandwidth.isFiltered {
      limited.append(
        Remark(
          "upstream-filter",
          "A low-pass filter was at work before the export; small and fast movements are missing."))
    }
    if !subject.axes.horizontal || !subject.axes.vertical {
      let missing = subject.axes.horizontal ? "vertical" : "horizontal"
      limited.append(
        Remark(
          "\(missing)-not-recorded",
          "Without the \(missing) axis, movements along it are not seen and the plane cannot be told."
        ))
    }
    if subject.recording.unit != .degrees {
      limited.append(
        Remark(
          "uncalibrated",
          "The unit is not degrees: timing is judged by thresholds that the noise sets, and sizes and speeds are in the file's unit."
        ))
    }
    if !subject.movements.noise.isFromQuietStretches {
      limited.append(
        Remark(
          "no-quiet-stretch", "The eye is never quiet: the noise is taken from above 100 Hz."))
    }
    if subject.validShare < limits.lowValidShare {
      limited.append(
        Remark(
          "low-valid-share",
          "\((subject.validShare * 100).text(1)) % of the recording is valid."))
    }
    return limited
  }

  /// What a recording that can answer leaves open.
  func unseen(_ rate: Double) -> [Remark] {
    var open = [foundInPart].compactMap(\.self)
    if rate < limits.microflutterRateHz {
      open.append(
        Remark(
          "microflutter-not-assessable",
          "Oscillations below \(limits.microflutterDegrees.text(1))° take an effective rate of \(limits.microflutterRateHz.text(1)) Hz."
        ))
    }
    return open
  }

  var unrecorded: [Remark] {
    var open: [Remark] = []
    if !subject.axes.torsional { open.append(.torsionNotRecorded) }
    if subject.eyes != .both {
      open.append(
        Remark("conjugacy-not-assessable", "Whether the eyes move together takes both of them."))
    }
    return open + eyeLeftOut
  }
}

extension Remark {
  static let torsionNotRecorded = Remark(
    "torsion-not-recorded", "Movements about the line of sight were not recorded.")
}
