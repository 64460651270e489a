import SignalProcessing
import Testing

@Suite struct AxialStatisticsTests {
  @Test func toAndFroAlongOneLineIsFullyConcentrated() throws {
    let line: [SIMD2<Float>] = [[1, 1], [-2, -2], [0.5, 0.5]]
    let axis = try #require(AxialConcentration(of: line))
    #expect(abs(axis.concentration - 1) < 1e-6)
    #expect(abs(axis.axisDegrees - 45) < 1e-4)
    #expect(axis.count == 3)
  }

  @Test func twoCrossedAxesCancel() throws {
    let cross: [SIMD2<Float>] = [[1, 0], [0, 3], [-1, 0], [0, -3], [0, 0], [.nan, 1]]
    #expect(try #require(AxialConcentration(of: cross)).concentration < 1e-6)
    // By length, vertical weighs 6 and horizontal 2.
    let weighted = try #require(AxialConcentration(of: cross, weightedByLength: true))
    #expect(abs(weighted.concentration - 0.5) < 1e-6)
    #expect(abs(weighted.axisDegrees - 90) < 1e-4)
    #expect(AxialConcentration(of: [SIMD2<Float>(0, 0)]) == nil)
  }
}
