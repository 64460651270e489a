import Foundation
import Testing

/// What a run leaves that does not come to its end, and what the next one makes of it.
@Suite struct ResumeTests {
  @Test func fiftyKillsAtRandomMomentsEndWithTheBytesOfTheUndisturbedRun() throws {
    let cohort = try Cohort()
    let reference = try cohort.reference()
    var random = SystemRandomNumberGenerator()
    var kills = 0
    while kills < 50 {
      let process = try cohort.start()
      usleep(UInt32.random(in: 0...120_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      guard process.terminationReason == .uncaughtSignal else {
        // It was done before: once more from the beginning.
        try FileManager.default.removeItem(atPath: cohort.output)
        continue
      }
      kills += 1
      try cohort.expectNothingHalfWritten(reference)
    }
    #expect(try cohort.run().status == 3)
    #expect(try cohort.results() == reference)
  }

  @Test func anInterruptedRunGoesOnFromWhereItWas() throws {
    let cohort = try Cohort()
    let reference = try cohort.reference()
    let process = try cohort.start(jobs: 1)
    while !cohort.folder.files(below: "out").contains("recordings/r0.json") { usleep(1000) }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130 && process.terminationReason == .exit)
    try cohort.expectNothingHalfWritten(reference)
    let run = try cohort.run()
    #expect(run.errors.contains(" of them done before"))
    #expect(try cohort.results() == reference)
  }

  @Test(
    .enabled(if: SmallFileSystem.isPossible, "needs a tmpfs, which takes the right to mount one"))
  func aFullDiskLosesNothing() throws {
    let cohort = try Cohort()
    let reference = try cohort.reference()
    try FileManager.default.createDirectory(
      atPath: cohort.output, withIntermediateDirectories: true)
    let disk = try #require(SmallFileSystem(at: cohort.output, megabytes: 2))
    // Room for the results of some of the recordings.
    for room in [40_000, 120_000] {
      try disk.fill(leaving: room)
      let run = try cohort.run()
      #expect(run.status == 74)
      #expect(run.errors.contains("make room"))
      try disk.removeFiller()
      try cohort.expectNothingHalfWritten(reference)
    }
    #expect(try cohort.run().status == 3)
    #expect(try cohort.results() == reference)
    disk.unmount()
  }

  @Test func aFolderThatVanishesEndsTheRun() throws {
    let cohort = try Cohort()
    let process = try cohort.start(jobs: 1)
    while !cohort.folder.files(below: "out").contains("recordings/r0.json") { usleep(1000) }
    try FileManager.default.moveItem(atPath: cohort.output, toPath: cohort.output + "-gone")
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(!FileManager.default.fileExists(atPath: cohort.output))
  }

  @Test func whatIsDoneIsNotDoneAgainAndWhatHasChangedIs() throws {
    let cohort = try Cohort()
    let reference = try cohort.reference()
    _ = try cohort.run()
    #expect(try cohort.run().errors.contains(" · 6 of them done before"))
    // Another input, another parameter, a result that is gone, one that was damaged, and force.
    try cohort.folder.write("in/r1.csv", SampleTable.viewing(seconds: 2))
    #expect(try cohort.run().errors.contains(" · 5 of them done before"))
    try cohort.folder.write("in/r1.csv", Cohort.recording(1))
    #expect(try cohort.run("--to", "1").errors.contains("done before") == false)
    _ = try cohort.run()
    try FileManager.default.removeItem(atPath: cohort.output + "/recordings/r2_events.tsv")
    try cohort.folder.write("out/recordings/r3.json", "{\"schema\": \"opsoscope-recording/1\"")
    #expect(try cohort.run().errors.contains(" · 4 of them done before"))
    #expect(try cohort.run("--force").errors.contains("done before") == false)
    #expect(try cohort.results() == reference)
  }

  @Test func theResultsOfInputsThatAreGoneGoToo() throws {
    let cohort = try Cohort()
    _ = try cohort.run()
    try cohort.folder.write("out/recordings/.opsoscope-1-1.partial", "half")
    for name in ["r4", "deep/r5"] {
      try FileManager.default.removeItem(atPath: cohort.folder.path + "/in/\(name).csv")
    }
    // A run that is killed before it wrote a manifest knows nothing of earlier ones.
    try FileManager.default.removeItem(atPath: cohort.output + "/manifest.ndjson")
    _ = try cohort.run()
    #expect(
      cohort.folder.files(below: "out/recordings")
        == (0..<4).flatMap { ["r\($0).json", "r\($0)_events.tsv"] }.sorted())
    #expect(!FileManager.default.fileExists(atPath: cohort.output + "/recordings/deep"))
  }

  @Test func aManifestWhoseLastLineIsCutIsGoneOnFrom() throws {
    let cohort = try Cohort()
    let reference = try cohort.reference()
    _ = try cohort.run()
    let manifest = try cohort.folder.read("out/manifest.ndjson")
    try cohort.folder.write("out/manifest.ndjson", String(manifest.dropLast(20)))
    #expect(try cohort.run().errors.contains(" · 6 of them done before"))
    #expect(try cohort.results() == reference)
  }

  @Test func partsOfAFileAreNotDoneAgain() throws {
    let folder = try TemporaryFolder()
    let rows = SampleTable.viewing(seconds: 4).split(separator: "\n")
    let parts = rows.enumerated().map { $0 == 0 ? "\($1),trial" : "\($1),\($0 <= 500 ? 1 : 2)" }
    try folder.write("in/a.csv", parts.joined(separator: "\n") + "\n")
    let arguments = ["score", folder.path + "/in", "--split", "trial", "-o", folder.path + "/out"]
    let first = try Program(arguments)
    let second = try Program(arguments)
    #expect(second.errors.contains("done before"))
    #expect(second.output == first.output)
    #expect(first.output.contains("\na_split-2\t"))
  }
}

/// Recordings to be scored over and over (without pages, which take most of the time), one of them not to be read.
private struct Cohort {
  let folder: TemporaryFolder
  var output: String { folder.path + "/out" }

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<6 {
      let name = number == 5 ? "deep/r5" : "r\(number)"
      try folder.write("in/\(name).csv", Self.recording(number))
    }
    try folder.write("in/bad.csv", "name,age\nanna,3\n")
  }

  static func recording(_ number: Int) -> String {
    SampleTable.viewing(seconds: 1 + Double(number) / 5)
  }

  func run(_ options: String...) throws -> Program {
    try Program(["score", folder.path + "/in", "-o", output, "--no-pages"] + options)
  }

  func start(jobs: Int = 2) throws -> Process {
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = [
      "score", folder.path + "/in", "-o", output, "--quiet", "--no-pages", "--jobs", "\(jobs)",
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// What an undisturbed run writes.
  func reference() throws -> [String: String] {
    _ = try run()
    let results = try results()
    try FileManager.default.removeItem(atPath: output)
    return results
  }

  func results() throws -> [String: String] {
    let names = folder.files(below: "out")
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try folder.read("out/" + $0)) })
  }

  /// Every result that is there is the whole one, and the manifest has a line an input.
  func expectNothingHalfWritten(_ reference: [String: String]) throws {
    for (name, text) in try results() where !name.contains(".partial") {
      if name == "manifest.ndjson" {
        let lines = text.split(separator: "\n")
        #expect(lines.count == 7 && lines.allSatisfy { $0.hasSuffix("}") })
      } else {
        #expect(text == reference[name], "\(name)")
      }
    }
  }
}
