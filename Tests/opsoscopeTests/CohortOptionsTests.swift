import Foundation
import Testing

@Suite struct CohortOptionsTests {
  @Test func aPatternsRecordingsAreNamedBelowItsFolder() throws {
    let folder = try TemporaryFolder()
    for name in ["s1/a", "s1/b", "s2/a", "deep/s3/a"] {
      try folder.write("in/\(name).csv", SampleTable.viewing(seconds: 1))
    }
    let root = folder.path + "/in/"
    #expect(try ids("score", root + "*/a.csv") == ["s1/a", "s2/a"])
    #expect(try ids("score", root + "**/a.csv") == ["deep/s3/a", "s1/a", "s2/a"])
    #expect(try ids("score", root + "s[12]/?.csv") == ["s1/a", "s1/b", "s2/a"])
    #expect(try ids("score", root + "s*") == ["s1/a", "s1/b", "s2/a"])
    #expect(try Program("score", root + "x*").status == 66)
  }

  @Test func aListNamesFiles() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] {
      try folder.write("in/\(name).csv", SampleTable.viewing(seconds: 1))
    }
    let list = ["c", "a"].map { folder.path + "/in/\($0).csv\r\n" }.joined()
    try folder.write("list.txt", list)
    #expect(try ids("score", "--file-list", folder.path + "/list.txt") == ["a", "c"])
    #expect(
      try Program("score", "--file-list", "-", input: list).output.contains("\nc\t"))
    #expect(try Program("score", "--file-list", folder.path + "/none").status == 66)
    #expect(try Program("score").status == 64)
  }

  @Test func listsAndTablesMayComeThroughAPipe() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try folder.write("in/\(name).csv", SampleTable.viewing(seconds: 2)) }
    let list = Pipe()
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["score", "--file-list", "-", "-q", "-o", folder.path + "/out"]
    process.standardInput = list
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    for name in ["a", "b"] {
      list.fileHandleForWriting.write(Data((folder.path + "/in/\(name).csv\n").utf8))
    }
    try list.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(rows(try folder.read("out/scores.tsv")) == ["a", "b"])
  }

  @Test func eachConditionHasItsOwnFindings() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try folder.write("in/\(name).csv", SampleTable.viewing(seconds: 4)) }
    try folder.write(
      "epochs.tsv",
      """
      onset\tduration\tcondition\tid
      0\t1\tdark\ta
      1\t1\tgaze left\ta
      3\t0.5\tdark\ta
      90\t1\tnever\ta

      """)
    let arguments = [
      "score", folder.path + "/in", "--epochs", folder.path + "/epochs.tsv", "-o",
      folder.path + "/out",
    ]
    let run = try Program(arguments)
    #expect(run.status == 0)
    #expect(rows(run.output) == ["a_split-dark", "a_split-gaze left", "b"])
    let valid = try #require(
      run.output.split(separator: "\n").first { $0.hasPrefix("a_split-dark\t") })
    // The epochs' seconds together: what lies between them was not lost.
    #expect(valid.contains("\t1.5000\t"))
    #expect(try Program(arguments).errors.contains(" · 2 of them done before"))
    try folder.write("epochs.tsv", "onset,duration,condition\n50,1,dark\n")
    let none = try Program(arguments)
    #expect(none.status == 3 && none.errors.contains("found none in a recording of 4.0 s"))
    try folder.write("epochs.tsv", "onset,condition\n50,dark\n")
    #expect(try Program(arguments).status == 65)
  }

  /// Conditions that differ only in what no file's name may hold are two all the same.
  @Test func conditionsWhoseLabelsAreAlikeStayTwo() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", SampleTable.viewing(seconds: 4))
    try folder.write(
      "epochs.csv", "onset,duration,condition\n0,1,gaze/left\n1,1,gaze-left\n2,1,gaze/left\n")
    let run = try Program("score", folder.path + "/a.csv", "--epochs", folder.path + "/epochs.csv")
    #expect(run.status == 0)
    #expect(rows(run.output) == ["a_split-gaze-left", "a_split-gaze-left-2"])
  }

  @Test func epochsOfNoRecordingAreNamed() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try folder.write("in/\(name).csv", SampleTable.viewing(seconds: 4)) }
    let arguments = ["score", folder.path + "/in", "--epochs", folder.path + "/epochs.csv"]
    try folder.write("epochs.csv", "onset,duration,condition,id\n0,1,dark,A\n0,1,dark,c\n")
    let none = try Program(arguments)
    #expect(none.status == 65 && none.output.isEmpty)
    #expect(
      none.errors.contains("epochs.csv: expected ids of recordings")
        && none.errors.contains("A, c;"))
    try folder.write(
      "epochs.csv", "onset,duration,condition,id\n0,1,dark,a\n0,1,dark,c\n0,1,dark,b_split-x\n")
    let some = try Program(arguments)
    #expect(some.status == 0)
    #expect(rows(some.output) == ["a_split-dark", "b"])
    #expect(some.errors.contains("whose epochs are left out: c\n"))
    // Rows of all recordings are of some.
    try folder.write("epochs.csv", "onset,duration,condition,id\n0,1,dark,n/a\n0,1,dark,c\n")
    #expect(try Program(arguments).status == 0)
  }

  @Test func epochsInMillisecondsAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", SampleTable.viewing(seconds: 2))
    try folder.write("epochs.csv", "onset,duration,condition\n0,1000,light\n1000,1000,dark\n")
    let arguments = ["score", folder.path + "/a.csv", "--epochs", folder.path + "/epochs.csv"]
    let run = try Program(arguments)
    #expect(run.status == 65 && run.errors.contains("2000.0 s in a recording of 2.0 s"))
    // A test that was broken off.
    try folder.write("epochs.csv", "onset,duration,condition\n0,60,light\n60,60,dark\n")
    #expect(try Program(arguments).status == 0)
    try folder.write("epochs.csv", "start,duration,condition\n0,60,light\n")
    #expect(try Program(arguments).errors.contains("found start, duration, condition"))
  }

  @Test func participantsOfNoRecordingAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/sub-01/gaze.csv", SampleTable.viewing(seconds: 1))
    try folder.write("participants.tsv", "participant_id\tage\nsub-1\t7\n")
    let arguments = [
      "score", folder.path + "/in", "-q", "-o", folder.path + "/out", "--participants",
      folder.path + "/participants.tsv",
    ]
    let run = try Program(arguments)
    #expect(run.status == 0 && run.errors.contains("such as sub-01, found none;"))
    try folder.write("participants.tsv", "participant_id\tage\nsub-01\t7\n")
    #expect(try Program(arguments).errors.isEmpty)
  }

  @Test func participantsAreJoinedBySubject() throws {
    let folder = try TemporaryFolder()
    for name in ["sub-01/gaze", "sub-02/gaze", "other"] {
      try folder.write("in/\(name).csv", SampleTable.viewing(seconds: 1))
    }
    try folder.write(
      "participants.tsv",
      "participant_id\tage\tsession\nsub-02\t7\tx\nsub-01\tn/a\ty\nsub-03\t9\tz\n")
    let run = try Program(
      "score", folder.path + "/in", "-q", "-o", folder.path + "/out", "--participants",
      folder.path + "/participants.tsv")
    #expect(run.status == 0)
    let joined = try folder.read("out/scores_participants.tsv").split(separator: "\n")
    let scores = try folder.read("out/scores.tsv").split(separator: "\n")
    let added = ["\tage\tparticipant_session", "\tn/a\tn/a", "\tn/a\ty", "\t7\tx"]
    #expect(joined.map(String.init) == zip(scores, added).map { $0 + $1 })
  }

  @Test func participantsWithTwoRowsThatDifferAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/sub-01/gaze.csv", SampleTable.viewing(seconds: 1))
    let arguments = [
      "score", folder.path + "/in", "-q", "-o", folder.path + "/out", "--participants",
      folder.path + "/participants.tsv",
    ]
    try folder.write("participants.tsv", "participant_id\tage\nsub-01\t7\nsub-01\t8\n")
    let run = try Program(arguments)
    #expect(run.status == 65 && run.errors.contains("one row a participant"))
    try folder.write("participants.tsv", "participant_id\tage\nsub-01\t7\nsub-01\t7\n")
    #expect(try Program(arguments).status == 0)
  }

  @Test func aDryRunSaysWhatWouldBeDoneAndDoesNothing() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try folder.write("in/\(name).csv", SampleTable.viewing(seconds: 1)) }
    try folder.write("in/c.csv", "")
    try folder.write("in/c.tsv", "")
    let arguments = ["score", folder.path + "/in", "-o", folder.path + "/out"]
    let first = try Program(arguments + ["--dry-run"])
    #expect(first.status == 0)
    #expect(first.errors == "Would do: 1 duplicate-id · 2 score\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    _ = try Program(arguments)
    try folder.write("in/b.csv", SampleTable.viewing(seconds: 2))
    let second = try Program(arguments + ["-n"])
    let actions = second.output.split(separator: "\n").map { $0.split(separator: "\t")[1] }
    #expect(actions == ["done", "score", "duplicate-id"])
  }

  private func ids(_ arguments: String...) throws -> [String] {
    rows(try Program(arguments).output)
  }

  private func rows(_ table: String) -> [String] {
    table.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "\t" }) }
  }
}
