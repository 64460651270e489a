import Foundation
import Testing

@Suite struct ScoreCommandTests {
  @Test func aPipeGetsTabSeparatedValuesAndTheTableOnlyWhenAsked() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", SampleTable.viewing())
    let values = try Program("score", folder.path + "/a.csv")
    #expect(values.output.hasPrefix("id\tsubject\tsession\t"))
    let table = try Program("score", folder.path + "/a.csv", "--format", "table")
    #expect(table.output.hasPrefix("RECORDING  PATTERN"))
    #expect(!table.output.contains("\u{1b}"))
    let coloured = try Program(
      "score", folder.path + "/a.csv", "--format", "table", environment: ["FORCE_COLOR": "1"])
    #expect(coloured.output.contains("\u{1b}["))
    let plain = try Program(
      "score", folder.path + "/a.csv", "--format", "table", "--no-color",
      environment: ["FORCE_COLOR": "1"])
    #expect(plain.output == table.output)
  }

  @Test func jsonIsAnObjectForOneFileAndElseAnArray() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.csv", SampleTable.viewing())
    let one = try json(Program("score", folder.path + "/in/a.csv", "--format", "json").output)
    #expect((one as? [String: Any])?["id"] as? String == "a")
    let all = try json(Program("score", folder.path + "/in", "--format", "json").output)
    #expect((all as? [[String: Any]])?.count == 1)
    try folder.write("in/b.csv", SampleTable.viewing())
    let run = try Program("score", folder.path + "/in", "--format", "json", "--jobs", "2")
    let both = try json(run.output) as? [[String: Any]]
    #expect(both?.map { $0["id"] as? String } == ["a", "b"])
  }

  @Test func ndjsonIsALineARecording() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write(name + ".csv", SampleTable.viewing(seconds: 3)) }
    let run = try Program("score", folder.path, "--format", "ndjson")
    let lines = run.output.split(separator: "\n")
    let ids = try lines.map { (try json(String($0)) as? [String: Any])?["id"] as? String }
    #expect(ids == ["a", "b", "c"])
  }

  @Test func standardInputIsARecording() throws {
    let run = try Program("score", "-", input: SampleTable.viewing(seconds: 3))
    #expect(run.status == 0)
    #expect(run.output.contains("\nstdin\t"))
  }

  @Test func quietWithAFolderPrintsNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.csv", SampleTable.viewing(seconds: 3))
    let run = try Program("score", folder.path + "/in", "-o", folder.path + "/out", "--quiet")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test func theSameBytesWhateverTheJobsTheOrderAndTheFoldersName() throws {
    let folder = try TemporaryFolder()
    for name in ["p1/a", "p1/b", "p2/a", "q"] {
      for root in ["in", "copy of in"] {
        try folder.write("\(root)/\(name).csv", SampleTable.viewing(seconds: 3))
      }
    }
    for (output, arguments) in [
      ("one", ["in", "--jobs", "1"]), ("four", ["copy of in", "--jobs", "4"]),
    ] {
      let run = try Program(
        ["score", folder.path + "/" + arguments[0], "-o", folder.path + "/" + output, "-q"]
          + arguments.dropFirst(), environment: output == "four" ? ["LC_ALL": "de_DE.UTF-8"] : [:])
      #expect(run.status == 0)
    }
    let names = folder.files(below: "one")
    #expect(names.count == 16)
    #expect(names == folder.files(below: "four"))
    for name in names { #expect(try folder.read("one/" + name) == folder.read("four/" + name)) }
  }

  @Test func whatIsPrintedIsWhatIsWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.csv", SampleTable.viewing(seconds: 3))
    let output = folder.path + "/out"
    let values = try Program("score", folder.path + "/in", "-o", output)
    #expect(try folder.read("out/scores.tsv") == values.output)
    let document = try Program("score", folder.path + "/in/a.csv", "--format", "json")
    #expect(try folder.read("out/recordings/a.json") == document.output)
    let events = try Program("events", folder.path + "/in/a.csv")
    #expect(try folder.read("out/recordings/a_events.tsv") == events.output)
  }

  @Test func theManifestHasALineAnInput() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/s/a.csv", SampleTable.viewing())
    try folder.write("in/b.csv", SampleTable.viewing(seconds: 3))
    try folder.write("in/c.csv", "name,age\nanna,3\n")
    try folder.write("in/d.csv", "1")
    try folder.write("in/d.tsv", "2")
    let run = try Program("score", folder.path + "/in", "-o", folder.path + "/out")
    #expect(run.status == 3)
    let lines = try folder.read("out/manifest.ndjson").split(separator: "\n").map {
      try #require(try json(String($0)) as? [String: Any])
    }
    #expect(lines.map { $0["path"] as? String } == ["b.csv", "c.csv", "d.csv", "d.tsv", "s/a.csv"])
    #expect(
      lines.map { $0["outcome"] as? String } == [
        "not-assessable", "refused", "refused", "refused", "scored",
      ])
    #expect(lines.map { $0["id"] as? String } == ["b", "c", "d", "d", "s/a"])
    #expect(lines.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
    #expect(lines[0]["reason"] as? String == "too-short")
    #expect(lines[2]["reason"] as? String == "duplicate-id")
    #expect(lines[4]["reason"] is NSNull)
  }

  @Test func aRecordingThatIsNowRefusedHasNoResultLeft() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try folder.write("in/\(name).csv", SampleTable.viewing(seconds: 3)) }
    let output = folder.path + "/out"
    _ = try Program("score", folder.path + "/in", "-o", output)
    try folder.write("out/recordings/mine.json", "{}")
    try folder.write("in/b.csv", "")
    #expect(try Program("score", folder.path + "/in", "-o", output).status == 3)
    #expect(
      folder.files(below: "out/recordings") == ["a.html", "a.json", "a_events.tsv", "mine.json"])
  }

  @Test func nothingIsWrittenThroughALink() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/s/a.csv", SampleTable.viewing(seconds: 3))
    try folder.write("kept.txt", "kept")
    try folder.write("out/recordings/x", "")
    try folder.link("out/scores.tsv", to: folder.path + "/kept.txt")
    let output = folder.path + "/out"
    #expect(try Program("score", folder.path + "/in", "-o", output).status == 0)
    #expect(try folder.read("kept.txt") == "kept")
    #expect(try folder.read("out/scores.tsv").hasPrefix("id\t"))
    try FileManager.default.removeItem(atPath: output + "/recordings/s")
    try folder.write("elsewhere/x", "")
    try folder.link("out/recordings/s", to: folder.path + "/elsewhere")
    #expect(try Program("score", folder.path + "/in", "-o", output).status == 73)
    #expect(folder.files(below: "elsewhere") == ["x"])
  }

  @Test func resultsNameNoPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret/a.csv", SampleTable.viewing(seconds: 3))
    _ = try Program("score", folder.path + "/secret", "-o", folder.path + "/out")
    for name in folder.files(below: "out") {
      #expect(try !folder.read("out/" + name).contains("secret"), "\(name)")
    }
  }

  private func json(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }
}
