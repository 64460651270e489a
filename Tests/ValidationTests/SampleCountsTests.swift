import Testing

@testable import Validation

@Suite struct SampleCountsTests {
  /// Cohen's kappa of a table that is worked out in textbooks: 20 and 15 agreed on, 5 and 10 not.
  @Test func kappaOfAWorkedExample() throws {
    var counts = SampleCounts()
    counts.both = 20
    counts.onlyFound = 5
    counts.onlyTrue = 10
    counts.neither = 15
    let kappa = try #require(counts.kappa)
    #expect(abs(kappa - 0.4) < 1e-12)
  }

  @Test func undefinedSamplesDoNotCount() {
    let counts = SampleCounts(
      found: [true, true, false, false], truth: [true, false, true, false],
      counts: [true, false, true, true])
    #expect(counts.both == 1)
    #expect(counts.onlyFound == 0)
    #expect(counts.onlyTrue == 1)
    #expect(counts.neither == 1)
  }

  @Test func perfectAgreementIsOne() {
    let saccade = [false, true, true, false]
    let counts = SampleCounts(found: saccade, truth: saccade, counts: saccade.map { _ in true })
    #expect(counts.kappa == 1)
  }
}
