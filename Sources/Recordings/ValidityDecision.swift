/// Decides which rows of a validity column are good.
struct ValidityDecision {
  /// Whether a code marks a good sample, by code.
  private(set) var isGood: [Bool]
  private(set) var remark: String?

  /// - Parameters:
  ///   - column: its name, for messages.
  ///   - codes: its values.
  ///   - isPresent: whether a row holds a position at all; tells which value marks the lost ones.
  init(
    _ rule: ValidityRule, column: String, codes: [UInt8], isPresent: (Int) -> Bool
  ) throws(RecordingError.Problem) {
    isGood = Array(repeating: false, count: 256)
    isGood[Int(SampleColumns.goodWordCode)] = true
    switch rule {
    case .good, .atLeast:
      for code in 0...200 { isGood[code] = rule.isGood(Double(code)) ?? false }
    case .shareAtLeast:
      isGood[1] = true
      guard !codes.contains(where: { $0 > 1 && $0 <= 200 || $0 == SampleColumns.otherCode }) else {
        throw .ambiguousConfidence(column: column)
      }
    case .blank:
      isGood[Int(SampleColumns.goodWordCode)] = false
      isGood[Int(SampleColumns.missingCode)] = true
    case .deduced(let isCalledValid):
      try deduce(column, codes, isCalledValid: isCalledValid, isPresent: isPresent)
    }
  }

  private mutating func deduce(
    _ column: String, _ codes: [UInt8], isCalledValid: Bool, isPresent: (Int) -> Bool
  ) throws(RecordingError.Problem) {
    var total = [Int](repeating: 0, count: 256)
    var present = [Int](repeating: 0, count: 256)
    for (row, code) in codes.enumerated() {
      total[Int(code)] += 1
      if isPresent(row) { present[Int(code)] += 1 }
    }
    guard total[Int(SampleColumns.otherCode)] == 0 else {
      throw .ambiguousValidity(
        column: column, values: "numbers other than whole ones from 0 to 200")
    }
    let values = (0...252).filter { total[$0] > 0 && $0 != Int(SampleColumns.goodWordCode) }
    if values.isEmpty { return }
    if values.count == 1, isCalledValid == false || values[0] != 0 {
      isGood[values[0]] = true
      return
    }
    if values.allSatisfy({ $0 <= 1 }) {
      try decideBinary(column, total, present, isCalledValid: isCalledValid)
    } else if values.allSatisfy({ $0 <= 4 }), !isCalledValid {
      isGood[0] = true
      isGood[1] = true
      remark = "Column '\(column)' is read as Tobii's validity: 0 and 1 are good, 2 to 4 are not."
    } else {
      let shown = values.prefix(6).map(String.init).joined(separator: ", ")
      throw .ambiguousValidity(column: column, values: "the values \(shown)")
    }
  }

  /// For the values 0 and 1: the name decides, else which of them goes with lost positions.
  private mutating func decideBinary(
    _ column: String, _ total: [Int], _ present: [Int], isCalledValid: Bool
  ) throws(RecordingError.Problem) {
    if isCalledValid {
      isGood[1] = true
      return
    }
    let shares = (0...1).map { Double(present[$0]) / Double(max(total[$0], 1)) }
    guard abs(shares[0] - shares[1]) > 0.5 else {
      throw .ambiguousValidity(column: column, values: "0 and 1")
    }
    let good = shares[0] > shares[1] ? 0 : 1
    isGood[good] = true
    remark = "In column '\(column)', \(good) is taken to mean good, since positions are there."
  }
}
