import Foundation
import Testing

/// Input that was made to harm, or made by accident: a right result or one clear error, with the exit
/// status that says which.
@Suite struct HostileInputTests {
  /// A file, what becomes of it, and what is said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var text = ""
    var bytes: [UInt8] = []
    let status: Int32
    /// A part of the message, or nothing where there is a result.
    let says: String

    var testDescription: String { name }
  }

  private static let header = "time_ms,x_deg,y_deg\n"

  /// Of no unit that is known, and drawn on a page all the same.
  @Test func numbersBeyondAllScalesArePaged() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<3000).map { "\(Double($0) / 250),\($0 % 7 < 3 ? "" : "-")3e38,\($0 % 5)\n" }
    try folder.write("a.csv", "time_s,x_mV,y_mV\n" + rows.joined())
    let run = try Program(
      "score", folder.path + "/a.csv", "--uncalibrated", "-o", folder.path + "/out")
    #expect(run.status == 0)
    let page = try folder.read("out/recordings/a.html")
    #expect(page.contains("</html>") && !page.contains("nan,") && !page.contains("inf,"))
  }

  private static func rows(_ count: Int, from start: Int = 0, _ cells: String = "0.1,0.2") -> String
  {
    (0..<count).map { "\(start + $0 * 2),\(cells)\n" }.joined()
  }

  private static func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }

  static let cases: [Case] = [
    Case(
      name: "numbers beyond all bounds",
      text: header + rows(3000) + "6000,1e400,1\n6002,1e-310,-0.0\n6004,NaN(0x123),1\n"
        + "6006,99999999999999999999999,1\n" + rows(3000, from: 6008), status: 0, says: ""),
    Case(
      name: "a NUL among the rows",
      text: header + rows(6000) + "12000,\u{0},1\n" + rows(10, from: 12002), status: 0, says: ""),
    Case(name: "a NUL at the start", text: "\u{0}\u{0}" + header, status: 65, says: "binary data"),
    Case(
      name: "no UTF-8",
      bytes: Array((header + rows(100) + "200,").utf8) + [0xFF, 0xC3, 0x28, 0x0A],
      status: 0, says: ""),
    Case(
      name: "UTF-16", bytes: [0xFF, 0xFE] + utf16(header + rows(9)), status: 65, says: "UTF-16"),
    Case(
      name: "UTF-16 without a mark", bytes: utf16(header + rows(9)), status: 65, says: "UTF-16"),
    Case(name: "gzip cut off", bytes: [0x1F, 0x8B, 8, 0, 0], status: 65, says: "compressed data"),
    Case(
      name: "a clock with ten years of gap",
      text: header + rows(3000) + rows(3000, from: 315_360_000_000), status: 0, says: ""),
    Case(name: "all samples equal", text: header + rows(6000, "1,1"), status: 0, says: ""),
    Case(name: "one sample", text: header + "0,1,1\n", status: 65, says: "found 1"),
    Case(
      name: "a rate of 1 Hz",
      text: "time_s,x_deg,y_deg\n" + (0..<600).map { "\($0),0.1,0.2\n" }.joined(), status: 0,
      says: ""),
    Case(
      name: "a rate of 100 kHz",
      text: "time_s,x_deg,y_deg\n" + (0..<50_000).map { "\(Double($0) / 1e5),1,2\n" }.joined(),
      status: 0, says: ""),
    Case(
      name: "stamps of 10^16 steps",
      text: header + (0..<100).map { "\($0)0000000000000000,1,1\n" }.joined(), status: 65,
      says: "samples a second"),
    // Found by fuzzing: where seconds stand in a column of microseconds, steps are 10 ns long.
    Case(
      name: "a clock of two units",
      text: "time_us,x_deg,y_deg\n"
        + [
          "52555000", "52560000", "52565000", "52570000", "52575000", "52580000", "0.50", "0.51",
          "0.52", "526", "52650000", "52655000", "0.63", "0.64", "0.65",
        ].map { $0 + ",1,1\n" }.joined(), status: 65, says: "samples a second"),
    Case(
      name: "a clock that stands", text: header + rows(1, "1,1") + rows(1, "1,1") + rows(1, "1,1"),
      status: 65, says: "does not advance"),
    Case(
      name: "blinks in every fourth sample",
      text: header + (0..<20_000).map { "\($0 * 2),\($0 % 4 == 0 ? "," : "0.1,0.2")\n" }.joined(),
      status: 0, says: ""),
    Case(
      name: "a line without end", bytes: [UInt8](repeating: UInt8(ascii: "1"), count: 17 << 20),
      status: 65, says: "longer than 16777216 bytes"),
    Case(
      name: "100,000 columns",
      text: "time_ms,x_deg,y_deg" + String(repeating: ",c", count: 100_000) + "\n"
        + (0..<4).map { "\($0 * 2),1,2" + String(repeating: ",1", count: 100_000) + "\n" }.joined(),
      status: 0, says: ""),
    // Ways through the names that are walked once for each name take hours.
    Case(
      name: "25,000 columns of a direction",
      text: "time_ms" + String(repeating: ",gaze_direction_x,gaze_direction_y", count: 12_500)
        + "\n"
        + (0..<4).map { "\($0 * 2)" + String(repeating: ",1", count: 25_000) + "\n" }.joined(),
      status: 65, says: "no column is recognised"),
    Case(
      name: "60,000 columns of ViewPoint",
      text: "6\tATT\n5\tTotalTime" + String(repeating: "\tX", count: 60_000) + "\n"
        + "10\t1\t2\n10\t2\t2\n10\t3\t2\n", status: 65, says: "no column is recognised"),
  ]

  @Test(.timeLimit(.minutes(2)), arguments: cases)
  func endsWithAResultOrOneClearError(_ hostile: Case) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.csv"
    let bytes = hostile.bytes.isEmpty ? Array(hostile.text.utf8) : hostile.bytes
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let run = try Program("score", path)
    #expect(run.status == hostile.status)
    #expect(run.output.isEmpty == (hostile.status != 0))
    #expect(run.errors.contains(hostile.says) || hostile.says.isEmpty)
    #expect(
      run.errors.filter { $0 == "\n" }.count == (hostile.status == 0 ? 0 : 1), "\(run.errors)")
  }

  @Test func whatIsNoFileIsSaid() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/x.csv", withIntermediateDirectories: true)
    try folder.link("loop.csv", to: "loop.csv")
    let device = try Program("score", "/dev/zero")
    #expect(device.status == 66 && device.errors.contains("found a device"))
    let emptyFolder = try Program("score", folder.path + "/x.csv")
    #expect(emptyFolder.status == 66 && emptyFolder.errors.contains("no recordings found"))
    let loop = try Program("score", folder.path + "/loop.csv")
    #expect(loop.status == 74 && loop.errors.contains("symbolic links"))
    #expect(loop.errors.contains("where its links lead"))
  }

  /// Names may hold anything (those that begin with a dot are left out); a message stays on its line,
  /// and results stay in their folder.
  @Test func oddNamesStayWhereTheyAre() throws {
    let folder = try TemporaryFolder()
    for name in ["in/a\nb.csv", "in/..csv.csv", "in/-rf.csv", "in/ü\u{1B}[31m.csv"] {
      try folder.write(name, SampleTable.viewing())
    }
    let run = try Program("score", folder.path + "/in", "-o", folder.path + "/out", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.errors.contains("\u{1B}"))
    #expect(Set(folder.files().map { $0.prefix(3) }).isSubset(of: ["in/", "out"]))
    let table = try folder.read("out/scores.tsv")
    // Quoted, as the tools of data analysis read it back.
    #expect(table.contains("\n\"a\nb\"\t"))
    #expect(try folder.read("out/manifest.ndjson").filter { $0 == "\n" }.count == 3)
  }

  /// Values of a file become parts of ids, and ids name files.
  @Test func idsDoNotClimbOutOfTheFolder() throws {
    let folder = try TemporaryFolder()
    let values = [
      "../../evil", "..-..-evil", "..", "/etc/x", String(repeating: "n", count: 300),
    ]
    let text =
      "time_ms,x_deg,y_deg,trial\n" + values.map { Self.rows(600, "0.1,0.2,\($0)") }.joined()
    try folder.write("in/a.csv", text)
    let run = try Program(
      "score", folder.path + "/in", "--split", "trial", "-o", folder.path + "/out", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let ids = try folder.read("out/scores.tsv").split(separator: "\n").dropFirst()
      .map { String($0.prefix { $0 != "\t" }) }
    let expected = [
      "a_split--etc-x", "a_split-..", "a_split-..-..-evil", "a_split-..-..-evil-2",
      "a_split-" + String(repeating: "n", count: 100),
    ]
    #expect(ids == expected)
    #expect(Set(folder.files().map { $0.prefix(3) }) == ["in/", "out"])
  }

  /// A pipe is read to its end, as a file is.
  @Test func aPipeIsRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", SampleTable.viewing())
    #expect(mkfifo(folder.path + "/pipe.csv", 0o600) == 0)
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = ["-c", "cat '\(folder.path)/a.csv' > '\(folder.path)/pipe.csv'"]
    try writer.run()
    let run = try Program("score", folder.path + "/pipe.csv", "--format", "ndjson")
    writer.waitUntilExit()
    #expect(run.status == 0 && run.output.contains("\"id\":\"pipe\""), "\(run.errors)")
  }

  /// Millions of empty lines in a few kilobytes: read through, and not kept.
  @Test(.enabled(if: !Program.isSanitized)) func aCompressedBombIsReadThrough() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", Self.header + Self.rows(6000))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "cd '\(folder.path)' && (cat a.csv; head -c 50000000 /dev/zero | tr '\\0' '\\n') | gzip -1 > b.csv.gz"
        + " && ulimit -v 2000000 && '\(Program.executable.path)' score b.csv.gz > scores",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try folder.read("scores").contains("\nb\t"))
  }

  /// A gigabyte without a line end, from a pipe: given up after the first 16 MiB.
  @Test(.enabled(if: !Program.isSanitized)) func aLineOfAGigabyteIsNotKept() throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "head -c 1000000000 /dev/zero | tr '\\0' 1 | "
        + "(ulimit -v 2000000; exec '\(Program.executable.path)' score -) 2> '\(folder.path)/errors'",
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 65)
    #expect(try folder.read("errors").contains("longer than 16777216 bytes"))
  }

  /// As the superuser, who may read everything, it runs as somebody else.
  @Test(.enabled(if: getuid() != 0 || access("/usr/bin/setpriv", X_OK) == 0))
  func whatMayNotBeReadEndsWith66() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", SampleTable.viewing())
    let program = folder.path + "/opsoscope"
    try FileManager.default.copyItem(atPath: Program.executable.path, toPath: program)
    #expect(chmod(folder.path + "/a.csv", 0) == 0)
    let user = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "\(user)'\(program)' score '\(folder.path)/a.csv' 2> '\(folder.path)/errors'",
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 66)
    let errors = try folder.read("errors")
    #expect(errors.contains("a.csv: ") && errors.contains("ermission"), "\(errors)")
  }
}
