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

  /// The trace of an eye that was seen, without the axes that hold nothing.
  var withoutBlankAxes: EyeTrace {
    func unlessBlank(_ axis: [Float]?) -> [Float]? {
      axis.flatMap { $0.contains { !$0.isNaN } ? $0 : nil }
    }
    return EyeTrace(
      eye: eye, horizontal: unlessBlank(horizontal), vertical: unlessBlank(vertical),
      torsional: unlessBlank(torsional), pupil: pupil)
  }

  /// The names of the axes on which all of a hundred positions or more are the same.
  var stillAxes: [String] {
    [("horizontal", horizontal), ("vertical", vertical), ("torsional", torsional)]
      .filter { $0.1.map(Self.standsStill) ?? false }.map(\.0)
  }

  /// The trace without those axes.
  var withoutStillAxes: EyeTrace {
    func unlessStill(_ axis: [Float]?) -> [Float]? {
      axis.flatMap { Self.standsStill($0) ? nil : $0 }
    }
    return EyeTrace(
      eye: eye, horizontal: unlessStill(horizontal), vertical: unlessStill(vertical),
      torsional: unlessStill(torsional), pupil: pupil)
  }

  private static func standsStill(_ axis: [Float]) -> Bool {
    guard let first = axis.first(where: { !$0.isNaN }) else { return false }
    return axis.allSatisfy { $0 == first || $0.isNaN } && axis.count { !$0.isNaN } >= 100
  }

  /// The trace with its positions missing.
  var lost: EyeTrace {
    func lost(_ axis: [Float]?) -> [Float]? { axis.map { $0.map { _ in .nan } } }
    return EyeTrace(
      eye: eye, horizontal: lost(horizontal), vertical: lost(vertical),
      torsional: lost(torsional), pupil: pupil)
  }
}
