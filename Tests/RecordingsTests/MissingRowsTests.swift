import Testing

@testable import Recordings

/// Missing rows are counted as one by one, whatever stretches they come in.
@Suite struct MissingRowsTests {
  @Test(arguments: [1, 255, 256, 257, 3000])
  func everyMissingRowIsCountedOnce(rows: Int) {
    var random = Congruential(seed: UInt64(rows))
    func channel() -> [Float] {
      var isLost = false
      return (0..<rows).map { row in
        if random.next() < 0.01 { isLost.toggle() }
        return isLost ? .nan : Float(row)
      }
    }
    let columns = [channel(), channel(), channel(), channel()]
    var table = SampleColumns(channels: columns, codes: [])
    table.rows = rows
    let roles: [ColumnRole] = [
      .position(.left, .horizontal), .position(.left, .vertical), .position(.right, .horizontal),
      .position(.right, .vertical),
    ]
    let plans = roles.enumerated().map { ColumnPlan(cell: $0, role: $1) }
    let isLost = (0..<rows).map { row in
      [columns[0][row] + columns[1][row], columns[2][row] + columns[3][row]].map(\.isNaN)
    }
    let missing = table.missing(plans)
    #expect(missing.byEye.map(\.rows) == [0, 1].map { eye in isLost.count { $0[eye] } })
    #expect(missing.ofAll == isLost.count { $0[0] && $0[1] })
  }
}
