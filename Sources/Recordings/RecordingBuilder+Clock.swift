extension RecordingBuilder {
  /// The grid of time that the rows lie on, and what was found in their clock.
  ///
  /// - Parameter unit: takes the unit of the time column, and where that is known from.
  mutating func clock(
    _ columns: SampleColumns, unit: inout String?
  ) throws(RecordingError.Problem) -> (grid: SampleGrid, report: ClockReport) {
    guard let plan = layout.columns.first(where: { $0.role == .time }) else {
      return try evenClock(rows: columns.rows)
    }
    let name = layout.names[plan.cell]
    let time = columns.time
    let range = StepRange(time)
    let declared = options.rate ?? layout.declaredRate
    let expected = plan.timeUnit.flatMap { unit in declared.map { unit.perSecond / $0 } }
    let steps = steps(columns, range, expected: expected)
    guard range.backward * 5 <= time.count, let steps else {
      if options.rate != nil { return try evenClock(insteadOf: name, rows: columns.rows) }
      if steps == nil, range.backward == 0 {
        throw .constantClock(column: name, line: layout.firstLine)
      }
      throw .backwardClock(column: name, stepsBack: range.backward, rows: time.count)
    }
    let perSecond: Double
    var timeUnit = plan.timeUnit
    if let known = plan.timeUnit {
      perSecond = known.perSecond
      // A step that is declared says nothing of the clock's.
      let own = options.rate == nil ? steps : self.steps(columns, range, expected: nil) ?? steps
      try Self.expectPlausible(perSecond / own.step, of: name, in: known)
      unit = "\(known.rawValue) (\(plan.unitOrigin.rawValue))"
    } else if columns.clockBeginsAsCount, steps.step == 1 {
      // Milliseconds at 1000 Hz look the same.
      guard let declared else { throw .samplesOrMilliseconds(column: name) }
      perSecond = declared
      unit = "samples (deduced)"
      remarks.append("Column '\(name)' counts samples, and the rate of \(declared) Hz is given.")
    } else {
      let deduced = try deducedUnit(name, steps)
      perSecond = deduced.perSecond
      timeUnit = deduced
      unit = "\(deduced.rawValue) (deduced)"
    }
    try Self.expectPlausible(perSecond / steps.step, of: name, in: timeUnit)
    if let coarse = CoarseClock(time, steps, perSecond: perSecond) {
      if coarse.isUneven {
        if options.rate != nil { return try evenClock(insteadOf: name, rows: columns.rows) }
        throw .coarseClock(
          column: name, seconds: coarse.step, fewest: coarse.fewest, most: coarse.most)
      }
      remarks.append(
        "The clock advances every \(coarse.step) s only: rows in between are taken to be evenly spaced, "
          + "and losses among them cannot be seen.")
    }
    let fit = ClockFitter.fit(time: time, perSecond: perSecond, steps: steps)
    try Self.expectPlausible(fit.grid.samplingRate, of: name, in: timeUnit)
    noteClock(fit.grid, fit.report, steps.meanStep / perSecond)
    return fit
  }

  private func steps(
    _ columns: SampleColumns, _ range: StepRange, expected: Double?
  ) -> ClockSteps? {
    let decimals = columns.clockDecimals
    let repeatsDiffer = { columns.repeatsDiffer() }
    if columns.time.isEven {
      return ClockSteps(
        columns.time, range, decimals: decimals, expected: expected, repeatsDiffer: repeatsDiffer)
    }
    return ClockSteps(
      columns.time.stamps, range, decimals: decimals, expected: expected,
      repeatsDiffer: repeatsDiffer)
  }

  private mutating func evenClock(
    insteadOf column: String, rows: Int
  ) throws(RecordingError.Problem) -> (grid: SampleGrid, report: ClockReport) {
    remarks.append("The time column '\(column)' is unusable; the samples go by the given rate.")
    return try evenClock(rows: rows)
  }

  private func evenClock(
    rows: Int
  ) throws(RecordingError.Problem) -> (grid: SampleGrid, report: ClockReport) {
    guard let rate = options.rate ?? layout.declaredRate else {
      guard options.columns == nil else {
        throw .badColumnMap(reason: "it names no time, such as t=time:ms, and no --rate is given")
      }
      throw .noClock(columns: layout.names.filter { !$0.isEmpty })
    }
    guard SampleGrid.plausibleRates.contains(rate) else { throw .implausibleRate(hertz: rate) }
    return (.even(rows: rows, samplingRate: rate), ClockReport(rateIsDeclared: true))
  }

  private static func expectPlausible(
    _ rate: Double, of column: String, in unit: TimeUnit?
  ) throws(RecordingError.Problem) {
    guard !SampleGrid.plausibleRates.contains(rate) else { return }
    throw .implausibleClock(column: column, unit: unit?.rawValue ?? "samples", hertz: rate)
  }

  /// The only unit in which the steps make a rate that eye trackers have.
  private mutating func deducedUnit(
    _ name: String, _ steps: ClockSteps
  ) throws(RecordingError.Problem) -> TimeUnit {
    let units: [TimeUnit] = [.seconds, .milliseconds, .microseconds, .nanoseconds]
    let expected = options.rate ?? layout.declaredRate
    let fitting = units.first { unit in
      let rate = unit.perSecond / steps.step
      return expected.map { abs(rate - $0) < 0.3 * $0 } ?? (rate >= 10 && rate <= 5000)
    }
    guard let unit = fitting else { throw .noTimeUnit(column: name, step: steps.step) }
    remarks.append(
      "Column '\(name)' is taken to be in \(unit.rawValue), the only unit that gives a sampling rate "
        + "between 10 and 5000 Hz.")
    return unit
  }

  private mutating func noteClock(_ grid: SampleGrid, _ report: ClockReport, _ meanStep: Double) {
    if report.resampled {
      remarks.append(
        "The clock is irregular: \(Self.rounded(1 / meanStep)) rows a second come at uneven steps, and "
          + "are interpolated to \(Self.rounded(grid.samplingRate)) Hz.")
    }
    if report.stepsBack > 0 {
      let times = Self.counted(report.stepsBack, "time", "times")
      remarks.append(
        "The clock was set \(times), back or ahead by more than a day: single rows out of "
          + "order are left out, and what follows is placed after what precedes it.")
    }
    if let rate = options.rate ?? layout.declaredRate, abs(rate - grid.samplingRate) > 0.05 * rate {
      remarks.append(
        "The \(options.rate == nil ? "declared" : "given") rate of \(rate) Hz is not the clock's; the clock is"
          + " followed.")
    }
  }

  /// A rate with one decimal.
  private static func rounded(_ rate: Double) -> Double { (rate * 10).rounded() / 10 }
}
