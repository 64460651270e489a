import Testing

@testable import Validation

@Suite struct EventMatchingTests {
  @Test func theSameEventsMatchOneToOne() {
    let events: [Range<Double>] = [0..<1, 2..<3, 5..<6]
    let matching = EventMatching(found: events, truth: events, overlap: 0.5)
    #expect(matching.pairs == [0, 1, 2].map { .init(found: $0, truth: $0) })
  }

  @Test func anOverlapBelowTheLimitIsNoMatch() {
    // They share 1 of 3, so that the intersection over union is 1/3.
    let found: [Range<Double>] = [0..<2]
    let truth: [Range<Double>] = [1..<3]
    #expect(EventMatching(found: found, truth: truth, overlap: 0.5).pairs.isEmpty)
    #expect(EventMatching(found: found, truth: truth, overlap: 0.33).pairs.count == 1)
    #expect(EventMatching(found: found, truth: truth, overlap: 0).pairs.count == 1)
  }

  @Test func touchingEventsDoNotOverlap() {
    let matching = EventMatching(found: [0.0..<1], truth: [1.0..<2], overlap: 0)
    #expect(matching.pairs.isEmpty)
  }

  @Test func anEventThatHoldsTwoMatchesTheOneItCoversBest() {
    let matching = EventMatching(found: [0.0..<10], truth: [0.0..<2, 2.0..<9], overlap: 0)
    #expect(matching.pairs == [.init(found: 0, truth: 1)])
  }

  @Test func f1IsTheHarmonicMeanOfPrecisionAndRecall() throws {
    let counts = EventCounts(matched: 6, found: 8, truth: 12)
    let (precision, recall) = (6.0 / 8, 6.0 / 12)
    let f1 = try #require(counts.f1)
    #expect(abs(f1 - 2 * precision * recall / (precision + recall)) < 1e-12)
    #expect(EventCounts().f1 == nil)
  }

  @Test func agreementInTimeIsSharedOverCovered() throws {
    let agreement = try #require(
      TimeAgreement.intersectionOverUnion([0..<2, 4..<6], [1..<5]))
    // 2 s are covered by both, 6 s by either.
    #expect(abs(agreement - 1 / 3) < 1e-12)
    #expect(TimeAgreement.intersectionOverUnion([0..<1], []) == 0)
    #expect(TimeAgreement.intersectionOverUnion([], []) == nil)
  }
}
