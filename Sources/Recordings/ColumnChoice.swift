/// Which of a table's columns are taken, by their names.
///
/// Of columns for the same thing, raw ones go before smoothed ones, plain names before qualified ones,
/// degrees before pixels; of the eyes, left and right before a combination of both.
struct ColumnChoice {
  let names: [ColumnName]
  /// The unit of positions whose names do not say it.
  let unit: PositionUnit?
  /// Columns that are called time but hold one value only.
  let constantTimes: Set<Int>
  private(set) var remarks: [String] = []

  /// - Parameter units: what a line of units says below each name; empty where there is none.
  init(
    names: [String], units: [String] = [], unit: PositionUnit?, constantTimes: Set<Int> = []
  ) {
    self.names = names.enumerated().map { index, name in
      ColumnName(name, unit: units[safe: index] ?? "")
    }
    self.unit = unit
    self.constantTimes = constantTimes
  }

  /// The plans of all columns that are needed.
  mutating func plans() throws(RecordingError.Problem) -> [ColumnPlan] {
    var plans = try positions()
    let eyes = nameEye(of: &plans)
    plans += pupils(of: eyes)
    plans += validities(of: eyes)
    plans += heads()
    if let time = time() { plans.append(time) }
    return plans.sorted { $0.cell < $1.cell }
  }

  /// The plans of all columns but the positions.
  func withoutPositions() -> [ColumnPlan] {
    pupils(of: [.left, .right, .unknown]) + validities(of: [.left, .right]) + heads()
      + [time()].compactMap { $0 }
  }

  private mutating func positions() throws(RecordingError.Problem) -> [ColumnPlan] {
    let components = componentsOfWholeDirections()
    let candidates = names.indices.filter {
      [.position, .velocity].contains(names[$0].kind) || components.contains($0)
    }
    guard let group = bestGroup(candidates) else {
      throw .noPositionColumn(columns: names.map(\.text).filter { !$0.isEmpty })
    }
    let members = candidates.filter { belongs($0, to: group) }
    let plans = sides(members).map { plan(position: $0) }
    let unknown = plans.filter { $0.positionUnit == nil }
    guard unknown.isEmpty else { throw .noUnit(columns: unknown.map { names[$0.cell].text }) }
    try expectUnits(beside: plans, of: group, among: candidates)
    return plans
  }

  /// The columns of directions whose three components are all there: without one of them it is no angle.
  private func componentsOfWholeDirections() -> Set<Int> {
    struct Direction: Hashable {
      var eye: Eye
      var group: Group
    }
    let components = names.indices.filter { names[$0].kind == .direction }
    let directions = Dictionary(grouping: components) {
      Direction(eye: names[$0].eye, group: group(of: $0))
    }
    let whole = directions.values.filter { own in Set(own.map { names[$0].role }).count == 3 }
    return Set(whole.joined())
  }

  /// Refuses columns that belong beside those that are read, but do not tell their unit as these do.
  private func expectUnits(
    beside plans: [ColumnPlan], of group: Group, among candidates: [Int]
  ) throws(RecordingError.Problem) {
    let roles = Set(plans.map(\.role))
    let eyes = Set(plans.map(\.role.eye))
    let isOfNamedEye = !eyes.isDisjoint(with: Eye.pair)
    let without = candidates.filter { index in
      let name = names[index]
      guard name.positionUnit == nil, name.axis != .torsional, let role = name.role,
        name.qualifiers == group.qualifiers, name.isDerived == group.isDerived
      else { return false }
      return !roles.contains(role)
        && (eyes.contains(name.eye) || (isOfNamedEye && Eye.pair.contains(name.eye)))
    }
    guard !without.isEmpty else { return }
    throw .unitOfSome(
      columns: plans.map { names[$0.cell].text }, others: without.map { names[$0].text })
  }

  /// Columns that belong together: what they have in common.
  private struct Group: Hashable {
    var qualifiers: [String]
    var isDerived: Bool
    var unit: PositionUnit?
  }

  private func group(of index: Int) -> Group {
    let name = names[index]
    return Group(
      qualifiers: name.qualifiers, isDerived: name.isDerived, unit: name.positionUnit ?? unit)
  }

  private func bestGroup(_ candidates: [Int]) -> Group? {
    let planar = candidates.filter { names[$0].axis != .torsional }
    let best = planar.min { rank($0).lexicographicallyPrecedes(rank($1)) }
    return best.map(group(of:))
  }

  private func rank(_ index: Int) -> [Int] {
    let name = names[index]
    let unit = name.positionUnit ?? unit
    return [
      name.kind == .velocity ? 1 : 0, name.isDerived ? 1 : 0, name.qualifiers.count,
      unit?.rank ?? PositionUnit.allCases.count, index,
    ]
  }

