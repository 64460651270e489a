#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The metadata that stand beside a table without a header, as BIDS keeps them.
///
/// `sub-01_task-rest_recording-eye1_physio.tsv.gz` has its columns' names, their units and the sampling
/// rate in `sub-01_task-rest_recording-eye1_physio.json`, and what all recordings of a task share in a
/// `task-rest_physio.json` of its own folder or one above it: the nearer one counts.
///
/// - Source: Brain Imaging Data Structure 1.11, physiological recordings and eye tracking.
struct Sidecar: Sendable {
  /// The names of the files that were read.
  let names: [String]
  /// The SHA-256 of the names and the bytes of those files.
  let sha256: String
  private let values: [String: Metadata]

  /// The columns' names.
  var columns: [String]? { values["Columns"]?.strings }
  /// The sampling rate in Hz.
  var samplingRate: Double? { values["SamplingFrequency"]?.number }
  /// When the first sample was taken, in seconds of the data set's own time.
  var startTime: Double? { values["StartTime"]?.number }
  /// Whether the table holds eye tracking: it says so, or names a position of an eye.
  var isOfEyes: Bool {
    values["PhysioType"]?.string == "eyetrack"
      || (columns ?? []).contains {
        [.position, .velocity, .direction].contains(ColumnName($0).kind)
      }
  }
  var eye: Eye? { values["RecordedEye"]?.string.flatMap { Eye(rawValue: $0.lowercased()) } }

  var frame: Recording.Frame {
    values["SampleCoordinateSystem"]?.string.flatMap(Recording.Frame.init) ?? .unknown
  }

  /// The unit of a column, as it is written.
  func unit(of column: String) -> String? { values[column]?["Units"]?.string }

  /// What is said about the screen: sizes and distances are metres.
  var geometry: ScreenGeometry {
    let stimulus = values["StimulusPresentation"]
    func value(_ key: String) -> Metadata? { stimulus?[key] ?? values[key] }
    var geometry = ScreenGeometry()
    let pixels = value("ScreenResolution")?.numbers ?? []
    if pixels.count == 2 { (geometry.widthPixels, geometry.heightPixels) = (pixels[0], pixels[1]) }
    let metres = value("ScreenSize")?.numbers ?? []
    if metres.count == 2 {
      (geometry.widthMillimetres, geometry.heightMillimetres) = (metres[0] * 1000, metres[1] * 1000)
    }
    geometry.distanceMillimetres = value("ScreenDistance")?.number.map { $0 * 1000 }
    let origin = (value("ScreenOrigin") ?? value("ScreenAOIDefinition"))?.strings ?? []
    if origin.contains("bottom") { geometry.origin = .bottomLeft }
    if origin.first == "center" || origin.first == "centre" { geometry.origin = .centre }
    return geometry
  }

  /// What stands beside a file; `nil` where nothing does.
  ///
  /// - Throws: ``RecordingError/Problem/badSidecar(name:reason:)``
  init?(of path: String) throws(RecordingError.Problem) {
    var folders = SidecarFolders()
    try self.init(of: path, in: &folders)
  }

  /// - Parameter folders: those that were listed before.
  init?(
    of path: String, in folders: inout SidecarFolders
  ) throws(RecordingError.Problem) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let file = parts.last, path != "-" else { return nil }
    let own = BIDSName(file)
    var values: [String: Metadata] = [:]
    var names: [String] = []
    var digests: [String] = []
    for depth in 0..<min(Self.deepest, max(parts.count, 1)) {
      let folder = parts.dropLast(depth + 1).joined(separator: "/")
      let base = parts.count == depth + 1 ? "." : folder.isEmpty ? "/" : folder
      let listed = folders.folder(base)
      let found = listed.names.filter { name in
        depth == 0 && name.file == own.stem + ".json" || own.takesMetadata(from: name)
      }
      // Of several in one folder the one that says more about the recording is nearer to it.
      let ranked = found.sorted {
        ($1.entities.count, $0.file) < ($0.entities.count, $1.file)
      }
      for name in ranked.map(\.file) {
        let (new, digest) = try Self.read(base + "/" + name, name: name)
        values.merge(new) { nearer, _ in nearer }
        names.append(name)
        digests.append(digest.sha256 + "  " + name + "\n")
      }
      // A data set ends where its description stands.
      if listed.isRoot { break }
    }
    guard values["Columns"] != nil else { return nil }
    self.values = values
    self.names = names
    sha256 = InputDigest(of: Array(digests.joined().utf8)).sha256
  }

  /// A data set, a subject, a session, a modality.
  private static let deepest = 5

  private static func read(
    _ path: String, name: String
  ) throws(RecordingError.Problem) -> (values: [String: Metadata], digest: InputDigest) {
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let values = try JSONDecoder().decode([String: Metadata].self, from: data)
      return (values, InputDigest(of: Array(data)))
    } catch is DecodingError {
      throw .badSidecar(name: name, reason: "it is no JSON object")
    } catch {
      throw .badSidecar(name: name, reason: "it cannot be read")
    }
  }
}

/// The JSON files in folders, each of which is listed once.
package struct SidecarFolders: Sendable {
  private var known: [String: Folder] = [:]

  package init() {}

  struct Folder: Sendable {
    var names: [BIDSName]
    /// Whether a data set begins here.
    var isRoot: Bool
  }

  mutating func folder(_ path: String) -> Folder {
    if let folder = known[path] { return folder }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let names = files.filter { $0.hasSuffix(".json") }
    let folder = Folder(
      names: names.map { BIDSName($0) }, isRoot: names.contains("dataset_description.json"))
    known[path] = folder
    return folder
  }
}

/// A file's name in a BIDS data set: `key-label` entities, then a suffix.
struct BIDSName: Sendable {
  let file: String
  /// The name without its extensions.
  let stem: String
  let entities: Set<Substring>
  let suffix: Substring
  let isJSON: Bool

  init(_ file: String) {
    self.file = file
    stem = String(file.prefix { $0 != "." })
    isJSON = file.hasSuffix(".json")
    let parts = stem.split(separator: "_")
    entities = Set(parts.filter { $0.contains("-") })
    suffix = parts.last.map { $0.contains("-") ? "" : $0 } ?? ""
  }

  /// Whether a sidecar is about this file: it has the same suffix and no other entity. Those of events
  /// say what the screen was.
  func takesMetadata(from other: BIDSName) -> Bool {
    other.isJSON && (other.suffix == suffix || other.suffix == "events") && !suffix.isEmpty
      && other.entities.isSubset(of: entities)
  }
}

/// A value of a JSON document.
enum Metadata: Sendable, Decodable {
  case number(Double)
  case string(String)
  case list([Metadata])
  case object([String: Metadata])
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else if let list = try? container.decode([Metadata].self) {
      self = .list(list)
    } else if let object = try? container.decode([String: Metadata].self) {
      self = .object(object)
    } else {
      self = .other
    }
  }

  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var string: String? { if case .string(let string) = self { string } else { nil } }
  var numbers: [Double]? {
    if case .list(let list) = self { list.compactMap(\.number) } else { nil }
  }

  var strings: [String]? {
    switch self {
    case .list(let list): list.compactMap(\.string)
    case .string(let string): [string]
    default: nil
    }
  }

  subscript(key: String) -> Metadata? {
    if case .object(let object) = self { object[key] } else { nil }
  }
}
