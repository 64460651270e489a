import Foundation
import Testing

@Suite struct MergeCommandTests {
  @Test func theMergeOfShardsIsTheSingleRunByteForByte() throws {
    let folder = try cohort()
    #expect(try score(folder, into: "single").status == 3)
    for number in 1...8 {
      let status = try score(folder, into: "shards/\(number)", "--shard", "\(number)/8").status
      #expect(status == 0 || status == 3)
    }
    let shards = (1...8).map { folder.path + "/shards/\($0)" }
    let run = try Program(["merge"] + shards + ["-o", folder.path + "/merged"])
    #expect(run.status == 0)
    #expect(run.errors.contains("7 not assessable (too-short) · 3 refused (2 duplicate-id, "))
    try expectSame(folder, "merged", "single")
    // In another order, over what is there.
    let again = try Program(["merge", "-q"] + shards.reversed() + ["-o", folder.path + "/merged"])
    #expect(again.status == 0 && again.errors.isEmpty)
    try expectSame(folder, "merged", "single")
  }

  @Test func theGroupsOfSubjectsAreMergedToo() throws {
    let folder = try TemporaryFolder()
    for number in 1...3 {
      try folder.write("in/sub-0\(number)_task-a.csv", SampleTable.viewing())
    }
    try folder.write(
      "in/participants.tsv",
      "participant_id\tgroup\nsub-01\tpatients\nsub-02\tcontrols\nsub-03\tcontrols\n")
    _ = try score(folder, into: "single")
    for number in 1...2 { _ = try score(folder, into: "\(number)", "--shard", "\(number)/2") }
    #expect(try merge(folder, folder.path + "/1", folder.path + "/2").status == 0)
    #expect(try folder.read("single/index.html").contains("controls"))
    try expectSame(folder, "merged", "single")
  }

