import SignalProcessing
import Testing

/// Whether two numbers agree within a relative tolerance.
func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
  abs(a - b) <= tolerance * max(1, abs(b))
}

@Suite struct IntervalTests {
  // From the chi-squared quantiles of SciPy.
  @Test(arguments: [
    (0, 0.0, 3.688879454113936), (1, 0.025317807984289876, 5.571643390938898),
    (5, 1.6234863901184207, 11.668332079322667), (10, 4.7953886961324335, 18.39035604201778),
    (100, 81.36399125092314, 121.62679379242638),
  ])
  func poissonRatesHaveGarwoodsLimits(events: Int, low: Double, high: Double) throws {
    let interval = try #require(poissonRateInterval(events: events, exposure: 1))
    #expect(isClose(interval.lowerBound, low))
    #expect(isClose(interval.upperBound, high))
    let perMinute = try #require(poissonRateInterval(events: events, exposure: 4))
    #expect(isClose(perMinute.upperBound, high / 4))
  }

  @Test func noExposureHasNoRate() {
    #expect(poissonRateInterval(events: 0, exposure: 0) == nil)
    #expect(poissonRateInterval(events: 3, exposure: .nan) == nil)
  }

  @Test func specialFunctionsHaveTheirKnownValues() {
    // P(1, x) = 1 − e^(−x); I_x(1, b) = 1 − (1 − x)^b; the rest from SciPy.
    #expect(isClose(regularizedLowerGamma(a: 1, x: 2), 0.8646647167633873, 1e-13))
    #expect(isClose(regularizedLowerGamma(a: 3.5, x: 2), 0.22022259152428417, 1e-12))
    #expect(isClose(regularizedLowerGamma(a: 1000, x: 1020), 0.7385271844801109, 1e-10))
    #expect(isClose(regularizedBeta(0.3, a: 1, b: 4), 0.7599, 1e-13))
    #expect(isClose(regularizedBeta(0.3, a: 2, b: 5), 0.579825, 1e-12))
    #expect(isClose(regularizedBeta(0.5, a: 700, b: 700), 0.5, 1e-10))
    // Two of three coins: the logarithms of 3 p² (1 − p) + p³, for 1/2 and 3/8.
    #expect(isClose(logChanceOfHeads(atLeast: 2, of: 3), -0.6931471805599453, 1e-13))
    let loaded = logChanceOfHeads(atLeast: 2, of: 3, headsShare: 0.375)
    #expect(isClose(loaded, -1.1507282898071236, 1e-13))
  }

  @Test func sharesHaveTheirKnownIntervals() throws {
    let exact = try #require(BinomialInterval.clopperPearson(successes: 8, trials: 10))
    #expect(isClose(exact.lowerBound, 0.44390453769365936))
    #expect(isClose(exact.upperBound, 0.9747892736731666))
    let score = try #require(BinomialInterval.wilson(successes: 8, trials: 10))
    #expect(isClose(score.lowerBound, 0.4901624715366418))
    #expect(isClose(score.upperBound, 0.9433178485456247))
    // The rule of three's exact form: 1 − (.025)^(1/20).
    let none = try #require(BinomialInterval.clopperPearson(successes: 0, trials: 20))
    #expect(none.lowerBound == 0)
    #expect(isClose(none.upperBound, 0.16843347098308548))
    #expect(BinomialInterval.wilson(successes: 0, trials: 0) == nil)
    #expect(BinomialInterval.wilson(successes: 5, trials: 5)?.upperBound == 1)
  }
}

@Suite struct BootstrapTests {
  @Test func theMeansIntervalIsTheNormalOne() throws {
    // 0 … 400: standard error of the mean = 115.76 / √401 = 5.781, 1.96 of them each way.
    let values = (0...400).map(Double.init)
    let interval = try #require(
      bootstrapInterval(count: values.count, resamples: 4_000, seed: 1) { drawn in
        drawn.reduce(0) { $0 + values[$1] } / Double(drawn.count)
      })
    #expect(abs(interval.lowerBound - (200 - 1.96 * 5.781)) < 0.8)
    #expect(abs(interval.upperBound - (200 + 1.96 * 5.781)) < 0.8)
  }

  @Test func theSeedFixesIt() {
    let statistic: ([Int]) -> Double = { Double($0.reduce(0, +)) }
    let one = bootstrapInterval(count: 33, seed: 7, statistic: statistic)
    #expect(one == bootstrapInterval(count: 33, seed: 7, statistic: statistic))
    #expect(one != bootstrapInterval(count: 33, seed: 8, statistic: statistic))
  }

  @Test func itContainsTheEstimate() throws {
    // No resample's number of different things reaches that of the things as they are.
    let interval = try #require(
      bootstrapInterval(count: 50, seed: 3) { Double(Set($0).count) })
    #expect(interval.upperBound == 50)
  }

  @Test func littleGivesLittle() {
    #expect(bootstrapInterval(count: 0, seed: 1) { _ in 1 } == nil)
    #expect(bootstrapInterval(count: 1, seed: 1) { _ in 4 } == 4...4)
    #expect(bootstrapInterval(count: 9, seed: 1) { _ in .nan } == nil)
  }

  @Test func theMediansIntervalIsThatOfManyResamples() throws {
    var generator = SeededGenerator(seed: 5)
    let values = (0..<41).map { _ in generator.uniform() }
    let drawn = try #require(
      bootstrapInterval(count: 41, resamples: 20_000, seed: 2) { drawn in
        drawn.map { values[$0] }.median() ?? .nan
      })
    let exact = try #require(bootstrapMedianInterval(of: values))
    let sorted = values.sorted()
    func rank(_ value: Double) -> Int { sorted.firstIndex { $0 >= value } ?? sorted.count }
    #expect(abs(rank(drawn.lowerBound) - rank(exact.lowerBound)) <= 1)
    #expect(abs(rank(drawn.upperBound) - rank(exact.upperBound)) <= 1)
    #expect(bootstrapMedianInterval(of: [3]) == 3...3)
    #expect(bootstrapMedianInterval(of: [.nan]) == nil)
  }

  @Test func theGeneratorIsXoshiro() {
    // SplitMix64 and xoshiro256** as their authors' C code gives them for seed 0.
    var generator = SeededGenerator(seed: 0)
    let first = generator.next()
    #expect(first == 0x99EC_5F36_CB75_F2B4)
  }
}
