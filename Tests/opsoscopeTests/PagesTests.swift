import Foundation
import Testing

@Suite struct PagesTests {
  @Test func aPageMadeAgainIsTheSame() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "s/b"] { try folder.write("in/\(name).csv", SampleTable.viewing()) }
    let output = folder.path + "/out"
    #expect(try Program("score", folder.path + "/in", "-o", output, "-q").status == 0)
    let names = ["index.html", "recordings/a.html", "recordings/s/b.html"]
    let pages = try names.map { try folder.read("out/" + $0) }
    for name in names { try folder.write("out/" + name, "") }
    #expect(try Program("report", output, folder.path + "/in", "-q").status == 0)
    #expect(try names.map { try folder.read("out/" + $0) } == pages)
  }

  @Test func pagesOfIdsThatOnlyLookAlikeAreAllMadeAgain() throws {
    let folder = try TemporaryFolder()
    for name in ["M\u{fc}ller", "Mu\u{308}ller"] {
      try folder.write("in/\(name).csv", SampleTable.viewing())
    }
    let output = folder.path + "/out"
    _ = try Program("score", folder.path + "/in", "-o", output, "-q")
    let names = folder.files(below: "out").filter { $0.hasSuffix(".html") }
    let pages = try names.map { try folder.read("out/" + $0) }
    for name in names { try folder.write("out/" + name, "") }
    let run = try Program("report", output, folder.path + "/in")
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("\(names.count - 1) pages → "))
    #expect(try names.map { try folder.read("out/" + $0) } == pages)
  }

  @Test func aRunThatHasNotEndedHasNoPagesMadeAgain() throws {
    let folder = try TemporaryFolder()
    let (input, output) = (folder.path + "/in", folder.path + "/out")
    try folder.write("in/a.csv", SampleTable.viewing())
    _ = try Program("score", input, "-o", output, "-q")
    let names = folder.files(below: "out").filter { $0 != "scores.tsv" }
    let contents = try names.map { try folder.read("out/" + $0) }
    // As another run does that is at work.
    let held = open(output, O_RDONLY)
    #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
    let atWork = try Program("report", output, input)
    #expect(atWork.status == 73)
    #expect(atWork.errors.contains("no other run writes to"))
    close(held)
    try FileManager.default.removeItem(atPath: output + "/scores.tsv")
    let unfinished = try Program("report", output, input)
    #expect(unfinished.status == 65)
    #expect(unfinished.errors.contains("expected a run that has ended"))
    #expect(folder.files(below: "out") == names)
    #expect(try names.map { try folder.read("out/" + $0) } == contents)
    #expect(try Program("report", folder.path + "/none").status == 66)
  }

  @Test func aChangedInputLeavesItsPageAsItIs() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.csv", SampleTable.viewing())
    let output = folder.path + "/out"
    _ = try Program("score", folder.path + "/in", "-o", output, "-q")
    let page = try folder.read("out/recordings/a.html")
    try folder.write("in/a.csv", SampleTable.viewing(seconds: 14))
    let run = try Program("report", output, folder.path + "/in")
    #expect(run.status == 3)
    #expect(run.errors.contains("a.csv"))
    #expect(try folder.read("out/recordings/a.html") == page)
  }

  @Test func pagesOfEpochsAreMadeAgainWithTheirTable() throws {
    let folder = try TemporaryFolder()
    let (input, output) = (folder.path + "/in", folder.path + "/out")
    let (table, other) = (folder.path + "/epochs.csv", folder.path + "/other.csv")
    try folder.write("in/a.csv", SampleTable.viewing(seconds: 4))
    try folder.write("epochs.csv", "onset,duration,condition\n0,1,dark\n1,2,light\n")
    try folder.write("other.csv", "onset,duration,condition\n0,1,dark\n")
    #expect(try Program("score", input, "--epochs", table, "-o", output, "-q").status == 0)
    let names = folder.files(below: "out").filter { $0.hasSuffix(".html") }
    #expect(names.count == 3)
    let pages = try names.map { try folder.read("out/" + $0) }
    for arguments in [[], ["--epochs", other]] {
      let run = try Program(["report", output, input] + arguments)
      #expect(run.status == 65 && run.errors.contains("give that with --epochs"))
    }
    #expect(try names.map { try folder.read("out/" + $0) } == pages)
    for name in names { try folder.write("out/" + name, "") }
    #expect(try Program("report", output, input, "--epochs", table, "-q").status == 0)
    #expect(try names.map { try folder.read("out/" + $0) } == pages)
  }

  @Test func reportMakesThePageOfLidsThatTremble() throws {
    let folder = try TemporaryFolder()
    let (input, output) = (folder.path + "/in", folder.path + "/out")
    try folder.write("in/a.csv", SampleTable.tremblingLids())
    #expect(try Program("score", input, "-o", output, "-q").status == 0)
    let page = try folder.read("out/recordings/a.html")
    #expect(try folder.read("out/recordings/a.json").contains("lid-movement-possible"))
    #expect(try Program("report", output, input, "-q").status == 0)
    #expect(try folder.read("out/recordings/a.html") == page)
  }

  @Test(arguments: [true, false])
  func aPrintOfAnEarlierPageDoesNotStay(isScoredAgain: Bool) throws {
    let folder = try TemporaryFolder()
    let (input, output) = (folder.path + "/in", folder.path + "/out")
    try folder.write("in/a.csv", SampleTable.viewing())
    #expect(try Program("score", input, "-o", output, "-q").status == 0)
    for name in ["index.pdf", "recordings/a.pdf"] { try folder.write("out/" + name, "earlier") }
    if isScoredAgain {
      try folder.write("in/a.csv", SampleTable.viewing(seconds: 14))
      #expect(try Program("score", input, "-o", output, "-q").status == 0)
    } else {
      #expect(try Program("report", output, input, "-q").status == 0)
    }
    #expect(!folder.files(below: "out").contains { $0.hasSuffix(".pdf") })
  }

  @Test func withoutPagesNoneIsWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.csv", SampleTable.viewing())
    let output = folder.path + "/out"
    _ = try Program("score", folder.path + "/in", "-o", output, "-q", "--no-pages")
    #expect(!folder.files(below: "out").contains { $0.hasSuffix(".html") })
    // What an earlier run left without pages is scored again where pages are wanted.
    _ = try Program("score", folder.path + "/in", "-o", output, "-q")
    #expect(folder.files(below: "out").filter { $0.hasSuffix(".html") }.count == 2)
  }

  @Test func aNameOfMarkupDoesNoHarm() throws {
    let folder = try TemporaryFolder()
    let name = "<img src=x onerror=alert(1)>"
    try folder.write("in/\(name).csv", SampleTable.viewing())
    let output = folder.path + "/out"
    #expect(try Program("score", folder.path + "/in", "-o", output, "-q").status == 0)
    for page in ["index.html", "recordings/\(name).html"] {
      #expect(try !folder.read("out/" + page).contains("<img"))
    }
    #expect(try folder.read("out/index.html").contains("recordings/%3Cimg%20src%3Dx"))
  }

  @Test func visitsThatTheirTableLacksAreNamed() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write("in/\(name).csv", SampleTable.viewing()) }
    let table = folder.path + "/visits.csv"
    let arguments = ["compare", folder.path + "/in", "--visits", table, "--format", "json"]
    // As a spreadsheet writes it.
    try folder.write("visits.csv", "\u{feff}id,subject,session\r\nc,x,1\r\na,x,2\r\n")
    let some = try Program(arguments)
    #expect(some.status == 0 && some.errors.contains("which are left out: b\n"))
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(some.output.utf8)) as? [String: Any])
    let course = try #require((document["courses"] as? [[String: Any]])?.first)
    #expect((course["visits"] as? [[String: Any]])?.map { $0["id"] as? String } == ["c", "a"])
    try folder.write("visits.csv", "id,subject,session\na.csv,x,1\n")
    let none = try Program(arguments)
    #expect(none.status == 65 && none.output.isEmpty)
    #expect(none.errors.contains("found none of a, b, c"))
    try folder.write("visits.csv", "id,subject,session\na,x,1\na,x,2\n")
    let two = try Program(arguments)
    #expect(two.status == 64 && two.errors.contains("one row an id"))
  }

  @Test func aRecordingThatIsItsOwnFollowUpIsNamed() throws {
    let folder = try TemporaryFolder()
    for run in [1, 2] {
      try folder.write("in/sub-01_ses-1_run-\(run).csv", SampleTable.viewing())
    }
    try folder.write("in/sub-02_ses-1.csv", SampleTable.viewing())
    let run = try Program("compare", folder.path + "/in", "--format", "json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let courses = try #require(document["courses"] as? [[String: Any]])
    let doubts = courses.map { ($0["doubts"] as? [String]) ?? [] }
    #expect(doubts[0].contains { $0.contains("are the same recording") })
    #expect(doubts[0].contains { $0.contains("of one session") })
    #expect(!doubts[1].contains { $0.contains("same recording") || $0.contains("one session") })
  }

  @Test func visitsAreComparedInTheirOrder() throws {
    let folder = try TemporaryFolder()
    for session in [2, 10] {
      try folder.write("in/sub-01_ses-\(session)_task-a.csv", SampleTable.viewing())
    }
    let output = folder.path + "/out"
    let run = try Program("compare", folder.path + "/in", "-o", output, "--format", "json")
    #expect(run.status == 0)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let course = try #require((document["courses"] as? [[String: Any]])?.first)
    let sessions = (course["visits"] as? [[String: Any]])?.map { $0["session"] as? String }
    #expect(sessions == ["2", "10"])
    let measures = try #require(course["measures"] as? [[String: Any]])
    #expect(measures.first?["measure"] as? String == "burden_all_saccadic_oscillations")
    #expect(try folder.read("out/compare.json") == run.output)
    let page = try folder.read("out/compare.html")
    // The page says the numbers of the document.
    let area = try #require(measures.first { $0["measure"] as? String == "bcea" })
    let value = try #require(((area["values"] as? [[String: Any]])?.first)?["value"] as? Double)
    #expect(page.contains("\((value * 10).rounded() / 10)\u{202f}deg²"))
  }
}
