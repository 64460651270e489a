extension RecordingError.Problem {
  /// A word for the problem that never changes.
  public var code: String {
    switch self {
    case .notFound: "not-found"
    case .notPermitted: "not-permitted"
    case .notAFile: "not-a-file"
    case .unreadable: "unreadable"
    case .damagedGzip: "damaged-gzip"
    case .empty: "empty"
    case .binary: "binary"
    case .notUTF8: "not-utf8"
    case .lineTooLong: "line-too-long"
    case .headerOnly: "header-only"
    case .notSamples: "not-samples"
    case .noHeader: "no-header"
    case .noPositionColumn: "no-position-column"
    case .noUnit, .unitOfSome: "no-unit"
    case .pixelsWithoutGeometry: "pixels-without-geometry"
    case .implausibleScreen: "implausible-screen"
    case .uncalibrated: "uncalibrated"
    case .noClock: "no-clock"
    case .rowsOfOneEye: "rows-of-one-eye"
    case .noTimeUnit, .samplesOrMilliseconds: "no-time-unit"
    case .constantClock: "constant-clock"
    case .backwardClock: "clock-backward"
    case .coarseClock: "coarse-clock"
    case .unreadableClock: "unreadable-clock"
    case .unreadablePositions: "unreadable-positions"
    case .implausibleRate, .implausibleClock: "implausible-rate"
    case .tooFewSamples: "too-few-samples"
    case .irregularRows: "irregular-rows"
    case .ambiguousValidity, .ambiguousConfidence: "ambiguous-validity"
    case .unknownColumn: "unknown-column"
    case .badColumnMap: "bad-column-map"
    case .badSidecar: "bad-sidecar"
    case .noSidecar: "no-sidecar"
    case .tooManyRecordings: "too-many-recordings"
    case .mixedLayouts: "mixed-layouts"
    case .nothingInRange: "nothing-in-range"
    case .tooLarge: "too-large"
    }
  }

  /// Whose fault it is.
  public var kind: RecordingError.Kind {
    switch self {
    case .notFound, .notPermitted, .notAFile: .noInput
    case .unreadable: .inputOutput
    default: .data
    }
  }
}

extension RecordingError.Problem: CustomStringConvertible {
  /// The problem as the rest of a sentence that begins with the file's name.
  public var description: String {
    switch kind {
    case .noInput, .inputOutput: access
    case .data: fileLevel ?? contentLevel
    }
  }

  private var access: String {
    switch self {
    case .notFound: "there is no such file; check the path"
    case .notPermitted: "the file may not be read; check its permissions"
    case .notAFile(let found): "expected a file or a pipe, found \(found); name a file"
    case .unreadable(let reason): "reading failed (\(reason)); try again, or copy the file"
    default: code
    }
  }

  /// Problems of the file as a whole.
  private var fileLevel: String? {
    switch self {
    case .damagedGzip(let reason):
      "the compressed data end or break off (\(reason)); copy or export the file again"
    case .empty: "the file is empty; export the recording again"
    case .binary(let offset):
      "expected text, found binary data at byte \(offset); export the recording as text (for "
        + "EyeLink, convert the EDF with edf2asc)"
    case .notUTF8(let found):
      "expected UTF-8 text, found \(found), as Excel's 'Unicode text' is; save the file as UTF-8, such as "
        + "'CSV UTF-8'"
    case .lineTooLong(let limit):
      "a line is longer than \(limit) bytes, so this is no table of samples; check the file"
    case .headerOnly(let columns):
      "the header names \(columns) columns but no row of samples follows; export the recording "
        + "again"
    case .notSamples(let found):
      "expected samples of eye position, found \(found); export the raw samples instead"
    case .tooFewSamples(let found):
      "expected at least 3 samples, found \(found); nothing can be measured"
    case .irregularRows(let irregular, let rows, let expected, let line):
      "\(irregular) of \(rows) rows have another number of cells than the header's \(expected) "
        + "(the first is line \(line)); check the delimiter, or export the file again"
    case .mixedLayouts(let line, let first, let second):
      "line \(line) changes the samples from \(first) to \(second); split the file there"
    case .tooLarge(let rows, let limit):
      "more than \(limit) samples (\(rows) so far); split the file"
    case .tooManyRecordings(let limit):
      "the chosen column has more than \(limit) values; choose one that names trials or people"
    default: nil
    }
  }

