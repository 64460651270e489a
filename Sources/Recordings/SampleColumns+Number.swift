extension SampleColumns {
  /// The number in a column's cell; missing, and counted, where there is none that a channel can hold.
  mutating func number(
    _ bytes: Span<UInt8>, _ plan: ColumnPlan, _ cell: Range<Int>, point: UInt8, line: Int
  ) -> Float {
    let range = plan.part.map { Self.part($0, bytes, cell) } ?? cell
    switch Cell(bytes, range, point: point) {
    case .number(let value):
      if plan.missingNumbers.contains(value) { return .nan }
      let number = Float(value)
      if number.isFinite { return plan.isReversed ? -number : number }
    case .missing: return .nan
    case .malformed: break
    }
    noteMalformed(bytes, plan, range, line: line)
    return .nan
  }

  private mutating func noteMalformed(
    _ bytes: Span<UInt8>, _ plan: ColumnPlan, _ range: Range<Int>, line: Int
  ) {
    malformedCells += 1
    guard plan.role.isAngle else { return }
    if oddPositions[plan.role] != nil {
      oddPositions[plan.role]?.count += 1
      return
    }
    let text = String(decoding: range.prefix(24).map { bytes[$0] }, as: UTF8.self)
    oddPositions[plan.role] = .init(
      count: 1, first: .init(line: line, cell: plan.cell, text: text))
  }

  /// The range of a number among those in a cell such as `(0.51, 0.48)`.
  private static func part(_ part: Int, _ bytes: Span<UInt8>, _ cell: Range<Int>) -> Range<Int> {
    var low = cell.lowerBound
    var high = cell.upperBound
    while low < high, bytes[low] != Ascii.openParenthesis { low += 1 }
    while high > low, bytes[high - 1] != Ascii.closeParenthesis { high -= 1 }
    guard low + 1 < high else { return low..<low }
    var start = low + 1
    var number = 0
    for index in start..<(high - 1) where bytes[index] == Ascii.comma {
      if number == part { return start..<index }
      number += 1
      start = index + 1
    }
    return number == part ? start..<(high - 1) : low..<low
  }
}
