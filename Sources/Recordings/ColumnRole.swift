/// An axis of rotation, named for the movement about it.
public enum Axis: String, Sendable, CaseIterable {
  case horizontal, vertical, torsional
}

/// The part that a column plays in a recording.
///
/// Its description, such as `left horizontal`, is how column maps and reports write it.
public enum ColumnRole: Sendable, Hashable {
  case time
  case position(Eye, Axis)
  /// A component of a gaze direction: `x` to the right, `y` up, `z` ahead, after the format's signs.
  case direction(Eye, Component)
  case pupil(Eye)
  /// Says of each row whether the samples of an eye (`unknown`: of all) are good.
  case validity(Eye)
  /// The head's rotation, as a speed or as an angle: where it moves, the eyes' slow movements answer it.
  case head(Axis)

  public enum Component: String, Sendable, CaseIterable { case x, y, z }

  /// The axis of an eye's or the head's rotation.
  var axis: Axis? {
    switch self {
    case .position(_, let axis), .head(let axis): axis
    default: nil
    }
  }

  /// The eye that it belongs to; `unknown` where it belongs to all.
  var eye: Eye {
    switch self {
    case .time, .head: .unknown
    case .position(let eye, _), .direction(let eye, _), .pupil(let eye), .validity(let eye): eye
    }
  }
}

extension ColumnRole: CustomStringConvertible {
  public var description: String {
    switch self {
    case .time: "time"
    case .position(let eye, let axis): Self.prefix(eye) + axis.rawValue
    case .direction(let eye, let component): Self.prefix(eye) + "direction " + component.rawValue
    case .pupil(let eye): Self.prefix(eye) + "pupil"
    case .validity(let eye): Self.prefix(eye) + "validity"
    case .head(let axis): "head " + axis.rawValue
    }
  }

  private static func prefix(_ eye: Eye) -> String {
    eye == .unknown ? "" : eye.rawValue + " "
  }

  private static func headAxis(_ words: ArraySlice<String>) -> Axis? {
    switch words {
    case ["x"], ["horizontal"], ["yaw"]: .horizontal
    case ["y"], ["vertical"], ["pitch"]: .vertical
    case ["torsion"], ["torsional"], ["roll"]: .torsional
    default: nil
    }
  }

  /// The role that words name: `time`, `left horizontal`, `right pupil`, `validity`, `head horizontal`,
  /// or `left.x`, `x` and `head.x` for short.
  public init?(_ description: String) {
    var words = description.lowercased().split { " ._-".contains($0) }.map(String.init)
    if words.first == "head", let axis = Self.headAxis(words.dropFirst()) {
      self = .head(axis)
      return
    }
    var eye = Eye.unknown
    if let first = words.first, words.count > 1, let named = Eye(rawValue: first) {
      eye = named
      words.removeFirst()
    }
    switch words {
    case ["time"], ["t"]: self = .time
    case ["x"], ["horizontal"]: self = .position(eye, .horizontal)
    case ["y"], ["vertical"]: self = .position(eye, .vertical)
    case ["torsion"], ["torsional"]: self = .position(eye, .torsional)
    case ["pupil"]: self = .pupil(eye)
    case ["validity"], ["valid"]: self = .validity(eye)
    case ["direction", "x"]: self = .direction(eye, .x)
    case ["direction", "y"]: self = .direction(eye, .y)
    case ["direction", "z"]: self = .direction(eye, .z)
    default: return nil
    }
  }
}
