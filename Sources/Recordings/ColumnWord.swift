/// One word of a column's name.
enum ColumnWord: Sendable, Equatable {
  case eye(Eye)
  case axis(Axis, component: ColumnRole.Component?, isLetter: Bool)
  /// The third component of a direction.
  case depth
  /// A lone t.
  case letterT
  /// A lone capital V.
  case capitalV
  case kind(ColumnName.Kind)
  case positionUnit(PositionUnit)
  case timeUnit(TimeUnit)
  /// Says that the column was computed from another one.
  case derived
  /// Says that it is about the eyes, no more.
  case gaze
  /// Says nothing: "position", "data".
  case filler
  /// An axis that heads have as well as eyes: yaw, pitch, roll.
  case headAxis(Axis)
  /// Says that it is about the head.
  case head
  /// Says that the column is about something else than the eyes' position.
  case excluded
  case unknown(String)

  /// The words of a name.
  static func words(of name: String) -> [ColumnWord] {
    split(name).flatMap(meanings(of:))
  }

  /// Whether texts are the units of columns, such as `ms`, `[deg]` and `deg/s`: some of time or of
  /// position, and nothing but others or blanks beside them.
  static func areUnits(_ texts: [String]) -> Bool {
    texts.contains(where: isUnit)
      && texts.allSatisfy { isUnit($0) || otherUnits.isSuperset(of: split($0)) }
  }

  /// Whether a text is a unit of time or of position and nothing else.
  static func isUnit(_ text: String) -> Bool {
    let words = words(of: text)
    return !words.isEmpty
      && words.allSatisfy {
        switch $0 {
        case .positionUnit, .timeUnit: true
        default: false
        }
      }
  }

  /// Pieces of units that neither times nor positions have, and of words for none.
  private static let otherUnits: Set<String> = [
    "mm", "cm", "m", "a", "u", "au", "arb", "arbitrary", "v", "V", "hz", "n", "na", "none",
    "unit", "units", "bool", "count",
  ]

  /// A piece of text as one word, or as two that are written together (`lx`, `timems`).
  private static func meanings(of text: String) -> [ColumnWord] {
    if let word = vocabulary[text] { return [word] }
    let letters = Array(text)
    if letters.count <= 16 {
      for cut in 1..<max(letters.count, 1) {
        guard let first = vocabulary[String(letters[..<cut])],
          let second = vocabulary[String(letters[cut...])], canJoin(first, second)
        else { continue }
        return [first, second]
      }
    }
    return [.unknown(text)]
  }

  /// Whether two words are ever written together without a sign between them.
  private static func canJoin(_ first: ColumnWord, _ second: ColumnWord) -> Bool {
    switch (first, second) {
    case (.eye, .axis), (.axis, .eye), (.filler, .axis), (.gaze, .axis), (.axis, .gaze),
      (.eye, .gaze), (.axis, .positionUnit), (.eye, .filler),
      (.eye, .kind(.pupil)), (.kind(.pupil), .eye), (.kind(.time), .timeUnit),
      (.filler, .kind(.time)), (.eye, .kind(.validity)), (.kind(.validity), .eye):
      true
    // xT, a target: its words contradict each other, and it is passed over.
    case (.axis, .letterT), (.eye, .letterT): true
    default: false
    }
  }

