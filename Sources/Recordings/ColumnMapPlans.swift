extension ColumnMap {
  /// The plans of the columns that the map names.
  ///
  /// - Parameters:
  ///   - names: the table's columns; numbers from 1 name them too.
  ///   - unit: the unit of positions for which neither map nor name says one.
  func plans(
    names: [String], unit: PositionUnit?
  ) throws(RecordingError.Problem) -> [ColumnPlan] {
    var plans: [ColumnPlan] = []
    for entry in columns where entry.role != Entry.ignored {
      guard let role = ColumnRole(entry.role) else {
        throw .badColumnMap(reason: "'\(entry.role)' is no role")
      }
      guard !plans.contains(where: { $0.role == role }) || role.isRepeatable else {
        throw .badColumnMap(reason: "two columns are '\(role)'")
      }
      let cell = try Self.cell(entry.column, names)
      let plan = try entry.plan(
        role: role, cell: cell, name: ColumnName(names[cell]), unit: unit)
      if let other = plans.first(where: { $0.sharesNumbers(with: plan) }) {
        throw .badColumnMap(reason: "'\(names[cell])' is both '\(other.role)' and '\(role)'")
      }
      plans.append(plan)
    }
    guard plans.contains(where: \.role.isPosition) else {
      throw .badColumnMap(reason: "it names no position, such as left.x")
    }
    guard GazeDirection.areComplete(in: plans) else {
      throw .badColumnMap(reason: "a direction takes three columns: direction x, y and z")
    }
    return plans
  }

  private static func cell(
    _ column: String, _ names: [String]
  ) throws(RecordingError.Problem) -> Int {
    let wanted = column.trimmed(of: " ").lowercased()
    if let index = names.firstIndex(of: column) { return index }
    if let index = names.firstIndex(where: { $0.trimmed(of: " ").lowercased() == wanted }) {
      return index
    }
    if let number = Int(column), names.indices.contains(number - 1) { return number - 1 }
    throw .unknownColumn(name: column, columns: names)
  }
}

extension ColumnPlan {
  /// Whether one number would be read as two quantities. A validity may be told by any column, such
  /// as a pupil's that is 0 where the eye is lost.
  fileprivate func sharesNumbers(with other: ColumnPlan) -> Bool {
    cell == other.cell && part == other.part && !role.isRepeatable && !other.role.isRepeatable
  }
}

extension ColumnMap.Entry {
  fileprivate func plan(
    role: ColumnRole, cell: Int, name: ColumnName, unit option: PositionUnit?
  ) throws(RecordingError.Problem) -> ColumnPlan {
    var plan = ColumnPlan(cell: cell, role: role)
    plan.isReversed = isReversed ?? false
    plan.missingNumbers = missing ?? []
    if let part {
      guard part > 0 else { throw .badColumnMap(reason: "part \(part) of '\(column)' is below 1") }
      plan.part = part - 1
    }
    plan.unitOrigin = unit == nil ? .name : .option
    switch role {
    case .time: plan.timeUnit = try unit.map(Self.timeUnit) ?? name.timeUnit
    case .position(_, let axis):
      plan.positionUnit = try unit.map(Self.positionUnit) ?? name.positionUnit
      if plan.positionUnit == nil {
        plan.positionUnit = axis == .torsional ? .degrees : option
        plan.unitOrigin = .option
      }
      guard plan.positionUnit != nil else { throw .noUnit(columns: [column]) }
    case .direction: plan.positionUnit = .vector
    case .pupil: break
    case .head:
      plan.positionUnit = try unit.map(Self.positionUnit) ?? name.positionUnit ?? option
      guard let known = plan.positionUnit else { throw .noUnit(columns: [column]) }
      guard known.isAngular else {
        throw .badColumnMap(
          reason:
            "the head's '\(column)' is in \(known.rawValue); it takes deg, rad, deg/s or rad/s")
      }
    case .validity:
      if isGoodWhereBlank == true {
        plan.validity = .blank
      } else if let atLeast {
        plan.validity = .atLeast(atLeast)
      } else if let good {
        plan.validity = .good(good)
      } else {
        plan.validity = .deduced(isCalledValid: ColumnWord.split(column).contains("valid"))
      }
    }
    return plan
  }

  private static func timeUnit(_ text: String) throws(RecordingError.Problem) -> TimeUnit {
    guard let unit = TimeUnit(rawValue: text) ?? ColumnName("time_" + text).timeUnit else {
      throw .badColumnMap(reason: "'\(text)' is no unit of time; use s, ms, us, ns or 100ns")
    }
    return unit
  }

  private static func positionUnit(_ text: String) throws(RecordingError.Problem) -> PositionUnit {
    guard let unit = PositionUnit(rawValue: text) ?? ColumnName("x_" + text).positionUnit else {
      let known = PositionUnit.allCases.map(\.rawValue).joined(separator: ", ")
      throw .badColumnMap(reason: "'\(text)' is no unit of position; use one of \(known)")
    }
    return unit
  }
}

extension ColumnRole {
  var isPosition: Bool {
    switch self {
    case .position, .direction: true
    default: false
    }
  }

  /// Whether it is an axis of a position, not a component of a direction.
  var isAngle: Bool {
    if case .position = self { true } else { false }
  }

  /// Whether several columns may have it: validities add up.
  var isRepeatable: Bool {
    if case .validity = self { true } else { false }
  }
}
