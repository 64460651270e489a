import Foundation
import Testing

/// What results must not hold, and whom they belong to.
@Suite struct OutputSecurityTests {
  private func shell(_ script: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test(arguments: ["x.csv", "x_truth.json", "x_truth_events.tsv"], ["pipe", "link", "folder"])
  func simulateReplacesNothingButFiles(name: String, kind: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/" + name
    try folder.write("own", "mine")
    switch kind {
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    case "link": try folder.link(name, to: folder.path + "/own")
    default:
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    let run = try Program("simulate", "viewing", "--duration", "2", "-o", folder.path + "/x.csv")
    #expect(run.status == 73)
    #expect(run.errors.hasPrefix(path + ": expected a file or nothing yet, found a "))
    let left = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    #expect(left == type)
    #expect(try folder.read("own") == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func simulateReplacesItsOwnFiles() throws {
    let folder = try TemporaryFolder()
    for seed in ["1", "2"] {
      let run = try Program(
        "simulate", "viewing", "--duration", "2", "--seed", seed, "-o", folder.path + "/x.csv")
      #expect(run.status == 0)
    }
    #expect(try folder.read("x_truth.json").contains("\"seed\": 2"))
  }

  @Test func outputsHaveTheUsersUmask() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/s/a.csv", SampleTable.viewing())
    let program = Program.executable.path
    #expect(
      try shell("umask 027; '\(program)' score '\(folder.path)/in' -o '\(folder.path)/out' -q") == 0
    )
    let names = FileManager.default.enumerator(atPath: folder.path + "/out")?.allObjects ?? []
    #expect(names.count > 6)
    for name in names.compactMap({ $0 as? String }) {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.path + "/out/" + name)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o750 : 0o640), "\(name)")
    }
  }

  /// Names of patients stand in headers and in columns that nothing is computed from.
  @Test(arguments: [
    "# Patient: Zaphod Beeblebrox\n# Recorded by: Tricia McMillan\n",
    "Subject;Zaphod Beeblebrox\nOperator;Tricia McMillan\n\n",
    "** RECORDED BY Tricia McMillan\n** SUBJECT Zaphod Beeblebrox\n",
  ])
  func namesInHeadersAppearNowhere(header: String) throws {
    let folder = try TemporaryFolder()
    let rows = SampleTable.viewing().split(separator: "\n").enumerated().map { index, row in
      row + (index == 0 ? ",participant_name" : ",Zaphod Beeblebrox")
    }
    try folder.write("in/a.csv", header + rows.joined(separator: "\n") + "\n")
    let run = try Program("score", folder.path + "/in", "-o", folder.path + "/out")
    #expect(run.status == 0, "\(run.errors)")
    let files = folder.files(below: "out")
    #expect(files.contains("recordings/a.html"))
    for text in try files.map({ try folder.read("out/" + $0) }) + [run.output, run.errors] {
      for name in ["Zaphod", "Beeblebrox", "Tricia", "McMillan"] { #expect(!text.contains(name)) }
    }
  }

  @Test func resultsNameNeitherPlaceNorMachineNorUserNorTime() throws {
    let folder = try TemporaryFolder()
    try folder.write("hidden-place/a.csv", SampleTable.viewing())
    let arguments = ["score", folder.path + "/hidden-place", "-o"]
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    let host = ProcessInfo.processInfo.hostName
    #expect(
      try Program(
        arguments + [folder.path + "/out"],
        environment: ["USER": "user-of-this", "HOME": "/home/user-of-this", "TZ": "Asia/Tokyo"]
      ).status == 0)
    let secrets =
      ["hidden-place", folder.path, "user-of-this", "\(year)-"] + (host.count > 4 ? [host] : [])
    for name in folder.files(below: "out") {
      let text = try folder.read("out/" + name)
      for secret in secrets { #expect(!text.contains(secret), "\(name) \(secret)") }
    }
  }

  /// Nothing may be loaded or sent, whatever a page holds.
  @Test func everyPageHasAContentSecurityPolicy() throws {
    let folder = try TemporaryFolder()
    for visit in ["a", "b"] { try folder.write("in/\(visit).csv", SampleTable.viewing()) }
    let inputs = ["a", "b"].map { folder.path + "/in/\($0).csv" }
    #expect(try Program("score", folder.path + "/in", "-o", folder.path + "/out").status == 0)
    #expect(try Program(["compare"] + inputs + ["-o", folder.path + "/course"]).status == 0)
    let pages = folder.files().filter { $0.hasSuffix(".html") }
    #expect(pages.count == 4)
    for name in pages {
      let page = try folder.read(name)
      let policy = try #require(page.range(of: "Content-Security-Policy"), "\(name)")
      #expect(
        page[policy.upperBound...].prefix(60).contains("default-src &#39;none&#39;;"), "\(name)")
      for element in ["<script", "<style", "<link", "<img", "<svg"] {
        if let place = page.range(of: element) { #expect(place.lowerBound > policy.upperBound) }
      }
    }
  }
}
