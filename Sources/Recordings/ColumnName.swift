/// What a column's name says about it.
///
/// Names are split into words at punctuation and at changes of letter case; each word says an eye, an
/// axis, a unit or a kind. A column is recognised only where its words agree; words that say nothing
/// known are kept as its qualifiers, so that `x_pix_eyelink` and `y_pix_eyelink` find each other.
struct ColumnName: Sendable, Equatable {
  /// The name without surrounding space and quotes.
  let text: String
  private(set) var kind: Kind?
  private(set) var eye = Eye.unknown
  private(set) var axis: Axis?
  private(set) var component: ColumnRole.Component?
  private(set) var positionUnit: PositionUnit?
  private(set) var timeUnit: TimeUnit?
  /// Words that say nothing known.
  private(set) var qualifiers: [String] = []
  /// Whether it is a smoothed or interpolated twin of another column.
  private(set) var isDerived = false

  enum Kind: Sendable, Equatable {
    case time, position, direction, velocity, pupil, validity, confidence, head
  }

  /// - Parameter unit: what a line of units says below the name.
  init(_ raw: String, unit: String = "") {
    text = raw.trimmed(of: " \t\"'\u{FEFF}")
    let words = ColumnWord.words(of: text) + ColumnWord.words(of: unit)
    guard !words.isEmpty else { return }
    read(words)
  }

  /// The role in a recording, where it has one.
  var role: ColumnRole? {
    switch kind {
    case .time: .time
    case .position, .velocity: axis.map { .position(eye, $0) }
    case .direction: component.map { .direction(eye, $0) }
    case .pupil: .pupil(eye)
    case .validity, .confidence: .validity(eye)
    case .head: axis.map { .head($0) }
    case nil: nil
    }
  }

  private mutating func read(_ words: [ColumnWord]) {
    var found = Findings()
    for (index, word) in words.enumerated() {
      found.take(word, isAlone: words.count == 1, isFirst: index == 0)
    }
    found.settleCapitalV()
    found.settleLetterT()
    guard !found.isExcluded, found.eyes.count <= 1, found.axes.count <= 1 else { return }
    eye = found.eyes.first ?? .unknown
    qualifiers = found.qualifiers
    isDerived = found.isDerived
    timeUnit = found.timeUnit
    positionUnit = found.positionUnit
    if found.isSpeed {
      positionUnit = found.positionUnit == .radians ? .radiansPerSecond : .degreesPerSecond
    }
    settle(found)
  }

  /// Decides the kind from what the words said.
  private mutating func settle(_ found: Findings) {
    let kinds = found.kinds
    if found.namesHead {
      // A head's place is no rotation: only angles and their speeds are.
      guard kinds.isEmpty, eye == .unknown, positionUnit?.isAngular == true else { return }
      kind = found.axes.first.map { _ in .head }
      axis = found.axes.first
    } else if kinds.contains(.pupil) {
      // A pupil's place in the camera's image is no eye position that a name alone can calibrate.
      kind = found.axes.isEmpty ? .pupil : nil
    } else if kinds.contains(.confidence) {
      kind = .confidence
    } else if kinds.contains(.validity) {
      kind = .validity
    } else if kinds.contains(.direction), let component = found.component {
      kind = .direction
      self.component = component
      positionUnit = .vector
    } else if let only = found.axes.first, !kinds.contains(.time) {
      guard !found.axisIsLetter || eye != .unknown || positionUnit != nil else { return }
      guard !found.isHeadAxis || eye != .unknown || found.namesGaze else { return }
      kind = found.isSpeed ? .velocity : .position
      axis = only
    } else if found.axes.isEmpty, kinds.contains(.time) || found.isTimeUnitAlone {
      kind = positionUnit == nil || found.isSpeed == false ? .time : nil
    }
    if kind == .time, eye == .unknown { positionUnit = nil }
  }

  /// What the words have said so far.
  private struct Findings {
    var eyes: Set<Eye> = []
    var axes: Set<Axis> = []
    var kinds: Set<Kind> = []
    var component: ColumnRole.Component?
    var positionUnit: PositionUnit?
    var timeUnit: TimeUnit?
    var qualifiers: [String] = []
    var isDerived = false
    var isExcluded = false
    var isSpeed = false
    /// Whether the axis is a lone h or v, which could mean anything.
    var axisIsLetter = false
    var isTimeUnitAlone = false
    /// Whether the axis is one that heads have too.
    var isHeadAxis = false
    var namesGaze = false
    var namesHead = false
    /// Whether a lone t stood there: time, torsion (`right_t_deg`) or a target (`xT`).
    var hasLetterT = false
    /// Whether a lone V stood there: vertical (`left_V`) or volts (`left_x_V`).
    var hasCapitalV = false

    mutating func settleCapitalV() {
      guard hasCapitalV else { return }
      if axes.isEmpty {
        axes.insert(.vertical)
        axisIsLetter = true
      } else {
        positionUnit = .arbitrary
      }
    }

    mutating func settleLetterT() {
      guard hasLetterT else { return }
      if !axes.isEmpty {
        isExcluded = true
      } else if positionUnit != nil || !eyes.isEmpty {
        axes.insert(.torsional)
      } else {
        kinds.insert(.time)
      }
    }

    mutating func take(_ word: ColumnWord, isAlone: Bool, isFirst: Bool) {
      switch word {
      case .eye(let eye): eyes.insert(eye)
      case .axis(let axis, let component, let isLetter):
        axes.insert(axis)
        axisIsLetter = isLetter
        if let component { self.component = component }
      case .depth: component = .z
      case .letterT: hasLetterT = true
      case .capitalV: hasCapitalV = true
      case .kind(.velocity): isSpeed = true
      case .kind(let kind): kinds.insert(kind)
      case .positionUnit(let unit): positionUnit = unit
      case .timeUnit(let unit):
        // "deg_s", "deg/s": a speed.
        if positionUnit == .degrees || positionUnit == .radians { isSpeed = true }
        timeUnit = unit
        isTimeUnitAlone = isAlone
      case .derived: isDerived = true
      case .headAxis(let axis):
        axes.insert(axis)
        isHeadAxis = true
      case .gaze: namesGaze = true
      case .head: namesHead = true
      case .filler: break
      case .excluded: isExcluded = true
      case .unknown(let text): qualifiers.append(text)
      }
    }
  }
}
