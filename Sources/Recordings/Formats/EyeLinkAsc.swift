extension Format {
  /// SR Research's EDF converted to ASC: samples are lines that begin with a number, everything else is
  /// messages and events. A `SAMPLES` line says what the columns are.
  static let eyeLinkAsc = Format("eyelink-asc", "SR Research EyeLink ASC") {
    (opening) throws(RecordingError.Problem) in
    guard
      let line = opening.line(beginningWith: "SAMPLES\t") ?? opening.line(beginningWith: "SAMPLES ")
    else {
      guard EyeLinkSamples.isEyeLink(opening) else { return nil }
      throw .notSamples(found: "EyeLink events without samples")
    }
    return try EyeLinkSamples(opening.text(line)).layout(of: opening)
  }
}

/// What a `SAMPLES` line says: `SAMPLES GAZE LEFT RIGHT HTARGET RATE 500.00 TRACKING CR FILTER 2 INPUT`.
struct EyeLinkSamples: Sendable, Equatable {
  var eyes: [Eye] = []
  /// GAZE in pixels of the screen, HREF in angles of the head's frame, PUPIL in the camera's numbers.
  var kind = "GAZE"
  var rate: Double?

  init(_ line: String) {
    let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
    if words.contains("LEFT") { eyes.append(.left) }
    if words.contains("RIGHT") { eyes.append(.right) }
    kind = words.first { ["GAZE", "HREF", "PUPIL"].contains($0) } ?? "GAZE"
    if let index = words.firstIndex(of: "RATE") {
      rate = words[safe: index + 1].flatMap { Double($0) }
    }
  }

  /// In words, for messages.
  var words: String {
    "\(kind.lowercased()) of \(eyes.map(\.rawValue).joined(separator: " and "))"
  }

  static func isEyeLink(_ opening: Opening) -> Bool {
    opening.line(beginningWith: "** CONVERTED FROM") != nil
      || opening.line(beginningWith: "MSG\t") != nil
        && opening.line(beginningWith: "START\t") != nil
  }

  func layout(of opening: Opening) throws(RecordingError.Problem) -> TableLayout {
    guard !eyes.isEmpty else { throw .notSamples(found: "EyeLink samples of no eye") }
    var layout = TableLayout(
      format: "eyelink-asc", delimiter: .spaces, names: names, firstRow: 0, firstLine: 1,
      columns: plans)
    layout.rule = RowRule(
      comments: [], beginsWithDigit: true, leastCells: names.count, isEyeLink: true)
    layout.declaredRate = rate
    layout.frame = kind == "GAZE" ? .gazeOnScreen : .eyeInHead
    layout.geometry = geometry(opening)
    if kind == "HREF" { layout.remarks.append("Positions are HREF, angles in the head's frame.") }
    return layout
  }

  private var names: [String] {
    ["time"] + eyes.flatMap { eye in ["x", "y", "pupil"].map { "\(eye.rawValue) \($0)" } }
  }

  private var plans: [ColumnPlan] {
    var time = ColumnPlan(cell: 0, role: .time)
    time.timeUnit = .milliseconds
    time.unitOrigin = .format
    let unit: PositionUnit = kind == "PUPIL" ? .cameraPixels : .pixels
    return [time]
      + eyes.enumerated().flatMap { index, eye in
        let first = 1 + 3 * index
        let roles: [ColumnRole] = [
          .position(eye, .horizontal), .position(eye, .vertical), .pupil(eye),
        ]
        return roles.enumerated().map { offset, role in
          var plan = ColumnPlan(cell: first + offset, role: role)
          if role.isPosition { plan.positionUnit = unit }
          plan.unitOrigin = .format
          return plan
        }
      }
  }

  private func geometry(_ opening: Opening) -> ScreenGeometry {
    var geometry = ScreenGeometry()
    if kind == "HREF" {
      // HREF lies on a plane 15000 units from the eye, zero straight ahead, y down.
      (geometry.widthPixels, geometry.heightPixels) = (0, 0)
      geometry.pixelsPerDegree = (Self.hrefPerDegree, Self.hrefPerDegree)
      geometry.isHREF = true
      return geometry
    }
    for label in ["GAZE_COORDS", "DISPLAY_COORDS"] where geometry.widthPixels == nil {
      let corners = opening.numbers(after: label)
      guard corners.count >= 4 else { continue }
      geometry.widthPixels = Self.extent(corners[0], corners[2])
      geometry.heightPixels = Self.extent(corners[1], corners[3])
    }
    return geometry
  }

  private static let hrefPerDegree = 15000 / Calibration.degreesPerRadian

  /// Screens are stated by their last pixel (1919) or by their size (1920).
  private static func extent(_ first: Double, _ last: Double) -> Double {
    let size = last - first
    return size.truncatingRemainder(dividingBy: 2) == 1 ? size + 1 : size
  }
}

/// What lines between EyeLink samples say that matters: the resolution at the end of a block, and
/// whether the columns stay what they were.
struct EyeLinkBlocks: Sendable {
  private var first: EyeLinkSamples?
  private var resolutions: [(horizontal: Double, vertical: Double)] = []

  /// Takes a line that is no sample.
  mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, line: Int
  ) throws(RecordingError.Problem) {
    let isEnd = Self.begins(bytes, range, with: "END")
    guard isEnd || Self.begins(bytes, range, with: "SAMPLES") else { return }
    let text = String(decoding: range.prefix(400).map { bytes[$0] }, as: UTF8.self)
    if isEnd {
      guard let label = text.firstRange(of: "RES") else { return }
      let numbers = text[label.upperBound...].description.numbers
      if numbers.count >= 2, numbers[0] > 0, numbers[1] > 0 {
        resolutions.append((numbers[0], numbers[1]))
      }
      return
    }
    let samples = EyeLinkSamples(text)
    if let first, first.eyes != samples.eyes || first.kind != samples.kind {
      throw .mixedLayouts(line: line, first: first.words, second: samples.words)
    }
    if first == nil { first = samples }
  }

  /// Pixels a degree: the median over the blocks.
  var pixelsPerDegree: (horizontal: Double, vertical: Double)? {
    guard !resolutions.isEmpty else { return nil }
    let middle = resolutions.count / 2
    return (
      resolutions.map(\.horizontal).sorted()[middle], resolutions.map(\.vertical).sorted()[middle]
    )
  }

  private static func begins(_ bytes: Span<UInt8>, _ range: Range<Int>, with word: String) -> Bool {
    let wanted = word.utf8
    guard range.count > wanted.count else { return false }
    return zip(range, wanted).allSatisfy { bytes[$0] == $1 }
  }
}