  /// Problems of columns, units and clocks.
  private var contentLevel: String {
    switch self {
    case .noHeader(let columns):
      "there is no header over its \(columns) columns; say what they are with --columns, such as "
        + "--columns 1=time:ms,2=x:deg,3=y:deg"
    case .noPositionColumn(let columns):
      "no column is recognised as an eye position among \(Self.list(columns)); name it with "
        + "--columns, such as --columns \(Self.possibleMap(columns))"
    case .noUnit(let columns):
      "nothing says what unit \(Self.list(columns)) \(columns.count == 1 ? "is" : "are") in; give "
        + "--unit deg, --unit rad, or --unit px with --screen and --distance"
    case .unitOfSome(let columns, let others):
      "\(Self.list(columns)) \(columns.count == 1 ? "names its" : "name their") unit, but "
        + "\(Self.list(others)) \(others.count == 1 ? "names" : "name") none; write it into each name, "
        + "or give it with --unit"
    case .pixelsWithoutGeometry(let unit, let known):
      "positions are in \(unit) and \(known); give both, such as --screen 1920x1080px,531x299mm "
        + "--distance 600mm, or --uncalibrated to judge timing alone"
    case .implausibleScreen(let millimetres, let distance):
      "expected a screen that spans 6 to 140 degrees, found one of \(millimetres[0]) by \(millimetres[1]) mm "
        + "at \(distance) mm; correct the unit of its size or distance (BIDS has metres) where the file says "
        + "it, or give --screen and --distance"
    case .uncalibrated(let unit):
      "positions are in \(unit), which can't be turned into degrees; give --uncalibrated to judge "
        + "timing alone"
    case .ambiguousValidity(let column, let values):
      "column \(Self.quoted(column)) holds \(values) and nothing says which of them mark good "
        + "samples; say it with --columns, such as --columns "
        + "\(Self.quoted(column))=validity:0-is-good"
    case .rowsOfOneEye(let column):
      "column \(Self.quoted(column)) says which eye each row is of, so that one column holds both eyes; "
        + "give --split \(Self.quoted(column)) to read each by itself, or a column for each eye"
    case .ambiguousConfidence(let column):
      "column \(Self.quoted(column)) holds confidences above 1, and nothing says which of them mark good "
        + "samples; say it with --columns, such as --columns "
        + "\(Self.quoted(column))=validity:>=60"
    case .unknownColumn(let name, let columns):
      "there is no column \(Self.quoted(name)) among \(Self.list(columns)); name one of them with "
        + "--columns or --split"
    case .unreadablePositions(let column, let line, let cell):
      "expected numbers in column \(Self.quoted(column)), found \(Self.quoted(cell)) in line "
        + "\(line), and the like in most rows; write plain numbers, or name another column with "
        + "--columns"
    case .badColumnMap(let reason): "the column map can't be used (\(reason)); correct it"
    case .badSidecar(let name, let reason):
      "its sidecar \(name) can't be used (\(reason)); correct it"
    case .noSidecar(let name):
      "expected the sidecar \(name) beside it, which names its columns, and found none; add it"
    default: clockLevel
    }
  }

  private var clockLevel: String {
    switch self {
    case .noClock(let columns):
      "there is no time among the columns \(Self.list(columns)); give the sampling rate, such as --rate 500, "
        + "or, where one of them is the time, write that into its name, such as time_s"
    case .noTimeUnit(let column, let step):
      "nothing says what unit the time column \(Self.quoted(column)) is in, whose steps are "
        + "\(step); give the rate with --rate, or write the unit into its name, such as time_ms"
    case .samplesOrMilliseconds(let column):
      "the time column \(Self.quoted(column)) names no unit and counts by one, as samples and "
        + "milliseconds both do; give the sampling rate with --rate (1000 where it is milliseconds), or "
        + "write the unit into its name, such as time_ms"
    case .constantClock(let column, let line):
      "the time column \(Self.quoted(column)) does not advance from line \(line) on; give the "
        + "sampling rate, such as --rate 500"
    case .backwardClock(let column, let stepsBack, let rows):
      "the time column \(Self.quoted(column)) runs backwards in \(stepsBack) of \(rows) rows; sort "
        + "or split the file, or give --rate to go by rows"
    case .unreadableClock(let column, let unreadable, let rows):
      "the time column \(Self.quoted(column)) holds no number in \(unreadable) of \(rows) rows; "
        + "correct it, name another one with --columns, or give --rate"
    case .coarseClock(let column, let seconds, let fewest, let most):
      "the time column \(Self.quoted(column)) advances every \(seconds) s only, with \(fewest) to "
        + "\(most) rows to a step, so that rows are lost and nothing says where; export finer times, or "
        + "give --rate to go by rows"
    case .implausibleRate(let hertz):
      "the sampling rate is \(hertz) Hz, expected between \(Self.plausibleRates); give another one with --rate"
    case .implausibleClock(let column, let unit, let hertz):
      "the time column \(Self.quoted(column)), read in \(unit), gives \(hertz) samples a second, expected "
        + "between \(Self.plausibleRates); write the unit that it has into its name, such as time_ms, or say "
        + "it with --columns"
    case .nothingInRange(let from, let to, let duration):
      "no sample lies \(to == .infinity ? "after \(from) s" : "between \(from) s and \(to) s") of a "
        + "recording of \(duration) s; change --from or --to"
    default: code
    }
  }

  private static var plausibleRates: String {
    "\(SampleGrid.plausibleRates.lowerBound) and \(Int(SampleGrid.plausibleRates.upperBound))"
  }

  /// A map with the time, which has to be in it too, and the first other column as a position.
  private static func possibleMap(_ columns: [String]) -> String {
    let time = columns.first { ColumnName($0).kind == .time }
    let other = columns.first { ColumnName($0).kind != .time } ?? "NAME"
    let clock = time.map { name in
      "\(quoted(name))=time:\((ColumnName(name).timeUnit ?? .milliseconds).rawValue),"
    }
    return "\(clock ?? "")\(quoted(other))=x:deg"
  }

  private static func quoted(_ name: String) -> String { "'\(name)'" }

  /// Names as a list that stays readable: the first few, and how many more there are.
  static func list(_ names: [String]) -> String {
    guard !names.isEmpty else { return "no columns" }
    let shown = names.prefix(8).map { quoted(String($0.prefix(40))) }.joined(separator: ", ")
    return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
  }
}
