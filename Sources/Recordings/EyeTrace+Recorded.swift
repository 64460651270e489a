extension Eye {
  /// What it is called in a sentence.
  var named: String { self == .unknown ? "the eye" : "the \(rawValue) eye" }
}

extension EyeTrace {
  /// Whether any sample of a position is there; an eye that was not recorded has none.
  var hasSamples: Bool {
    angles.contains { $0.contains { !$0.isNaN } }
  }

  private var angles: [[Float]] { [horizontal, vertical, torsional].compactMap { $0 } }

  /// The trace with each of its axes changed, or left out.
  package func mapAxes(_ change: ([Float]) -> [Float]?) -> EyeTrace {
    EyeTrace(
      eye: eye, horizontal: horizontal.flatMap(change), vertical: vertical.flatMap(change),
      torsional: torsional.flatMap(change), pupil: pupil)
  }

  /// The trace of an eye that was seen, without the axes that hold nothing.
  var withoutBlankAxes: EyeTrace {
    mapAxes { $0.contains { !$0.isNaN } ? $0 : nil }
  }

  /// The names of the axes on which all of a hundred positions or more are the same.
  var stillAxes: [String] {
    [("horizontal", horizontal), ("vertical", vertical), ("torsional", torsional)]
      .filter { $0.1.map(Self.standsStill) ?? false }.map(\.0)
  }

  /// The trace without those axes.
  var withoutStillAxes: EyeTrace {
    mapAxes { Self.standsStill($0) ? nil : $0 }
  }

  private static func standsStill(_ axis: [Float]) -> Bool {
    guard let first = axis.first(where: { !$0.isNaN }) else { return false }
    return axis.allSatisfy { $0 == first || $0.isNaN } && axis.count { !$0.isNaN } >= 100
  }

  /// The trace with its positions missing.
  var lost: EyeTrace { mapAxes { $0.map { _ in .nan } } }
}
