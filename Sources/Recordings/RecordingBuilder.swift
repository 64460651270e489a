/// Makes a recording of the columns that were read: validity, units, clock.
struct RecordingBuilder {
  let layout: TableLayout
  let options: ReadingOptions
  /// What was decided that the file does not say, each a sentence.
  var remarks: [String]

  init(layout: TableLayout, options: ReadingOptions) {
    self.layout = layout
    self.options = options
    remarks = layout.remarks
  }

  /// The recording of one set of columns.
  mutating func recording(
    of columns: consuming SampleColumns, id: String, source: Source
  ) throws(RecordingError.Problem) -> Recording {
    guard columns.rows >= 3 else { throw .tooFewSamples(found: columns.rows) }
    noteRows(columns)
    dropLostPairs(&columns)
    try applyValidity(&columns)
    var clockUnit: String?
    let (grid, report) = try clock(columns, unit: &clockUnit)
    let (unit, quantity) = try calibrate(&columns)
    if unit == .degrees, quantity == .position { dropFilled(&columns, grid.samplingRate) }
    noteUnit()
    let traces = traces(of: columns, on: grid)
    var source = source
    source.rows = columns.rows
    (source.missing, source.missingRows) = columns.missing(channelPlans)
    source.columns = columnUses(clockUnit: clockUnit)
    source.remarks = remarks
    let recording = Recording(
      id: id, samplingRate: grid.samplingRate, runs: grid.runs, traces: traces,
      headSpeed: headSpeed(of: columns, on: grid), quantity: quantity, unit: unit,
      frame: layout.frame, clock: report, source: source)
    guard options.from != nil || options.to != nil else { return recording }
    return try recording.restricted(from: options.from ?? 0, to: options.to ?? .infinity)
  }

  /// The plans of the channels, after gaze directions became angles.
  private var channelPlans: [ColumnPlan] {
    layout.channelPlans.map { plan in
      var plan = plan
      switch plan.role {
      case .direction(let eye, .x): plan.role = .position(eye, .horizontal)
      case .direction(let eye, .y): plan.role = .position(eye, .vertical)
      default: break
      }
      return plan
    }
  }

  private mutating func noteRows(_ columns: SampleColumns) {
    if columns.rowsWithoutTime > 0 {
      let rows = Self.counted(
        columns.rowsWithoutTime, "row without a time is", "rows without a time are")
      remarks.append("\(rows) left out.")
    }
    if columns.irregularRows > 0, let line = columns.firstIrregularLine {
      let rows = Self.counted(columns.irregularRows, "row has", "rows have")
      remarks.append(
        "\(rows) another number of cells than the header (the first is line \(line)); their positions "
          + "are missing.")
    }
    let odd = columns.oddPositions.values
    if let first = odd.map(\.first).min(by: { ($0.line, $0.cell) < ($1.line, $1.cell) }) {
      let cells = Self.counted(
        odd.reduce(0) { $0 + $1.count }, "cell of positions holds no number and is",
        "cells of positions hold no number and are")
      remarks.append("\(cells) missing, the first '\(first.text)' in line \(first.line).")
    }
  }

