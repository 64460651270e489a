import Testing

@testable import Cohorts

@Suite struct InputNameTests {
  @Test(arguments: [
    ("a.csv", "a"), ("a.csv.gz", "a"), ("a.b.csv", "a.b"), ("a.TSV.GZ", "a"), ("a", "a"),
    ("a.gazedata", "a"), ("a.coord", "a"), ("a.xyz", "a.xyz"), (".csv", ".csv"), ("a.gz", "a"),
  ])
  func idsAreNamesWithoutSuffixes(name: String, id: String) {
    #expect(InputFile(path: "/x/" + name, relativePath: name, bytes: nil).id == id)
  }

  @Test func idsKeepTheFoldersBelowTheRoot() {
    let file = InputFile(path: "/data/p1/v.2/a.csv.gz", relativePath: "p1/v.2/a.csv.gz", bytes: 1)
    #expect(file.id == "p1/v.2/a")
  }

  @Test(arguments: [
    ("sub-1_recording-eye1_physio.tsv.gz", "sub-1_physio"),
    ("sub-1_ses-2_task-x_recording-eye2_physio.tsv.gz", "sub-1_ses-2_task-x_physio"),
    ("recording-5.csv", "recording-5"),
  ])
  func bidsIDsDropTheRecordingEntity(name: String, id: String) {
    #expect(InputFile(path: name, relativePath: name, bytes: nil).id == id)
  }

  @Test func standardInputHasAnIDOfItsOwn() {
    #expect(InputFile(path: "-", relativePath: "-", bytes: nil).id == "stdin")
  }

  @Test(arguments: [
    "a.csv", "a.tsv", "a.txt", "a.asc", "a.dat", "a.coord", "a.gazedata", "a.csv.gz", "a.DAT.GZ",
    "my events.csv", "truth.csv",
  ])
  func foldersOfferTables(name: String) {
    #expect(InputName(name).isCandidate)
  }

  @Test(arguments: [
    ".a.csv", "a_events.csv", "a_events.tsv.gz", "a_truth.json", "a_truth.csv",
    "a_truth_events.tsv", "participants.tsv", "index.csv", "a.json", "a.gz", "a", ".csv",
    "sub-1_physioevents.tsv.gz", "sub-1_scans.tsv", "a.html", "README.md",
  ])
  func foldersDoNotOfferTheRest(name: String) {
    #expect(!InputName(name).isCandidate)
  }

  @Test func entitiesComeFromTheNameAndElseFromTheFolders() {
    let named = RecordingEntities(id: "sub-9/sub-01_ses-2_task-gaze_run-3_physio")
    #expect(named.subject == "01")
    #expect(named.session == "2")
    #expect(named.task == "gaze")
    #expect(named.run == "3")
    let filed = RecordingEntities(id: "sub-7/ses-b/left gaze")
    #expect(filed.subject == "7")
    #expect(filed.session == "b")
    #expect(filed.task == nil)
    #expect(RecordingEntities(id: "sub-/a-b-c").subject == nil)
  }
}
