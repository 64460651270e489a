/// What a column of a format means, by its name.
struct FormatColumn: Sendable {
  /// Its name, in any letter case; with a `*` at one end, the other end of its
  /// name.
  let name: String
  /// How it is read; the number of its cell is filled in when the header is.
  let plan: ColumnPlan

  private init(_ name: String, _ role: ColumnRole, _ change: (inout ColumnPlan) -> Void = { _ in })
  {
    self.name = name
    var plan = ColumnPlan(cell: 0, role: role)
    plan.unitOrigin = .format
    change(&plan)
    self.plan = plan
  }

  static func time(_ name: String, _ unit: TimeUnit?) -> FormatColumn {
    FormatColumn(name, .time) { $0.timeUnit = unit }
  }

  /// A position along an axis.
  ///
  /// - Parameters:
  ///   - part: which number of a cell such as `(0.51, 0.48)`.
  ///   - reversed: whether the numbers rise to the left, or down, where the unit does not imply it.
  static func position(
    _ eye: Eye, _ axis: Axis, _ name: String, _ unit: PositionUnit, missing: [Double] = [],
    part: Int? = nil, reversed: Bool = false
  ) -> FormatColumn {
    FormatColumn(name, .position(eye, axis)) {
      $0.positionUnit = unit
      $0.missingNumbers = missing
      $0.part = part
      $0.isReversed = reversed
    }
  }

  /// Both axes of a position.
  static func point(
    _ eye: Eye, _ x: String, _ y: String, _ unit: PositionUnit, missing: [Double] = []
  ) -> [FormatColumn] {
    [
      .position(eye, .horizontal, x, unit, missing: missing),
      .position(eye, .vertical, y, unit, missing: missing),
    ]
  }

  /// The components of a direction, of columns with the names `stem` + `x`, `y`, `z`.
  ///
  /// - Parameter reversed: the components that point to the left, down or back.
  static func direction(
    _ eye: Eye, _ stem: String, _ tail: String = "", reversed: Set<ColumnRole.Component> = []
  ) -> [FormatColumn] {
    ColumnRole.Component.allCases.map { component in
      FormatColumn(stem + component.rawValue + tail, .direction(eye, component)) {
        $0.positionUnit = .vector
        $0.isReversed = reversed.contains(component)
      }
    }
  }

  static func pupil(_ eye: Eye, _ name: String, missing: [Double] = []) -> FormatColumn {
    FormatColumn(name, .pupil(eye)) { $0.missingNumbers = missing }
  }

  /// The head's rotation about an axis.
  static func head(_ axis: Axis, _ name: String, _ unit: PositionUnit) -> FormatColumn {
    FormatColumn(name, .head(axis)) { $0.positionUnit = unit }
  }

  /// A column that says which rows of an eye (`unknown`: of all) are good.
  static func validity(_ eye: Eye, _ name: String, _ rule: ValidityRule) -> FormatColumn {
    FormatColumn(name, .validity(eye)) { $0.validity = rule }
  }

  /// Whether a column's name is this one's.
  func matches(_ other: String) -> Bool {
    NamePattern(name).matches(Self.normalised(other))
  }

  /// Lower case, without space at the ends, one space for several, `u` for the two ways to write µ.
  static func normalised(_ name: String) -> String {
    let lower = name.lowercased()
    let ascii = lower.unicodeScalars.map { $0 == "\u{3BC}" || $0 == "\u{B5}" ? "u" : $0 }
    let words = ascii.split { $0 == " " || $0 == "\u{FEFF}" }
    var text = String.UnicodeScalarView()
    for (index, word) in words.enumerated() {
      if index > 0 { text.append(" ") }
      text.append(contentsOf: word)
    }
    return String(text).trimmed(of: "\"'")
  }
}

/// A column's name, or with a `*` at one end, the other end of one.
struct NamePattern: Sendable, ExpressibleByStringLiteral {
  private let text: String
  private let isBeginning: Bool
  private let isEnd: Bool

  init(_ pattern: String) {
    isBeginning = pattern.last == "*"
    isEnd = pattern.first == "*"
    text = FormatColumn.normalised(pattern.trimmed(of: "*"))
  }

  init(stringLiteral pattern: String) { self.init(pattern) }

  /// Whether a normalised name is meant.
  func matches(_ name: String) -> Bool {
    if isBeginning { return name.hasPrefix(text) }
    return isEnd ? name.hasSuffix(text) : name == text
  }

  /// Whether a header has a name that is meant.
  func matches(_ header: HeaderLine) -> Bool {
    guard isBeginning || isEnd else { return header.nameSet.contains(text) }
    return header.normalisedNames.contains(where: matches)
  }
}
