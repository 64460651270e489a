import Simulation
import Testing

@Suite struct RandomGeneratorTests {
  private func draws(_ count: Int, _ draw: (inout RandomGenerator) -> Double) -> [Double] {
    var random = RandomGenerator(seed: 5, stream: .cohort)
    return (0..<count).map { _ in draw(&random) }
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private func variance(_ values: [Double]) -> Double {
    let centre = mean(values)
    return mean(values.map { ($0 - centre) * ($0 - centre) })
  }

  @Test func normalDrawsHaveUnitVariance() {
    let values = draws(20_000) { $0.normal() }
    #expect(abs(mean(values)) < 0.03)
    #expect(abs(variance(values) - 1) < 0.05)
  }

  @Test(arguments: [1.5, 4, 9])
  func gammaDrawsHaveTheirMeanAndShape(shape: Double) {
    let values = draws(20_000) { $0.gamma(shape: shape, mean: 2) }
    #expect(abs(mean(values) - 2) < 0.06)
    #expect(abs(variance(values) - 4 / shape) < 0.25 / shape + 0.05)
  }

  @Test func poissonDrawsHaveEqualMeanAndVariance() {
    let values = draws(20_000) { Double($0.poisson(mean: 3)) }
    #expect(abs(mean(values) - 3) < 0.06)
    #expect(abs(variance(values) - 3) < 0.15)
  }

  @Test func streamsOfOneSeedDiffer() {
    var first = RandomGenerator(seed: 1, stream: .tracker)
    var second = RandomGenerator(seed: 1, stream: .behaviour)
    var again = RandomGenerator(seed: 1, stream: .tracker)
    let value = first.next()
    #expect(value != second.next())
    #expect(value == again.next())
  }
}
