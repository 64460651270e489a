import Foundation

/// The program as a user runs it, and what it said.
struct Program {
  let status: Int32
  let output: String
  let errors: String

  /// Runs the program that was built beside the tests.
  ///
  /// - Parameter input: what stands on its standard input.
  init(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws {
    try self.init(arguments, input: input, environment: environment)
  }

  init(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("input", input)
    try folder.write("output")
    try folder.write("errors")
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.environment = environment.merging(Self.sanitizerOptions) { own, _ in own }
    process.standardInput = FileHandle(forReadingAtPath: folder.path + "/input")
    process.standardOutput = FileHandle(forWritingAtPath: folder.path + "/output")
    process.standardError = FileHandle(forWritingAtPath: folder.path + "/errors")
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try folder.read("output")
    errors = try folder.read("errors")
  }

  /// Whether a sanitizer is in these tests, and so in the program: it needs more addresses than a limit
  /// leaves.
  static var isSanitized: Bool {
    let program = dlopen(nil, RTLD_NOW)
    return dlsym(program, "__asan_init") != nil || dlsym(program, "__tsan_init") != nil
  }

  /// With the path to what gives names to addresses, by which false alarms are left out.
  private static var sanitizerOptions: [String: String] {
    ProcessInfo.processInfo.environment.filter {
      $0.key.hasSuffix("SAN_OPTIONS") || isSanitized && $0.key == "PATH"
    }
  }

  static var executable: URL {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      return bundle.bundleURL.deletingLastPathComponent().appendingPathComponent("opsoscope")
    #else
      let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      return tests.deletingLastPathComponent().appendingPathComponent("opsoscope")
    #endif
  }
}

/// A folder of its own for a test, gone when it is.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("opsoscope-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and the folders above it.
  func write(_ relativePath: String, _ text: String = "") throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(relativePath)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ relativePath: String) throws -> String {
    let data = try Data(contentsOf: URL(fileURLWithPath: path + "/" + relativePath))
    return String(decoding: data, as: UTF8.self)
  }

  /// The paths of all files below a folder, sorted.
  func files(below folder: String = "") -> [String] {
    let root = folder.isEmpty ? path : path + "/" + folder
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    var isFolder: ObjCBool = false
    return names.filter {
      FileManager.default.fileExists(atPath: root + "/" + $0, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  func link(_ relativePath: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + relativePath, withDestinationPath: destination)
  }
}

/// Recordings as text.
enum SampleTable {
  /// Quiet fixation with a saccade of 5 degrees every two seconds, at 250 Hz.
  static func viewing(seconds: Double = 12, unit: String = "_deg") -> String {
    let rows = (0..<Int(seconds * 250)).map { index in
      let time = Double(index) / 250
      let beat = time.truncatingRemainder(dividingBy: 4)
      let position = 5 * (Self.step(beat - 1) - Self.step(beat - 3))
      let noise = Self.noise(index)
      return "\(Double(index) * 4 / 1000),\(position + noise),\(1 - noise)\n"
    }
    return "time_s,x\(unit),y\(unit)\n" + rows.joined()
  }

  /// Lids that half close ten times in two seconds, every four seconds, at 250 Hz.
  static func tremblingLids() -> String {
    let rows = (0..<6000).map { index in
      let inTrain = (index % 1000) - 250
      let (number, sample) = (inTrain / 50, inTrain % 50)
      let share = Double(sample) / 27
      let isCovered = inTrain >= 0 && number < 10 && share < 1
      let covered = sin(.pi / 2 * (share < 0.4 ? share / 0.4 : (1 - share) / 0.6))
      let depth = isCovered ? (2 + Double(number * 7 % 10) / 7) * covered * covered : 0
      return "\(Double(index) * 4 / 1000),\(noise(index)),\(noise(index + 9999) - depth)\n"
    }
    return "time_s,x_deg,y_deg\n" + rows.joined()
  }

  /// White, within .01 degrees as of a good tracker, the same for the same index.
  private static func noise(_ index: Int) -> Double {
    var bits = UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Double((bits ^ (bits >> 31)) >> 11) / 9_007_199_254_740_992 - 0.5) / 50
  }

  /// 0 before, 1 after, in 40 ms.
  private static func step(_ time: Double) -> Double {
    let share = min(max(time / 0.04, 0), 1)
    return share * share * (3 - 2 * share)
  }
}
