import Foundation
import Testing

@Suite struct ExitStatusTests {
  @Test func aScoredRecordingEndsWith0() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", SampleTable.viewing())
    let run = try Program("score", folder.path + "/a.csv")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test func aRecordingTooShortToJudgeIsNoError() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", SampleTable.viewing(seconds: 3))
    let run = try Program("score", folder.path + "/a.csv")
    #expect(run.status == 0)
    #expect(run.output.contains("\na\tn/a\tn/a\tn/a\tn/a\tnot-assessable\t"))
  }

  @Test(arguments: [
    ("empty.csv", ""), ("header.csv", "time_s,x_deg,y_deg\n"),
    ("nounit.csv", SampleTable.viewing(unit: "")),
    ("pixels.csv", SampleTable.viewing(unit: "_px")),
    ("binary.csv", "\u{0}\u{1}\u{2}\u{0}\u{3}\n\u{0}"),
    ("other.csv", "name,age\nanna,3\nbert,4\nclara,5\n"),
    ("short.csv", "time_s,x_deg,y_deg\n0,1,1\n0.004,1,1\n"),
  ])
  func badDataEndWith65AndOneMessageThatNamesTheFile(name: String, text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(name, text)
    let run = try Program("score", folder.path + "/" + name, "--format", "json")
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix(folder.path + "/" + name + ": "))
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test func nothingThereEndsWith66() throws {
    let folder = try TemporaryFolder()
    let missing = try Program("score", folder.path + "/none.csv")
    #expect(missing.status == 66)
    #expect(missing.errors.contains("none.csv: no such file or folder"))
    #expect(try Program("score", folder.path).status == 66)
  }

  @Test(arguments: ["--labelled", "--disturbances"])
  func aFolderToValidateWithThatIsNotThereEndsWith66(option: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/none"
    let run = try Program("validate", "--size", "0", option, path)
    #expect(run.status == 66)
    #expect(run.errors.hasPrefix(path + ": expected a folder that can be read"))
    #expect(run.errors.hasSuffix("\n") && !run.errors.contains("\u{fffd}"))
  }

  @Test func tablesThatAreNotThereEndWith66() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", SampleTable.viewing(seconds: 1))
    let (input, none) = (folder.path + "/a.csv", folder.path + "/none.tsv")
    for arguments in [["score", input, "--epochs", none], ["compare", input, "--visits", none]] {
      let run = try Program(arguments)
      #expect(run.status == 66)
      #expect(run.errors.contains("none.tsv: no such file"))
    }
  }

  @Test func aColumnToSplitByThatIsNotThereNamesTheOption() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", SampleTable.viewing(seconds: 1))
    let run = try Program("score", folder.path + "/a.csv", "--split", "nope")
    #expect(run.status == 65)
    #expect(run.errors.contains("there is no column 'nope'") && run.errors.contains("--split"))
  }

  @Test func oneBadInputOfSeveralEndsWith3AndTheOthersAreScored() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.csv", SampleTable.viewing())
    try folder.write("in/b.csv", "name,age\nanna,3\n")
    let run = try Program("score", folder.path + "/in", "-o", folder.path + "/out")
    #expect(run.status == 3)
    #expect(run.errors.contains("b.csv: "))
    #expect(
      folder.files(below: "out") == [
        "index.html", "manifest.ndjson", "recordings/a.html", "recordings/a.json",
        "recordings/a_events.tsv", "scores.json",
        "scores.tsv",
      ])
  }

  @Test(arguments: [
    ["score"], ["scoer", "x"], ["score", "x", "--formt", "json"],
    ["score", "x", "--format", "xml"], ["score", "x", "--jobs", "0"],
    ["score", "x", "--unit", "furlong"], ["score", "x", "--screen", "1920x1080"],
    ["score", "x", "--distance", "600"], ["score", "x", "--rate", "0"],
    ["score", "x", "--from", "5", "--to", "4"], ["score", "x", "--columns", "a=b"],
    ["score", "x", "--timeout", "0"], ["score", "x", "--timeout", "1e19"],
    ["score", "x", "--timeout", "1e300"], ["score", "x", "--timeout", "nan"],
  ])
  func wrongCommandsEndWith64AndSayNothingOnTheOutput(arguments: [String]) throws {
    let run = try Program(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("Error: "))
  }

  @Test func aMapThatIsNotThereIsSaidToBeMissing() throws {
    let folder = try TemporaryFolder()
    let map = folder.path + "/map.json"
    #expect(try Program("score", "x", "--columns", map).errors.contains("no such file"))
    try folder.write("map.json", "[]")
    #expect(try Program("score", "x", "--columns", map).errors.contains("a column map as JSON"))
  }

  @Test func theNearestCommandIsNamed() throws {
    #expect(try Program("scor").errors.contains("Did you mean 'score'?"))
    #expect(try Program("insepct").errors.contains("Did you mean 'inspect'?"))
    #expect(try !Program("frobnicate").errors.contains("Did you mean"))
  }

  @Test func outputThatCannotBeCreatedEndsWith73() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", SampleTable.viewing())
    let run = try Program("score", folder.path + "/a.csv", "-o", folder.path + "/a.csv")
    #expect(run.status == 73)
    #expect(run.output.isEmpty)
  }

  @Test func versionCarriesTheNotice() throws {
    let run = try Program("--version")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("opsoscope 0.1.0\n"))
    #expect(
      run.output.contains(
        "Research use only. Not a medical device. Describes features of the recorded signal;"
          + " interpretation requires a qualified clinician and the original recording."))
  }

  @Test func anInterruptEndsWith130() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", SampleTable.viewing(seconds: 3))
    let output = Pipe()
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["score", folder.path + "/a.csv", "-", "--format", "ndjson", "--jobs", "1"]
    // A pipe that says nothing: the program waits for it, once it has printed the first recording.
    process.standardInput = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    #expect(!output.fileHandleForReading.availableData.isEmpty)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(process.terminationReason == .exit)
  }
}
