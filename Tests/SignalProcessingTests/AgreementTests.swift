import SignalProcessing
import Testing

@Suite struct AgreementTests {
  @Test func theAreaIsTheShareOfPairsInOrder() throws {
    let positives = [0.9, 0.8, 0.5, 0.5, 0.3]
    let negatives = [0.5, 0.2, 0.1, 0.6]
    var inOrder = 0.0
    for p in positives {
      for n in negatives { inOrder += p > n ? 1 : p == n ? 0.5 : 0 }
    }
    let curve = try #require(AreaUnderCurve(positives: positives, negatives: negatives))
    #expect(isClose(curve.area, inOrder / 20))
    // From the variances of the means of the rows and columns of the table of pairs (NumPy).
    #expect(isClose(try #require(curve.standardError), 0.18285923547909744, 1e-9))
    let interval = try #require(curve.interval())
    #expect(interval.contains(curve.area) && interval.upperBound < 1)
  }

  @Test func groupsApartHaveAnIntervalToo() throws {
    let curve = try #require(
      AreaUnderCurve(positives: [3, 4, 5], negatives: Array(repeating: 1, count: 100)))
    #expect(curve.area == 1)
    let interval = try #require(curve.interval())
    // Three of three by Clopper and Pearson: .025^(1/3).
    #expect(isClose(interval.lowerBound, 0.2924017738212866))
    #expect(interval.upperBound == 1)
    #expect(AreaUnderCurve(positives: [], negatives: [1]) == nil)
  }

  @Test func theIntervalHoldsTheAreaAsOftenAsItSays() throws {
    // Normal scores one standard deviation apart: an area of .7602.
    var noise = NoiseSource(seed: 17)
    var held = 0
    for _ in 0..<200 {
      let positives = (0..<60).map { _ in 1 + noise.normal() }
      let negatives = (0..<60).map { _ in noise.normal() }
      let curve = try #require(AreaUnderCurve(positives: positives, negatives: negatives))
      if try #require(curve.interval()).contains(0.76025) { held += 1 }
    }
    #expect(held >= 183 && held <= 198)
  }

  @Test func kappaIsCohens() throws {
    // 20 + 15 of 50 agree; chance .5: (.7 − .5) / .5 = .4.
    let agreement = try #require(CohenKappa(counts: [[20, 5], [10, 15]]))
    #expect(isClose(agreement.kappa, 0.4))
    #expect(isClose(agreement.standardError, 0.12699606293110033, 1e-9))
    #expect(try #require(CohenKappa(counts: [[7, 0], [0, 3]])).kappa == 1)
    #expect(CohenKappa(counts: [[7, 0], [0, 0]]) == nil)
    #expect(CohenKappa(counts: []) == nil)
  }
}