  /// Whether a column is of the group: torsion whatever its unit, which is degrees anyway, but not a
  /// position among velocities.
  private func belongs(_ index: Int, to group: Group) -> Bool {
    let own = self.group(of: index)
    guard own.qualifiers == group.qualifiers, own.isDerived == group.isDerived else { return false }
    if names[index].axis == .torsional {
      return (names[index].kind == .velocity) == (group.unit?.isVelocity == true)
    }
    return own.unit == group.unit
  }

  /// The columns of the eyes where there are any, else of their combination, else of no named eye;
  /// one a role.
  private func sides(_ members: [Int]) -> [Int] {
    let eyes = Set(members.map { names[$0].eye })
    let wanted: Set<Eye> =
      !eyes.isDisjoint(with: Eye.pair)
      ? Eye.pair : eyes.contains(.cyclopean) ? [.cyclopean] : [.unknown]
    var taken: Set<ColumnRole> = []
    return members.filter { index in
      guard wanted.contains(names[index].eye), let role = names[index].role else { return false }
      return taken.insert(role).inserted
    }
  }

  private func plan(position index: Int) -> ColumnPlan {
    let name = names[index]
    var plan = ColumnPlan(cell: index, role: name.role ?? .time)
    plan.positionUnit = name.positionUnit ?? (name.axis == .torsional ? .degrees : unit)
    plan.unitOrigin = name.positionUnit == nil && name.axis != .torsional ? .option : .name
    return plan
  }

  /// The eyes that are read. A single trace without a name takes the eye of the only pupil.
  private mutating func nameEye(of plans: inout [ColumnPlan]) -> Set<Eye> {
    let eyes = Set(plans.map(\.role.eye))
    let pupils = Set(names.filter { $0.kind == .pupil && !$0.isDerived }.map(\.eye))
    guard eyes == [.unknown], pupils.count == 1, let eye = pupils.first,
      eye == .left || eye == .right
    else { return eyes }
    for index in plans.indices { plans[index].role = plans[index].role.of(eye) }
    remarks.append("The eye is taken to be the \(eye.rawValue) one, whose pupil is in the file.")
    return [eye]
  }

  private func pupils(of eyes: Set<Eye>) -> [ColumnPlan] {
    eyes.sorted { $0.rawValue < $1.rawValue }.compactMap { eye in
      let matching = names.indices.filter { index in
        let name = names[index]
        return name.kind == .pupil && !name.isDerived
          && (name.eye == eye || (eyes.count == 1 && name.eye == .unknown))
      }
      let best = matching.min { names[$0].qualifiers.count < names[$1].qualifiers.count }
      return best.map { ColumnPlan(cell: $0, role: .pupil(eye)) }
    }
  }

  private func validities(of eyes: Set<Eye>) -> [ColumnPlan] {
    names.indices.compactMap { index in
      let name = names[index]
      guard name.kind == .validity || name.kind == .confidence, name.qualifiers.isEmpty,
        !name.isDerived, name.eye == .unknown || name.eye == .cyclopean || eyes.contains(name.eye)
      else { return nil }
      var plan = ColumnPlan(
        cell: index, role: .validity(eyes.contains(name.eye) ? name.eye : .unknown))
      let isCalledValid = ColumnWord.split(name.text).contains("valid")
      plan.validity =
        name.kind == .confidence ? .shareAtLeast(0.6) : .deduced(isCalledValid: isCalledValid)
      return plan
    }
  }

  /// The head's rotation, one column an axis; of several, its speed.
  private func heads() -> [ColumnPlan] {
    Axis.allCases.compactMap { axis in
      let matching = names.indices.filter {
        names[$0].kind == .head && names[$0].axis == axis && !names[$0].isDerived
      }
      let best = matching.min { a, b in
        let (first, second) = (names[a], names[b])
        let ranks = [first, second].map { $0.positionUnit?.isVelocity == true ? 0 : 1 }
        return [ranks[0], first.qualifiers.count, a]
          .lexicographicallyPrecedes([ranks[1], second.qualifiers.count, b])
      }
      return best.map { index in
        var plan = ColumnPlan(cell: index, role: .head(axis))
        plan.positionUnit = names[index].positionUnit
        return plan
      }
    }
  }

  private func time() -> ColumnPlan? {
    let candidates = names.indices.filter {
      names[$0].kind == .time && !constantTimes.contains($0)
    }
    let best = candidates.min { a, b in
      [names[a].qualifiers.count, names[a].timeUnit == nil ? 1 : 0, a]
        .lexicographicallyPrecedes([names[b].qualifiers.count, names[b].timeUnit == nil ? 1 : 0, b])
    }
    return best.map { index in
      var plan = ColumnPlan(cell: index, role: .time)
      plan.timeUnit = names[index].timeUnit
      return plan
    }
  }
}

extension ColumnRole {
  /// The same part for another eye.
  func of(_ eye: Eye) -> ColumnRole {
    switch self {
    case .time, .head: self
    case .position(_, let axis): .position(eye, axis)
    case .direction(_, let component): .direction(eye, component)
    case .pupil: .pupil(eye)
    case .validity: .validity(eye)
    }
  }
}
