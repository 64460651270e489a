import Foundation
import Testing

@testable import Cohorts

@Suite struct WorkListTests {
  @Test func foldersAreSearchedToAnyDepthAndSortedByBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["b.csv", "a/z.tsv.gz", "a/b/c.txt", "B.csv", "a/notes.md", ".git/x.csv"] {
      try folder.write(name)
    }
    let list = try WorkList(paths: [folder.path])
    #expect(list.items.map(\.id) == ["B", "a/b/c", "a/z", "b"])
    #expect(!list.isSingleFile)
  }

  @Test func aFileIsTakenByItsNameAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("deep/.hidden_events.csv")
    let list = try WorkList(paths: [folder.path + "/deep/.hidden_events.csv"])
    #expect(list.items.map(\.id) == [".hidden_events"])
    #expect(list.items[0].files[0].relativePath == ".hidden_events.csv")
    #expect(list.isSingleFile)
  }

  @Test func twoInputsWithOneIDAreBothRefused() throws {
    let folder = try TemporaryFolder()
    for name in ["a.csv", "a.tsv", "b.csv", "sub/a.csv"] { try folder.write(name) }
    let list = try WorkList(paths: [folder.path, folder.path + "/sub/a.csv"])
    let refused = list.items.filter { $0.problem != nil }
    #expect(refused.map(\.id) == ["a"])
    #expect(refused[0].files.map(\.relativePath) == ["a.csv", "a.tsv", "a.csv"])
    #expect(refused[0].problem?.code == "duplicate-id")
    #expect(list.items.map(\.id) == ["a", "b", "sub/a"])
  }

  @Test func oneFileNamedTwiceIsOneInput() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv")
    let list = try WorkList(paths: [
      folder.path + "/a.csv", folder.path + "/./a.csv", folder.path,
    ])
    #expect(list.items.count == 1)
    #expect(list.items[0].problem == nil)
  }

  @Test func theEyesOfABIDSRecordingAreOneInput() throws {
    let folder = try TemporaryFolder()
    for eye in ["eye1", "eye2"] {
      try folder.write("sub-1/beh/sub-1_recording-\(eye)_physio.tsv.gz")
    }
    let list = try WorkList(paths: [folder.path])
    #expect(list.items.map(\.id) == ["sub-1/beh/sub-1_physio"])
    #expect(list.items[0].files.count == 2)
    #expect(list.items[0].problem == nil)
  }

  @Test func oneEyeInTwoFilesIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("sub-1_recording-eye1_physio.tsv.gz")
    try folder.write("sub-1_recording-eye1_physio.tsv")
    #expect(try WorkList(paths: [folder.path]).items[0].problem?.code == "duplicate-id")
  }

  @Test func linksThatLeadBackEndTheWalk() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/a.csv")
    try folder.link("again", to: "real")
    try folder.link("real/up", to: "..")
    let list = try WorkList(paths: [folder.path])
    #expect(list.items.map(\.id) == ["real/a"])
  }

  @Test func foldersThatOnlyALinkReachesAreWalked() throws {
    let folder = try TemporaryFolder()
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("a.csv")
    try folder.link("linked", to: elsewhere.path)
    #expect(try WorkList(paths: [folder.path]).items.map(\.id) == ["linked/a"])
  }

  @Test func foldersOfResultsAndTheOutputAreLeftOut() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv")
    try folder.write("old/b.csv")
    try folder.write("old/manifest.ndjson", #"{"bytes":1,"id":"b","outcome":"scored"}"# + "\n")
    try folder.write("out/c.csv")
    try folder.write("theirs/d.csv")
    try folder.write("theirs/manifest.ndjson", #"{"files":[]}"# + "\n")
    let list = try WorkList(paths: [folder.path], excluding: folder.path + "/out")
    #expect(list.items.map(\.id) == ["a", "theirs/d"])
  }

  @Test func whatIsNotThereIsAnInputThatFailed() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv")
    let list = try WorkList(paths: [folder.path + "/a.csv", folder.path + "/none.csv"])
    #expect(list.items.map(\.id) == ["a", "none"])
    #expect(list.items[1].problem?.kind == .noInput)
    #expect(list.items[1].problem?.outcome == .failed)
  }

  @Test func aLinkToNothingInAFolderIsReported() throws {
    let folder = try TemporaryFolder()
    try folder.link("a.csv", to: "nowhere")
    try folder.link("b.md", to: "nowhere")
    let list = try WorkList(paths: [folder.path])
    #expect(list.items.map(\.problem?.code) == ["not-found"])
  }

  @Test func aPipeInAFolderIsNotOpened() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.path + "/a.csv", 0o600) == 0)
    #expect(try WorkList(paths: [folder.path]).items.map(\.problem?.code) == ["not-a-file"])
    #expect(try WorkList(paths: [folder.path + "/a.csv"]).items[0].problem == nil)
  }

  @Test func aFolderNamedLikeATableIsAFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("x.csv/a.csv")
    #expect(try WorkList(paths: [folder.path]).items.map(\.id) == ["x.csv/a"])
  }

  @Test func aFolderCannotHoldItsOwnResults() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv")
    #expect(throws: CohortError.outputIsInput(path: folder.path + "/.")) {
      try WorkList(paths: [folder.path], excluding: folder.path + "/.")
    }
  }

  @Test func nothingToScoreIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("notes.md")
    #expect(throws: CohortError.noInputs(paths: [folder.path])) {
      try WorkList(paths: [folder.path])
    }
  }

  @Test func composedAndDecomposedLettersAreTwoNames() throws {
    let folder = try TemporaryFolder()
    try folder.write("e\u{301}.csv")
    try folder.write("\u{e9}.csv")
    let list = try WorkList(paths: [folder.path])
    // A file system may hold both names for one; where it does not, neither do we.
    #expect(list.items.allSatisfy { $0.problem == nil })
  }
}
