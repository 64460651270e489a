import Recordings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The inputs below a folder, whatever its depth.
///
/// Each folder is walked once, so that links which lead back end the walk: those that stand below
/// the root by themselves first, then, in order of their paths, those that only a link reaches.
/// Hidden folders and folders that hold results of ours are left out; of a BIDS data set everything
/// but its subjects, and what was recorded there that is no eye tracking.
struct FolderWalk {
  private(set) var files: [InputFile] = []
  private(set) var problems: [(file: InputFile, error: CohortError)] = []
  private var seen: Set<FileProperties.Identity>
  private var links: [(path: String, below: String)] = []
  private let isDataSet: Bool
  private var sidecars = SidecarFolders()

  /// - Parameter excluded: folders that are not entered.
  init(root: String, excluding excluded: Set<FileProperties.Identity>) {
    seen = excluded
    isDataSet = BIDSDataSet.isRoot(root)
    enter(root, below: "")
    while !links.isEmpty {
      let link = links.removeFirst()
      enter(link.path, below: link.below)
    }
  }

  private mutating func enter(_ path: String, below: String) {
    do throws(CohortError) {
      let properties = try FileProperties(path: path)
      guard seen.insert(properties.identity).inserted else { return }
      let listing = try FolderListing(path: path)
      guard !listing.names.contains(Self.manifestName) || !Self.isOurs(path) else { return }
      for name in listing.unreadableNames where InputName(name).isCandidate {
        report(.nameIsNotText(path: path + "/" + name), path: path + "/" + name, below + name)
      }
      for name in listing.names where isEntered(name, below: below) {
        visit(name, in: path.hasSuffix("/") ? path : path + "/", below: below)
      }
    } catch {
      report(
        error, path: path, below.isEmpty ? InputFile.name(ofPath: path) : String(below.dropLast()))
    }
  }

  private func isEntered(_ name: String, below: String) -> Bool {
    !name.hasPrefix(".") && (!isDataSet || !below.isEmpty || name.hasPrefix("sub-"))
  }

  private mutating func visit(_ name: String, in folder: String, below: String) {
    let path = folder + name
    let isCandidate = InputName(name).isCandidate
    do throws(CohortError) {
      let properties = try FileProperties(path: path)
      switch properties.kind {
      case .folder where FileProperties.isLink(path): links.append((path, below + name + "/"))
      case .folder: enter(path, below: below + name + "/")
      case .file where isCandidate && !isOfSomethingElse(path: path, name: name):
        files.append(InputFile(path: path, relativePath: below + name, bytes: properties.bytes))
      case .other where isCandidate: throw .notAFile(path: path)
      case .file, .other: break
      }
    } catch {
      if isCandidate { report(error, path: path, below + name) }
    }
  }

  private mutating func isOfSomethingElse(path: String, name: String) -> Bool {
    if isDataSet, BIDSDataSet.isOfSomethingElse(name) { return true }
    return InputName(name).isPhysiological
      && !PhysiologicalTable.mayBeOfEyes(at: path, in: &sidecars)
  }

  private mutating func report(_ error: CohortError, path: String, _ relativePath: String) {
    problems.append((InputFile(path: path, relativePath: relativePath, bytes: nil), error))
  }

  static let manifestName = "manifest.ndjson"

  /// Whether the manifest in a folder is one of ours: its first line says what became of an input.
  /// One that cannot be read is taken for ours, since nothing is lost by leaving it alone.
  private static func isOurs(_ folder: String) -> Bool {
    let file = open(folder + "/" + manifestName, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return true }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(file, &bytes, bytes.count)
    guard count > 0 else { return true }
    let line = bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: line, as: UTF8.self).contains("\"outcome\":")
  }
}