  /// Splits a name at punctuation, at changes from lower to upper case, and before the last capital
  /// of several (`RXPos`).
  static func split(_ name: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var previous: Unicode.Scalar?
    let scalars = Array(name.unicodeScalars.prefix(200))
    for (index, scalar) in scalars.enumerated() {
      // A character that is no UTF-8 stays in its word: "µs" of another encoding is not "s".
      let isPart =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "°"
        || scalar == "\u{FFFD}"
      let next = scalars[safe: index + 1]
      // mV, µV: the capital is no word of its own.
      let isVolt = scalar == "V" && ["m", "u", "µ", "μ"].contains(piece)
      let isTurn = previous.map { !isVolt && turns(from: $0, to: scalar, next: next) }
      if !isPart || isTurn == true {
        if !piece.isEmpty { pieces.append(piece) }
        piece = ""
      }
      if isPart { piece.unicodeScalars.append(scalar) }
      previous = isPart ? scalar : nil
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces.map { $0 == "V" ? $0 : $0.lowercased() }
  }

  private static func turns(
    from previous: Unicode.Scalar, to scalar: Unicode.Scalar, next: Unicode.Scalar?
  ) -> Bool {
    guard scalar.properties.isUppercase else { return scalar == "°" }
    if previous.properties.isLowercase || ("0"..."9").contains(previous) { return true }
    return previous.properties.isUppercase && (next?.properties.isLowercase ?? false)
  }
}

extension ColumnWord {
  /// The words that are known, in lower case.
  private static let vocabulary: [String: ColumnWord] = {
    var table: [String: ColumnWord] = [:]
    func add(_ word: ColumnWord, _ spellings: String) {
      for spelling in spellings.split(separator: " ") { table[String(spelling)] = word }
    }
    add(.eye(.left), "left l le os lefteye")
    add(.eye(.right), "right r re od righteye")
    add(.eye(.cyclopean), "cyclopean cyclop cyc both combined binocular version average avg mean")
    add(.axis(.horizontal, component: .x, isLetter: false), "x")
    add(.axis(.horizontal, component: nil, isLetter: false), "horizontal horiz horz hor azimuth az")
    add(.axis(.horizontal, component: nil, isLetter: true), "h")
    add(.axis(.vertical, component: .y, isLetter: false), "y")
    add(.axis(.vertical, component: nil, isLetter: false), "vertical vert ver elevation elev")
    add(.axis(.vertical, component: nil, isLetter: true), "v")
    add(.axis(.torsional, component: nil, isLetter: false), "torsion torsional tors cyclotorsion")
    add(.headAxis(.horizontal), "yaw")
    add(.headAxis(.vertical), "pitch")
    add(.headAxis(.torsional), "roll")
    add(.head, "head helmet")
    add(.depth, "z")
    add(.gaze, "eye eyes gaze")
    add(.kind(.time), "time timestamp timestamps clock elapsed")
    add(.letterT, "t")
    add(.capitalV, "V")
    add(.kind(.direction), "direction vector normal dir optical")
    add(.kind(.velocity), "velocity vel speed")
    add(.kind(.pupil), "pupil pupils pd psize")
    add(.kind(.validity), "valid validity")
    add(.kind(.confidence), "confidence conf")
    add(.positionUnit(.degrees), "deg degs degree degrees ° dva")
    add(.positionUnit(.radians), "rad rads radian radians")
    add(.positionUnit(.pixels), "px pix pixel pixels")
    add(.positionUnit(.screenShare), "norm normalized normalised")
    add(
      .positionUnit(.arbitrary), "mv uv µv μv volt volts millivolt millivolts microvolt microvolts")
    add(.positionUnit(.degreesPerSecond), "dps")
    add(.timeUnit(.seconds), "s sec secs second seconds")
    add(.timeUnit(.milliseconds), "ms msec msecs millis millisecond milliseconds")
    add(.timeUnit(.microseconds), "us µs μs usec usecs micros microsecond microseconds")
    add(.timeUnit(.nanoseconds), "ns nsec nanos nanosecond nanoseconds")
    add(.timeUnit(.ticks), "100ns ticks")
    add(.timeUnit(.minutes), "min minutes")
    add(.derived, "filtered filt smooth smoothed interpolated interp predicted pred cleaned")
    add(
      .filler,
      "position positions pos point por coordinate coordinates coord coords angle rotation "
        + "data recording device sample tracker eyetracker stamp of the signal trace value raw in "
        + "diameter dia diam size area mm movement channel on axis per system")
    add(
      .excluded,
      "target targets tgt stim stimulus mouse scene cursor label event events fixation "
        + "fix saccade sac blink acceleration acc accel origin center centre width height cr cr1 cr2 cr3 cr4 cr5 error "
        + "std sd rms screen world index id trial frame duration date dot marker trigger ttl vergence "
        + "gyro gyroscope accelerometer quaternion imu magnetometer 3d "
        + "distance dist display user openness remaining next prev previous utc local")
    return table
  }()
}

extension Array {
  /// The element at an index, or `nil` outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension StringProtocol {
  /// The text without the characters of `set` at either end.
  func trimmed(of set: String) -> String {
    var rest = self[...]
    while let first = rest.first, set.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, set.contains(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
