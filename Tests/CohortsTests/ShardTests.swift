import Testing

@testable import Cohorts

@Suite struct ShardTests {
  @Test(arguments: [1, 2, 3, 8, 100])
  func everyRecordingIsInOneShard(count: Int) throws {
    let shards = try (1...count).map { try #require(Shard($0, of: count)) }
    for number in 0..<500 {
      let id = "sub-\(number / 7)/trial \(number)"
      #expect(shards.filter { $0.contains(id) }.count == 1)
    }
  }

  @Test(arguments: [2, 7, 8, 64])
  func shardsAreOfLikeSize(count: Int) throws {
    let ids = (0..<200 * count).map { "sub-\($0)/task-gaze" }
    for number in 1...count {
      let shard = try #require(Shard(number, of: count))
      // Binomial with a mean of 200: within 5 standard deviations.
      #expect((130...270).contains(ids.filter(shard.contains).count))
    }
  }

  /// The values that the authors of FNV-1a publish, folded.
  @Test func theHashIsFNV1a() {
    #expect(Shard.hash("") == fold(0xcbf2_9ce4_8422_2325))
    #expect(Shard.hash("a") == fold(0xaf63_dc4c_8601_ec8c))
    #expect(Shard.hash("foobar") == fold(0x8594_4171_f739_67e8))
  }

  private func fold(_ hash: UInt64) -> UInt64 { hash ^ (hash >> 32) }

  @Test func onlyPartsThatThereAreCanBeAskedFor() {
    #expect(Shard(0, of: 3) == nil)
    #expect(Shard(4, of: 3) == nil)
    #expect(Shard(1, of: 0) == nil)
  }

  @Test(arguments: [
    (["ID": "3", "MIN": "1", "MAX": "8", "COUNT": "8", "STEP": "1"], 3, 8),
    (["ID": "0", "MIN": "0", "MAX": "3", "COUNT": "4"], 1, 4),
    (["ID": "15", "MIN": "5", "MAX": "25", "COUNT": "5", "STEP": "5"], 3, 5),
  ])
  func aTaskOfAnArrayKnowsItsShard(variables: [String: String], number: Int, count: Int) {
    let shard = Shard(slurm: { variables[String($0.dropFirst("SLURM_ARRAY_TASK_".count))] })
    #expect(shard == Shard(number, of: count))
  }

  @Test(arguments: [
    [:], ["ID": "3"], ["ID": "3", "MIN": "1", "MAX": "8", "COUNT": "3"],
    ["ID": "4", "MIN": "1", "MAX": "9", "COUNT": "5", "STEP": "2"],
  ])
  func anArrayThatIsNoRangeIsNoShard(variables: [String: String]) {
    #expect(
      Shard(slurm: { variables[String($0.dropFirst("SLURM_ARRAY_TASK_".count))] }) == nil)
  }
}
