import Foundation
import Testing

@Suite struct BIDSDerivativeTests {
  @Test func aDataSetBecomesADerivative() throws {
    let folder = try dataSet()
    let run = try score(folder, into: "out")
    #expect(run.status == 0)
    let stem = "sub-02/ses-1/beh/sub-02_ses-1_task-gaze_run-1"
    let files = folder.files(below: "out").filter { !$0.hasPrefix("recordings/") }
    #expect(
      files
        == [
          ".bidsignore", "README", "dataset_description.json", "index.html", "manifest.ndjson",
          "scores.json", "scores.tsv", "sub-01/beh/sub-01_task-gaze_desc-opsoscope_events.json",
          "sub-01/beh/sub-01_task-gaze_desc-opsoscope_events.tsv",
          stem + "_desc-opsoscope_events.json", stem + "_desc-opsoscope_events.tsv",
        ].filter { $0 != "index.html" || files.contains($0) })
    #expect(
      try folder.read("out/" + stem + "_desc-opsoscope_events.tsv")
        == folder.read("out/recordings/" + stem + "_physio_events.tsv"))
    #expect(try folder.read("out/scores.tsv").contains("_physio\t02\t1\tgaze\t1\t"))
    let sidecar = try folder.read("out/" + stem + "_desc-opsoscope_events.json")
    let columns = try #require(
      try JSONSerialization.jsonObject(with: Data(sidecar.utf8)) as? [String: [String: Any]])
    let header = try folder.read("out/" + stem + "_desc-opsoscope_events.tsv").prefix { $0 != "\n" }
    #expect(Set(columns.keys) == Set(header.split(separator: "\t").map(String.init)))
  }

  @Test func mergedShardsAreTheSameDerivative() throws {
    let folder = try dataSet()
    _ = try score(folder, into: "single")
    for number in 1...2 { _ = try score(folder, into: "\(number)", "--shard", "\(number)/2") }
    let merge = try Program(
      "merge", folder.path + "/1", folder.path + "/2", "-o", folder.path + "/merged")
    #expect(merge.status == 0)
    let names = folder.files(below: "single")
    #expect(folder.files(below: "merged") == names)
    for name in names {
      #expect(try folder.read("merged/" + name) == folder.read("single/" + name))
    }
  }

  @Test func eventsThatAreLostAreMadeAgainAndThoseOfOthersGo() throws {
    let folder = try dataSet()
    _ = try score(folder, into: "out")
    let names = folder.files(below: "out")
    try FileManager.default.removeItem(
      atPath: folder.path + "/out/sub-01/beh/sub-01_task-gaze_desc-opsoscope_events.tsv")
    #expect(try score(folder, into: "out").errors.contains(" · 1 of them done before"))
    #expect(folder.files(below: "out") == names)
    try FileManager.default.removeItem(atPath: folder.path + "/in/sub-01")
    _ = try score(folder, into: "out")
    #expect(folder.files(below: "out").allSatisfy { !$0.contains("sub-01") })
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/sub-01"))
  }

  /// BIDS allows no events in the `func` of a derivative.
  @Test func eventsStandWhereDerivativesMayHaveThem() throws {
    let folder = try dataSet()
    for name in ["01/func/sub-01_task-walk", "02/ses-1/func/sub-02_ses-1_task-gaze_run-1"] {
      try folder.write("in/sub-\(name)_physio.csv", SampleTable.viewing(seconds: 1))
    }
    _ = try score(folder, into: "out")
    let names = folder.files(below: "out").filter {
      $0.hasPrefix("sub-") && $0.hasSuffix(".tsv")
    }
    let twice = "sub-02/ses-1/beh/sub-02_ses-1_task-gaze_run-1_desc-opsoscope"
    #expect(
      names == [
        "sub-01/beh/sub-01_task-gaze_desc-opsoscope_events.tsv",
        "sub-01/beh/sub-01_task-walk_desc-opsoscope_events.tsv",
        twice + "beh_events.tsv", twice + "func_events.tsv",
      ])
    for number in 1...3 { _ = try score(folder, into: "\(number)", "--shard", "\(number)/3") }
    let shards = (1...3).map { folder.path + "/\($0)" }
    #expect(try Program(["merge"] + shards + ["-o", folder.path + "/merged"]).status == 0)
    #expect(folder.files(below: "merged") == folder.files(below: "out"))
  }

  /// Sample by sample, eyes that began at other times would be joined wrongly.
  @Test(arguments: [(0.001, 0), (0.1, 3)] as [(Double, Int32)])
  func eyesThatBeginApartAreNotJoined(later: Double, status: Int32) throws {
    let folder = try TemporaryFolder()
    let rows = SampleTable.viewing(seconds: 1).split(separator: "\n").dropFirst()
    for (eye, start) in [("left", 0.5), ("right", 0.5 + later)] {
      let stem = "in/sub-01_task-gaze_recording-\(eye)_physio"
      try folder.write(
        stem + ".tsv", rows.map { $0.replacingOccurrences(of: ",", with: "\t") + "\n" }.joined())
      try folder.write(
        stem + ".json",
        """
        {"SamplingFrequency": 250, "Columns": ["n", "x_coordinate", "y_coordinate"],
          "RecordedEye": "\(eye)", "x_coordinate": {"Units": "deg"},
          "y_coordinate": {"Units": "deg"}, "StartTime": \(start)}
        """)
    }
    let run = try Program("score", folder.path + "/in")
    #expect(run.status == status)
    #expect((status == 0) == run.output.contains("\tboth\t"))
    #expect((status == 0) != run.errors.contains("from one time on"))
  }

  @Test func whatElseADataSetHoldsIsLeftAlone() throws {
    let folder = try dataSet()
    let stem = "in/sub-01/beh/sub-01_task-gaze_recording-"
    let rows = SampleTable.viewing(seconds: 1).split(separator: "\n").dropFirst()
    for eye in ["left", "right"] {
      try folder.write(
        stem + eye + "_physio.tsv",
        rows.map { $0.replacingOccurrences(of: ",", with: "\t") + "\n" }.joined())
      try folder.write(
        stem + eye + "_physio.json",
        """
        {"SamplingFrequency": 250, "Columns": ["n", "x_coordinate", "y_coordinate"],
          "RecordedEye": "\(eye)", "PhysioType": "eyetrack", "x_coordinate": {"Units": "deg"},
          "y_coordinate": {"Units": "deg"}}
        """)
    }
    try FileManager.default.removeItem(
      atPath: folder.path + "/in/sub-01/beh/sub-01_task-gaze_physio.csv")
    try folder.write(stem + "heart_physio.tsv", "0.1\n0.2\n0.3\n0.2\n")
    try folder.write(
      stem + "heart_physio.json", #"{"SamplingFrequency": 50, "Columns": ["cardiac"]}"#)
    try folder.write("in/sub-01/beh/sub-01_task-stroop_beh.tsv", "trial\tresponse\n1\t2\n")
    try folder.write("in/phenotype/scores.tsv", "participant_id\tscore\nsub-01\t4\n")
    try folder.write("in/derivatives/fmri/sub-01_timeseries.tsv", "a\tb\n1\t2\n")
    let run = try score(folder, into: "out")
    #expect(run.status == 0)
    #expect(run.output.contains("\nsub-01/beh/sub-01_task-gaze_physio\t01\tn/a\tgaze\t"))
    #expect(try folder.read("out/manifest.ndjson").split(separator: "\n").count == 3)
    #expect(try folder.read("out/.bidsignore").contains("participants.tsv"))
  }

  /// The sidecar says what the numbers mean, and has a hash of its own.
  @Test func aSidecarThatChangesChangesTheResult() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "in/dataset_description.json", "{\"Name\": \"gaze\", \"BIDSVersion\": \"1.11.0\"}")
    let rows = SampleTable.viewing(seconds: 1).split(separator: "\n").dropFirst()
    let stem = "in/sub-01/beh/sub-01_task-gaze_recording-eye1_physio"
    try folder.write(
      stem + ".tsv",
      rows.map { $0.replacingOccurrences(of: ",", with: "\t") + "\n" }.joined())
    for rate in [250, 125] {
      try folder.write(
        stem + ".json",
        """
        {"SamplingFrequency": \(rate), "Columns": ["n", "x_coordinate", "y_coordinate"],
          "x_coordinate": {"Units": "deg"}, "y_coordinate": {"Units": "deg"}}
        """)
      let first = try score(folder, into: "out")
      #expect(first.status == 0 && !first.errors.contains("done before"))
      #expect(try folder.read("out/scores.tsv").contains("\t\(rate).000\t"))
      #expect(try score(folder, into: "out").errors.contains("1 of them done before"))
    }
  }

  private func dataSet() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "in/dataset_description.json", "{\"Name\": \"gaze\", \"BIDSVersion\": \"1.11.0\"}")
    try folder.write("in/participants.tsv", "participant_id\nsub-01\nsub-02\n")
    for name in ["sub-01/beh/sub-01_task-gaze", "sub-02/ses-1/beh/sub-02_ses-1_task-gaze_run-1"] {
      try folder.write("in/\(name)_events.tsv", "onset\tduration\n0\t1\n")
      try folder.write("in/\(name)_physio.csv", SampleTable.viewing(seconds: 1))
    }
    return folder
  }

  private func score(
    _ folder: TemporaryFolder, into output: String, _ options: String...
  ) throws -> Program {
    try Program(["score", folder.path + "/in", "-o", folder.path + "/" + output] + options)
  }
}