  @Test func whatIsMissingOrThereTwiceIsNamed() throws {
    let folder = try cohort()
    for number in 1...2 { _ = try score(folder, into: "\(number)", "--shard", "\(number)/2") }
    _ = try score(folder, into: "all")
    let first = folder.path + "/1"
    let missing = try merge(folder, first)
    #expect(missing.status == 65)
    let inSecond = try rows(folder, "2")
    #expect(!inSecond.isEmpty)
    for id in inSecond { #expect(missing.errors.contains(id)) }
    let twice = try merge(folder, first, folder.path + "/all")
    #expect(twice.status == 65)
    for id in try rows(folder, "1") { #expect(twice.errors.contains(id)) }
    #expect(try merge(folder, folder.path + "/none").status == 66)
    #expect(
      try Program("merge", first, folder.path + "/2", "-o", first).status == 73)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/merged"))
  }

  @Test func mixedParametersAndVersionsAreRefused() throws {
    let folder = try cohort()
    _ = try score(folder, into: "1", "--shard", "1/2")
    _ = try score(folder, into: "2", "--shard", "2/2", "--to", "0.5")
    let parameters = try merge(folder, folder.path + "/1", folder.path + "/2")
    #expect(parameters.status == 65)
    #expect(parameters.errors.contains("results of one set of parameters"))
    _ = try score(folder, into: "2", "--shard", "2/2")
    let manifest = try folder.read("2/manifest.ndjson")
    try folder.write(
      "2/manifest.ndjson",
      manifest.replacingOccurrences(of: "\"version\":\"", with: "\"version\":\"9."))
    let version = try merge(folder, folder.path + "/1", folder.path + "/2")
    #expect(version.errors.contains("results of one version"))
  }

  @Test func aRunThatHasNotEndedIsNotMerged() throws {
    let folder = try cohort()
    for number in 1...2 { _ = try score(folder, into: "\(number)", "--shard", "\(number)/2") }
    let shards = [folder.path + "/1", folder.path + "/2"]
    let id = try #require(try rows(folder, "1").first)
    try FileManager.default.removeItem(atPath: shards[0] + "/recordings/\(id).json")
    #expect(try merge(folder, shards[0], shards[1]).errors.contains("whole result of '\(id)'"))
    try FileManager.default.removeItem(atPath: shards[0] + "/scores.tsv")
    #expect(try merge(folder, shards[0], shards[1]).errors.contains("a run that has ended"))
  }

  @Test(arguments: ["damaged", "not text", "without recordings", "cut", "without its end"])
  func aDamagedManifestIsRefusedAndMadeAnew(kind: String) throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] {
      try folder.write("in/\(name).csv", SampleTable.viewing(seconds: 1))
    }
    _ = try score(folder, into: "1")
    let manifest = try folder.read("1/manifest.ndjson")
    let url = URL(fileURLWithPath: folder.path + "/1/manifest.ndjson")
    var bytes = Array(manifest.utf8)
    let second = try #require(bytes.firstIndex(of: UInt8(ascii: "\n"))) + 1
    var line = 2
    switch kind {
    case "damaged": bytes[second] = UInt8(ascii: "x")
    case "not text": bytes[second + 8] = 0xff
    case "without recordings":
      bytes = Array(manifest.replacingOccurrences(of: "[\"b\"]", with: "null ").utf8)
    case "cut": (bytes, line) = (bytes.dropLast(20), 3)
    default: (bytes, line) = (bytes.dropLast(), 3)
    }
    try Data(bytes).write(to: url)
    let merged = try merge(folder, folder.path + "/1")
    #expect(merged.status == 65)
    #expect(merged.errors.hasPrefix("\(url.path), line \(line): expected "))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/merged"))
    let report = try Program("report", folder.path + "/1", folder.path + "/in")
    #expect(report.status == 65)
    #expect(report.errors == merged.errors)
    // What the message says to do.
    #expect(try score(folder, into: "1").status == 0)
    #expect(try folder.read("1/manifest.ndjson") == manifest)
    #expect(try merge(folder, folder.path + "/1").status == 0)
    try expectSame(folder, "merged", "1")
  }

  @Test func anEmptyShardIsAResult() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.csv", SampleTable.viewing(seconds: 1))
    for number in 1...2 {
      #expect(try score(folder, into: "\(number)", "--shard", "\(number)/2").status == 0)
    }
    #expect(try merge(folder, folder.path + "/1", folder.path + "/2").status == 0)
    _ = try score(folder, into: "single")
    try expectSame(folder, "merged", "single")
  }

  /// File systems that take two such names for one have only one of them.
  @Test func idsThatOnlyLookAlikeAreOthers() throws {
    let folder = try TemporaryFolder()
    for name in ["M\u{fc}ller", "Mu\u{308}ller", "n"] {
      try folder.write("in/\(name).csv", SampleTable.viewing(seconds: 1))
    }
    let count = folder.files(below: "in").count
    _ = try score(folder, into: "single")
    _ = try score(folder, into: "1", "--shard", "1/1")
    #expect(try merge(folder, folder.path + "/1").status == 0)
    try expectSame(folder, "merged", "single")
    let rows = try folder.read("merged/scores.tsv").utf8.split(separator: UInt8(ascii: "\n"))
    #expect(rows.count == 1 + count)
  }

  @Test(arguments: ["0/2", "3/2", "1", "a/b", "1/2/3", "auto"])
  func shardsThatThereAreNotAreAWrongCommand(shard: String) throws {
    let run = try Program("score", "x", "--shard", shard)
    #expect(run.status == 64)
    #expect(run.errors.contains("'\(shard)' is invalid for '--shard <part>': expected a "))
  }

  /// Seven recordings, a table that is none, and two files with one id.
  private func cohort() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 0..<7 {
      try folder.write("in/s\(number % 3)/r\(number).csv", SampleTable.viewing(seconds: 1))
    }
    try folder.write("in/bad.csv", "name,age\nanna,3\n")
    try folder.write("in/twice.csv", "1")
    try folder.write("in/twice.tsv", "2")
    return folder
  }

  private func score(
    _ folder: TemporaryFolder, into output: String, _ options: String...
  ) throws -> Program {
    try Program(
      ["score", folder.path + "/in", "-q", "-o", folder.path + "/" + output] + options)
  }

  private func merge(_ folder: TemporaryFolder, _ shards: String...) throws -> Program {
    try Program(["merge"] + shards + ["-o", folder.path + "/merged"])
  }

  private func rows(_ folder: TemporaryFolder, _ output: String) throws -> [String] {
    try folder.read(output + "/scores.tsv").split(separator: "\n").dropFirst()
      .map { String($0.prefix { $0 != "\t" }) }
  }

  private func expectSame(_ folder: TemporaryFolder, _ one: String, _ other: String) throws {
    let names = folder.files(below: other)
    #expect(folder.files(below: one) == names)
    for name in names {
      #expect(try folder.read(one + "/" + name) == folder.read(other + "/" + name), "\(name)")
    }
  }
}