  /// A count before what is counted and its verb.
  static func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count == 1 ? one : several)"
  }

  /// Makes positions missing whose axes all hold the format's mark for lost.
  private func dropLostPairs(_ columns: inout SampleColumns) {
    guard let mark = layout.missingPair else { return }
    let plans = channelPlans
    for eye in Eye.allCases {
      let ofEye = plans.indices.filter { plans[$0].role.isAngle && plans[$0].role.eye == eye }
      guard
        let x = ofEye.first(where: { plans[$0].role == .position(eye, .horizontal) }),
        let y = ofEye.first(where: { plans[$0].role == .position(eye, .vertical) })
      else { continue }
      for row in 0..<columns.rows
      where columns.channels[x][row] == mark && columns.channels[y][row] == mark {
        for channel in ofEye { columns.channels[channel][row] = .nan }
      }
    }
  }

  private mutating func applyValidity(
    _ columns: inout SampleColumns
  ) throws(RecordingError.Problem) {
    let plans = layout.columns.filter { $0.validity != nil }
    let channels = channelPlans
    for (index, plan) in plans.enumerated() {
      guard let rule = plan.validity else { continue }
      let affected = channels.indices.filter {
        plan.role.eye == .unknown || channels[$0].role.eye == plan.role.eye
      }
      let positions = affected.filter { channels[$0].role.isAngle }
      let decision = try ValidityDecision(
        rule, column: layout.names[plan.cell], codes: columns.codes[index],
        isPresent: { row in positions.contains { Self.isPresent(columns.channels[$0][row]) } })
      if let remark = decision.remark { remarks.append(remark) }
      for channel in positions {
        for (row, code) in columns.codes[index].enumerated() where !decision.isGood[Int(code)] {
          columns.channels[channel][row] = .nan
        }
      }
    }
  }

  /// Whether a number can be a position at all: lost ones are written as 0 or −1 beside a validity.
  private static func isPresent(_ value: Float) -> Bool {
    !value.isNaN && value != 0 && value != -1
  }

  private mutating func calibrate(
    _ columns: inout SampleColumns
  ) throws(RecordingError.Problem) -> (Recording.Unit, Recording.Quantity) {
    var geometry = layout.geometry.overridden(by: options)
    if !geometry.isHREF {
      geometry.pixelsPerDegree = columns.pixelsPerDegree ?? geometry.pixelsPerDegree
    }
    var unit: Recording.Unit?
    let quantity = try quantity()
    for (index, plan) in channelPlans.enumerated() {
      guard let axis = plan.role.axis, let positionUnit = plan.positionUnit else { continue }
      let calibration = try Calibration(
        positionUnit, axis: axis, geometry: geometry,
        allowsUncalibrated: options.allowsUncalibrated)
      calibration.apply(to: &columns.channels[index])
      guard plan.role.isAngle else { continue }
      if axis != .torsional {
        guard calibration.unit == unit ?? calibration.unit else {
          throw .badColumnMap(reason: "some positions are degrees and others are not")
        }
        unit = calibration.unit
      }
      let isVelocity = quantity == .velocity
      let fastest = Calibration.fastestDegreesPerSecond
      guard let limit = isVelocity ? fastest : calibration.farthestDegrees else { continue }
      let beyond = columns.channels[index].dropBeyond(limit)
      if beyond > 0 {
        let values =
          isVelocity
          ? Self.counted(beyond, "velocity", "velocities")
          : Self.counted(beyond, "position", "positions")
        remarks.append(
          "\(values) of column '\(layout.names[plan.cell])' \(beyond == 1 ? "lies" : "lie") beyond "
            + "\(Int(limit)) degrees"
            + (isVelocity ? " a second, which no eye reaches" : ", where no eye points")
            + ", and \(beyond == 1 ? "is" : "are") missing.")
      }
    }
    return (unit ?? .degrees, quantity)
  }

  /// Whether all columns of the eyes are positions or all are velocities.
  private func quantity() throws(RecordingError.Problem) -> Recording.Quantity {
    let units = channelPlans.filter(\.role.isAngle).compactMap(\.positionUnit)
    guard units.contains(where: \.isVelocity) else { return .position }
    guard units.allSatisfy(\.isVelocity) else {
      throw .badColumnMap(reason: "some columns are positions and others are velocities")
    }
    return .velocity
  }

  /// Says that the given unit is not the one that the file names.
  private mutating func noteUnit() {
    let positions = layout.channelPlans.filter(\.role.isPosition)
    let units = Set(positions.map { $0.unitOrigin == .option ? nil : $0.positionUnit })
    if let given = options.unit, units.count == 1, let own = units.first ?? nil, own != given {
      remarks.append(
        "The given unit \(given.rawValue) is not the file's, which says \(own.rawValue); the file is "
          + "followed.")
    }
  }

  /// Makes positions missing that were filled in where the tracker had lost the eye.
  private mutating func dropFilled(_ columns: inout SampleColumns, _ samplingRate: Double) {
    let plans = channelPlans
    for eye in Eye.allCases {
      let axes: [ColumnRole] = [.position(eye, .horizontal), .position(eye, .vertical)]
      let own = plans.indices.filter { axes.contains(plans[$0].role) }
      guard !own.isEmpty else { continue }
      let filled = FilledPositions(own.map { columns.channels[$0] }, samplingRate: samplingRate)
        .ranges
      guard !filled.isEmpty else { continue }
      for range in filled {
        for channel in own {
          columns.channels[channel].replaceSubrange(
            range, with: repeatElement(.nan, count: range.count))
        }
      }
      remarks.append(
        "\(filled.reduce(0) { $0 + $1.count }) positions of \(eye.named), in "
          + "\(Self.counted(filled.count, "stretch", "stretches")), only repeat one number or draw a "
          + "smooth line, while all others carry noise: they were filled in where the eye was lost, "
          + "and are missing.")
    }
  }

  private mutating func traces(of columns: SampleColumns, on grid: SampleGrid) -> [EyeTrace] {
    let plans = channelPlans
    let time = grid.isResampled ? columns.time.stamps : []
    func channel(_ role: ColumnRole) -> [Float]? {
      plans.firstIndex { $0.role == role }.map { index in
        grid.place(columns.channels[index]) { time[$0] / grid.step }
      }
    }
    let traces = Eye.allCases.compactMap { eye -> EyeTrace? in
      let trace = EyeTrace(
        eye: eye, horizontal: channel(.position(eye, .horizontal)),
        vertical: channel(.position(eye, .vertical)),
        torsional: channel(.position(eye, .torsional)), pupil: channel(.pupil(eye)))
      let isThere = trace.horizontal != nil || trace.vertical != nil || trace.torsional != nil
      return isThere ? trace : nil
    }
    return recorded(traces)
  }

  /// Those that were recorded, and their axes: that hold positions, and more than one; all of them where
  /// none holds any.
  private mutating func recorded(_ traces: [EyeTrace]) -> [EyeTrace] {
    let seen = traces.filter(\.hasSamples).map(\.withoutBlankAxes)
    let moving = seen.map(\.withoutStillAxes).filter(\.hasSamples)
    for trace in seen where !trace.stillAxes.isEmpty {
      let isWhole = !moving.contains { $0.eye == trace.eye }
      let axes = isWhole ? "" : trace.stillAxes.joined(separator: " and ") + " "
      remarks.append(
        "Each \(axes)position of \(trace.eye.named) is the same number: no eye is that still, and it "
          + "counts as not recorded.")
    }
    if moving.isEmpty, !seen.isEmpty { return seen.map(\.lost) }
    return seen.isEmpty ? traces : moving
  }

  private func headSpeed(of columns: SampleColumns, on grid: SampleGrid) -> [Float]? {
    let time = columns.time
    let axes = channelPlans.enumerated().compactMap { index, plan -> HeadMotion? in
      guard case .head = plan.role else { return nil }
      return HeadMotion(
        values: grid.place(columns.channels[index]) { time[$0] / grid.step },
        isSpeed: plan.positionUnit?.isVelocity ?? false)
    }
    return HeadMotion.speed(of: axes, runs: grid.runs, samplingRate: grid.samplingRate)
  }

  private func columnUses(clockUnit: String?) -> [Source.ColumnUse] {
    layout.names.enumerated().map { index, name in
      let plans = layout.columns.filter { $0.cell == index }
      guard let plan = plans.first else { return .init(name: name) }
      let unit = plan.positionUnit.map { "\($0.rawValue) (\(plan.unitOrigin.rawValue))" }
      return .init(
        name: name, role: plans.map { "\($0.role)" }.joined(separator: ", "),
        unit: plan.role == .time ? clockUnit : unit)
    }
  }
}
