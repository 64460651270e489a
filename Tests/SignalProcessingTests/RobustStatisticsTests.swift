import SignalProcessing
import Testing

@Suite struct RobustStatisticsTests {
  let values: [Double] = [3.1, 0.2, 7.5, -1.0, 4.4, 2.2]

  @Test func quantilesFollowTypeSeven() throws {
    // numpy.quantile, which interpolates as type 7 does.
    #expect(abs(try #require(values.quantile(0.1)) - -0.4) < 1e-12)
    #expect(abs(try #require(values.quantile(0.25)) - 0.7) < 1e-12)
    #expect(abs(try #require(values.median()) - 2.65) < 1e-12)
    #expect(abs(try #require(values.quantile(0.9)) - 5.95) < 1e-12)
    #expect(values.quantile(0) == -1)
    #expect(values.quantile(1) == 7.5)
    #expect(abs(try #require(values.interquartileRange()) - (4.075 - 0.7)) < 1e-12)
  }

  @Test func missingValuesAreLeftOut() {
    let withGaps: [Float] = [.nan, 2, 1, .nan, 3]
    #expect(withGaps.median() == 2)
    #expect(withGaps[0..<1].median() == nil)
    #expect([Float]([5]).quantile(0.3) == 5)
  }

  @Test(arguments: [1, 2, 3, 10, 101, 1000])
  func selectionAgreesWithSorting(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    // Few distinct values as well as many, and orders that are hard on a quickselect.
    let inputs: [[Float]] = [
      (0..<count).map { _ in Float(generator.uniform()) },
      (0..<count).map { _ in Float(generator.next() % 3) },
      (0..<count).map { Float($0) }, (0..<count).map { Float(-$0) },
      (0..<count).map { Float(min($0, count - $0)) }, (0..<count).map { Float($0 % 7) },
    ]
    for input in inputs {
      let sorted = input.sorted()
      for rank in Set([0, count / 3, count / 2, count - 1]) {
        var copy = input
        let selected = copy.withUnsafeMutableBufferPointer { $0.select(rank) }
        #expect(selected == sorted[rank])
        #expect(copy[..<rank].allSatisfy { $0 <= selected })
        #expect(copy[rank...].allSatisfy { $0 >= selected })
      }
    }
  }
}
